"""Edited messages, old cards, presses twice, and things that come again."""

import asyncio

from tests.conversations.force import Force
from tests.conversations.officer_chat import ANSWERS, count_said, find_card, see_bottom, walk_to

LATE = "That question is already answered. Here is where you are now."


async def test_an_edited_message_changes_its_answer_where_it_stands(force: Force) -> None:
    sam = force.sam
    said = await walk_to(sam, "analysis")
    messages = count_said(sam)
    await sam.edits(said[3], "The racks by the town hall")
    await sam.until(lambda: "Where: The racks by the town hall" in find_card(sam, "Where:").text)
    assert count_said(sam) == messages
    await sam.says("review")
    assert "Where: The racks by the town hall" in see_bottom(sam)


async def test_an_edit_is_seen_in_the_review_that_is_open(force: Force) -> None:
    sam = force.sam
    said = await walk_to(sam, "review")
    await sam.edits(said[3], "The racks by the town hall")
    await sam.until(lambda: "Where: The racks by the town hall" in see_bottom(sam))


async def test_an_edited_message_mends_the_reply_that_is_held(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "problem")
    message = await sam.says("Ring 01438 555 123 about the bikes")
    await sam.edits(message, "Ring the shop about the bikes")
    await sam.until(lambda: "Which topic is nearest?" in see_bottom(sam))


async def test_an_edit_that_does_not_fit_says_that_the_earlier_answer_stands(force: Force) -> None:
    sam = force.sam
    said = await walk_to(sam, "analysis")
    await sam.edits(said[3], "\N{THUMBS UP SIGN}")
    assert "Your earlier answer stands as it was." in sam.sees()


async def test_an_edit_reaches_a_draft_that_was_saved_for_later(force: Force) -> None:
    sam = force.sam
    said = await walk_to(sam, "analysis")
    await sam.says("save")
    await sam.edits(said[3], "The racks by the town hall")
    await sam.says("drafts")
    await sam.presses("Carry on")
    await sam.says("review")
    assert "Where: The racks by the town hall" in see_bottom(sam)


async def test_an_edit_after_sending_is_told_kindly_that_it_changes_nothing(force: Force) -> None:
    sam = force.sam
    said = await walk_to(sam, "review")
    await sam.presses("Send to the Hub")
    await sam.edits(said[3], "The racks by the town hall")
    assert "The Hub has your first words already, and they stay as you sent them." in sam.sees()
    await sam.says("PF-2026-0001")
    assert "town hall" not in see_bottom(sam)


async def test_an_edit_of_something_that_was_no_answer_is_let_be(force: Force) -> None:
    hello = await force.sam.says("hello")
    said = count_said(force.sam)
    await force.sam.edits(hello, "submit")
    assert count_said(force.sam) == said


async def test_a_press_on_an_old_card_says_where_one_is_now(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "problem")
    old = sam.screen.last_card
    await sam.says(ANSWERS["problem"])
    await sam.presses("Next", answer="Something else", card=old)
    await sam.until_sees(LATE)
    assert "Which topic is nearest?" in see_bottom(sam)
    await sam.presses("Back", card=old)
    assert "Which topic is nearest?" in see_bottom(sam)
    for answer in ("theft", "The station", "review"):
        await sam.says(answer)
    assert f"In short: {ANSWERS['problem']}" in see_bottom(sam)


async def test_next_pressed_twice_answers_once(force: Force) -> None:
    sam = force.sam
    await sam.says("submit")
    await sam.presses("A problem I keep meeting")
    card = sam.screen.last_card
    await asyncio.gather(*(sam.presses("Next", answer="Bikes vanish", card=card) for _ in range(2)))
    assert "Which topic is nearest?" in see_bottom(sam)
    assert "Back" in sam.screen.last_card.buttons()


async def test_send_pressed_twice_sends_once(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "review")
    review = sam.screen.last_card
    await asyncio.gather(*(sam.presses("Send to the Hub", card=review) for _ in range(2)))
    await sam.says("my submissions")
    assert see_bottom(sam).count("[Open]") == 1
    await sam.presses("Send to the Hub", card=review)
    assert "That one has been finished. Type 'my submissions'" in sam.sees()


async def test_send_on_an_old_review_while_an_answer_is_being_changed_does_not_send(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "review")
    review = sam.screen.last_card
    await sam.says("change 2")
    await sam.presses("Send to the Hub", card=review)
    await sam.until_sees("You have begun to change an answer. Finish it here")
    await sam.says("my submissions")
    await sam.presses("That is my answer")
    assert "In short: my submissions" in see_bottom(sam)


async def test_an_activity_that_teams_delivers_again_acts_once(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "topic")
    said = count_said(sam)
    await sam.repeats()
    assert count_said(sam) == said
    assert "Which topic is nearest?" in see_bottom(sam)
    await sam.presses("Theft")
    first = await sam.repeats()
    assert "Where is it?" in str(first.body)
    assert "Where is it?" in see_bottom(sam)


async def test_a_send_that_teams_delivers_again_gets_the_same_answer_and_sends_once(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "review")
    reply = await sam.presses("Send to the Hub")
    again = await sam.repeats()
    assert again.body == reply.body
    await sam.says("my submissions")
    assert see_bottom(sam).count("[Open]") == 1
