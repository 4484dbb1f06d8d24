"""One plan as those see it who accompany it: what it says, how it stands, and what can be done for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from microsoft_teams.cards.core import Action, CardElement

from cards.buttons import Box, button, text_box
from cards.care_payloads import CareDecide, CareHandOver, CareHelp, CareList, CareNudge
from cards.kit import (
    DOT,
    aside,
    heading,
    line,
    marking_line,
    plain,
    present,
    problem,
    quotation,
    sentence,
    strong,
    title,
)
from cards.people_picker import person_inputs, say_not_reached
from cards.plan import STEP_NAMES, say_next, say_when
from cards.plan_states import say_state
from cards.whole import list_answers
from cards.words import cut, one_line, share_out, words
from domain.action_plan import ActionPlan, PlanAction, PlanEvent, PlanHappened, PlanOutcome
from domain.clock import in_london
from domain.dates import say_date, say_moment
from domain.language import N_, _
from domain.marking import Marking
from domain.people import Person, Reach
from domain.plan_state import list_open_actions, state_on
from domain.ports import Outgoing

ANSWERS_BUDGET = 8_000
ACTIONS_BUDGET = 4_000
LEARNED_BUDGET = 3_000
KEPT_BUDGET = 8_000
"""Bytes of people's words in each part, so that all stays under 40 KB."""

LATEST = 3
"""Nudges and offers that are shown."""

HELP, DECIDE, HAND_OVER = "help", "decide", "hand over"
"""The boxes of this card, as a remark names them."""

_OUTCOMES = {
    PlanOutcome.WORKED: N_("It worked."),
    PlanOutcome.PARTLY: N_("It partly worked."),
    PlanOutcome.DID_NOT: N_("It did not work."),
    PlanOutcome.NOT_IMPLEMENTED: N_("It was not implemented."),
}
_CARED = {
    PlanHappened.NUDGED: N_("{name} nudged them {when}."),
    PlanHappened.HELP_OFFERED: N_("{name} offered help {when}."),
}


@dataclass(frozen=True, slots=True)
class CareRemark:
    """What came of a press: a sentence to say first, or what did not fit in which box."""

    note: str = ""
    error: str = ""
    box: str = ""
    kept: str = ""
    handed: CareHandOver | None = None
    reach: Reach = Reach.REACHED
    """Whether the person who was picked can be reached."""
    link: str = ""


NO_REMARK = CareRemark()


def plan_to_accompany(
    plan: ActionPlan,
    events: Sequence[PlanEvent],
    people: Sequence[Person],
    now: datetime,
    remark: CareRemark = NO_REMARK,
) -> Outgoing:
    """Show somebody of the Academy a plan, and what they can do for it.

    Args:
        plan: The plan.
        events: Its history.
        people: Who is likely to be named its supervisor.
        now: The present moment.
        remark: What came of a press on this card.
    """
    state = say_state(state_on(plan, in_london(now).date()))
    boxes = _make_boxes(plan, people, remark) if plan.is_open else {}
    opened = boxes.pop(remark.box, None) if remark.error else None
    return present(
        f"{remark.note} {plan.reference}: {one_line(plan.title)}. {state}.",
        [
            heading(plan.reference),
            marking_line(Marking.OFFICIAL, state, say_when(plan, now)),
            sentence(remark.note) if remark.note else None,
            say_not_reached(remark.reach, remark.link) if remark.note else None,
            problem(remark.error) if remark.error and opened is None else None,
            title(one_line(plan.title, 200)),
            sentence(_say_whose(plan), "None"),
            aside(_say_step(plan), "None"),
            *_show_need(plan, now),
            *list_answers(plan.answers, ANSWERS_BUDGET),
            *_list_actions(plan, now),
            *_show_learned(plan),
            *_say_care(events, now),
            opened.opened(remark.error) if opened else None,
        ],
        _list_offers(plan, events, boxes, now),
    )


def hand_over_box(plan: ActionPlan, people: Sequence[Person], given: CareHandOver | None) -> Box:
    """Ask for a plan's supervisor, with what was filled in before."""
    chosen, typed = (given.person, given.person_email) if given else ("", "")
    who = person_inputs("person", _("New supervisor"), people, chosen=chosen, typed=typed)
    payload = CareHandOver(reference=plan.reference)
    return Box(_("New supervisor"), who, button(_("Name them"), payload, main=True, sends_inputs=True))


def _say_whose(plan: ActionPlan) -> str:
    supervisor = plan.supervisor.name if plan.supervisor else plan.supervisor_named
    named = _("supervisor {name}").format(name=one_line(supervisor, 60))
    parts = [
        one_line(plan.owner.name, 60),
        one_line(plan.owner.team, 60),
        one_line(plan.cohort, 80),
        named if supervisor else _("no supervisor named"),
    ]
    return DOT.join(part for part in parts if part)


def _say_step(plan: ActionPlan) -> str:
    step = _("On now: {step}").format(step=_(STEP_NAMES[plan.step]).lower())
    coming = say_next(plan)
    return DOT.join([step, _("next: {what}").format(what=coming)]) if coming else step


def _show_need(plan: ActionPlan, now: datetime) -> list[CardElement]:
    """Show what its owner waits for: help, or a decision about more time."""
    shown: list[CardElement] = []
    name = one_line(plan.owner.name, 60)
    if plan.help_asked_at is not None:
        when = say_moment(plan.help_asked_at, now)
        asked = _("{name} asked for help {when}.").format(name=name, when=when)
        shown.append(line(strong(asked), spacing="Medium"))
    return [*shown, *show_wish(plan, now)] if _awaits_decision(plan) else shown


def show_wish(plan: ActionPlan, now: datetime) -> list[CardElement]:
    """Show a wish for more time: until when, and why."""
    if plan.wish is None:
        return []
    name, day = one_line(plan.owner.name, 60), say_date(plan.wish.to, in_london(now).date())
    asked = _("{name} asks for more time, until {day}:").format(name=name, day=day)
    reason = cut(words(plan.wish.reason), 2_000) or _("No reason given.")
    return [line(strong(asked), spacing="Medium"), quotation(reason)]


def offer_decision(plan: ActionPlan) -> list[Action]:
    """Give what decides a wish that waits: granting it, or a box to say why not."""
    grant = CareDecide(reference=plan.reference, version=plan.version, granted=True)
    return [button(_("Grant it"), grant, main=True), _refuse_box(plan, "").behind_button()]


def _awaits_decision(plan: ActionPlan) -> bool:
    return plan.is_open and plan.wish is not None and plan.wish.is_open


def _list_actions(plan: ActionPlan, now: datetime) -> list[CardElement]:
    if not plan.actions:
        return []
    done = [action for action in plan.actions if action.is_done]
    counted = _("Actions: {done} of {all} done").format(done=len(done), all=len(plan.actions))
    lines = share_out(
        [_say_action(action, now) for action in (*list_open_actions(plan), *done)], ACTIONS_BUDGET
    )
    return [line(strong(counted), spacing="Medium"), *(line(plain(text), spacing="Small") for text in lines)]


def _say_action(action: PlanAction, now: datetime) -> str:
    today = in_london(now).date()
    facts = [
        f"{'✓' if action.is_done else '○'} {one_line(action.what, 200)}",
        one_line(action.owner, 60),
        _("with {partner}").format(partner=one_line(action.partner, 60)) if action.partner else "",
        _("by {day}").format(day=say_date(action.due, today)) if action.due and not action.is_done else "",
    ]
    return DOT.join(fact for fact in facts if fact)


def _show_learned(plan: ActionPlan) -> list[CardElement]:
    if plan.outcome is None:
        return []
    said: list[CardElement] = [line(strong(_(_OUTCOMES[plan.outcome])), spacing="Medium")]
    return [*said, quotation(cut(words(plan.learned), LEARNED_BUDGET))] if plan.learned else said


def _say_care(events: Sequence[PlanEvent], now: datetime) -> list[CardElement]:
    """Say what was done for the plan last, so that nobody does it twice."""
    cared = [event for event in events if event.kind in _CARED][-LATEST:]
    return [
        aside(
            _(_CARED[event.kind]).format(name=one_line(event.actor.name, 60), when=say_moment(event.at, now))
        )
        for event in cared
    ]


def _make_boxes(plan: ActionPlan, people: Sequence[Person], remark: CareRemark) -> dict[str, Box]:
    kept = cut(remark.kept, KEPT_BUDGET)
    boxes = {
        HELP: _help_box(plan, kept if remark.box == HELP else ""),
        HAND_OVER: hand_over_box(plan, people, remark.handed),
    }
    if _awaits_decision(plan):
        boxes[DECIDE] = _refuse_box(plan, kept if remark.box == DECIDE else "")
    return boxes


def _help_box(plan: ActionPlan, kept: str) -> Box:
    word = text_box(
        "words_help",
        _("Your word to them"),
        _("Write a word first."),
        kept=kept,
        hint=_("What you can help with, or when you have time"),
        required=False,
    )
    payload = CareHelp(reference=plan.reference)
    return Box(_("Offer help"), (word,), button(_("Offer it"), payload, main=True, sends_inputs=True))


def _refuse_box(plan: ActionPlan, kept: str) -> Box:
    why = text_box(
        "words_decide",
        _("Why not now"),
        _("Say why first: the plan's owner reads it."),
        kept=kept,
        hint=_("The plan's owner reads this."),
        required=False,
    )
    payload = CareDecide(reference=plan.reference, version=plan.version, granted=False)
    return Box(_("Not now"), (why,), button(_("Send it"), payload, main=True, sends_inputs=True))


def _list_offers(
    plan: ActionPlan, events: Sequence[PlanEvent], boxes: dict[str, Box], now: datetime
) -> list[Action]:
    """Give what can be done: a decision that is waited for comes first, a nudge only once a day."""
    actions: list[Action] = []
    if _awaits_decision(plan):
        grant = CareDecide(reference=plan.reference, version=plan.version, granted=True)
        actions.append(button(_("Grant it"), grant, main=True))
    actions += [boxes[key].behind_button() for key in (DECIDE, HELP) if key in boxes]
    if plan.is_open and not _is_nudged_today(events, now):
        actions.append(button(_("Nudge"), CareNudge(reference=plan.reference)))
    actions += [boxes[key].behind_button() for key in (HAND_OVER,) if key in boxes]
    return [*actions, button(_("All plans"), CareList(page=0))]


def _is_nudged_today(events: Sequence[PlanEvent], now: datetime) -> bool:
    today = in_london(now).date()
    return any(event.kind is PlanHappened.NUDGED and in_london(event.at).date() == today for event in events)
