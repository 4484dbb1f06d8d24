"""The card of an action plan: what is done, what is next, and how many days are left."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType

from microsoft_teams.cards.core import CardElement, Column, ColumnSet, RichTextBlock, TextRun

from cards.buttons import button
from cards.kit import (
    DOT,
    aside,
    heading,
    line,
    marking_line,
    plain,
    present,
    problem,
    rows,
    sentence,
    strong,
    title,
)
from cards.plan_payloads import PlanTick
from cards.tracker import STEADY
from cards.words import capital, one_line, share_out
from domain.action_plan import ActionPlan, PlanAction, Step, StepState
from domain.clock import in_london
from domain.dates import say_date, say_due, say_moment
from domain.language import N_, _
from domain.marking import Marking
from domain.people import Reach
from domain.plan_state import find_next, list_open_actions, list_steps
from domain.ports import Outgoing

WHAT_BUDGET = 4_000
FACTS_BUDGET = 4_000
"""Bytes of words of all actions together: what they are, and what stands beside it."""

STEP_NAMES: Mapping[Step, str] = MappingProxyType(
    {
        Step.SCANNING: N_("Scanning"),
        Step.ANALYSIS: N_("Analysis"),
        Step.RESPONSE: N_("Response"),
        Step.ASSESSMENT: N_("Assessment"),
    }
)
_STATES: Mapping[StepState, tuple[str, str]] = MappingProxyType(
    {
        StepState.DONE: ("✓", N_("done")),
        StepState.NOW: ("●", N_("now")),
        StepState.NEXT: ("○", N_("next")),
        StepState.LATER: ("○", N_("later")),
    }
)
"""The mark and the word of each; never a colour alone."""

_STEP_NEXT: Mapping[Step, str] = MappingProxyType(
    {
        Step.SCANNING: N_("find out how big the problem is, and whom it harms."),
        Step.ANALYSIS: N_("find out why it happens, and what would prove you wrong."),
        Step.RESPONSE: N_("do something about the cause."),
        Step.ASSESSMENT: N_("look at what has changed, and finish the plan."),
    }
)
"""What is next at each step while no action waits."""


def plan_card(
    plan: ActionPlan, now: datetime, *, note: str = "", error: str = "", reach: Reach = Reach.REACHED
) -> Outgoing:
    """Show its owner how a plan stands.

    Args:
        plan: The plan.
        now: The present moment.
        note: A sentence to say first.
        error: Why something did not go through.
        reach: Whether the supervisor can be written to, where they may be.
    """
    today = in_london(now).date()
    return present(
        f"{plan.reference}: {one_line(plan.title)}. {say_when(plan, now)}. {say_next(plan)}",
        [
            heading(plan.reference),
            marking_line(Marking.OFFICIAL, _("action plan"), say_when(plan, now)),
            sentence(note) if note else None,
            title(one_line(plan.title, 200)),
            _track(plan),
            line(strong(_("Next: ")), plain(say_next(plan)), spacing="Small") if plan.is_open else None,
            problem(error) if error else None,
            *_list_actions(plan, now, today),
            _say_reach(plan, reach),
        ],
    )


def _say_reach(plan: ActionPlan, reach: Reach) -> CardElement | None:
    """Say that the supervisor hears nothing yet, so that their owner can tell them."""
    if plan.supervisor is None or not plan.may_tell_supervisor or not plan.is_open:
        return None
    said = _REACHES.get(reach, "")
    name = one_line(plan.supervisor.name, 60) or _("your supervisor")
    return aside(_(said).format(name=name), "Medium") if said else None


_REACHES: Mapping[Reach, str] = MappingProxyType(
    {
        Reach.NOT_YET: N_("I cannot write to {name} yet: they have to open a chat with me once."),
        Reach.LOST: N_("I cannot write to {name}: they have removed me from their Teams."),
    }
)


def say_next(plan: ActionPlan) -> str:
    """Say what is next, for the card and for reminders; nothing for a finished plan."""
    coming = find_next(plan)
    if isinstance(coming, PlanAction):
        return one_line(coming.what, 200).rstrip(".") + "."
    return _(_STEP_NEXT[coming]) if coming is not None else ""


def say_when(plan: ActionPlan, now: datetime) -> str:
    """Say when a plan is due, or since when it is finished."""
    if plan.finished_at is not None:
        return _("finished {when}").format(when=say_moment(plan.finished_at, now))
    return say_due(plan.due_on, in_london(now).date())


def _track(plan: ActionPlan) -> RichTextBlock:
    """Draw the steps of SARA as one line that wraps between steps alone."""
    runs: list[TextRun] = []
    for step, state in list_steps(plan):
        if runs:
            runs.append(TextRun(text="   ", is_subtle=True))
        mark, word = _STATES[state]
        said = f"{mark} {_(STEP_NAMES[step])} ({_(word)})".replace(" ", STEADY)
        quiet = state in (StepState.NEXT, StepState.LATER) or None
        runs.append(TextRun(text=said, weight="Bolder" if state is StepState.NOW else None, is_subtle=quiet))
    return line(*runs, spacing="Small")


def _list_actions(plan: ActionPlan, now: datetime, today: date) -> Sequence[CardElement]:
    if not plan.actions:
        return [aside(_("No actions yet."), "Medium")] if plan.is_open else []
    done = [action for action in plan.actions if action.is_done]
    counted = _("Actions: {done} of {all} done").format(done=len(done), all=len(plan.actions))
    ordered = (*list_open_actions(plan), *done)
    whats = share_out([one_line(action.what, 200) for action in ordered], WHAT_BUDGET)
    facts = share_out([DOT.join(_list_facts(action, now, today)) for action in ordered], FACTS_BUDGET)
    return [
        line(strong(counted), spacing="Medium", separator=True),
        *(
            _show_action(plan, action, what, capital(beside))
            for action, what, beside in zip(ordered, whats, facts, strict=True)
        ),
    ]


def _show_action(plan: ActionPlan, action: PlanAction, what: str, facts: str) -> ColumnSet:
    mark = "✓" if action.is_done else "○"
    said: list[CardElement] = [line(plain(f"{mark} {what}"))]
    if facts:
        said.append(aside(facts, "None"))
    columns = [Column(width="stretch", items=said, vertical_content_alignment="Center")]
    if plan.is_open:
        payload = PlanTick(reference=plan.reference, action=action.id, undo=action.is_done)
        name, tip = (_("Undo"), _("Not done: {what}")) if action.is_done else (_("Done"), _("Done: {what}"))
        tick = button(name, payload, tip=tip.format(what=one_line(action.what, 40)))
        columns.append(Column(width="auto", items=rows([tick]), vertical_content_alignment="Center"))
    return ColumnSet(spacing="Small", columns=columns)


def _list_facts(action: PlanAction, now: datetime, today: date) -> list[str]:
    facts = [
        one_line(action.owner, 60),
        _("with {partner}").format(partner=one_line(action.partner, 60)) if action.partner else "",
        _("done {when}").format(when=say_moment(action.done_at, now)) if action.done_at else "",
        _("by {day}").format(day=say_date(action.due, today)) if action.due and not action.is_done else "",
        one_line(action.evidence, 120),
    ]
    return [fact for fact in facts if fact]
