"""The card of an action plan: what is done, what is next, and how many days are left."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType

from microsoft_teams.cards.core import CardElement, Column, ColumnSet, RichTextBlock, TextRun

from cards.buttons import button, opening
from cards.kit import (
    DOT,
    aside,
    folded,
    heading,
    line,
    marking_line,
    plain,
    present,
    problem,
    quotation,
    rows,
    sentence,
    strong,
    title,
)
from cards.plan_boxes import list_plan_actions
from cards.plan_history import list_plan_history
from cards.plan_payloads import PlanTick
from cards.submissions import say_state
from cards.tracker import STEADY
from cards.words import capital, cut, one_line, share_out, words
from domain.action_plan import ActionPlan, PlanAction, PlanEvent, PlanOutcome, Step, StepState
from domain.clock import in_london
from domain.dates import say_date, say_day, say_due, say_moment
from domain.language import N_, _
from domain.marking import Marking
from domain.people import Reach
from domain.plan_state import find_next, list_open_actions, list_steps
from domain.ports import Outgoing
from domain.submission import Submission

WHAT_BUDGET = 2_400
FACTS_BUDGET = 2_000
"""Bytes of words of all actions together: what they are, and what stands beside it."""
LEARNED_BUDGET = 2_000
WORD_BUDGET = 800
"""Bytes of what was learned, and of a trainer's word."""

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


def plan_card(  # noqa: PLR0913 (the picture, and what came of a press on it)
    plan: ActionPlan,
    now: datetime,
    *,
    events: Sequence[PlanEvent] = (),
    linked: Submission | None = None,
    note: str = "",
    error: str = "",
    reach: Reach = Reach.REACHED,
) -> Outgoing:
    """Show its owner how a plan stands.

    Args:
        plan: The plan.
        now: The present moment.
        events: What happened to it, oldest first.
        linked: The submission that was made of it.
        note: A sentence to say first.
        error: Why something did not go through.
        reach: Whether the supervisor can be written to, where they may be.
    """
    today = in_london(now).date()
    facts = [_("action plan"), *([one_line(plan.cohort, 60)] if plan.cohort else [])]
    return present(
        f"{plan.reference}: {one_line(plan.title)}. {say_when(plan, now)}. {say_next(plan)}".strip(),
        [
            heading(plan.reference),
            marking_line(Marking.OFFICIAL, *facts),
            sentence(note) if note else None,
            title(one_line(plan.title, 120)),
            sentence(capital(say_when(plan, now)) + ".", "Small"),
            _track(plan),
            line(strong(_("Next: ")), plain(say_next(plan)), spacing="Small") if plan.is_open else None,
            *_show_end(plan),
            *show_wish(plan, now, today),
            _show_linked(linked) if linked is not None else None,
            problem(error) if error else None,
            *_list_actions(plan, now, today),
            _say_reach(plan, reach),
        ],
        [*list_plan_actions(plan), opening(_("All of it"), "history")],
        [folded("history", list_plan_history(plan, events, now))],
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


_ENDINGS: Mapping[PlanOutcome, str] = MappingProxyType(
    {
        PlanOutcome.WORKED: N_("It worked."),
        PlanOutcome.PARTLY: N_("It worked in part: that is a result."),
        PlanOutcome.DID_NOT: N_("It did not work: that is a result too, and worth knowing."),
        PlanOutcome.NOT_IMPLEMENTED: N_("It was not put into practice."),
    }
)


def _show_end(plan: ActionPlan) -> Iterator[CardElement]:
    """Say how a plan ended, what was learned, and the line of the certificate, where something was done."""
    if plan.outcome is None or plan.finished_at is None:
        return
    yield sentence(_(_ENDINGS[plan.outcome]), "Medium")
    if plan.learned:
        yield aside(_("What was learned, for others too:") if plan.shared else _("What was learned:"))
        yield quotation(cut(words(plan.learned), LEARNED_BUDGET))
    if plan.outcome is PlanOutcome.NOT_IMPLEMENTED:
        return
    told = _("{name} completed the action plan {reference} on {day} {year}.").format(
        name=one_line(plan.owner.name, 60),
        reference=plan.reference,
        day=say_day(plan.finished_at),
        year=in_london(plan.finished_at).year,
    )
    yield line(strong(_("Certificate: ")), plain(told), spacing="Small")


def show_wish(plan: ActionPlan, now: datetime, today: date) -> Iterator[CardElement]:
    """Say what became of the latest wish for more time."""
    wish = plan.wish
    if wish is None or not plan.is_open:
        return
    day = say_date(wish.to, today)
    if wish.is_open:
        asked = _("You asked for more time, until {day}, {when}. The Academy decides.")
        yield sentence(asked.format(day=day, when=say_moment(wish.at, now)), "Small")
        return
    who = one_line(wish.decided_by.name, 60) if wish.decided_by else _("The Academy")
    told = _("{who} granted more time, until {day}.") if wish.granted else _("{who} left the day as it was.")
    yield sentence(told.format(who=who, day=day), "Small")
    if wish.word:
        yield quotation(cut(words(wish.word), WORD_BUDGET))


def _show_linked(linked: Submission) -> RichTextBlock:
    told = f"{linked.reference}, {say_state(linked)}."
    return line(strong(_("With the Hub: ")), plain(told), spacing="Small")


def say_next(plan: ActionPlan) -> str:
    """Say what is next, for the card and for reminders; nothing for a finished plan."""
    coming = find_next(plan)
    if isinstance(coming, PlanAction):
        return one_line(coming.what, 120).rstrip(".") + "."
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
        tick = button(name, payload, tip=tip.format(what=one_line(action.what, 20)))
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
