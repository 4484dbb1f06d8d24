"""Stopping half-way: save, carry on later, also after a restart; cancel asks first and then deletes."""

from datetime import timedelta

import pytest

from tests.conversations.force import Force
from tests.conversations.officer_chat import ANSWERS, count_said, find_card, reload, see_bottom, walk_to


async def test_saved_by_pressing_it_folds_and_carries_on_where_it_was(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "place")
    await sam.presses("Save for later")
    assert "New submission: saved for later\n[Carry on]" in see_bottom(sam)
    await reload(sam, "New submission: saved for later")
    await sam.says("drafts")
    assert ANSWERS["problem"] in see_bottom(sam)
    assert "Scanning, 4 of 7" in see_bottom(sam)
    await sam.presses("Carry on")
    await sam.until(lambda: "Where is it?" in see_bottom(sam))
    await sam.says("The station")
    assert "Why do you think it happens" in see_bottom(sam)


async def test_saved_by_typing_it_says_how_to_carry_on(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "place")
    await sam.says("save for later")
    assert "Saved for later. Type 'drafts' to carry on." in sam.sees()
    await sam.says("menu")
    assert "Carry on (1 unfinished)" in sam.screen.last_card.buttons()
    await sam.presses("Carry on (1 unfinished)")
    await sam.until(lambda: "Scanning, 4 of 7" in see_bottom(sam))
    await sam.presses("Carry on")
    await sam.until(lambda: "Where is it?" in see_bottom(sam))


async def test_submit_offers_what_is_unfinished_first(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "place")
    await sam.says("save")
    await sam.says("submit")
    assert "You have one unfinished. Carry on with it, or start another?" in see_bottom(sam)
    assert ANSWERS["problem"] in see_bottom(sam)
    offer = sam.screen.last_card
    await sam.presses("Start another")
    await sam.until(lambda: "What would you like to bring" in see_bottom(sam))
    await sam.presses("Start another", card=offer)
    await sam.says("an idea")
    await sam.presses("Carry on", card=offer)
    await sam.until(lambda: "Where is it?" in see_bottom(sam))
    await sam.says("save")
    await sam.says("drafts")
    assert see_bottom(sam).count("[Carry on]") == 2


async def test_an_untouched_start_is_not_kept_as_a_draft_of_its_own(force: Force) -> None:
    sam = force.sam
    for _ in range(3):
        await sam.says("submit")
        await sam.says("save")
    await sam.says("submit")
    assert "What would you like to bring to the Hub?" in see_bottom(sam)
    await sam.says("save")
    await sam.says("drafts")
    assert see_bottom(sam).count("[Carry on]") == 1


async def test_a_saved_draft_is_there_after_a_restart_and_a_week(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "analysis")
    await sam.says("save")
    await force.stop()
    force.clock.passes(timedelta(days=7))
    await force.start()
    await sam.says("drafts")
    await sam.presses("Carry on")
    await sam.until(lambda: "Why do you think it happens" in see_bottom(sam))
    await sam.says("review")
    assert "Where: The racks behind the railway station" in see_bottom(sam)


async def test_an_open_question_is_answered_after_a_restart_in_the_same_card(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "analysis")
    await force.stop()
    await force.start()
    said = count_said(sam)
    await sam.presses("Next", answer="They cannot be seen")
    assert "What has been tried" in see_bottom(sam)
    assert count_said(sam) == said


async def test_a_press_on_a_card_of_a_saved_draft_carries_on_with_it(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "place")
    card = sam.screen.last_card
    await sam.says("save")
    await sam.presses("Next", answer="The station", card=card)
    await sam.until(lambda: "Why do you think it happens" in see_bottom(sam))
    assert sum("Next" in shown.buttons() for shown in sam.screen.cards) == 1


@pytest.mark.parametrize("by_typing", [True, False])
async def test_cancel_asks_first_and_one_can_carry_on(force: Force, *, by_typing: bool) -> None:
    sam = force.sam
    await walk_to(sam, "place")
    await (sam.says("cancel") if by_typing else sam.presses("Cancel"))
    assert "Throw this away? Your answers are deleted." in see_bottom(sam)
    assert ANSWERS["problem"] in see_bottom(sam)
    await sam.presses("Carry on")
    await sam.until(lambda: "Where is it?" in see_bottom(sam))
    await sam.until(lambda: "Throw this away?" not in sam.sees())


async def test_carry_on_stands_on_the_line_of_a_saved_draft_itself(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "place")
    await sam.presses("Save for later")
    await sam.presses("Carry on")
    await sam.until(lambda: "Where is it?" in see_bottom(sam))
    await sam.until(lambda: "New submission: further down now" in sam.sees())


@pytest.mark.parametrize("by_typing", [True, False])
async def test_cancelled_it_is_gone_and_no_card_of_it_can_be_pressed(
    force: Force, *, by_typing: bool
) -> None:
    sam = force.sam
    await walk_to(sam, "place")
    await (sam.says("cancel") if by_typing else sam.presses("Cancel"))
    await sam.presses("Yes, throw it away")
    await reload(sam, "New submission: thrown away")
    await sam.until(lambda: not any("Change" in card.buttons() for card in sam.screen.cards))
    await sam.until(lambda: not any(ANSWERS["problem"] in card.text for card in sam.screen.cards))
    assert "Yes, throw it away" not in sam.sees()
    await sam.says("drafts")
    assert "Nothing is unfinished." in see_bottom(sam)


async def test_what_was_thrown_away_is_deleted_from_the_database(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "place")
    await sam.says("Ring 01438 555 123")
    await sam.says("cancel")
    await sam.presses("Yes, throw it away")
    async with force.product.database.read() as work:
        drafts = await work.drafts.list_latest(1, 10)
    assert len(drafts) == 1
    assert "Bicycles" not in str(drafts[0].state)
    assert "01438" not in str(drafts[0].state)


async def test_save_in_the_question_about_cancelling_saves(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "place")
    await sam.says("cancel")
    await sam.presses("Save for later")
    assert "Saved for later. Type 'drafts' to carry on." in see_bottom(sam)
    await sam.says("drafts")
    assert ANSWERS["problem"] in see_bottom(sam)


async def test_an_old_save_button_leaves_the_draft_that_is_open_now_alone(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "place")
    await sam.says("cancel")
    confirm = sam.screen.last_card
    await sam.says("save")
    await sam.says("submit")
    await sam.presses("Start another")
    await sam.says("an idea")
    await sam.presses("Save for later", card=confirm)
    await sam.says("Let staff text us")
    assert "Which topic is nearest?" in see_bottom(sam)


async def test_a_draft_is_thrown_away_from_the_list_after_being_asked(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "place")
    await sam.says("save")
    await sam.says("drafts")
    await sam.presses("Throw away")
    assert "Throw this away? Your answers are deleted." in see_bottom(sam)
    await sam.presses("Yes, throw it away")
    assert "Thrown away. Nothing was sent." in sam.sees()
    await sam.says("drafts")
    assert "Nothing is unfinished." in see_bottom(sam)


async def test_of_what_was_sent_nothing_undecided_is_kept(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "analysis")
    await sam.says("Ring 01438 555 123")
    await sam.says("review")
    await sam.presses("Send to the Hub")
    await sam.until_sees("PF-2026-0001")
    async with force.product.database.read() as work:
        drafts = await work.drafts.list_latest(1, 10)
    assert "01438" not in str(drafts[0].state)


async def test_every_line_of_a_sent_draft_loses_its_button(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "review")
    await sam.presses("Send to the Hub")
    await sam.until(lambda: not any("Change" in card.buttons() for card in sam.screen.cards))
    assert "Where: The racks behind the railway station" in find_card(sam, "Where:").text


async def test_carry_on_opens_the_only_one_that_is_unfinished_where_it_was(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "place")
    await sam.says("save")
    await sam.says("carry on")
    assert "Where is it?" in see_bottom(sam)
    await sam.says("The station")
    assert "Why do you think it happens" in see_bottom(sam)


async def test_carry_on_asks_with_which_of_several(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "place")
    await sam.says("save")
    await sam.says("six hats")
    await sam.says("Bicycles behind the library")
    await sam.says("save")
    await sam.says("carry on")
    assert see_bottom(sam).count("[Carry on]") == 2


async def test_carry_on_with_nothing_unfinished_says_so(force: Force) -> None:
    sam = force.sam
    await sam.says("hello")
    await sam.says("carry on")
    assert "Nothing is unfinished." in see_bottom(sam)
