"""Reminders of action plans over their whole life, with a clock that the stories move."""

from datetime import UTC, date, datetime, timedelta

from tests.conversations.force import Force
from tests.conversations.officer_chat import count_said, see_bottom
from tests.conversations.plan_days import (
    DUE,
    LATE,
    SOON,
    TITLE,
    WEEK_2,
    WEEK_6,
    WEEK_10,
    be_late_on_the_way,
    give_plan,
    go_to,
    move_due,
)
from tests.conversations.test_left_drafts import find_next_look


async def test_a_plan_s_whole_life_and_each_reminder_once(force: Force) -> None:
    sam = force.sam
    await give_plan(force, sam)
    said = count_said(sam)
    for day, words in (
        (WEEK_2, "Two weeks since your training."),
        (WEEK_6, "Six weeks since your training"),
        (WEEK_10, "Ten weeks since your training."),
        (SOON, "Due Wednesday 27 May, in 7 days."),
        (DUE, "Due today, Wednesday 27 May."),
        (LATE, "It was due Wednesday 27 May, 7 days ago."),
    ):
        await go_to(force, day - timedelta(days=1))
        await go_to(force, day, hour=6)
        assert count_said(sam) == said, f"early: {see_bottom(sam)}"
        await go_to(force, day)
        await go_to(force, day, hour=16)
        said += 1
        assert count_said(sam) == said
        assert words in see_bottom(sam)
        assert TITLE in see_bottom(sam)
        assert "Next: Ask the operator about the light." in see_bottom(sam)
    assert "Most plans move." in see_bottom(sam)
    for later in range(1, 90):
        await go_to(force, LATE + timedelta(days=later))
    assert count_said(sam) == said


async def test_the_bot_off_for_a_month_says_one_thing_and_not_three(force: Force) -> None:
    sam = force.sam
    await give_plan(force, sam)
    said = count_said(sam)
    await force.stop()
    force.clock.moment = datetime(2026, 5, 21, 18, 0, tzinfo=UTC)
    await force.start()
    await go_to(force, date(2026, 5, 21), hour=20)
    assert count_said(sam) == said
    await go_to(force, date(2026, 5, 22))
    assert count_said(sam) == said + 1
    assert "Due Wednesday 27 May, in 5 days." in see_bottom(sam)


async def test_a_bot_that_starts_late_in_the_day_still_says_it_that_day(force: Force) -> None:
    sam = force.sam
    await give_plan(force, sam)
    await go_to(force, WEEK_2 - timedelta(days=1))
    await force.stop()
    force.clock.moment = datetime(2026, 3, 13, 14, 0, tzinfo=UTC)
    await force.start()
    await go_to(force, WEEK_2, hour=15)
    assert "Two weeks since" in see_bottom(sam)


async def test_moved_twice_it_is_the_last_date_that_counts(force: Force) -> None:
    sam = force.sam
    plan = await give_plan(force, sam)
    await go_to(force, SOON)
    plan = await move_due(force, plan, date(2026, 6, 30))
    said = count_said(sam)
    await go_to(force, DUE)
    await go_to(force, LATE)
    assert count_said(sam) == said
    await go_to(force, date(2026, 6, 23))
    assert "Due Tuesday 30 June, in 7 days." in see_bottom(sam)
    await move_due(force, plan, date(2026, 7, 31))
    said = count_said(sam)
    await go_to(force, date(2026, 6, 30))
    assert count_said(sam) == said
    await go_to(force, date(2026, 7, 31))
    assert "Due today, Friday 31 July." in see_bottom(sam)


async def test_on_leave_over_the_day_one_hears_of_it_on_the_way_back(force: Force) -> None:
    sam = force.sam
    await give_plan(force, sam)
    await sam.says("leave 25 May to 29 May")
    said = count_said(sam)
    await go_to(force, SOON)
    await go_to(force, DUE)
    assert count_said(sam) == said + 1
    await go_to(force, date(2026, 6, 1))
    assert "It was due Wednesday 27 May, 5 days ago." in see_bottom(sam)
    assert "Most plans move." in see_bottom(sam)


async def test_what_was_late_on_its_way_does_not_come_at_night(force: Force) -> None:
    sam = force.sam
    await give_plan(force, sam)
    said = count_said(sam)
    await be_late_on_the_way(force, sam)
    await go_to(force, WEEK_2, hour=18, waiting=1)
    monday = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
    while await find_next_look(force) != monday:
        await force.teams.world.wait_for_change(0.01)
    await go_to(force, WEEK_2 + timedelta(days=1), hour=11, waiting=1)
    assert await find_next_look(force) == monday
    assert count_said(sam) == said
    await go_to(force, WEEK_2 + timedelta(days=3))
    assert count_said(sam) == said + 1
    assert "Two weeks since" in see_bottom(sam)


async def test_what_was_finished_or_put_off_on_its_way_is_not_said_any_more(force: Force) -> None:
    sam = force.sam
    await give_plan(force, sam)
    await be_late_on_the_way(force, sam)
    await sam.says("my plans")
    await sam.crafts("plan.snooze", {"reference": "AP-2026-0001"})
    said = count_said(sam)
    await go_to(force, WEEK_2 + timedelta(days=3))
    assert count_said(sam) == said


async def test_several_plans_of_one_person_come_as_one_message(force: Force) -> None:
    sam = force.sam
    await give_plan(force, sam)
    await give_plan(force, sam, title="Noise behind the parade of shops")
    said = count_said(sam)
    await go_to(force, WEEK_2)
    assert count_said(sam) == said + 1
    assert "2 of your plans are worth a look today." in see_bottom(sam)
    assert "Noise behind the parade of shops" in see_bottom(sam)
    await sam.presses("Open")
    await sam.until(lambda: "Actions: 0 of 2 done" in see_bottom(sam))


async def test_turned_off_the_weeks_stay_quiet_and_the_day_does_not(force: Force) -> None:
    sam = force.sam
    await give_plan(force, sam)
    await go_to(force, WEEK_2)
    await sam.presses("More")
    await sam.presses("Fewer reminders")
    await sam.until(lambda: "two, six and ten weeks after your training" in see_bottom(sam))
    await sam.says("turn off weeks")
    said = count_said(sam)
    await go_to(force, WEEK_6)
    await go_to(force, WEEK_10)
    assert count_said(sam) == said
    await go_to(force, SOON)
    assert count_said(sam) == said + 1
    assert "[Fewer reminders]" not in see_bottom(sam)
