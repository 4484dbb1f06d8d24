"""A question that is left for hours is asked again in context before words are taken as its answer."""

from datetime import timedelta

import pytest

from tests.conversations.force import QUICK_ANSWERS, Force
from tests.conversations.officer_chat import find_card, see_bottom, walk_to

ASKED = "You were here on Monday 2 March at 09:00."
NEWS = "Shoplifting at the Co-op has doubled since the new tills"


async def leave_for(force: Force, question: str, **span: float) -> None:
    """Walk to a question, and go away."""
    await walk_to(force.sam, question)
    force.clock.passes(timedelta(**span))


async def test_words_that_come_hours_later_are_held_and_the_question_is_asked_in_context(
    force: Force,
) -> None:
    sam = force.sam
    await leave_for(force, "analysis", hours=5)
    await sam.says(NEWS)
    card = see_bottom(sam)
    assert ASKED in card
    assert "Are these words your answer to this question, or something new?" in card
    assert "Analysis · 5 of 7" in card
    assert "Why do you think it happens" in card
    assert NEWS in card
    assert "What has been tried" not in card


@pytest.mark.parametrize("said", ["[That is my answer]", "yes", "That is my answer."])
async def test_that_is_my_answer_goes_on(force: Force, said: str) -> None:
    sam = force.sam
    await leave_for(force, "analysis", hours=5)
    await sam.says("Nobody can see the racks from the platform")
    await (sam.presses(said.strip("[]")) if said.startswith("[") else sam.says(said))
    assert "What has been tried" in see_bottom(sam)
    await sam.says("review")
    assert "Why it happens: Nobody can see the racks from the platform" in see_bottom(sam)


@pytest.mark.parametrize("said", ["[Something new]", "something new", "new", "No"])
async def test_something_new_starts_a_submission_with_it_and_saves_the_other(force: Force, said: str) -> None:
    sam = force.sam
    await leave_for(force, "analysis", days=1)
    await sam.says(NEWS)
    await (sam.presses(said.strip("[]")) if said.startswith("[") else sam.says(said))
    await sam.until(lambda: "What would you like to bring to the Hub?" in see_bottom(sam))
    for answer in ("problem", "retail crime", "The Co-op", "review"):
        await sam.says(answer)
    assert f"In short: {NEWS}" in see_bottom(sam)
    await sam.says("drafts")
    assert QUICK_ANSWERS[1] in see_bottom(sam)
    assert "Analysis, 5 of 7" in see_bottom(sam)


async def test_a_press_in_the_old_card_needs_no_asking(force: Force) -> None:
    sam = force.sam
    await leave_for(force, "analysis", days=2)
    await sam.presses("Next", answer="Nobody can see the racks")
    assert "What has been tried" in see_bottom(sam)


async def test_within_the_same_shift_nobody_is_asked(force: Force) -> None:
    await leave_for(force, "analysis", hours=3)
    await force.sam.says("Nobody can see the racks")
    assert "What has been tried" in see_bottom(force.sam)


async def test_who_has_just_carried_on_is_not_asked(force: Force) -> None:
    sam = force.sam
    await leave_for(force, "analysis", minutes=1)
    await sam.says("save")
    force.clock.passes(timedelta(days=2))
    await sam.says("drafts")
    await sam.presses("Carry on")
    await sam.until(lambda: "Why do you think it happens" in see_bottom(sam))
    await sam.says("Nobody can see the racks")
    assert "What has been tried" in see_bottom(sam)


async def test_a_choice_that_is_named_is_an_answer_whenever_it_comes(force: Force) -> None:
    await leave_for(force, "topic", days=1)
    await force.sam.says("theft")
    assert "Where is it?" in see_bottom(force.sam)


async def test_an_emergency_is_pointed_to_help_at_once_however_late(force: Force) -> None:
    await leave_for(force, "analysis", days=1)
    await force.sam.says("He is attacking her right now, send help")
    assert "please do not wait for an answer here" in see_bottom(force.sam)
    assert ASKED not in see_bottom(force.sam)


async def test_a_message_in_two_parts_waits_as_one(force: Force) -> None:
    sam = force.sam
    await leave_for(force, "analysis", hours=5)
    await sam.says(NEWS)
    await sam.says("Staff are too few to watch them")
    assert NEWS in see_bottom(sam)
    assert "Staff are too few to watch them" in see_bottom(sam)
    await sam.says("something new")
    await sam.until(lambda: "What would you like to bring" in see_bottom(sam))
    for answer in ("problem", "retail crime", "The Co-op", "review"):
        await sam.says(answer)
    assert "Staff are too few to watch them" in sam.sees()


async def test_a_message_that_waits_is_edited_and_waits_on(force: Force) -> None:
    sam = force.sam
    await leave_for(force, "analysis", hours=5)
    message = await sam.says(NEWS)
    await sam.edits(message, "Nobody can see the racks")
    await sam.until(lambda: "Nobody can see the racks" in see_bottom(sam))
    assert ASKED in see_bottom(sam)
    await sam.presses("That is my answer")
    assert "What has been tried" in see_bottom(sam)


async def test_something_personal_is_still_asked_about(force: Force) -> None:
    sam = force.sam
    await leave_for(force, "analysis", hours=5)
    await sam.says("Ring the shop on 01438 555 123, they see it every day")
    await sam.presses("That is my answer")
    assert "That seems to hold a telephone number" in see_bottom(sam)


async def test_the_old_button_pressed_again_says_where_one_is(force: Force) -> None:
    sam = force.sam
    await leave_for(force, "analysis", hours=5)
    await sam.says(NEWS)
    card = sam.screen.last_card
    await sam.says("yes")
    await sam.presses("Something new", card=card)
    assert "What has been tried" in see_bottom(sam)
    assert find_card(sam, NEWS)
