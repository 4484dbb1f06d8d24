"""What stories of reminders share: a plan, its days, and the way there."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from domain.action_plan import ActionPlan, PlanAction, PlanEvent, PlanHappened, Wish
from domain.clock import LONDON
from domain.people import Actor, Role
from services.action_plans import Beginning, change_plan, make_plan
from services.permission import name_of
from tests.conversations.force import Force
from tests.conversations.test_left_drafts import look_after
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
