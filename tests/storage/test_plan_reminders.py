"""Who is to be reminded of a plan this morning, on both databases."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from domain.action_plan import ActionPlan, due_after
from domain.people import Person, Role
from domain.reminder_kinds import ReminderKind
from domain.working_days import Days
from services import plan_reminders
from services.plan_reminders import remind_of_plans
from storage.database import Database
from storage.notices import NoticeRow
from storage.work import Work
from tests.databases import HandClock
from tests.storage.test_action_plans import keep_plan
from tests.storage.world import chat_with, meet, party

TWO_WEEKS_AGO = date(2026, 11, 9)
"""The clock stands at nine on Monday 23 November 2026."""
LATE = date(2026, 8, 16)
"""Due on 16 November: a week ago."""


async def begin_plan(
    work: Work,
    owner: Person,
    clock: HandClock,
    ended: date = TWO_WEEKS_AGO,
    **different: Any,  # noqa: ANN401 (a plan's own fields)
) -> ActionPlan:
    made_at = clock.now() - timedelta(days=120)
    dates = {"training_ended": ended, "due_on": due_after(ended), "created_at": made_at}
    return await keep_plan(work, owner, clock, **dates, touched_at=made_at, **different)


async def remind(database: Database, clock: HandClock) -> int:
    """Go through all plans, as the job does; gives how many pages that took."""
    after: int | None = 0
    pages = 0
    while after is not None:
        pages += 1
        async with database.begin() as work:
            after = await remind_of_plans(work, after, clock.now())
    return pages


async def list_keys(database: Database) -> list[str]:
    async with database.read() as work:
        found = await work.notices._connection.execute(select(NoticeRow.key).order_by(NoticeRow.id))  # noqa: SLF001 (no product needs the list)
        return [row.key for row in found]


async def test_it_is_made_once_however_often_the_job_runs(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy, _ = await chat_with(work, "Amy", clock.now())
        plan = await begin_plan(work, amy, clock)
    for _ in range(3):
        await remind(database, clock)
        clock.move(minutes=10)
    assert await list_keys(database) == [f"plan {plan.id} plan week 2 2026-11-23 to {amy.id}"]


async def test_all_are_looked_at_a_page_at_a_time(
    database: Database, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan_reminders, "A_PAGE", 2)
    async with database.begin() as work:
        for name in ("Amy", "Bea", "Cyd", "Dot", "Eve"):
            person, _ = await chat_with(work, name, clock.now())
            await begin_plan(work, person, clock)
    assert await remind(database, clock) == 3
    assert len(await list_keys(database)) == 5


@pytest.mark.parametrize("hours", [-2, 9, 24 * 5, 24 * 6])
async def test_nothing_is_made_out_of_hours(database: Database, clock: HandClock, hours: int) -> None:
    async with database.begin() as work:
        amy, _ = await chat_with(work, "Amy", clock.now())
        await begin_plan(work, amy, clock)
    clock.move(hours=hours)
    await remind(database, clock)
    assert await list_keys(database) == []


async def test_leave_and_what_is_turned_off_are_ones_own(database: Database, clock: HandClock) -> None:
    today = clock.now().date()
    async with database.begin() as work:
        amy, _ = await chat_with(work, "Amy", clock.now())
        bea, _ = await chat_with(work, "Bea", clock.now())
        cyd, _ = await chat_with(work, "Cyd", clock.now())
        for owner in (amy, bea, cyd):
            await begin_plan(work, owner, clock)
        await work.leave.replace(amy.id, [Days(today, today)])
        await work.reminder_choices.turn_off(bea.id, ReminderKind.PLAN_WEEKS)
    await remind(database, clock)
    assert [key.rpartition(" ")[2] for key in await list_keys(database)] == [str(cyd.id)]
    clock.move(days=1)
    await remind(database, clock)
    assert [key.rpartition(" ")[2] for key in await list_keys(database)] == [str(cyd.id), str(amy.id)]


async def test_a_supervisor_and_the_academy_are_told_whether_met_or_not(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        amy, _ = await chat_with(work, "Amy", clock.now())
        sue = await meet(work, "Sue", clock.now())
        tom = await meet(work, "Tom", clock.now())
        await work.grants.add(tom.id, Role.TRAINER, None, clock.now())
        plan = await begin_plan(work, amy, clock, LATE, supervisor=party(sue), may_tell_supervisor=True)
        quiet = await begin_plan(work, amy, clock, LATE, supervisor=party(sue))
    await remind(database, clock)
    week, later = "2026-11-23", "2026-11-30"
    assert await list_keys(database) == [
        f"plan {plan.id} plan late {week} to {amy.id}",
        f"plan {plan.id} plan late, supervised {week} to {sue.id}",
        f"plan {quiet.id} plan late {week} to {amy.id}",
    ]
    clock.move(days=7)
    await remind(database, clock)
    assert (await list_keys(database))[3:] == [
        f"plan {one.id} plan late, coordinated {later} to {tom.id}" for one in (plan, quiet)
    ]


async def test_a_plan_names_its_supervisor_until_it_is_finished(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy, _ = await chat_with(work, "Amy", clock.now())
        sue = await meet(work, "Sue", clock.now())
        plan = await begin_plan(work, amy, clock, supervisor=party(sue))
        await begin_plan(work, amy, clock, supervisor=party(sue), finished_at=clock.now())
        await begin_plan(work, sue, clock)
        assert await work.action_plans.list_supervised(sue.id) == [plan.id]
        assert await work.action_plans.list_supervised(amy.id) == []


async def test_a_job_that_has_gone_through_rests_and_one_that_has_not_is_tried_again(
    database: Database, clock: HandClock
) -> None:
    now = clock.now()
    soon, tomorrow = now + timedelta(minutes=10), now + timedelta(days=1)
    async with database.begin() as work:
        await work.jobs.ensure("remind", now)
        assert await work.jobs.claim("remind", now, soon)
        assert await work.jobs.due(soon) == {"remind": soon}
        await work.jobs.put_off("remind", tomorrow)
        assert await work.jobs.due(soon) == {}
        assert await work.jobs.due(tomorrow) == {"remind": tomorrow}
