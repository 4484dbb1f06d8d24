"""What the buttons of an action plan's card carry."""

from typing import Literal

from cards.carried import Begins, Carried, Number, Reference, Words


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


class PlanTick(OnPlan):
    """Tick an action off, or take its tick away."""

    verb: Literal["plan.tick"] = "plan.tick"
    action: Number
    undo: bool = False
