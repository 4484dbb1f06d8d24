"""What the buttons carry with which the Hub orders its work."""

from typing import Literal

from pydantic import AliasChoices, Field

from cards.carried import Carried, Number, Short, Words
from cards.portal_payloads import OnSubmission


class FlowSave(OnSubmission):
    """Keep all that the card about priority and due date holds."""

    verb: Literal["flow.save"] = "flow.save"
    priority: Short = Field(default="", validation_alias=AliasChoices("flow_priority", "priority"))
    reasons: Short = Field(default="", validation_alias=AliasChoices("flow_reasons", "reasons"))
    due: Short = Field(default="", validation_alias=AliasChoices("flow_due", "due"))
    tiers: Short = Field(default="", validation_alias=AliasChoices("flow_tiers", "tiers"))
    drivers: Short = Field(default="", validation_alias=AliasChoices("flow_drivers", "drivers"))


class FlowPriority(OnSubmission):
    """Set the priority alone."""

    verb: Literal["flow.priority"] = "flow.priority"
    priority: Short = ""


class FlowDue(OnSubmission):
    """Set the day alone; with no day, take it off."""

    verb: Literal["flow.due"] = "flow.due"
    due: Short = ""


class FlowWork(Carried):
    """Show one's own work."""

    verb: Literal["flow.work"] = "flow.work"
    page: Number = 0


class TaskAdd(OnSubmission):
    """Add a task; without a colleague it is one's own."""

    verb: Literal["task.add"] = "task.add"
    words: Words = Field(default="", validation_alias=AliasChoices("task_words", "words"))
    colleague: Short = Field(default="", validation_alias=AliasChoices("task_colleague", "colleague"))
    due: Short = Field(default="", validation_alias=AliasChoices("task_due", "due"))


class TaskTick(OnSubmission):
    """Say that a task is done, or that it is not."""

    verb: Literal["task.tick"] = "task.tick"
    number: Number = 0
    done: bool = True


class TaskGive(OnSubmission):
    """Give a task to a colleague."""

    verb: Literal["task.give"] = "task.give"
    task: Short = Field(default="", validation_alias=AliasChoices("give_task", "task"))
    colleague: Short = Field(default="", validation_alias=AliasChoices("give_colleague", "colleague"))


class FlowHandOver(Carried):
    """Hand all open work of one colleague to another; asked first, until it is ``sure``."""

    verb: Literal["flow.hand_over"] = "flow.hand_over"
    giver: Short = ""
    taker: Short = ""
    sure: bool = False
