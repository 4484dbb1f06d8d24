"""What the Hub's people can type to order their work."""

import re

from bot.command import BOTH, CHANNEL, PERSONAL, Build, Command, Typed
from cards.carried import Carried
from cards.flow_payloads import FlowDue, FlowHandOver, FlowPriority, FlowWork, TaskAdd, TaskGive, TaskTick
from cards.hub_payloads import HubQueue
from cards.workbench_payloads import HubWorkbench
from dialogs.topics import TOPICS
from domain.lifecycle import OPEN
from domain.workbench import Tool

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


def _list_narrowing() -> str:
    """Give what may stand behind the queue in a chat of one's own, where officers write sentences too."""
    named = {word for topic in TOPICS for word in (topic.name, topic.title)}
    words = {*named, *OPEN, "overdue", "late", "mine", "nobody"}
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_NARROWING = _list_narrowing()
_A_FEW_OF_THEM = re.compile(rf"[\s:]+(?P<words>(?:{_NARROWING})(?:[\s,]+(?:{_NARROWING}))*)", re.IGNORECASE)
_ANYTHING = re.compile(r"[\s:]+(?P<words>\S.{0,100})")
_QUEUE = ("queue", "the queue", "open work", "show the queue")


def _queue(typed: Typed) -> Carried:
    return HubQueue(words=typed.words.strip(" .")[:120])


_TASK_NUMBER = re.compile(
    r"^(?:task )?(?P<number>\d{1,6})\b\s*(?:to )?(?P<rest>.*)$", re.IGNORECASE | re.DOTALL
)


def _tick(*, done: bool) -> Build:
    def build(typed: Typed) -> Carried:
        found = _TASK_NUMBER.match(typed.words)
        number = int(found["number"]) if found else 0
        return TaskTick(reference=typed.reference, number=number, done=done)

    return build


def _give_task(typed: Typed) -> Carried:
    found = _TASK_NUMBER.match(typed.words)
    number, name = (found["number"], found["rest"]) if found else ("", typed.words)
    return TaskGive(reference=typed.reference, task=number, colleague=name.strip(" .")[:120])


def _task(typed: Typed) -> Carried:
    if not typed.words.strip():
        return HubWorkbench(reference=typed.reference, tool=Tool.TASKS)
    return TaskAdd(reference=typed.reference, words=typed.words)


_FROM_TO = re.compile(r"\s+(?P<words>\S.*?\s+to\s+\S.*)", re.IGNORECASE)


_TO_WHOM = re.compile(r"\s+to\s+", re.IGNORECASE)
"""What stands between who gives and who takes."""


def _hand_over(typed: Typed) -> Carried:
    giver, *rest = _TO_WHOM.split(typed.words.strip(" ."), maxsplit=1)
    taker = rest[0] if rest else ""
    return FlowHandOver(giver=giver[:120], taker=taker[:120])


FLOW_COMMANDS: tuple[Command, ...] = (
    Command(_QUEUE, _queue, "open the queue", PERSONAL, follows=_A_FEW_OF_THEM),
    Command(_QUEUE, _queue, "open the queue", CHANNEL, follows=_ANYTHING),
    Command(("my work", "what is mine", "my tasks"), lambda _: FlowWork(), "show your work", BOTH),
    Command(("tasks",), _task, "show its tasks", CHANNEL, about_submission=True, takes_words=False),
    Command(("task", "add task", "add a task"), _task, "add a task", CHANNEL, about_submission=True),
    Command(("tick", "tick off"), _tick(done=True), "tick a task off", CHANNEL, about_submission=True),
    Command(("untick",), _tick(done=False), "open a task again", CHANNEL, about_submission=True),
    Command(
        ("hand task", "pass task"), _give_task, "give a task to a colleague", CHANNEL, about_submission=True
    ),
    Command(
        ("hand over from", "hand over everything from", "hand over all from"),
        _hand_over,
        "hand a colleague's work over",
        CHANNEL,
        follows=_FROM_TO,
    ),
    Command(("priority",), _priority, "set its priority", CHANNEL, about_submission=True),
    Command(("due", "due date"), _due, "set the day it is due", CHANNEL, about_submission=True),
)
