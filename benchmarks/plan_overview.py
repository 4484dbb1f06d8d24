"""All plans at a glance: what the Academy's view takes with 3,500 plans under way and as many finished.

Prints the table of docs/performance.md: the statements and the card together, the best of ten looks.
"""

import asyncio
import time
from datetime import timedelta

from benchmarks.delivery import databases, fill, take
from benchmarks.reminders import ANSWERS, ENDED, MADE_AT, PEOPLE, WEEK_2, StandingClock, lay_out
from cards.plan_overview import plan_overview
from domain.action_plan import ActionPlan, PlanOutcome, due_after
from domain.plan_overview import PlanFilter, write_cohort_key
from domain.plan_state import PlanState
from domain.submission import Party
from services.plan_care import PAGE
from storage.database import Database

LOOKS = 10
COHORTS = 40
SUPERVISORS = 200
VIEWS = (
    ("all, first page", PlanFilter(), 0),
    ("all, page 300", PlanFilter(), 300),
    ("done, page 3", PlanFilter(PlanState.DONE), 3),
    ("one cohort", PlanFilter(cohort=write_cohort_key("Cohort 7")), 0),
    ("one supervisor", PlanFilter(supervisor_id=7), 0),
)


async def lay_out_finished(database: Database) -> None:
    """Give everybody a plan that is finished, of one of forty cohorts."""
    for start in range(0, PEOPLE, 500):
        async with database.begin() as work:
            for number in range(start + 1, min(start + 500, PEOPLE) + 1):
                await work.action_plans.add(
                    ActionPlan(
                        id=0,
                        reference=f"AP-2025-{number:04d}",
                        owner=Party(id=number, name=f"Officer {number}"),
                        supervisor=Party(id=number % SUPERVISORS + 1, name="A supervisor"),
                        title="Quad bikes on the common",
                        cohort=f"Cohort {number % COHORTS}",
                        training_ended=ENDED,
                        due_on=due_after(ENDED),
                        created_at=MADE_AT,
                        touched_at=MADE_AT,
                        answers=ANSWERS,
                        outcome=PlanOutcome.WORKED,
                        finished_at=WEEK_2 - timedelta(days=number % 300),
                    )
                )


async def look(database: Database, chosen: PlanFilter, page: int) -> float:
    """Look once; gives the seconds it took."""
    begun = time.perf_counter()
    async with database.read() as work:
        plan_overview(await work.plan_overviews.read(chosen, page, PAGE, WEEK_2), WEEK_2)
    return time.perf_counter() - begun


async def measure() -> None:
    """Run everything and print it."""
    print("| | " + " | ".join(name for name, _, _ in VIEWS) + " |")
    print("|---" * (len(VIEWS) + 1) + "|")
    with databases() as urls:
        for kind, fresh in urls.items():
            url = take(fresh)
            fill(url, 1, PEOPLE, "http://127.0.0.1:9")
            database = Database(url, StandingClock(WEEK_2))
            await lay_out(database)
            await lay_out_finished(database)
            took = [
                min([await look(database, chosen, page) for _ in range(LOOKS)]) for _, chosen, page in VIEWS
            ]
            print(f"| {kind} | " + " | ".join(f"{seconds * 1e3:.0f} ms" for seconds in took) + " |")
            await database.close()


if __name__ == "__main__":
    asyncio.run(measure())
