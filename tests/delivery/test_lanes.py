"""What happens to a whole lane: it rests when Teams asks for it, and is given back when the storage fails."""

import asyncio
from typing import Any

import pytest

from domain.delivery import LetterKind
from storage.errors import StorageBusy
from storage.outbox import Outbox
from tests.conversations.force import Force
from tests.conversations.hub_desk import press
from tests.delivery.passing import settle, wait_for
from tests.fake_teams import Fault, Person

TAKEN = "Priya Nair has it"
ASKED = "Priya Nair in the Hub asks you:"


@pytest.fixture(autouse=True)
async def priya(force: Force) -> Person:
    await force.bind_hub()
    priya = await force.find_thread(force.priya, await force.submit(force.sam))
    await settle(force)
    return priya


def count_calls(force: Force, person: Person) -> int:
    """Count what the bot tried to send to somebody's chat."""
    return len(force.teams.connector.sent[person.conversation.conversation_id])


def count_asked(person: Person) -> int:
    return sum(ASKED in card.text for card in person.screen.cards)


async def test_when_teams_asks_to_wait_nothing_goes_to_that_person_until_then_and_others_get_theirs(
    force: Force, priya: Person
) -> None:
    other = await force.find_thread(force.priya, await force.submit(force.dana))
    await settle(force)
    force.sam.goes_wrong(Fault(429, headers={"Retry-After": "90"}))
    await press(priya, "Take it")
    await force.sam.until(lambda: not force.teams.world.faults[force.sam.conversation.conversation_id])
    await press(priya, "Send the question", words_ask="When?")
    tried = count_calls(force, force.sam)
    await press(other, "Take it")
    for _ in range(8):
        force.passes(seconds=10)
        await force.dana.until_sees(TAKEN)
    assert count_calls(force, force.sam) == tried
    await force.sam.says("my submissions")
    assert "PF-2026-0001" in force.sam.screen.last_card.text
    assert await wait_for(force, force.sam, lambda: ASKED in force.sam.sees()) >= 5
    assert TAKEN in force.sam.sees()
    assert count_asked(force.sam) == 1


@pytest.mark.parametrize("deed", ["due_postings", "look_again", "sent_lately"])
async def test_a_storage_that_fails_in_the_middle_gives_the_lane_back_at_once(
    force: Force, priya: Person, monkeypatch: pytest.MonkeyPatch, deed: str
) -> None:
    real, failures = getattr(Outbox, deed), [StorageBusy("locked"), StorageBusy("locked")]

    async def fail_at_first(outbox: Outbox, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 (passed on)
        if failures:
            raise failures.pop()
        return await real(outbox, *arguments, **named)

    monkeypatch.setattr(Outbox, deed, fail_at_first)
    begun = force.clock.now()
    await press(priya, "Take it")
    await force.sam.until_sees(TAKEN)
    assert not failures
    assert (force.clock.now() - begun).total_seconds() < 5
    await settle(force)
    assert not await list_dead(force)


async def test_what_arrived_and_cannot_be_noted_is_never_sent_again_and_an_administrator_sees_it(
    force: Force, priya: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("delivery.noting._NOTING_AGAIN", 0.01)
    monkeypatch.setattr("delivery.items.keep_alive", fail)
    await press(priya, "Send the question", words_ask="When?")
    await force.sam.until_sees(ASKED)
    async with asyncio.timeout(10):
        while not await list_dead(force):
            await force.teams.world.wait_for_change(0.05)
    for _ in range(5):
        force.passes(hours=1)
        await settle(force)
    assert count_asked(force.sam) == 1
    assert await list_dead(force) == [(LetterKind.NOTICE, "NotNoted")]
    await press(priya, "Take it")
    await force.sam.until_sees(TAKEN)


async def list_dead(force: Force) -> list[tuple[LetterKind, str]]:
    """Give what was given up, and why."""
    async with force.product.database.read() as work:
        return [(letter.kind, letter.error) for letter in await work.outbox.list_dead()]
