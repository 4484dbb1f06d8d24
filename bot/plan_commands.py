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
        ("update",),
        lambda t: p.PlanUpdate(reference=t.reference, words=t.words),
        N_("tell what is new with the plan"),
        PERSONAL,
        about_plan=True,
    ),
    Command(
        ("more time",),
        lambda t: p.PlanTime(reference=t.reference, words=t.words),
        N_("ask for more time"),
        PERSONAL,
        about_plan=True,
    ),
    Command(
        ("help",),
        lambda t: p.PlanHelp(reference=t.reference),
        N_("ask the Hub for help"),
        PERSONAL,
        about_plan=True,
        takes_words=False,
    ),
    Command(
        ("change", "edit"),
        lambda t: p.PlanEdit(reference=t.reference),
        N_("change the plan"),
        PERSONAL,
        about_plan=True,
        takes_words=False,
    ),
    Command(
        ("finish",),
        lambda t: p.PlanFinish(reference=t.reference, words=t.words),
        N_("finish the plan"),
        PERSONAL,
        about_plan=True,
    ),
    Command(
        ("reopen",),
        lambda t: p.PlanReopen(reference=t.reference),
        N_("reopen the plan"),
        PERSONAL,
        about_plan=True,
        takes_words=False,
    ),
    Command(
        ("my plans", "my plan", "my action plans", "my action plan"),
        lambda _: p.PlanList(),
        N_("show your action plans"),
        PERSONAL,
    ),
)
