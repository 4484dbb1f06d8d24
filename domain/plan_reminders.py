"""When somebody is reminded of an action plan: a table, and the rule that picks what is to be said today.

Source of the days: weeks 2, 6 and 10, seven days before, the day, seven days after (the supervisor too) are
what the programme asks for. Of several that have come, the latest is said and the earlier ones are over: who
was away, or whose bot was, hears one thing and not seven.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from domain.action_plan import ActionPlan
from domain.clock import in_london
from domain.delivery import NoticeKind
from domain.reminder_kinds import ReminderKind
from domain.working_days import open_morning

_WEEK = timedelta(weeks=1)

SNOOZE = _WEEK
"""How long a plan rests that is put off without a day."""

LONGEST_SNOOZE = 6 * _WEEK
"""Half of a plan's three months: longer is more time, which is asked for."""


class Reader(StrEnum):
    """Whom a reminder is for."""

    OWNER = "owner"
    SUPERVISOR = "supervisor"
    """Who is named on the plan, if its owner agreed."""
    COORDINATOR = "coordinator"
    """Everybody who has the Academy's role."""


@dataclass(frozen=True, slots=True)
class PlanReminder:
    """One row: for whom, when, and how long it is worth saying."""

    kind: NoticeKind
    choice: ReminderKind
    """What its reader turns off to do without it, where they may."""
    reader: Reader
    find_day: Callable[[ActionPlan], date | None]
    """From this day on; none while there is no such day."""
    lasts: timedelta
    """For so many days after that one."""


def _after_training(weeks: int) -> Callable[[ActionPlan], date]:
    return lambda plan: plan.training_ended + weeks * _WEEK


def _after_due(weeks: int) -> Callable[[ActionPlan], date]:
    return lambda plan: plan.due_on + weeks * _WEEK


PLAN_REMINDERS: tuple[PlanReminder, ...] = (
    PlanReminder(
        NoticeKind.PLAN_WEEK_2, ReminderKind.PLAN_WEEKS, Reader.OWNER, _after_training(2), 2 * _WEEK
    ),
    PlanReminder(
        NoticeKind.PLAN_WEEK_6, ReminderKind.PLAN_WEEKS, Reader.OWNER, _after_training(6), 2 * _WEEK
    ),
    PlanReminder(
        NoticeKind.PLAN_WEEK_10, ReminderKind.PLAN_WEEKS, Reader.OWNER, _after_training(10), 2 * _WEEK
    ),
    PlanReminder(
        NoticeKind.PLAN_BACK, ReminderKind.PLAN_BACK, Reader.OWNER, lambda plan: plan.snoozed_until, 2 * _WEEK
    ),
    PlanReminder(NoticeKind.PLAN_SOON, ReminderKind.PLAN_DUE, Reader.OWNER, _after_due(-1), timedelta(6)),
    PlanReminder(NoticeKind.PLAN_DUE, ReminderKind.PLAN_DUE, Reader.OWNER, _after_due(0), timedelta(6)),
    PlanReminder(NoticeKind.PLAN_LATE, ReminderKind.PLAN_DUE, Reader.OWNER, _after_due(1), 4 * _WEEK),
    PlanReminder(
        NoticeKind.PLAN_LATE_SUPERVISED,
        ReminderKind.PLAN_SUPERVISED,
        Reader.SUPERVISOR,
        _after_due(1),
        4 * _WEEK,
    ),
    PlanReminder(
        NoticeKind.PLAN_LATE_COORDINATED,
        ReminderKind.PLAN_COORDINATED,
        Reader.COORDINATOR,
        _after_due(2),
        4 * _WEEK,
    ),
)
"""Of two on the same day the one further down is said."""

BY_KIND: Mapping[NoticeKind, PlanReminder] = MappingProxyType({row.kind: row for row in PLAN_REMINDERS})


def find_reminder(plan: ActionPlan, reader: Reader, today: date) -> PlanReminder | None:
    """Give what a reader is to hear of a plan by this day in London, or None where nothing is to be said."""
    if not plan.is_open or _rests(plan, reader, today):
        return None
    settled_on = _find_settled_day(plan)
    come = [
        (day, place, row)
        for place, row in enumerate(PLAN_REMINDERS)
        if row.reader is reader and (day := row.find_day(plan)) is not None and settled_on < day <= today
    ]
    day, _, latest = max(come, default=(today, 0, None), key=lambda one: one[:2])
    return latest if latest is not None and today <= day + latest.lasts else None


def _rests(plan: ActionPlan, reader: Reader, today: date) -> bool:
    """Tell whether a plan is left in peace: put off, or waiting for somebody else to decide on more time."""
    if plan.snoozed_until is not None and today < plan.snoozed_until:
        return True
    waits = plan.wish is not None and plan.wish.is_open
    return waits and reader is not Reader.COORDINATOR


def _find_settled_day(plan: ActionPlan) -> date:
    """Give the day on which its dates were settled: nobody is reminded of a day that lay behind them then."""
    settled_at = plan.created_at
    if plan.wish is not None and plan.wish.granted and plan.wish.decided_at is not None:
        settled_at = max(settled_at, plan.wish.decided_at)
    return in_london(settled_at).date()


def name_reminder(plan: ActionPlan, row: PlanReminder, person_id: int) -> str:
    """Name what one person hears of a plan, for ever: said once, it is not said again.

    The day is in it, so that a moved date is said anew; and the person, so that who follows hears it too.
    """
    day = row.find_day(plan)
    return f"plan {plan.id} {row.kind} {day} to {person_id}"


def find_end(plan: ActionPlan, row: PlanReminder) -> datetime:
    """Give the moment from which a reminder is worthless: the morning after its last day."""
    day = row.find_day(plan)
    return open_morning((day or plan.due_on) + row.lasts + timedelta(days=1))
