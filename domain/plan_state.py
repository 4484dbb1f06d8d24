"""How a plan stands on a day, and what is next: rules that the card, the reminders and the lists share."""

from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum

from domain.action_plan import ActionPlan, PlanAction, Step, StepState
from domain.clock import in_london

QUIET = timedelta(weeks=4)
"""After this long without a touch somebody may be stuck: a third of the three months, and longer than the
gap between the first reminder (week 2) and a fortnight's leave."""

STEPS = tuple(Step)


class PlanState(StrEnum):
    """How a plan stands."""

    ON_TRACK = "on track"
    LATE = "late"
    STUCK = "stuck"
    DONE = "done"


def is_quiet(plan: ActionPlan, day: date) -> bool:
    """Tell whether its owner has not touched it for so long that they may be stuck; a snooze is respected."""
    rests = plan.snoozed_until is not None and day < plan.snoozed_until
    return not rests and day - in_london(plan.touched_at).date() >= QUIET


def waits_for_help(plan: ActionPlan) -> bool:
    """Tell whether its owner has asked for help and not got it: what the Hub has closed, it has answered."""
    return plan.help_asked_at is not None and (plan.linked is None or plan.linked.is_open)


_RULES: tuple[tuple[PlanState, Callable[[ActionPlan, date], bool]], ...] = (
    (PlanState.DONE, lambda plan, _: not plan.is_open),
    (PlanState.STUCK, lambda plan, _: waits_for_help(plan)),
    (PlanState.LATE, lambda plan, day: day > plan.due_on),
    (PlanState.STUCK, is_quiet),
)
"""The first that fits is the state: who asks for help comes before who is late, and late before quiet."""


def state_on(plan: ActionPlan, day: date) -> PlanState:
    """Give how a plan stands on a day in London; on its due day it is still on track."""
    return next((state for state, fits in _RULES if fits(plan, day)), PlanState.ON_TRACK)


def list_steps(plan: ActionPlan) -> tuple[tuple[Step, StepState], ...]:
    """Give each step of SARA with how it stands; of a finished plan all up to the present one are done."""
    here = STEPS.index(plan.step)
    return tuple((step, _place(number - here, is_open=plan.is_open)) for number, step in enumerate(STEPS))


def _place(ahead: int, *, is_open: bool) -> StepState:
    if ahead < 0 or (ahead == 0 and not is_open):
        return StepState.DONE
    if ahead == 0:
        return StepState.NOW
    return StepState.NEXT if ahead == 1 and is_open else StepState.LATER


def list_open_actions(plan: ActionPlan) -> tuple[PlanAction, ...]:
    """Give what is not ticked off, the earliest due first; what has no day comes last, as it was written."""
    waiting = [action for action in plan.actions if not action.is_done]
    return tuple(sorted(waiting, key=lambda action: action.due or date.max))


def find_next(plan: ActionPlan) -> PlanAction | Step | None:
    """Give what is next: an action, else the step of SARA that is on; nothing for a finished plan."""
    if not plan.is_open:
        return None
    waiting = list_open_actions(plan)
    return waiting[0] if waiting else plan.step


def find_following(step: Step) -> Step | None:
    """Give the step behind one, or None at the last: behind assessment stands finishing."""
    place = STEPS.index(step) + 1
    return STEPS[place] if place < len(STEPS) else None
