"""What can be done in the card that reminds of an action plan."""

from datetime import date, timedelta

from tests.conversations.force import Force
from tests.conversations.officer_chat import count_said, see_bottom
from tests.conversations.plan_days import DUE, LATE, SOON, TITLE, WEEK_2, WEEK_6, give_plan, go_to


async def test_an_action_is_ticked_off_in_the_reminder_and_the_earlier_one_folds(force: Force) -> None:
    sam = force.sam
    await give_plan(force, sam)
    await go_to(force, WEEK_2)
    await sam.presses("Done")
    assert "Next: Count the bikes again." in see_bottom(sam)
    await go_to(force, WEEK_6)
    await sam.until(lambda: "the card is further down now." in sam.sees())
    assert sam.sees().count("[Done]") == 1
    await sam.presses("More")
    await sam.presses("Show my plan")
    await sam.until(lambda: "✓ Ask the operator about the light" in see_bottom(sam))


async def test_put_off_for_a_week_it_comes_back_on_that_day(force: Force) -> None:
    sam = force.sam
    await give_plan(force, sam)
    await go_to(force, SOON)
    await sam.presses("Snooze a week")
    assert "Put off. You hear of it again on Wednesday 27 May." in see_bottom(sam)
    said = count_said(sam)
    await go_to(force, DUE - timedelta(days=1))
    assert count_said(sam) == said
    await go_to(force, DUE)
    assert count_said(sam) == said + 1
    assert "Due today" in see_bottom(sam)


async def test_put_off_to_another_day_which_is_put_right_kindly(force: Force) -> None:
    sam = force.sam
    await give_plan(force, sam)
    await go_to(force, WEEK_2)
    await sam.presses("More")
    await sam.presses("Another day")
    await sam.presses("Put it off", {"Come back on": "2026-03-13"})
    assert "Choose a day from tomorrow on." in see_bottom(sam)
    await sam.presses("Put it off", {"Come back on": "2026-08-13"})
    assert "A plan can rest for six weeks, until Friday 24 April." in see_bottom(sam)
    await sam.presses("Put it off", {"Come back on": "2026-03-30"})
    assert "You hear of it again on Monday 30 March." in see_bottom(sam)
    await go_to(force, date(2026, 3, 30))
    assert "You put this off until today." in see_bottom(sam)


async def test_news_and_a_call_for_help_are_told_in_the_reminder(force: Force) -> None:
    sam = force.sam
    await give_plan(force, sam)
    await go_to(force, WEEK_2)
    await sam.presses("Update")
    await sam.presses("Keep it", {"What is new": "The operator has looked at the light"})
    assert "Kept." in see_bottom(sam)
    assert "Next: Ask the operator about the light." in see_bottom(sam)
    await sam.presses("I need help")
    await sam.presses("Ask the Hub")
    await sam.until(lambda: TITLE in see_bottom(sam))


async def test_more_time_is_asked_for_in_the_reminder_and_it_is_quiet_until_there_is_an_answer(
    force: Force,
) -> None:
    sam = force.sam
    await give_plan(force, sam)
    await go_to(force, SOON)
    await sam.presses("More time")
    reason = {"New day": "2026-06-30", "What is in the way": "Leave in May"}
    await sam.presses("Ask for more time", reason)
    assert "Asked. The Academy decides, and you hear of it here." in see_bottom(sam)
    assert "[More time]" not in see_bottom(sam)
    said = count_said(sam)
    await go_to(force, DUE)
    await go_to(force, LATE)
    assert count_said(sam) == said


async def test_a_day_that_is_no_more_time_is_put_right_in_the_reminder(force: Force) -> None:
    sam = force.sam
    await give_plan(force, sam)
    await go_to(force, SOON)
    await sam.presses("More time")
    reason = {"New day": "2026-05-26", "What is in the way": "Leave in May"}
    await sam.presses("Ask for more time", reason)
    assert "Choose a day still to come, after the one on which the plan is due." in sam.sees()


async def test_it_can_be_put_off_by_typing(force: Force) -> None:
    sam = force.sam
    await give_plan(force, sam)
    for typed, day in (
        ("snooze AP-2026-0001", "Monday 9 March"),
        ("snooze AP-2026-0001 for a week.", "Monday 9 March"),
        ("put off AP-2026-0001 until 20 March", "Friday 20 March"),
        ("snooze ap 2026 1 tomorrow", "Tuesday 3 March"),
    ):
        await sam.says(typed)
        assert f"Put off. You hear of it again on {day}." in sam.sees()
    await sam.says("snooze AP-2026-0001 until the cows come home")
    assert "I cannot find that day in the calendar." in sam.sees()


async def test_nobody_else_can_put_it_off(force: Force) -> None:
    plan = await give_plan(force, force.sam)
    await force.dana.says("menu")
    await force.dana.crafts("plan.snooze", {"reference": plan.reference})
    assert "That plan is not one of yours." in force.dana.sees()
    await go_to(force, WEEK_2)
    assert "Two weeks since" in see_bottom(force.sam)
