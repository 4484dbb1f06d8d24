"""Short messages about a plan: to its owner from the Academy, to the Academy, and to who supervises it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType

from microsoft_teams.cards.core import CardElement

from cards.buttons import button
from cards.care_payloads import CareOpen
from cards.kit import line, marking_line, plain, present, quotation, rows, sentence, strong
from cards.plan import say_next, say_when
from cards.plan_care import offer_decision, show_wish
from cards.plan_payloads import PlanOpen
from cards.words import capital, cut, one_line, words
from domain.action_plan import ActionPlan, PlanEvent
from domain.clock import in_london
from domain.dates import say_date
from domain.delivery import NoticeKind
from domain.language import _
from domain.marking import Marking
from domain.ports import Outgoing

WORDS_BUDGET = 12_000
"""Bytes of a person's words in one message."""


def nudged(plan: ActionPlan, event: PlanEvent, now: datetime) -> Outgoing:
    """Ask kindly after a plan."""
    asks = _("{name} of the Academy asks how your plan is going.").format(name=_who(event))
    way_out = _("If something is in the way, say so: help and more time are there to be asked for.")
    return _to_owner(plan, asks, [*_show_next(plan, now), sentence(way_out, "Small")])


def help_offered(plan: ActionPlan, event: PlanEvent, _now: datetime) -> Outgoing:
    """Bring an offer of help."""
    offers = _("{name} of the Academy offers to help with your plan.").format(name=_who(event))
    return _to_owner(plan, offers, _quote(event))


def time_asked(plan: ActionPlan, _event: PlanEvent, now: datetime) -> Outgoing:
    """Bring a wish for more time to somebody of the Academy, who decides right there."""
    asks = _("{name} asks for more time for an action plan.").format(name=one_line(plan.owner.name, 60))
    awaited = plan.wish is not None and plan.wish.is_open and plan.is_open
    show = button(_("Open the plan"), CareOpen(reference=plan.reference))
    decided = sentence(_("It has been decided since, or withdrawn."), "Small")
    actions = [*offer_decision(plan), show] if awaited else [show]
    due = capital(say_when(plan, now)) + "."
    return present(
        f"{asks} {one_line(plan.title)}",
        [
            sentence(asks),
            *_name(plan),
            sentence(due, "Small"),
            *(show_wish(plan, now) if awaited else [decided]),
        ],
        actions,
    )


def time_decided(plan: ActionPlan, event: PlanEvent, now: datetime) -> Outgoing:
    """Tell what became of a wish for more time."""
    wish, today = plan.wish, in_london(now).date()
    said = (
        _("{name} has given your plan more time. It is due on {due} now.")
        if wish is not None and wish.granted
        else _("{name} has not given your plan more time for now. It is still due on {due}.")
    )
    told = said.format(name=_who(event), due=say_date(plan.due_on, today))
    return _to_owner(plan, told, _quote(event))


def handed_over(plan: ActionPlan, event: PlanEvent, _now: datetime) -> Outgoing:
    """Tell the owner who supervises their plan now."""
    told = _("{name} of the Academy has named {supervisor} the supervisor of your plan.")
    return _to_owner(plan, told.format(name=_who(event), supervisor=one_line(event.about, 60)), [])


def supervises(plan: ActionPlan, _event: PlanEvent, now: datetime) -> Outgoing:
    """Tell somebody that they supervise a plan, and what it asks of them."""
    told = _("You have been named the supervisor of an action plan of {name}.")
    asks = _(
        "A plan is what somebody takes home from their training: one problem, worked on for three months. "
        "A word from you now and then helps most. You hear of it here if it is not finished in time."
    )
    due = capital(say_when(plan, now)) + "."
    return _to_supervisor(plan, told, [sentence(due, "Small"), sentence(asks, "Small")])


def relieved(plan: ActionPlan, _event: PlanEvent, _now: datetime) -> Outgoing:
    """Tell the supervisor before that somebody else does it now."""
    told = _("You no longer supervise this action plan of {name}: somebody else does now. Thank you.")
    return _to_supervisor(plan, told, [sentence(_("You hear nothing more of it here."), "Small")])


PLAN_NEWS: Mapping[NoticeKind, Callable[[ActionPlan, PlanEvent, datetime], Outgoing]] = MappingProxyType(
    {
        NoticeKind.PLAN_NUDGED: nudged,
        NoticeKind.PLAN_HELP_OFFERED: help_offered,
        NoticeKind.PLAN_TIME_ASKED: time_asked,
        NoticeKind.PLAN_TIME_DECIDED: time_decided,
        NoticeKind.PLAN_HANDED_OVER: handed_over,
        NoticeKind.PLAN_SUPERVISES: supervises,
        NoticeKind.PLAN_RELIEVED: relieved,
    }
)


def _who(event: PlanEvent) -> str:
    return one_line(event.actor.name, 60)


def _quote(event: PlanEvent) -> list[CardElement]:
    return [quotation(cut(words(event.words), WORDS_BUDGET))] if event.words else []


def _show_next(plan: ActionPlan, now: datetime) -> list[CardElement]:
    due = capital(say_when(plan, now)) + "."
    shown: list[CardElement] = [sentence(due, "Small")]
    coming = say_next(plan)
    return [*shown, line(strong(_("Next: ")), plain(coming), spacing="None")] if coming else shown


def _to_owner(plan: ActionPlan, told: str, more: list[CardElement]) -> Outgoing:
    show = rows([button(_("Show my plan"), PlanOpen(reference=plan.reference), main=True)])
    return present(f"{told} {one_line(plan.title)}", [sentence(told), *_name(plan), *more, *show])


def _to_supervisor(plan: ActionPlan, told: str, more: list[CardElement]) -> Outgoing:
    said = told.format(name=one_line(plan.owner.name, 60))
    return present(f"{said} {one_line(plan.title)}", [sentence(said), *_name(plan), *more])


def _name(plan: ActionPlan) -> list[CardElement]:
    return [
        line(strong(one_line(plan.title, 200)), spacing="Small"),
        marking_line(Marking.OFFICIAL, plan.reference),
    ]
