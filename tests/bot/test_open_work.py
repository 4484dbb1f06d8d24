"""Nothing but the database is awaited inside a unit of work."""

import asyncio

import pytest

from bot.courier import TeamsCourier
from domain.open_work import marking_work_open, unit_of_work_open
from domain.ports import Member, Outgoing, Place
from tests.bot.edge import build_edge, place_of
from tests.fake_teams import FakeTeams, Person

HELLO = Outgoing(text="hello")


@pytest.fixture
def sam(teams: FakeTeams) -> Person:
    return teams.person("Sam Carter")


@pytest.fixture
def chat(teams: FakeTeams, sam: Person) -> Place:
    return place_of(teams, sam.conversation.conversation_id)


def test_the_mark_is_taken_away_again_also_after_a_failure() -> None:
    def fail() -> None:
        with marking_work_open():
            assert unit_of_work_open.get()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert not unit_of_work_open.get()


async def test_nothing_is_sent_while_a_unit_of_work_is_open(teams: FakeTeams, sam: Person) -> None:
    edge = build_edge(teams)
    place = place_of(teams, sam.conversation.conversation_id)
    member = Member(sam.account.teams_id, "", sam.name)
    with marking_work_open():
        for deed in (
            edge.courier.send(place, HELLO),
            edge.courier.update(place, "1", HELLO),
            edge.courier.open_thread(place, HELLO),
            edge.courier.open_personal(place, member),
            edge.courier.show_typing(place),
            edge.courier.list_members(place, "x"),
            edge.courier.find_member(place, "x"),
        ):
            with pytest.raises(RuntimeError, match="unit of work"):
                await deed
    assert teams.calls == []
    await edge.courier.send(place, HELLO)
    await edge.session.close()


async def test_an_open_unit_of_work_is_each_tasks_own(
    courier: TeamsCourier, sam: Person, chat: Place
) -> None:
    begun, over = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        with marking_work_open():
            begun.set()
            await over.wait()

    working = asyncio.create_task(work())
    await begun.wait()
    await courier.send(chat, HELLO)
    over.set()
    await working
    assert "hello" in sam.sees()
