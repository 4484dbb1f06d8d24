"""The Hub's day: a submission arrives as a thread, is taken, asked about, answered, moved and closed."""

from collections.abc import Awaitable, Callable

import pytest

from tests.conversations.force import Force
from tests.conversations.hub_desk import (
    is_at,
    list_moves,
    list_told_outside,
    press,
    read_history,
    see_head,
    until_history_says,
)
from tests.fake_teams import Person

LIVE = 2.0
"""Seconds within which the other side's screen shows what happened (issue 2, point 4)."""


@pytest.fixture
async def reference(force: Force) -> str:
    await force.bind_hub()
    return await force.submit(force.sam)


@pytest.fixture
async def priya(force: Force, reference: str) -> Person:
    return await force.find_thread(force.priya, reference)


@pytest.fixture
async def lee(force: Force, priya: Person) -> Person:
    return force.lee.at(force.channel, priya.root_id)


async def test_a_submission_is_a_thread_that_says_what_where_from_whom_and_how_it_stands(
    force: Force, priya: Person
) -> None:
    second = await force.submit(force.dana)
    other = await force.find_thread(force.priya, second)
    assert other.root_id != priya.root_id
    card = see_head(priya)
    for words in ("PF-2026-0001", "Bicycles are taken", "The racks behind", "Sam Reed", "Nobody has it"):
        assert words in card.text
    assert "Patrols helped" not in card.text
    await priya.presses("What was sent", card=card)
    assert "Patrols helped for two weeks" in see_head(priya).text


async def test_the_hub_works_it_from_arrival_to_closing_and_the_officer_sees_each_step(
    force: Force, priya: Person, lee: Person
) -> None:
    await press(priya, "Take it")
    assert "Priya Nair has it" in see_head(priya).text
    await force.sam.until_sees("Priya Nair has it", LIVE)
    await lee.until(lambda: "Priya Nair has it" in see_head(lee).text, LIVE)

    await press(priya, "Send the question", words_ask="At what time of day?")
    await force.sam.until_sees("At what time of day?", LIVE)
    await force.sam.presses("Send my answer", words_reply="Between two and five")
    await lee.until(lambda: "Between two and five" in see_head(lee).text, LIVE)
    await lee.until_sees("Sam Reed answered:", LIVE)

    await press(priya, "Send the answer", words_answer="The light will be mended")
    await force.sam.until_sees("The light will be mended", LIVE)
    await press(priya, "On to analysis")
    await force.sam.until(lambda: is_at(force.sam, "Analysis"), LIVE)
    await press(priya, "Back to scanning")
    await force.sam.until(lambda: is_at(force.sam, "Scanning"), LIVE)
    await press(priya, "Close it", outcome="addressed", words_close="The light is mended")
    await force.sam.until_sees("has closed this: addressed", LIVE)
    await lee.until(lambda: "Closed today" in see_head(lee).text, LIVE)


async def answer_at_two(officer: Person) -> None:
    """Answer the Hub's question once it has come."""
    await officer.until_sees("in the Hub asks you:")
    await officer.presses("Send my answer", words_reply="At two")


async def test_everything_that_happens_is_a_line_with_who_and_when(
    force: Force, priya: Person, lee: Person
) -> None:
    deeds: list[tuple[str, Callable[[], Awaitable[object]]]] = [
        ("Priya Nair took it on", lambda: press(priya, "Take it")),
        ("Lee Marsh took it on", lambda: press(lee, "Take it over")),
        ("Lee Marsh put it back in the queue", lambda: press(lee, "Put back in the queue")),
        ("Priya Nair gave it to Lee Marsh", lambda: press(priya, "Give it", colleague="Lee Marsh")),
        ("Lee Marsh asked the officer: When?", lambda: press(lee, "Send the question", words_ask="When?")),
        ("Sam Reed answered: At two", lambda: answer_at_two(force.sam)),
        ("Lee Marsh wrote to the officer: Yes", lambda: lee.says("answer Yes")),
        ("Priya Nair noted for the Hub: Ask Jo", lambda: priya.says("note Ask Jo")),
        ("Sam Reed added detail: More", lambda: force.sam.says("add PF-2026-0001 More")),
        ("Lee Marsh moved it to analysis", lambda: lee.says("forward")),
        ("Lee Marsh moved it to scanning", lambda: lee.says("back")),
        ("Lee Marsh closed it (referred): To them", lambda: lee.says("close referred: To them")),
        ("Priya Nair opened it again", lambda: priya.says("reopen")),
    ]
    for minute, (line, deed) in enumerate(deeds, start=1):
        force.passes(minutes=1)
        await deed()
        for reader in (priya, lee):
            await until_history_says(reader, f"09:{minute:02}  {line}")


async def test_the_card_offers_at_each_stage_what_is_legal_there_and_nothing_else(priya: Person) -> None:
    always = {"Ask", "Answer", "Note", "Give to a colleague", "Close"}
    assert list_moves(see_head(priya)) == always | {"Take it", "On to scanning"}
    await press(priya, "Take it")
    owned = always | {"Take it over", "Put back in the queue"}
    await _until_offered(priya, owned | {"On to analysis"})
    await press(priya, "On to analysis")
    await _until_offered(priya, owned | {"On to response", "Back to scanning"})
    await press(priya, "On to response")
    await _until_offered(priya, owned | {"On to assessment", "Back to analysis"})
    await press(priya, "On to assessment")
    await _until_offered(priya, owned | {"Back to response"})
    await press(priya, "Close it", outcome="adopted", words_close="Done")
    await _until_offered(priya, {"Reopen", "Note"})
    await press(priya, "Reopen it")
    await _until_offered(priya, owned | {"Back to response"})


async def _until_offered(reader: Person, moves: set[str]) -> None:
    """Wait for a card with these moves: an update of the picture before may still be on its way."""
    await reader.until(lambda: list_moves(see_head(reader)) == moves)


async def test_a_note_is_read_by_the_hub_and_by_nobody_else_whatever_happens_after(
    force: Force, priya: Person, lee: Person
) -> None:
    secret = "The landlord is known to us"
    await press(priya, "Keep the note", words_note=secret)
    await lee.until(lambda: secret in see_head(lee).text)
    await press(priya, "Take it")
    await press(priya, "Send the question", words_ask="When?")
    await force.sam.until_sees("When?")
    await force.sam.presses("History")
    await force.sam.presses("Send my answer", words_reply="At two")
    await force.sam.says("my submissions")
    await force.sam.says("PF-2026-0001")
    await press(priya, "Close it", outcome="addressed", words_close="Done")
    await force.sam.until_sees("has closed this: addressed")
    await force.sam.says("reopen PF-2026-0001 It is back")
    await lee.until(lambda: "opened it again" in read_history(lee))

    assert secret in read_history(lee)
    assert not [told for told in list_told_outside(force) if secret in told]
    assert not [card for card in force.sam.screen.cards if secret in str(card.card)]


async def test_closing_tells_the_officer_how_and_why_once_and_reopening_brings_it_back_where_it_was(
    force: Force, priya: Person
) -> None:
    await press(priya, "Take it")
    await press(priya, "On to analysis")
    await press(priya, "Close it", outcome="Not taken forward", words_close="The council does it already")
    await force.sam.until_sees("has closed this: not taken forward.")
    assert "The council does it already" in force.sam.screen.last_card.text
    await press(priya, "Reopen it", words_reopen="They do not after all")
    await force.sam.until_sees("has opened this again")
    await force.sam.until(lambda: is_at(force.sam, "Analysis"))
    assert force.sam.sees().count("has closed this") == 1
    assert "Priya Nair has it" in see_head(priya).text


async def test_the_box_in_a_message_about_the_officers_answer_works_as_well(
    force: Force, priya: Person
) -> None:
    await priya.says("ask When?")
    await force.sam.until_sees("When?")
    await force.sam.presses("Send my answer", words_reply="At two")
    await priya.until_sees("PF-2026-0001  Sam Reed answered:")
    await priya.presses("Send the answer", words_answer="Then look at the rota", card=priya.screen.last_card)
    await force.sam.until_sees("Then look at the rota")


async def test_what_was_sent_can_be_read_whole_where_the_card_has_to_cut_it(force: Force) -> None:
    await force.sam.says("submit")
    long = "The racks stand behind the wall. " * 110
    for words in ("problem", long, "theft", "The station", long, long, long + "The last word."):
        await force.sam.says(words)
    await force.sam.presses("Send to the Hub")
    await force.sam.until_sees("PF-2026-0002")
    priya = await force.find_thread(force.priya, "PF-2026-0002")
    assert "The last word." not in str(see_head(priya).card)
    await press(priya, "What was sent")
    await priya.presses("Read all of it")
    await priya.until_sees("The last word.")


@pytest.fixture(autouse=True)
async def _bound(reference: str) -> None:
    """Every story here begins with one submission in the Hub's channel."""
