"""What people type about their action plans."""

import re

from bot.command import PERSONAL, Command
from cards import payloads as p
from dialogs.action_plan import ACTION_PLAN
from domain.language import N_

_TOPIC = re.compile(r"\s*:\s*(?P<words>.*\S)\s*", re.DOTALL)
"""What it is about, behind a colon: "action plan: bicycles at the station"."""

PLAN_COMMANDS: tuple[Command, ...] = (
    Command(
        ACTION_PLAN.phrases,
        lambda t: p.PlanStart(words=t.words),
        N_("start an action plan"),
        PERSONAL,
        follows=_TOPIC,
    ),
    Command(
        ("open", "show"),
        lambda t: p.PlanOpen(reference=t.reference),
        N_("open the plan"),
        PERSONAL,
        about_plan=True,
        takes_words=False,
    ),
    Command(
        ("my plans", "my plan", "my action plans", "my action plan", "plans"),
        lambda _: p.PlanList(),
        N_("show your action plans"),
        PERSONAL,
    ),
)
