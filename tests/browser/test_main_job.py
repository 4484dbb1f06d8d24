"""The main job in the real client: an officer brings a problem and the Hub works it."""

import os

import pytest

from tests.browser.desk import PHONE
from tests.browser.main_job import submit_by_pressing, submit_by_typing, work_to_the_end
from tests.browser.stage import Stage

pytestmark = pytest.mark.asyncio(loop_scope="module")

ROUNDS = 10 if os.environ.get("SOAK") else 0
WELCOME = "Here you bring the Prevention Hub a problem"


async def test_somebody_on_a_phone_is_welcomed_once_and_submits_by_pressing_alone(stage: Stage) -> None:
    officer = await stage.seat_officer(width=PHONE)
    await officer.sees(WELCOME)
    await submit_by_pressing(officer, "Bicycles taken on a Monday")
    await work_to_the_end(stage, officer, "Bicycles taken on a Monday")

    await officer.reload()
    await officer.say("menu")
    await officer.sees("What would you like to do?")
    await officer.misses(WELCOME)
    await officer.page.close()


async def test_somebody_submits_by_typing_alone(stage: Stage) -> None:
    await play_by_typing(stage, "Bicycles taken on a Tuesday")


@pytest.mark.soak
@pytest.mark.parametrize("week", range(ROUNDS))
async def test_the_main_job_goes_well_again_and_again(stage: Stage, week: int) -> None:
    await play_by_typing(stage, f"Bicycles taken in week {week:02}")
    officer = await stage.seat_officer(width=PHONE)
    await officer.say("menu")
    await submit_by_pressing(officer, f"Bicycle bells taken in week {week:02}")
    await work_to_the_end(stage, officer, f"Bicycle bells taken in week {week:02}")
    await officer.page.close()


async def play_by_typing(stage: Stage, problem: str) -> None:
    officer = await stage.seat_officer()
    await submit_by_typing(officer, problem)
    await work_to_the_end(stage, officer, problem)
    await officer.page.close()
