"""Somebody awaited by e-mail becomes the person they are, with all that was kept for them."""

from datetime import timedelta

import pytest

from domain.delivery import Notice, NoticeKind
from domain.people import Person, Reach, Role
from domain.picked import Picked
from domain.ports import Member
from services.people import find_or_await, find_reach, meet_member
from storage.database import Database
from storage.work import Work
from tests.databases import HandClock
from tests.storage.world import TENANT, about, chat_with, personal, sender, set_scene

EMAIL = "zoe.hill@force.example"
ZOE = Member("29:Zoe", "aad-Zoe", "Zoe Hill", "Zoe.Hill@Force.Example")


async def leave_word(work: Work, clock: HandClock, whom: Person) -> None:
    """Leave a message that waits for somebody."""
    scene = await set_scene(work, clock)
    work.notify(
        Notice(
            key="for Zoe",
            kind=NoticeKind.HUB_ANSWERS,
            conversation_id=None,
            subject=about(scene.submission),
            event_id=1,
            not_after=clock.now() + timedelta(days=14),
            person_id=whom.id,
        )
    )


async def await_her(database: Database, clock: HandClock) -> Person:
    """Give somebody who is awaited by e-mail a role, and leave a message for her."""
    async with database.begin() as work:
        awaited = await find_or_await(work, Picked(email=EMAIL), TENANT, clock.now())
        assert await work.grants.add(awaited.id, Role.TRAINER, None, clock.now())
        await leave_word(work, clock, awaited)
    async with database.begin() as work:
        await work.outbox.claim("worker", clock.now(), 60, 99)
        assert await find_reach(work, awaited.id) is Reach.NOT_YET
    return awaited


async def list_waiting(database: Database, clock: HandClock, lane_id: int) -> list[str]:
    """Give the messages that a lane would send now."""
    async with database.begin() as work:
        claims = await work.outbox.claim("worker", clock.now(), 60, 99)
        due = await work.outbox.due_notices(lane_id, clock.now())
        assert lane_id in [claim.lane_id for claim in claims]
    return [notice.key for notice in due]


async def test_the_same_address_is_awaited_once(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        first = await find_or_await(work, Picked(email=EMAIL), TENANT, clock.now())
        again = await work.awaited.begin(" ZOE.Hill@force.example ", TENANT, clock.now())
    assert first == again
    assert first.name == EMAIL


async def test_somebody_met_before_is_found_by_their_address(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        zoe = await meet_member(work, ZOE, TENANT, clock.now())
        assert await find_or_await(work, Picked(email=EMAIL), TENANT, clock.now()) == zoe
        assert await find_or_await(work, Picked(object_id="aad-Zoe"), TENANT, clock.now()) == zoe


async def test_somebody_picked_from_the_directory_is_known_from_then_on(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        picked = await find_or_await(work, Picked(object_id="aad-Zoe"), TENANT, clock.now())
        assert await find_reach(work, picked.id) is Reach.NOT_YET
        arrival = await work.arrive(personal("Zoe"), sender("Zoe"), "", "", clock.now())
    assert (arrival.person.id, arrival.person.name) == (picked.id, "Zoe")
    assert not arrival.needs_email


async def test_a_stranger_is_asked_about_while_somebody_is_awaited(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        assert not (await work.arrive(personal("Bob"), sender("Bob"), "", "", clock.now())).needs_email
    await await_her(database, clock)
    async with database.begin() as work:
        for _ in ("new", "known"):
            assert (await work.arrive(personal("Zoe"), sender("Zoe"), "", "", clock.now())).needs_email
        known = await work.arrive(personal("Bob"), sender("Bob"), "", "", clock.now())
        assert known.needs_email
        await work.awaited.note_email(known.person.id, "")
        assert not (await work.arrive(personal("Bob"), sender("Bob"), "", "", clock.now())).needs_email


async def test_she_comes_for_the_first_time(database: Database, clock: HandClock) -> None:
    awaited = await await_her(database, clock)
    async with database.begin() as work:
        zoe = await meet_member(work, ZOE, TENANT, clock.now())
    async with database.begin() as work:
        arrival = await work.arrive(personal("Zoe"), sender("Zoe"), "", "", clock.now())
        assert await work.people.find(awaited.id) is None
    assert arrival.person.id == zoe.id
    assert arrival.granted == {Role.TRAINER}
    assert await list_waiting(database, clock, arrival.conversation.lane_id) == ["for Zoe"]


async def test_she_was_here_all_along_under_an_address_nobody_knew(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        zoe, chat = await chat_with(work, "Zoe", clock.now())
    awaited = await await_her(database, clock)
    async with database.begin() as work:
        assert await meet_member(work, ZOE, TENANT, clock.now()) == await work.people.find(zoe.id)
        assert await work.people.find(awaited.id) is None
        (grant,) = await work.grants.list_all()
    assert (grant.person.id, grant.reach) == (zoe.id, Reach.REACHED)
    assert await list_waiting(database, clock, chat.lane_id) == ["for Zoe"]


async def test_messages_for_both_of_her_wait_together_until_she_comes(
    database: Database, clock: HandClock
) -> None:
    await await_her(database, clock)
    async with database.begin() as work:
        picked = await find_or_await(work, Picked(object_id="aad-Zoe"), TENANT, clock.now())
        scene = await work.submissions.list_open()
        for key in ("one more", "for Zoe"):
            work.notify(
                Notice(
                    key=key,
                    kind=NoticeKind.HUB_ANSWERS,
                    conversation_id=None,
                    subject=about(scene[0]),
                    event_id=1,
                    not_after=clock.now() + timedelta(days=14),
                    person_id=picked.id,
                )
            )
    async with database.begin() as work:
        await meet_member(work, ZOE, TENANT, clock.now())
    async with database.begin() as work:
        arrival = await work.arrive(personal("Zoe"), sender("Zoe"), "", "", clock.now())
    assert await list_waiting(database, clock, arrival.conversation.lane_id) == ["for Zoe", "one more"]


async def test_what_both_of_her_have_she_has_once(database: Database, clock: HandClock) -> None:
    await await_her(database, clock)
    async with database.begin() as work:
        picked = await find_or_await(work, Picked(object_id="aad-Zoe"), TENANT, clock.now())
        await work.grants.add(picked.id, Role.TRAINER, None, clock.now())
        await work.grants.add(picked.id, Role.ADMIN, None, clock.now())
        await meet_member(work, ZOE, TENANT, clock.now())
        roles = {(grant.person.id, grant.role) for grant in await work.grants.list_all()}
    assert roles == {(picked.id, Role.TRAINER), (picked.id, Role.ADMIN)}


@pytest.mark.parametrize("name", ["Amy", "Bob"])
async def test_a_role_is_given_and_taken_once_and_is_nobody_elses(
    database: Database, clock: HandClock, name: str
) -> None:
    async with database.begin() as work:
        person, _ = await chat_with(work, name, clock.now())
        other, _ = await chat_with(work, "Else", clock.now())
        assert await work.grants.add(person.id, Role.TRAINER, other.id, clock.now())
        assert not await work.grants.add(person.id, Role.TRAINER, None, clock.now())
        assert await work.grants.list_people(frozenset({Role.TRAINER})) == [person.id]
        (grant,) = await work.grants.list_all()
        assert (grant.person, grant.granted_by) == (person, "Else")
        known = await work.arrive(personal(name), sender(name), "", "", clock.now())
        assert known.granted == {Role.TRAINER}
        assert not (await work.arrive(personal("Else"), sender("Else"), "", "", clock.now())).granted
        assert await work.grants.remove(person.id, Role.TRAINER)
        assert not await work.grants.remove(person.id, Role.TRAINER)
        assert not (await work.arrive(personal(name), sender(name), "", "", clock.now())).granted
