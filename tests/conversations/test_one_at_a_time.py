"""Beginning something while something else is open: finish it first, save it for later, or throw it away."""

import pytest

from tests.conversations.force import QUICK_ANSWERS, Force
from tests.conversations.officer_chat import find_card, see_bottom, walk_to
from tests.fake_teams import Person

ASKED = "This is open. Finish it first, save it for later, or throw it away?"
STARTS = {
    "six hats": "what would you like to think through?",
    "decision model": "what would you like to think through?",
    "risk assessment": "what would you like to think through?",
    "risks: Moving the racks": "What could go wrong?",
}
"""What is typed to begin each, and what it asks first."""


async def leave_a_choice_open(officer: Person) -> None:
    """Stand at a list of choices, where a command can only be meant as one."""
    await walk_to(officer, "topic")


@pytest.mark.parametrize("typed", STARTS)
async def test_no_walkthrough_is_put_aside_unasked(force: Force, typed: str) -> None:
    sam = force.sam
    await leave_a_choice_open(sam)
    await sam.says(typed)
    assert ASKED in see_bottom(sam)
    assert QUICK_ANSWERS[1] in see_bottom(sam)
    assert "Scanning, 3 of 7" in see_bottom(sam)
    await sam.presses("Save it for later")
    await sam.until(lambda: STARTS[typed] in see_bottom(sam))
    await sam.says("save")
    await sam.says("drafts")
    assert QUICK_ANSWERS[1] in see_bottom(sam)


async def test_a_button_asks_as_the_word_does(force: Force) -> None:
    sam = force.sam
    await sam.says("think it through")
    ways = sam.screen.last_card
    await leave_a_choice_open(sam)
    await sam.presses("Six hats", card=ways)
    await sam.until(lambda: ASKED in see_bottom(sam))


async def test_a_submission_asks_for_what_is_being_thought_through(force: Force) -> None:
    sam = force.sam
    await sam.says("six hats: Bicycles")
    await sam.says("submit")
    assert ASKED in see_bottom(sam)
    assert "Six hats: Bicycles" in see_bottom(sam)
    await sam.presses("Save it for later")
    await sam.until(lambda: "What would you like to bring to the Hub?" in see_bottom(sam))
    await sam.until(lambda: "Six hats: saved for later" in sam.sees())


async def test_telling_more_asks_too(force: Force) -> None:
    sam = force.sam
    reference = await force.submit(sam)
    await sam.says("six hats: Bicycles")
    await sam.says(f"more {reference}")
    assert ASKED in see_bottom(sam)
    await sam.presses("Save it for later")
    await sam.until(lambda: "What would better look like" in see_bottom(sam))


async def test_finished_first_the_question_comes_back(force: Force) -> None:
    sam = force.sam
    await leave_a_choice_open(sam)
    await sam.says("six hats")
    await sam.presses("Finish it first")
    await sam.until(lambda: "Which topic is nearest?" in see_bottom(sam))
    assert "Carried on below." in sam.sees()
    assert "Finish it first" not in sam.sees()


async def test_thrown_away_its_answers_are_deleted_and_the_other_begins(force: Force) -> None:
    sam = force.sam
    await leave_a_choice_open(sam)
    await sam.says("six hats: The towpath")
    asked = sam.screen.last_card
    await sam.presses("Throw it away")
    await sam.until(lambda: "All six hats, or one to begin with?" in see_bottom(sam))
    async with force.product.database.read() as work:
        drafts = await work.drafts.list_latest(1, 10)
    assert not [draft for draft in drafts if "Bicycles" in str(draft.state)]
    await sam.presses("Throw it away", card=asked)
    await sam.says("drafts")
    assert see_bottom(sam).count("[Throw away]") == 1
    assert "The towpath" in see_bottom(sam)


async def test_a_question_nobody_answered_is_in_nobodys_way(force: Force) -> None:
    sam = force.sam
    await sam.says("submit")
    await sam.says("six hats")
    assert "what would you like to think through?" in see_bottom(sam)


async def test_another_of_the_same_kind_asks_once(force: Force) -> None:
    sam = force.sam
    await leave_a_choice_open(sam)
    await sam.says("submit")
    assert ASKED in see_bottom(sam)
    await sam.presses("Save it for later")
    await sam.until(lambda: "What would you like to bring to the Hub?" in see_bottom(sam))


async def test_what_was_asked_about_saved_drafts_is_still_asked(force: Force) -> None:
    sam = force.sam
    await leave_a_choice_open(sam)
    await sam.says("save")
    await sam.says("six hats: Bicycles")
    await sam.says("submit")
    await sam.presses("Save it for later")
    await sam.until(lambda: "You have one unfinished. Carry on with it, or start another?" in see_bottom(sam))


async def test_words_for_a_submission_wait_while_one_decides(force: Force) -> None:
    sam = force.sam
    await sam.says("Shoplifting at the Co-op has doubled")
    offer = find_card(sam, "Shall I start a submission with this?")
    await sam.says("six hats: Bicycles")
    await sam.presses("Start a submission", card=offer)
    await sam.until(lambda: ASKED in see_bottom(sam))
    await sam.presses("Save it for later")
    await sam.until(lambda: "What would you like to bring to the Hub?" in see_bottom(sam))
    for answer in ("problem", "retail crime", "The Co-op", "review"):
        await sam.says(answer)
    assert "In short: Shoplifting at the Co-op has doubled" in see_bottom(sam)


async def test_nobody_else_can_decide_about_it(force: Force) -> None:
    await leave_a_choice_open(force.sam)
    await force.dana.says("menu")
    await force.dana.crafts("portal.submit", {"drops": 1, "folds": True})
    await force.sam.says("drafts")
    assert QUICK_ANSWERS[1] in see_bottom(force.sam)
