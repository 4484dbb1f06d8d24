"""The product stops and starts again, or Teams is down for a while: everything arrives, once."""

import asyncio
from datetime import timedelta

import pytest

from app import Product
from tests.conversations.force import Force, build_product
from tests.conversations.hub_desk import press, read_history, see_head
from tests.delivery.passing import settle, wait_for
from tests.fake_teams import Fault, Person

ASKED = "Priya Nair in the Hub asks you:"


@pytest.fixture(autouse=True)
async def priya(force: Force) -> Person:
    await force.bind_hub()
    priya = await force.find_thread(force.priya, await force.submit(force.sam))
    await settle(force)
    return priya


async def test_teams_is_down_the_product_restarts_and_everything_arrives_once(
    force: Force, priya: Person
) -> None:
    force.teams.goes_wrong(Fault(cut=True, times=10_000))
    await press(priya, "Take it")
    await press(priya, "Send the question", words_ask="When?")
    await force.stop()
    await force.start()
    force.passes(minutes=1)
    await press(priya, "Keep the note", words_note="Ask the landlord")
    await force.stop()
    force.teams.world.faults.clear()
    await force.start()
    lee = force.lee.at(force.channel, priya.root_id)
    await wait_for(force, force.sam, lambda: ASKED in force.sam.sees())
    await wait_for(force, lee, lambda: "Ask the landlord" in read_history(lee))
    await wait_for(force, force.sam, lambda: "Priya Nair has it" in force.sam.sees())
    force.passes(hours=3)
    await force.sam.presses("Send my answer", words_reply="At two")
    await settle(force)
    assert count_cards(force.sam, ASKED) == 1
    assert count_cards(lee, "PF-2026-0001  Sam Reed answered:") == 1


async def test_a_reply_whose_process_died_is_sent_by_the_next_one_after_its_ten_seconds(
    force: Force,
) -> None:
    stuck = asyncio.Event()
    force.dana.goes_wrong(Fault(hold=stuck, cut=True, times=5))
    asking = asyncio.create_task(force.dana.says("submit"))
    await force.dana.until(lambda: force.teams.connector.most_at_once == 1)
    successor = build_product(force.teams, force.clock, force.settings)
    force.teams.world.faults.clear()
    force.clock.passes(timedelta(seconds=5))
    await successor.worker.deliver_due()
    assert not force.dana.screen.heard
    force.clock.passes(timedelta(seconds=6))
    await successor.worker.deliver_due()
    assert "What would you like to bring to the Hub?" in force.dana.sees()
    stuck.set()
    await asking
    await close(successor)


async def test_what_a_dead_worker_had_claimed_is_taken_over_when_its_lease_ends(
    force: Force, priya: Person
) -> None:
    stuck = asyncio.Event()
    force.sam.goes_wrong(Fault(hold=stuck, cut=True))
    await press(priya, "Take it")
    await force.sam.until(lambda: force.teams.connector.most_at_once == 1)
    successor = build_product(force.teams, force.clock, force.settings)
    await successor.worker.deliver_due()
    assert "Priya Nair has it" not in force.sam.sees()
    force.clock.passes(timedelta(seconds=61))
    await successor.worker.deliver_due()
    assert "Priya Nair has it" in force.sam.sees()
    stuck.set()
    await close(successor)


async def test_two_processes_share_the_work_and_nothing_is_sent_twice(force: Force) -> None:
    second = build_product(force.teams, force.clock, force.settings)
    rest = asyncio.Event()
    working = asyncio.create_task(second.worker.run(rest))
    references = [await force.submit(person) for person in (force.dana, force.sam, force.dana)]
    for reference in references:
        thread = await force.find_thread(force.priya, reference)
        await press(thread, "Send the question", words_ask=f"When was {reference}?")
    await settle(force)
    force.passes(hours=1)
    second.worker.wake()
    rest.set()
    await working
    await close(second)
    heads = [message for message in force.channel.messages if message.message_id == message.root_id]
    for reference in references:
        assert sum(reference in str(head.card) for head in heads) == 1
    assert count_cards(force.sam, ASKED) + count_cards(force.dana, ASKED) == len(references)


async def test_an_orderly_stop_sends_what_was_promised(force: Force, priya: Person) -> None:
    force.dana.goes_wrong(Fault(delay=0.3))
    asking = asyncio.create_task(force.dana.says("submit"))
    await force.dana.until(lambda: not force.teams.world.faults[force.dana.conversation.conversation_id])
    await force.stop()
    await asking
    assert "What would you like to bring to the Hub?" in force.dana.sees()
    await force.start()
    assert "Nobody has it" in see_head(priya).text


def count_cards(person: Person, words: str) -> int:
    """Count the cards on somebody's screen that say something."""
    return sum(words in card.text for card in person.screen.cards)


async def close(product: Product) -> None:
    """Let go of a product that was never served."""
    for deed in (product.dispatcher.drain, product.database.close):
        await deed()
