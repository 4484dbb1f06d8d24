"""What the Hub's people can type to order their work."""

import re

from bot.command import CHANNEL, Command, Typed
from cards.carried import Carried
from cards.flow_payloads import FlowDue, FlowPriority

_BEFORE_LEVEL = re.compile(r"^(?:is |to |as )?", re.IGNORECASE)
_BEFORE_DAY = re.compile(r"^(?:is |it )?(?:on |by )?", re.IGNORECASE)
_NO_DAY = frozenset({"no day", "none", "never", "off"})


def _priority(typed: Typed) -> Carried:
    named = _BEFORE_LEVEL.sub("", typed.words).strip(" .").casefold()
    return FlowPriority(reference=typed.reference, priority=named.removesuffix(" priority")[:120])


def _due(typed: Typed) -> Carried:
    named = _BEFORE_DAY.sub("", typed.words).strip(" .")
    if not named:
        return FlowPriority(reference=typed.reference)
    return FlowDue(reference=typed.reference, due="" if named.casefold() in _NO_DAY else named[:120])


FLOW_COMMANDS: tuple[Command, ...] = (
    Command(("priority",), _priority, "set its priority", CHANNEL, about_submission=True),
    Command(("due", "due date"), _due, "set the day it is due", CHANNEL, about_submission=True),
)
