"""Reminders of action plans over their whole life, with a clock that the stories move."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from domain.action_plan import ActionPlan, PlanAction, PlanEvent, PlanHappened, Wish
from domain.clock import LONDON
from domain.people import Actor, Role
from services.action_plans import Beginning, change_plan, make_plan
from services.permission import name_of
from tests.conversations.force import Force
from tests.conversations.officer_chat import count_said, see_bottom
from tests.conversations.test_left_drafts import find_next_look, look_after
from tests.fake_teams import Fault, Person

TITLE = "Bike theft at Hitchin station"
ACTIONS = (PlanAction(0, "Ask the operator about the light"), PlanAction(0, "Count the bikes again"))
ENDED = date(2026, 2, 27)
"""A Friday, three days before the stories begin; the plan is due on Wednesday 27 May 2026."""

WEEK_2, WEEK_6, WEEK_10 = date(2026, 3, 13), date(2026, 4, 10), date(2026, 5, 8)
SOON, DUE, LATE = date(2026, 5, 20), date(2026, 5, 27), date(2026, 6, 3)
TWO_WEEKS_LATE = date(2026, 6, 10)


async def know(force: Force, person: Person) -> Actor:
    """Give somebody as the product knows them; who has never written is known as from a picker."""
    account = person.account
    async with force.product.database.begin() as work:
        known = await work.people.meet(
            account.aad_object_id, account.teams_id, force.teams.tenant_id, person.name, force.clock.now()
        )
    return Actor(known, frozenset({Role.OFFICER}))


async def give_plan(
    force: Force, owner: Person, supervisor: Person | None = None, title: str = TITLE
) -> ActionPlan:
    """Give somebody a plan, as the end of a training does."""
    await owner.says("menu")
    named = name_of(await know(force, supervisor)) if supervisor else None
    actor = await know(force, owner)
    beginning = Beginning(
        title, ENDED, actions=ACTIONS, supervisor=named, may_tell_supervisor=named is not None
    )
    async with force.product.database.begin() as work:
        return await make_plan(work, actor, beginning, force.clock.now())


async def go_to(force: Force, day: date, hour: int = 9, *, waiting: int = 0) -> None:
    """Let it be a few minutes after that hour in London on a day, and the jobs that are due by then run.

    What is due has gone out then; ``waiting`` is what cannot.
    """
    moment = datetime.combine(day, time(hour, 5), LONDON).astimezone(UTC)
    await look_after(force, seconds=(moment - force.clock.moment).total_seconds())
    while await count_waiting(force) != waiting:
        await force.teams.world.wait_for_change(0.01)


async def be_late_on_the_way(force: Force, person: Person) -> None:
    """Have the reminder of week 2 refused by Teams in the afternoon, to be tried again."""
    before = len(force.teams.calls)
    person.goes_wrong(Fault(status=503, times=1))
    await go_to(force, WEEK_2, hour=16, waiting=1)
    while len(force.teams.calls) == before:
        await force.teams.world.wait_for_change(0.01)


async def count_waiting(force: Force) -> int:
    """Count the cards and messages that have not gone out."""
    async with force.product.database.read() as work:
        return (await work.outbox.count_waiting()).waiting


async def move_due(force: Force, plan: ActionPlan, to: date) -> ActionPlan:
    """Have more time granted, as a trainer does."""
    now = force.clock.now()
    async with force.product.database.begin() as work:
        present = await work.action_plans.find_by_id(plan.id, lock=True)
        assert present is not None
        granted = Wish(to, "Leave", now, granted=True, decided_by=plan.owner, decided_at=now)
        event = PlanEvent(PlanHappened.TIME_GRANTED, now, plan.owner, about=to.isoformat())
        return await change_plan(work, present, event, lambda one: replace(one, due_on=to, wish=granted))


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


async def test_a_supervisor_who_has_never_met_the_bot_hears_of_it_when_they_do(force: Force) -> None:
    sam, dana = force.sam, force.dana
    await give_plan(force, sam, supervisor=dana)
    await go_to(force, LATE, waiting=1)
    await sam.presses("More")
    await sam.presses("Show my plan")
    await sam.until_sees("I cannot write to Dana Finch yet: they have to open a chat with me once.")
    assert "Action plans" not in dana.sees()
    await dana.says("hello")
    await dana.until_sees(f"Sam Reed: {TITLE} (AP-2026-0001). It was due Wednesday 27 May, 7 days ago.")
    assert "Ask the operator" not in dana.sees()
    await sam.until(lambda: "I cannot write to" not in see_bottom(sam))


async def test_a_supervisor_who_has_left_is_named_on_the_card_and_hears_of_it_once_back(
    force: Force,
) -> None:
    sam, dana = force.sam, force.dana
    await dana.says("hello")
    await give_plan(force, sam, supervisor=dana)
    await sam.says("AP-2026-0001")
    assert "I cannot write to" not in see_bottom(sam)
    await dana.removes_bot()
    await sam.until(
        lambda: "I cannot write to Dana Finch: they have removed me from their Teams." in see_bottom(sam)
    )
    await go_to(force, LATE, waiting=1)
    assert "Sam Reed:" not in dana.sees()
    await dana.installs()
    await dana.until_sees("Sam Reed:")


async def test_a_supervisor_who_was_replaced_hears_nothing_and_the_new_one_does(force: Force) -> None:
    sam, dana, lee = force.sam, force.dana, force.teams.person("Lee Marsh")
    plan = await give_plan(force, sam, supervisor=dana)
    await go_to(force, LATE, waiting=1)
    await lee.says("hello")
    new = name_of(await know(force, lee))
    now = force.clock.now()
    async with force.product.database.begin() as work:
        present = await work.action_plans.find_by_id(plan.id, lock=True)
        assert present is not None
        event = PlanEvent(PlanHappened.SUPERVISOR_NAMED, now, plan.owner)
        await change_plan(work, present, event, lambda one: replace(one, supervisor=new))
    await dana.says("hello")
    await go_to(force, LATE + timedelta(days=1))
    assert "Sam Reed:" in see_bottom(lee)
    assert "Sam Reed:" not in dana.sees()


async def test_who_did_not_agree_has_their_supervisor_left_alone(force: Force) -> None:
    sam, dana = force.sam, force.dana
    await dana.says("hello")
    plan = await give_plan(force, sam, supervisor=dana)
    now = force.clock.now()
    async with force.product.database.begin() as work:
        present = await work.action_plans.find_by_id(plan.id, lock=True)
        assert present is not None
        event = PlanEvent(PlanHappened.SUPERVISOR_NAMED, now, plan.owner)
        await change_plan(work, present, event, lambda one: replace(one, may_tell_supervisor=False))
    await go_to(force, LATE)
    assert "Sam Reed:" not in dana.sees()


async def test_the_academy_hears_two_weeks_late_of_all_in_one_message(force: Force) -> None:
    sam, dana, ruth = force.sam, force.dana, force.teams.person("Ruth Cole")
    await ruth.says("hello")
    known = await know(force, ruth)
    async with force.product.database.begin() as work:
        await work.grants.add(known.person.id, Role.TRAINER, None, force.clock.now())
    await give_plan(force, sam)
    await give_plan(force, dana, title="Noise behind the shops")
    said = count_said(ruth)
    await go_to(force, LATE)
    assert count_said(ruth) == said
    await go_to(force, TWO_WEEKS_LATE)
    assert count_said(ruth) == said + 1
    assert "2 action plans were due and are not finished." in see_bottom(ruth)
    assert "Dana Finch: Noise behind the shops" in see_bottom(ruth)
