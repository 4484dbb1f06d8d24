"""Whatever goes wrong on the way to Teams: the update arrives in the end, once, or somebody sees why not."""

import asyncio

import pytest

from tests.conversations.force import Force
from tests.conversations.hub_desk import press, see_head
from tests.delivery.passing import settle, wait_for
from tests.fake_teams import Fault, Person

TAKEN = "Priya Nair has it"
ASKED = "Priya Nair in the Hub asks you:"


@pytest.fixture(autouse=True)
async def priya(force: Force) -> Person:
    await force.bind_hub()
    reference = await force.submit(force.sam)
    priya = await force.find_thread(force.priya, reference)
    await settle(force)
    return priya


def count_cards(person: Person, words: str) -> int:
    """Count the cards on somebody's screen that say something."""
    return sum(words in card.text for card in person.screen.cards)


async def list_dead(force: Force) -> list[str]:
    """Give what was given up, by what it was and why."""
    async with force.product.database.read() as work:
        return [f"{letter.what}: {letter.error}" for letter in await work.outbox.list_dead()]


PASSING = [
    Fault(429, "TooManyRequests", headers={"Retry-After": "3"}),
    Fault(412, "PreconditionFailed"),
    Fault(500, "ServiceError"),
    Fault(502, body="<html>Bad gateway</html>"),
    Fault(503, "ServiceUnavailable", times=3),
    Fault(504, "GatewayTimeout"),
    Fault(cut=True, times=2),
    Fault(503, keeps=True),
    Fault(delay=0.3),
]


def name_fault(fault: Fault) -> str:
    """Name a fault in the list of stories."""
    return "cut" if fault.cut else str(fault.status or "slow")


@pytest.mark.parametrize("fault", PASSING, ids=name_fault)
async def test_an_update_survives_what_passes(force: Force, priya: Person, fault: Fault) -> None:
    force.sam.goes_wrong(Fault(**vars(fault)))
    await press(priya, "Take it")
    await wait_for(force, force.sam, lambda: TAKEN in force.sam.sees())
    assert count_cards(force.sam, TAKEN) == 1
    assert not await list_dead(force)


@pytest.mark.parametrize("fault", [fault for fault in PASSING if not fault.keeps], ids=name_fault)
async def test_a_message_survives_what_passes_and_comes_once(
    force: Force, priya: Person, fault: Fault
) -> None:
    force.sam.goes_wrong(Fault(**{**vars(fault), "times": fault.times + 1}))
    await press(priya, "Send the question", words_ask="When?")
    await wait_for(force, force.sam, lambda: ASKED in force.sam.sees())
    force.passes(hours=2)
    await wait_for(force, force.sam, lambda: "asked you" in force.sam.sees())
    assert count_cards(force.sam, ASKED) == 1


async def test_the_wait_that_teams_asks_for_is_kept(force: Force, priya: Person) -> None:
    force.sam.goes_wrong(Fault(429, headers={"Retry-After": "90"}))
    await press(priya, "Take it")
    await force.sam.until(lambda: not force.teams.world.faults[force.sam.conversation.conversation_id])
    assert await wait_for(force, force.sam, lambda: TAKEN in force.sam.sees()) >= 90


async def test_a_card_that_is_gone_is_posted_anew_and_stays_true_there(force: Force, priya: Person) -> None:
    chat = force.sam.conversation
    status = force.sam.screen.last
    chat.messages.remove(status)
    await press(priya, "Take it")
    await force.sam.until_sees(TAKEN)
    await press(priya, "On to analysis")
    await force.sam.until(lambda: "Analysis\xa0(now)" in force.sam.sees())
    assert count_cards(force.sam, TAKEN) == 1


async def test_a_threads_head_that_is_gone_is_posted_anew_and_the_thread_can_be_worked_on(
    force: Force,
) -> None:
    lost = {message.message_id for message in force.channel.messages}
    force.channel.messages.clear()
    await force.sam.says("add PF-2026-0001 It was seen again")
    anew = await force.find_thread(force.lee, "PF-2026-0001")
    assert see_head(anew).message_id not in lost
    await anew.until_sees("Sam Reed added detail:")
    await anew.says("take")
    await anew.until(lambda: "Lee Marsh has it" in see_head(anew).text)


async def test_somebody_who_blocked_the_bot_gets_everything_when_they_are_back(
    force: Force, priya: Person
) -> None:
    force.sam.account.blocked = True
    await press(priya, "Take it")
    await press(priya, "Send the question", words_ask="When?")
    tried = len(force.teams.calls)
    force.passes(hours=3)
    await press(priya, "On to analysis")
    assert not await list_dead(force)
    force.sam.account.blocked = False
    assert len(force.teams.calls) - tried < 10
    await force.sam.installs()
    await force.sam.until_sees(ASKED)
    await force.sam.until_sees(TAKEN)
    assert count_cards(force.sam, ASKED) == 1


async def test_a_channel_that_refuses_for_a_while_is_tried_again(force: Force, priya: Person) -> None:
    priya.goes_wrong(Fault(403, "MessageWritesBlocked", times=2))
    await force.sam.says("add PF-2026-0001 It was seen again")
    await wait_for(force, priya, lambda: "Sam Reed added detail:" in priya.sees())
    assert "It was seen again" in see_head(priya).text


async def test_what_can_never_arrive_is_given_up_where_an_administrator_sees_it_and_the_rest_goes_on(
    force: Force, priya: Person
) -> None:
    force.sam.goes_wrong(Fault(400, "BadSyntax"))
    await press(priya, "Send the question", words_ask="When?")
    await force.sam.until_sees(ASKED)
    await settle(force)
    dead = await list_dead(force)
    assert dead == ["status: BadSyntax"]


async def test_after_the_last_try_it_is_given_up(force: Force, priya: Person) -> None:
    force.sam.goes_wrong(Fault(503, "ServiceUnavailable", times=1000))
    await press(priya, "Take it")
    dead: list[str] = []
    for _ in range(60):
        force.passes(hours=2)
        dead = await list_dead(force)
        if dead:
            break
        await force.teams.world.wait_for_change(0.05)
    assert dead == ["status: ServiceUnavailable"]


async def test_one_persons_slow_line_holds_up_nobody_else(force: Force, priya: Person) -> None:
    second = await force.submit(force.dana)
    other = await force.find_thread(force.priya, second)
    stuck = asyncio.Event()
    force.sam.goes_wrong(Fault(hold=stuck))
    await press(priya, "Take it")
    await press(other, "Take it")
    await force.dana.until_sees(TAKEN, 2)
    assert TAKEN not in force.sam.sees()
    stuck.set()
    await force.sam.until_sees(TAKEN)


async def test_messages_in_the_channel_land_each_in_the_thread_of_its_submission(
    force: Force, priya: Person
) -> None:
    second = await force.submit(force.dana)
    other = await force.find_thread(force.priya, second)
    await asyncio.gather(
        force.sam.says("add PF-2026-0001 From Sam"), force.dana.says(f"add {second} From Dana")
    )
    await settle(force)
    for seat, sender, stranger in ((priya, "Sam", "Dana"), (other, "Dana", "Sam")):
        assert f"From {sender}" in seat.screen.last_card.text
        assert f"From {stranger}" not in seat.sees()
