"""What the buttons of an action plan's card carry."""

from typing import Literal

from pydantic import AliasChoices, Field

from cards.carried import Begins, Carried, Name, Number, Reference, Short, Words


class PlanList(Carried):
    """List one's own plans."""

    verb: Literal["plan.list"] = "plan.list"
    page: Number = 0


class PlanStart(Begins):
    """Start a plan."""

    verb: Literal["plan.start"] = "plan.start"
    words: Words = ""
    """What it is about, where that was said with the command."""


class OnPlan(Carried):
    """A press about one plan."""

    reference: Reference


class PlanOpen(OnPlan):
    """Show one's own plan."""

    verb: Literal["plan.open"] = "plan.open"


class PlanUpdate(OnPlan):
    """Tell what is new."""

    verb: Literal["plan.update"] = "plan.update"
    words: Words = Field(default="", validation_alias=AliasChoices("words_update", "words"))


class PlanTime(OnPlan):
    """Ask for more time."""

    verb: Literal["plan.time"] = "plan.time"
    to: Short = ""
    words: Words = Field(default="", validation_alias=AliasChoices("words_time", "words"))


class PlanFinish(OnPlan):
    """Say how it ended."""

    verb: Literal["plan.finish"] = "plan.finish"
    outcome: Short = ""
    words: Words = Field(default="", validation_alias=AliasChoices("words_finish", "words"))
    share: Short = ""


class PlanReopen(OnPlan):
    """Go on with a plan that was finished."""

    verb: Literal["plan.reopen"] = "plan.reopen"


class PlanStep(OnPlan):
    """Say which step of SARA is on."""

    verb: Literal["plan.step"] = "plan.step"
    step: Name


class PlanEdit(OnPlan):
    """Show what can be changed in a plan."""

    verb: Literal["plan.edit"] = "plan.edit"


class PlanAction(OnPlan):
    """Change an action, or add one."""

    verb: Literal["plan.action"] = "plan.action"
    action: Number = 0


class PlanRemove(OnPlan):
    """Take an action out."""

    verb: Literal["plan.remove"] = "plan.remove"
    action: Number


class PlanHelp(OnPlan):
    """Ask the Hub for help."""

    verb: Literal["plan.help"] = "plan.help"


class PlanTick(OnPlan):
    """Tick an action off, or take its tick away."""

    verb: Literal["plan.tick"] = "plan.tick"
    action: Number
    undo: bool = False
