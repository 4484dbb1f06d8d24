"""The worker itself: it outlives what breaks, keeps to its lanes, and does next to nothing when idle."""

from typing import Any

import pytest

from bot.courier import TeamsCourier
from cards.hub import hub_card
from domain.open_work import unit_of_work_open
from domain.ports import Outgoing, Place
from domain.submission import Submission
from storage.errors import StorageBusy
from storage.outbox import Claim, Outbox
from tests.conversations.force import Force
from tests.conversations.hub_desk import press, see_head
from tests.delivery.passing import settle, wait_for
from tests.fake_teams import Person

TAKEN = "Priya Nair has it"


@pytest.fixture(autouse=True)
async def priya(force: Force) -> Person:
    await force.bind_hub()
    priya = await force.find_thread(force.priya, await force.submit(force.sam))
    await settle(force)
    return priya


@pytest.mark.parametrize("deed", ["claim", "due_postings", "finish_posting", "release", "next_wake"])
async def test_it_outlives_a_storage_that_fails_for_a_moment(
    force: Force, priya: Person, monkeypatch: pytest.MonkeyPatch, deed: str
) -> None:
    real = getattr(Outbox, deed)
    failures = [StorageBusy("locked"), OSError("disk full")]

    async def fail_at_first(outbox: Outbox, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 (passed on)
        if failures:
            raise failures.pop()
        return await real(outbox, *arguments, **named)

    monkeypatch.setattr(Outbox, deed, fail_at_first)
    await press(priya, "Take it")
    await wait_for(force, force.sam, lambda: TAKEN in force.sam.sees())
    await wait_for(force, force.sam, lambda: not failures)


async def test_a_card_that_cannot_be_drawn_holds_up_nothing_else_and_is_given_up_in_the_end(
    force: Force, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_on_the_first(submission: Submission, *more: Any, **named: Any) -> Outgoing:  # noqa: ANN401 (passed on)
        if submission.id == 1:
            raise ZeroDivisionError
        return hub_card(submission, *more, **named)

    monkeypatch.setattr("delivery.rendering.hub_card", fail_on_the_first)
    await force.sam.says("add PF-2026-0001 It was seen again")
    second = await force.submit(force.dana)
    await force.find_thread(force.priya, second)
    dead: list[str] = []
    for _ in range(40):
        force.passes(hours=2)
        await force.teams.world.wait_for_change(0.05)
        async with force.product.database.read() as work:
            dead = [letter.error for letter in await work.outbox.list_dead()]
        if dead:
            break
    assert dead == ["ZeroDivisionError"]


async def test_teams_is_never_called_inside_a_unit_of_work(
    force: Force, priya: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, opened = TeamsCourier._reach, list[bool]()  # noqa: SLF001 (every way out passes here)

    def note(courier: TeamsCourier, place: Place) -> Any:  # noqa: ANN401 (the SDK ships no types)
        opened.append(unit_of_work_open.get())
        return real(courier, place)

    monkeypatch.setattr(TeamsCourier, "_reach", note)
    await press(priya, "Send the question", words_ask="When?")
    await force.sam.until_sees("asks you:")
    await force.sam.says("At two")
    await priya.crafts("hub.ask", {"reference": "PF-2026-0001"}, card=see_head(priya), by_submit=True)
    await force.dana.at(force.channel, uninvited=True).says("queue")
    await force.priya.says("this is the Hub")
    force.passes(minutes=11)
    await force.product.timetable.run_due()
    await settle(force)
    assert len(opened) > 8
    assert not any(opened)


async def test_idle_it_looks_every_two_seconds_and_touches_nothing(
    force: Force, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, looks = Outbox.claim, list[int]()

    async def note(outbox: Outbox, *arguments: Any) -> list[Claim]:  # noqa: ANN401 (passed on)
        looks.append(1)
        return await real(outbox, *arguments)

    await settle(force)
    calls = len(force.teams.calls)
    monkeypatch.setattr(Outbox, "claim", note)
    with pytest.raises(AssertionError):
        await force.sam.until(lambda: len(looks) > 2, patience=2.5)
    assert len(force.teams.calls) == calls


async def test_jobs_run_once_a_time_whoever_asks_and_however_often(force: Force) -> None:
    def count_reads() -> int:
        return sum(call.path.endswith("/pagedmembers") for call in force.teams.calls)

    force.passes(minutes=11)
    before = count_reads()
    for _ in range(3):
        await force.product.timetable.run_due()
    assert count_reads() == before + 1
    force.passes(minutes=9)
    await force.product.timetable.run_due()
    assert count_reads() == before + 1
    force.passes(minutes=2)
    await force.product.timetable.run_due()
    assert count_reads() == before + 2
