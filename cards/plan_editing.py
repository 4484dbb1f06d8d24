"""What can be changed in an action plan: its actions, one by one, and the step that is on."""

from collections.abc import Iterator
from datetime import datetime

from microsoft_teams.cards.core import Action, CardElement

from cards.buttons import Box, button
from cards.kit import aside, heading, line, present, rows, sentence, strong
from cards.payloads import PlanAction, PlanOpen, PlanRemove, PlanStep
from cards.plan import STEP_NAMES
from cards.words import one_line, share_out
from domain.action_plan import MOST_ACTIONS, ActionPlan
from domain.clock import in_london
from domain.dates import say_date
from domain.language import _
from domain.plan_state import STEPS
from domain.ports import Outgoing

WHAT_BUDGET = 4_000
"""Bytes of words of all actions together."""


def plan_editing(plan: ActionPlan, now: datetime, *, note: str = "") -> Outgoing:
    """Show a plan's actions with ways to change them; ``note`` is a sentence to say first."""
    add = button(_("Add an action"), PlanAction(reference=plan.reference), main=True)
    show = button(_("Show the plan"), PlanOpen(reference=plan.reference))
    below: list[Action] = [*([add] if len(plan.actions) < MOST_ACTIONS else []), *_list_steps(plan), show]
    return present(
        _("Change {reference}: {title}").format(reference=plan.reference, title=one_line(plan.title)),
        [
            heading(_("Change {reference}").format(reference=plan.reference)),
            sentence(note) if note else None,
            *_list_rows(plan, now),
        ],
        below,
    )


def _list_steps(plan: ActionPlan) -> Iterator[Action]:
    """Offer the step before, for whoever moved on too soon."""
    here = STEPS.index(plan.step)
    if here:
        before = STEPS[here - 1]
        title = _("Back to {step}").format(step=_(STEP_NAMES[before]).lower())
        yield button(title, PlanStep(reference=plan.reference, step=before))


def _list_rows(plan: ActionPlan, now: datetime) -> Iterator[CardElement]:
    if not plan.actions:
        yield sentence(_("No actions yet."))
    texts = share_out([one_line(action.what, 200) for action in plan.actions], WHAT_BUDGET)
    for number, (action, what) in enumerate(zip(plan.actions, texts, strict=True), start=1):
        yield line(strong(f"{number}. {what}"), spacing="Medium")
        if action.due is not None:
            yield aside(_("by {day}").format(day=say_date(action.due, in_london(now).date())), "None")
        tip = one_line(action.what, 40)
        change = button(
            _("Change"),
            PlanAction(reference=plan.reference, action=action.id),
            tip=_("Change: {what}").format(what=tip),
        )
        remove = button(_("Yes, take it out"), PlanRemove(reference=plan.reference, action=action.id))
        asks = Box(_("Take out"), (), remove, intro=_("It is deleted from the plan."))
        yield from rows([change, asks.behind_button()])
