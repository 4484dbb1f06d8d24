"""Typing: forgiven while nothing is open, never mistaken for an answer while a question is."""

import pytest

from tests.conversations.force import QUICK_ANSWERS, Force
from tests.conversations.officer_chat import count_said, see_bottom, walk_to


@pytest.mark.parametrize(
    ("words", "leads_to"),
    [
        ("my submision", "You have sent nothing yet"),
        ("My Submissions!", "You have sent nothing yet"),
        ("mysubmissions", "You have sent nothing yet"),
        ("status", "You have sent nothing yet"),
        ("Submit a problem", "What would you like to bring"),
        ("sumbit", "What would you like to bring"),
        ("  SUBMIT  ", "What would you like to bring"),
        ("draft", "Nothing is unfinished."),
        ("Good morning", "What would you like to do?"),
        ("hlep", "What you can do here"),
    ],
)
async def test_words_are_forgiven_while_nothing_is_open(force: Force, words: str, leads_to: str) -> None:
    await force.sam.installs()
    await force.sam.says(words)
    assert leads_to in force.sam.sees()


@pytest.mark.parametrize(
    "words",
    [
        "PF-2026-0001",
        "pf 2026 1",
        "pf-2026-0001?",
        "open PF-2026-0001.",
        "show pf2026-1 please",
        "opne PF-2026-0001",
    ],
)
async def test_a_reference_is_enough_to_bring_its_card_down(force: Force, words: str) -> None:
    await force.submit(force.sam)
    await force.sam.says(words)
    assert "PF-2026-0001" in see_bottom(force.sam)
    assert "Received (now)" in see_bottom(force.sam)


async def test_a_reference_that_nobody_has_is_said_to_be_unknown(force: Force) -> None:
    await force.sam.says("PF-2026-0099")
    assert "I know no submission PF-2026-0099. Check the number" in force.sam.sees()


async def test_something_unknown_gets_the_menu(force: Force) -> None:
    await force.sam.installs()
    await force.sam.says("xyzzy")
    assert "I did not recognise that. This is what I can do." in force.sam.sees()
    assert see_bottom(force.sam).splitlines()[1:] == [
        "[Submit something]",
        "[My submissions]",
        "[Think it through]",
        "[My action plans]",
        "[Help]",
    ]


async def test_a_problem_told_straight_away_becomes_a_submission_with_one_press(force: Force) -> None:
    sam = force.sam
    await sam.installs()
    await sam.says("Bikes get stolen behind the station every week")
    assert "Shall I start a submission with this?" in see_bottom(sam)
    await sam.presses("Start a submission")
    await sam.until_sees("What would you like to bring to the Hub?")
    await sam.says("a problem")
    assert "Which topic is nearest?" in see_bottom(sam)
    await sam.says("review")
    await sam.says("theft")
    await sam.says("Hitchin")
    await sam.says("review")
    assert "In short: Bikes get stolen behind the station every week" in see_bottom(sam)


async def test_starting_with_the_same_words_twice_starts_one_submission(force: Force) -> None:
    sam = force.sam
    await sam.says("Bikes get stolen behind the station every week")
    offer = sam.screen.last_card
    await sam.presses("Start a submission", card=offer)
    await sam.until_sees("What would you like to bring")
    await sam.presses("Start a submission", card=offer)
    await sam.says("save")
    await sam.says("drafts")
    assert see_bottom(sam).count("[Carry on]") == 1


async def test_a_commands_word_typed_over_a_question_asks_what_was_meant(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "problem")
    await sam.says("my submissions")
    assert 'Is "my submissions" your answer, or shall I show your submissions?' in see_bottom(sam)
    assert sam.screen.last_card.buttons()[1:4] == ["That is my answer", "Show my submissions", "Neither"]
    assert "In a sentence: what keeps happening" in see_bottom(sam)


@pytest.mark.parametrize("reply", ["[That is my answer]", "yes", "that is my answer"])
async def test_it_was_the_answer(force: Force, reply: str) -> None:
    await _type_over(force, "status", reply)
    assert "Which topic is nearest?" in see_bottom(force.sam)
    await force.sam.says("back")
    assert "Your answer: = status" in see_bottom(force.sam)


@pytest.mark.parametrize("reply", ["[Show my submissions]", "do that", "Status", "my submissions"])
async def test_it_was_the_command(force: Force, reply: str) -> None:
    await _type_over(force, "status", reply)
    await force.sam.until_sees("You have sent nothing yet")
    await force.sam.until(lambda: 'Is "status" your answer' not in force.sam.sees())
    await force.sam.says("Bikes vanish from the racks")
    assert "Which topic is nearest?" in see_bottom(force.sam)


@pytest.mark.parametrize("reply", ["[Neither]", "no", "forget it"])
async def test_it_was_neither(force: Force, reply: str) -> None:
    await _type_over(force, "status", reply)
    assert "In a sentence: what keeps happening" in see_bottom(force.sam)
    assert 'Is "status" your answer' not in see_bottom(force.sam)
    assert "status" not in see_bottom(force.sam)


async def test_an_answer_that_says_more_than_the_command_is_simply_the_answer(force: Force) -> None:
    await _type_over(force, "status", "Bikes vanish from the racks")
    assert "Which topic is nearest?" in see_bottom(force.sam)


@pytest.mark.parametrize(
    "words", ["The queue outside the club turns into fights", "help the elderly", "back to back burglaries"]
)
async def test_an_answer_that_merely_begins_with_a_commands_word_is_not_asked_about(
    force: Force, words: str
) -> None:
    await walk_to(force.sam, "problem")
    await force.sam.says(words)
    assert "Which topic is nearest?" in see_bottom(force.sam)


async def test_a_command_about_a_submission_asks_in_its_own_words(force: Force) -> None:
    await force.submit(force.sam)
    await walk_to(force.sam, "place")
    await force.sam.says("open PF-2026-0001")
    assert "or shall I open it?" in see_bottom(force.sam)
    said = count_said(force.sam)
    await force.sam.presses("Open it")
    await force.sam.until(lambda: count_said(force.sam) > said)
    assert "Received (now)" in see_bottom(force.sam)


async def test_at_the_review_a_command_is_carried_out_and_the_review_waits(force: Force) -> None:
    await walk_to(force.sam, "review")
    await force.sam.says("my submissions")
    assert "You have sent nothing yet" in see_bottom(force.sam)
    await force.sam.says("send it")
    assert "PF-2026-0001" in see_bottom(force.sam)


async def _type_over(force: Force, command: str, reply: str) -> None:
    """Type a command's word over a question, then settle it by a [button] or by typing."""
    await walk_to(force.sam, "problem")
    await force.sam.says(command)
    assert f'Is "{command}" your answer' in see_bottom(force.sam)
    if reply.startswith("["):
        await force.sam.presses(reply.strip("[]"))
    else:
        await force.sam.says(reply)


async def test_what_stands_on_a_button_can_be_typed(force: Force) -> None:
    sam = force.sam
    await sam.says("submit")
    await sam.says("problem")
    await sam.says("save")
    await sam.says("submit")
    await sam.says("start another")
    for answer in QUICK_ANSWERS:
        await sam.says(answer)
    await sam.says("Send to the Hub")
    await sam.until_sees("PF-2026-0001")
