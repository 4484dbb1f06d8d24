"""The Academy's view of all plans in the real client: the picture, and a nudge."""

from datetime import timedelta

import pytest

from domain.clock import SystemClock, in_london
from domain.people import Actor, Role
from services.action_plans import Beginning, make_plan
from storage.database import Database
from tests.browser.desk import PHONE, WIDE, Desk
from tests.browser.stage import Stage

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def give_plans(stage: Stage) -> int:
    """Give everybody of the Hub's team a plan, each begun a month before the one before; tells how many."""
    now = SystemClock().now()
    database = Database(stage.options.database)
    try:
        async with database.begin() as work:
            for number, member in enumerate(stage.demo.world.hub.members):
                person = await work.people.find_by_object_id(member.aad_object_id)
                assert person is not None
                ended = in_london(now).date() - timedelta(days=30 * number)
                beginning = Beginning(f"Problem {number}", ended, cohort="Leadership, June")
                await make_plan(work, Actor(person, frozenset({Role.OFFICER})), beginning, now)
    finally:
        await database.close()
    return number + 1


async def test_a_trainer_sees_how_all_plans_stand_and_nudges_somebody(stage: Stage) -> None:
    count = await give_plans(stage)
    for width in (WIDE, PHONE):
        trainer = await Desk.open(stage.browser, stage.demo.world.hub.address, width=width)
        await trainer.say("plans")
        await trainer.sees(f"{count} plans: 2 late, 4 on track.")
        await trainer.sees("Of the plans of 6 people: Stuck 0%, Late 33%, On track 67%, Done 0%.")
        await trainer.press("Open", row="Problem 5" if width == WIDE else "Problem 4")
        await trainer.press("Nudge", on="Offer help")
        await trainer.sees("gets a kind word from you.")
        await trainer.page.close()
