"""An action plan in the real client: made by chat, reminded of as time goes on, acted on in the card."""

import asyncio
import os
import sys

import pytest

from domain.action_plan import due_after
from domain.clock import in_london
from domain.dates import say_date
from storage.moved_clock import MovedClock
from tests.browser.desk import Desk
from tests.browser.stage import Stage

pytestmark = pytest.mark.asyncio(loop_scope="module")

TYPED = (
    ("action plan", "When did your training end?"),
    ("today", "Which course was it"),
    ("Leadership, this month", "what keeps happening, where, and who does it affect?"),
    ("Bicycles are taken from the racks behind the library", "What would better look like"),
    ("Half as many by spring", "What do you know about it"),
    ("Two a week since September", "Why do you think it happens"),
    ("The racks cannot be seen", "Where are you with it now?"),
    ("analysis", "What will you do first?"),
    ("Ask the operator about the light", "Who does it"),
    ("skip", "Which partner is in it"),
    ("The rail operator", "By when?"),
    ("skip", "Is there another action?"),
)
"""What the officer types, and what the bot asks then."""


async def move_clock(stage: Stage, far: str) -> None:
    """Move the running bot's clock on, as a developer does."""
    moving = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "admin", "clock", far),
        cwd=stage.options.root,
        env={**os.environ, "LOCAL_MODE": "1", "DATA_DIR": str(stage.options.data)},
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await moving.communicate()
    assert moving.returncode == 0
    assert said.startswith(b"The clock says ")


async def make_plan(officer: Desk) -> None:
    """Make a plan by typing."""
    for said, asked in TYPED:
        await officer.say(said)
        await officer.sees(asked)
    await officer.say("review")
    await officer.press("Make the plan")
    await officer.sees("Your plan is made.")


async def ask_for_more_time(stage: Stage, officer: Desk, *, on: str) -> None:
    """Ask for more time in the reminder, and have somebody of the Academy grant it."""
    until = due_after(in_london(MovedClock(stage.options.data).now()).date())
    asked = {"New day": until.isoformat(), "What is in the way": "The operator answers in January"}
    await officer.press_behind("More time", "Ask for more time", on=on, words=asked)
    await officer.sees_on_card("The Academy decides.", on=on)
    trainer = await Desk.open(stage.browser, stage.demo.world.hub.address)
    await trainer.say("AP-2026-0001")
    await trainer.press("Grant it", on="The operator answers in January")
    await officer.sees("granted more time")
    await officer.sees_on_card(say_date(until), on=on)
    await trainer.page.close()


async def test_a_plan_is_reminded_of_ticked_off_put_off_and_given_more_time_in_the_reminder(
    stage: Stage,
) -> None:
    officer = await stage.seat_officer()
    await make_plan(officer)
    await officer.misses("Two weeks since your training.")
    await move_clock(stage, "+14d")
    await move_clock(stage, "morning")
    reminder = "Two weeks since your training."
    await officer.sees_on_card("Next: Ask the operator about the light.", on=reminder, within=30)
    await officer.press("Done", on=reminder)
    await officer.sees_on_card("Next: find out why it happens", on=reminder)
    await officer.press("Snooze a week", on=reminder)
    await officer.sees_on_card("Put off until", on=reminder)
    await move_clock(stage, "+7d")
    await move_clock(stage, "morning")
    await officer.sees("You put this off until today.", within=30)
    await ask_for_more_time(stage, officer, on="You put this off until today.")
    await officer.press("More", on="You put this off until today.")
    await officer.press("Show my plan", on="You put this off until today.")
    await officer.sees_on_card("Actions: 1 of 1 done", on="action plan")
    await officer.page.close()
