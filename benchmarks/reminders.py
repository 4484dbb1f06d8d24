"""Reminding of action plans: the processor time of a morning with 3,500 people and a plan each.

Three mornings on each database: one on which all of them are due at once, the same again after a restart, and
one on which nobody is. Prints the table of docs/performance.md.
"""

import asyncio
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from benchmarks.delivery import databases, fill, take
from domain.action_plan import ActionPlan, PlanAction, due_after
from domain.submission import Party, Said
from domain.working_days import open_morning
from services.plan_reminders import remind_of_plans
from storage.database import Database

PEOPLE = 3_500
ENDED = date(2026, 2, 27)
MADE_AT = datetime(2026, 2, 27, 16, 0, tzinfo=UTC)
WEEK_2 = open_morning(ENDED + timedelta(weeks=2))
BETWEEN = open_morning(ENDED + timedelta(weeks=4, days=4))
"""The reminder of week 2 is worthless by then, and that of week 6 is yet to come."""
ANSWERS = tuple(
    Said(name=f"q{number}", label="A question", section="Analysis", text="Most weekday afternoons. " * 8)
    for number in range(12)
)
ACTIONS = tuple(PlanAction(0, f"Ask the operator about light {number}") for number in range(3))


@dataclass(frozen=True)
class StandingClock:
    """A clock that stands at one moment, so that nothing that was made is worthless yet."""

    moment: datetime

    def now(self) -> datetime:
        """Give the moment."""
        return self.moment


@dataclass(frozen=True)
class Morning:
    """What one morning took."""

    name: str
    messages: int
    cpu: float
    wall: float


async def lay_out(database: Database) -> None:
    """Give everybody a plan, with answers and actions as real ones have."""
    for start in range(0, PEOPLE, 500):
        async with database.begin() as work:
            for number in range(start + 1, min(start + 500, PEOPLE) + 1):
                await work.action_plans.add(
                    ActionPlan(
                        id=0,
                        reference=f"AP-2026-{number:04d}",
                        owner=Party(id=number, name=f"Officer {number}"),
                        title="Bicycle theft at the station",
                        training_ended=ENDED,
                        due_on=due_after(ENDED),
                        created_at=MADE_AT,
                        touched_at=MADE_AT,
                        answers=ANSWERS,
                        actions=ACTIONS,
                    )
                )


async def remind(database: Database, name: str, now: datetime) -> Morning:
    """Go through all plans once, as the job does."""
    before = await count_messages(database)
    cpu, wall = time.process_time(), time.perf_counter()
    after: int | None = 0
    while after is not None:
        async with database.begin() as work:
            after = await remind_of_plans(work, after, now)
    took = time.process_time() - cpu, time.perf_counter() - wall
    return Morning(name, await count_messages(database) - before, *took)


async def count_messages(database: Database) -> int:
    """Count the messages that wait."""
    async with database.read() as work:
        return (await work.outbox.count_waiting()).waiting


async def measure() -> None:
    """Run everything and print it."""
    print("| | messages made | CPU | wall clock |\n|---|---|---|---|")
    with databases() as urls:
        for kind, fresh in urls.items():
            url = take(fresh)
            fill(url, 1, PEOPLE, "http://127.0.0.1:9")
            database = Database(url, StandingClock(WEEK_2))
            await lay_out(database)
            for name, now in (
                ("all due at once", WEEK_2),
                ("the same morning, started again", WEEK_2 + timedelta(minutes=10)),
                ("nobody due", BETWEEN),
            ):
                one = await remind(database, f"{kind}, {name}", now)
                print(f"| {one.name} | {one.messages:,} | {one.cpu:.1f} s | {one.wall:.1f} s |")
            await database.close()


if __name__ == "__main__":
    asyncio.run(measure())
