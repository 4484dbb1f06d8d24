"""What happened to an action plan, as sentences, and what it says."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from microsoft_teams.cards.core import CardElement

from cards.kit import aside, line, plain, quiet, strong
from cards.whole import list_answers
from cards.words import capital, one_line, share_out, words
from domain.action_plan import ActionPlan, PlanEvent, PlanHappened
from domain.dates import say_moment
from domain.language import N_, _, _n

TOLD: Mapping[PlanHappened, str] = MappingProxyType(
    {
        PlanHappened.MADE: N_("{who} made the plan"),
        PlanHappened.TICKED: N_("{who} ticked off"),
        PlanHappened.UNTICKED: N_("{who} took a tick away"),
        PlanHappened.STEPPED: N_("{who} moved it to {about}"),
        PlanHappened.UPDATED: N_("{who} wrote"),
        PlanHappened.ACTIONS_CHANGED: N_("{who} changed the actions"),
        PlanHappened.SNOOZED: N_("{who} put it off"),
        PlanHappened.TIME_ASKED: N_("{who} asked for more time"),
        PlanHappened.TIME_GRANTED: N_("{who} granted more time"),
        PlanHappened.TIME_NOT_GRANTED: N_("{who} left the day as it was"),
        PlanHappened.HELP_ASKED: N_("{who} asked the Hub for help ({about})"),
        PlanHappened.HELP_OFFERED: N_("{who} offered help"),
        PlanHappened.NUDGED: N_("{who} asked how it goes"),
        PlanHappened.SUPERVISOR_NAMED: N_("{who} named a supervisor"),
        PlanHappened.ATTACHED: N_("{who} attached {about}"),
        PlanHappened.FINISHED: N_("{who} finished it: {about}"),
        PlanHappened.REOPENED: N_("{who} opened it again"),
    }
)
"""Kind of event to what is said of it, without its full stop."""

HISTORY_BUDGET = 1_600
ANSWERS_BUDGET = 2_200
"""Bytes of words in each part."""

MOST_LINES = 8
"""Lines of history on a card; the rest is counted."""


def list_plan_history(plan: ActionPlan, events: Sequence[PlanEvent], now: datetime) -> Sequence[CardElement]:
    """Give the latest lines of a plan's history, newest first, and then what the plan says."""
    latest = list(reversed(events))[:MOST_LINES]
    written = share_out([words(event.words) for event in latest], HISTORY_BUDGET)
    parts: list[CardElement] = [line(strong(_("What happened, newest first")))]
    parts += [_tell(plan, event, said, now) for event, said in zip(latest, written, strict=True)]
    missing = len(events) - len(latest)
    if missing:
        more = _n(
            "{count} earlier line is not shown here.", "{count} earlier lines are not shown here.", missing
        )
        parts.append(aside(more.format(count=missing)))
    if plan.answers:
        parts.append(line(strong(_("What the plan says")), spacing="Medium", separator=True))
        parts += list_answers(plan.answers, ANSWERS_BUDGET)
    return parts


def _tell(plan: ActionPlan, event: PlanEvent, said: str, now: datetime) -> CardElement:
    who = _("You") if event.actor.id == plan.owner.id else one_line(event.actor.name, 60)
    told = _(TOLD[event.kind]).format(who=who, about=one_line(event.about, 60))
    ending = f": {said}" if said else "."
    return line(quiet(f"{capital(say_moment(event.at, now))}  "), plain(told + ending), spacing="Small")
