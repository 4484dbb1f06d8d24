"""All plans at a glance, on both databases: the same states as the domain's rule, filters, pages."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from domain.action_plan import ActionPlan, PlanOutcome, Wish
from domain.clock import in_london
from domain.people import Person
from domain.plan_overview import FINISHED_FOR, ORDER, PlanFilter, PlanOverview, write_cohort_key
from domain.plan_state import QUIET, PlanState, state_on
from storage.database import Database
from storage.work import Work
from tests.databases import HandClock
from tests.storage.test_action_plans import keep_plan
from tests.storage.world import meet, party

SIZE = 8
JUNE = write_cohort_key("June")


async def keep(work: Work, owner: Person, plan: ActionPlan, clock: HandClock) -> ActionPlan:
    """Keep a plan as it is given, under a reference of its own."""
    ours = ("id", "reference", "owner")
    fields = {name: getattr(plan, name) for name in plan.__slots__ if name not in ours}
    return await keep_plan(work, owner, clock, **fields)


def make(clock: HandClock, **different: Any) -> ActionPlan:  # noqa: ANN401 (a plan's own fields)
    """Make a plan that is well on its way."""
    now, today = clock.now(), in_london(clock.now()).date()
    plan = ActionPlan(
        id=0,
        reference="",
        owner=party(Person(1, "", "", "")),
        title="Bikes",
        training_ended=today,
        due_on=today + timedelta(days=30),
        created_at=now,
        touched_at=now,
    )
    return replace(plan, **different)


def list_every_case(clock: HandClock) -> list[ActionPlan]:
    """Make a plan for each way to stand just before, at and behind the edge of every rule."""
    now, today = clock.now(), in_london(clock.now()).date()
    days = [timedelta(days=number) for number in (-1, 0, 1)]
    return [
        make(
            clock,
            due_on=today + due,
            touched_at=now - QUIET + touched + timedelta(hours=hours),
            help_asked_at=asked,
            snoozed_until=snoozed,
            finished_at=finished,
        )
        for due in days
        for touched in days
        for hours in (-12, 0, 12)
        for snoozed in (None, today, today + timedelta(days=1))
        for asked, finished in ((None, None), (now, None), (None, now))
    ]


async def read(
    database: Database, clock: HandClock, page: int = 0, chosen: PlanFilter | None = None
) -> PlanOverview:
    """Read one page of what fits."""
    async with database.read() as work:
        return await work.plan_overviews.read(chosen or PlanFilter(), page, SIZE, clock.now())


async def test_every_state_is_the_one_that_the_rule_gives(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy = await meet(work, "Amy", clock.now())
        plans = [await keep(work, amy, plan, clock) for plan in list_every_case(clock)]
    today = in_london(clock.now()).date()
    meant = {plan.reference: state_on(plan, today) for plan in plans}
    shown = await read(database, clock)
    lines = [line for page in range(shown.pages) for line in (await read(database, clock, page)).lines]
    assert {line.reference: line.state for line in lines} == meant
    assert set(meant.values()) == set(PlanState)
    assert [ORDER.index(line.state) for line in lines] == sorted(ORDER.index(line.state) for line in lines)
    assert dict(shown.counts) == {state: list(meant.values()).count(state) for state in PlanState}


async def test_it_is_filtered_by_state_cohort_supervisor_and_wish(
    database: Database, clock: HandClock
) -> None:
    wish = Wish(date(2026, 9, 1), "Leave", clock.now())
    async with database.begin() as work:
        amy, bea = await meet(work, "Amy", clock.now()), await meet(work, "Bea", clock.now())
        late = await keep(work, amy, make(clock, due_on=date(2020, 1, 1), cohort="June"), clock)
        led = await keep(work, bea, make(clock, supervisor=party(amy), cohort="June"), clock)
        wished = await keep(work, bea, make(clock, wish=wish), clock)
        await keep(work, bea, make(clock, wish=replace(wish, granted=False)), clock)

    async def find(**chosen: Any) -> list[str]:  # noqa: ANN401 (a filter's own fields)
        shown = await read(database, clock, chosen=PlanFilter(**chosen))
        return [line.reference for line in shown.lines]

    assert await find(state=PlanState.LATE) == [late.reference]
    assert await find(cohort=JUNE) == [late.reference, led.reference]
    assert await find(supervisor_id=amy.id) == [led.reference]
    assert await find(wishes_only=True) == [wished.reference]
    assert await find(cohort=JUNE, state=PlanState.DONE) == []
    june = await read(database, clock, chosen=PlanFilter(cohort=JUNE, state=PlanState.LATE))
    assert (june.total, june.people, june.counts[PlanState.ON_TRACK]) == (2, 2, 1)
    assert [(one.title, one.count) for one in june.cohorts] == [("June", 2)]
    assert [(one.title, one.count) for one in june.supervisors] == [("Amy", 1)]
    assert (await read(database, clock)).wishes == 1


async def test_what_was_finished_long_ago_is_not_counted(database: Database, clock: HandClock) -> None:
    done: dict[str, Any] = {"outcome": PlanOutcome.WORKED}
    async with database.begin() as work:
        amy = await meet(work, "Amy", clock.now())
        long_ago = clock.now() - FINISHED_FOR - timedelta(days=1)
        await keep(work, amy, make(clock, finished_at=long_ago, **done), clock)
        new = await keep(work, amy, make(clock, finished_at=clock.now(), **done), clock)
    shown = await read(database, clock)
    assert [line.reference for line in shown.lines] == [new.reference]
    assert shown.total == 1


async def test_a_page_behind_the_last_is_the_last(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy = await meet(work, "Amy", clock.now())
        for _ in range(SIZE + 1):
            await keep(work, amy, make(clock), clock)
    shown = await read(database, clock, 99)
    assert (shown.page, shown.pages, len(shown.lines)) == (1, 2, 1)
    assert (await read(database, clock, 0)).lines[0].actions == 0


async def test_with_no_plan_there_is_nothing_to_see(database: Database, clock: HandClock) -> None:
    shown = await read(database, clock)
    assert (shown.lines, shown.total, shown.people, shown.pages) == ((), 0, 0, 1)
