"""Reminders of action plans: to the owner a card to act in, to others who, what and due when."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType

from microsoft_teams.cards.core import Action, CardElement, Column, ColumnSet

from cards.buttons import Box, button, date_box, opening
from cards.kit import (
    aside,
    folded,
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
from cards.payloads import PlanOpen, PlanSnooze, PlanTick, RemindersShow
from cards.plan import say_next, say_when, show_wish
from cards.plan_boxes import finish_box, help_box, step_button, time_box, update_box
from cards.words import capital, one_line
from domain.action_plan import ActionPlan, PlanAction
from domain.clock import in_london
from domain.dates import say_date, say_due
from domain.delivery import NoticeKind
from domain.language import N_, _, _n
from domain.marking import Marking
from domain.plan_reminders import BY_KIND, Reader
from domain.plan_state import find_next
from domain.ports import Outgoing
from domain.reminder_kinds import can_turn_off

MOST = 12
"""Plans that one message names."""

MOST_OF_ONES_OWN = 6
"""Of one's own, each with what is next and a button."""

_OPENINGS: Mapping[NoticeKind, str] = MappingProxyType(
    {
        NoticeKind.PLAN_WEEK_2: N_("Two weeks since your training. This is what you set out to do."),
        NoticeKind.PLAN_WEEK_6: N_("Six weeks since your training, about half of the time for your plan."),
        NoticeKind.PLAN_WEEK_10: N_("Ten weeks since your training."),
        NoticeKind.PLAN_BACK: N_("You put this off until today. Here is where it stands."),
    }
)
"""What is said first, where the day that it is due does not say it all."""

_SLIPPED = N_("Most plans move. Ask for more time, or tell us what is in the way.")
SNOOZE = "snooze"
"""The box for another day, as a remark names it."""


def plan_reminder(  # noqa: PLR0913 (the picture, and what came of a press on it)
    plan: ActionPlan,
    kind: NoticeKind,
    now: datetime,
    *,
    note: str = "",
    error: str = "",
    box: str = "",
    chosen: str = "",
) -> Outgoing:
    """Remind somebody of their plan: what is next, and what they can do about it right here.

    Args:
        plan: The plan as it stands.
        kind: Which reminder it is.
        now: The present moment.
        note: A sentence to say first.
        error: Why something did not go through.
        box: The box that stands open under it, where it was the one for another day.
        chosen: The day that stands in that box.
    """
    today = in_london(now).date()
    due = capital(say_when(plan, now)) + "."
    first = _open(plan, kind, today)
    return present(
        " ".join(part for part in (note, one_line(plan.title), due, first, say_next(plan)) if part),
        [
            heading(_("Your action plan")),
            sentence(note) if note else None,
            title(one_line(plan.title, 200)),
            marking_line(Marking.OFFICIAL, plan.reference),
            sentence(due),
            sentence(first, "Small") if first else None,
            line(strong(_("Next: ")), plain(say_next(plan)), spacing="Small") if plan.is_open else None,
            _rest(plan, today),
            *show_wish(plan, now, today),
            _show_error(plan, error, box, chosen),
        ],
        _list_few_actions(plan) if error and box == SNOOZE else _list_actions(plan),
        [] if error and box == SNOOZE else _list_more(plan, kind),
    )


def _show_error(plan: ActionPlan, error: str, box: str, chosen: str) -> CardElement | None:
    if error and box == SNOOZE and plan.is_open:
        return _snooze_box(plan, chosen).opened(error)
    return problem(error) if error else None


def _open(plan: ActionPlan, kind: NoticeKind, today: date) -> str:
    if not plan.is_open:
        return ""
    return _(_SLIPPED) if today > plan.due_on else _(_OPENINGS.get(kind, ""))


def _rest(plan: ActionPlan, today: date) -> CardElement | None:
    if not plan.is_open or plan.snoozed_until is None or plan.snoozed_until <= today:
        return None
    return aside(_("Put off until {day}.").format(day=say_date(plan.snoozed_until, today)))


def _list_actions(plan: ActionPlan) -> list[Action]:
    """Give what can be done about it, the likeliest first; the rest is behind More."""
    if not plan.is_open:
        return [_show_button(plan)]
    coming, actions = find_next(plan), list[Action]()
    if isinstance(coming, PlanAction):
        tick = PlanTick(reference=plan.reference, action=coming.id)
        tip = _("Done: {what}").format(what=one_line(coming.what, 40))
        actions.append(button(_("Done"), tick, main=True, tip=tip))
    else:
        actions.append(step_button(plan) or finish_box(plan).behind_button())
    actions += [
        update_box(plan).behind_button(),
        _snooze_button(plan),
    ]
    if plan.wish is None or not plan.wish.is_open:
        actions.append(time_box(plan).behind_button())
    return [*actions, help_box(plan).behind_button(), opening(_("More"), "more")]


def _list_few_actions(plan: ActionPlan) -> list[Action]:
    """Give what is beside the open box for another day: it would hold up boxes behind buttons."""
    return [_snooze_button(plan), _show_button(plan)] if plan.is_open else [_show_button(plan)]


def _snooze_button(plan: ActionPlan) -> Action:
    return button(_("Snooze a week"), PlanSnooze(reference=plan.reference))


def _show_button(plan: ActionPlan) -> Action:
    return button(_("Show my plan"), PlanOpen(reference=plan.reference))


def _list_more(plan: ActionPlan, kind: NoticeKind) -> list[CardElement]:
    """Give what is behind More: another day, the whole plan, and fewer reminders where that is possible."""
    if not plan.is_open:
        return []
    more: list[Action] = [_snooze_box(plan, "").behind_button(), _show_button(plan)]
    if can_turn_off(BY_KIND[kind].choice):
        more.append(button(_("Fewer reminders"), RemindersShow()))
    return [folded("more", rows(more))]


def _snooze_box(plan: ActionPlan, chosen: str) -> Box:
    return Box(
        _("Another day"),
        (date_box("snooze_until", _("Come back on"), _("Choose a day."), kept=chosen),),
        button(_("Put it off"), PlanSnooze(reference=plan.reference), sends_inputs=True),
        intro=_("The plan stays due when it is; you hear of it again on that day."),
    )


def plans_digest(plans: Sequence[ActionPlan], now: datetime) -> Outgoing:
    """Remind somebody of several plans of theirs at once."""
    said = _("{count} of your plans are worth a look today.").format(count=len(plans))
    return present(
        f"{said} {one_line(plans[0].title)}, {say_when(plans[0], now)}.",
        [
            heading(_("Your action plans")),
            marking_line(Marking.OFFICIAL),
            sentence(said),
            *(_row(plan, now) for plan in plans[:MOST_OF_ONES_OWN]),
            *_leave_out(len(plans) - MOST_OF_ONES_OWN),
            aside(_("Type 'my plans' to see all of them.")),
        ],
    )


def _row(plan: ActionPlan, now: datetime) -> ColumnSet:
    tip = _("Open {reference}").format(reference=plan.reference)
    said: list[CardElement] = [
        line(strong(one_line(plan.title, 100))),
        sentence(capital(say_when(plan, now)) + ".", "None"),
        line(strong(_("Next: ")), plain(say_next(plan)), spacing="None"),
    ]
    show = rows([button(_("Open"), PlanOpen(reference=plan.reference), tip=tip)])
    return ColumnSet(
        spacing="Medium",
        separator=True,
        columns=[
            Column(width="stretch", items=said),
            Column(width="auto", vertical_content_alignment="Center", items=show),
        ],
    )


_WHY_YOU: Mapping[Reader, str] = MappingProxyType(
    {
        Reader.SUPERVISOR: N_(
            "You hear of it because they named you as supervisor. A word from you may help."
        ),
        Reader.COORDINATOR: N_(
            "You hear of it because you work for the Academy. You may want to ask what is in the way."
        ),
    }
)


def tell_of_plans(plans: Sequence[ActionPlan], reader: Reader, now: datetime) -> Outgoing:
    """Tell a supervisor or a coordinator of plans that were due: who, what, due when, and nothing else."""
    today = in_london(now).date()
    said = _n(
        "An action plan was due and is not finished.",
        "{count} action plans were due and are not finished.",
        len(plans),
    ).format(count=len(plans))
    told = [_say_who_and_what(plan, today) for plan in plans[:MOST]]
    return present(
        f"{said} {told[0]}",
        [
            heading(_("Action plans")),
            marking_line(Marking.OFFICIAL),
            sentence(said),
            *(sentence(one, "Small") for one in told),
            *_leave_out(len(plans) - MOST),
            aside(_(_WHY_YOU[reader])),
        ],
    )


def _say_who_and_what(plan: ActionPlan, today: date) -> str:
    return _("{name}: {title} ({reference}). {due}.").format(
        name=one_line(plan.owner.name, 60),
        title=one_line(plan.title, 100),
        reference=plan.reference,
        due=capital(say_due(plan.due_on, today)),
    )


def _leave_out(more: int) -> list[CardElement]:
    return [aside(_n("And {count} more.", "And {count} more.", more).format(count=more))] if more > 0 else []
