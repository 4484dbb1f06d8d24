"""Reminding of action plans: who hears what this morning; and putting a plan off."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.action_plan import ActionPlan, PlanEvent, PlanHappened
from domain.clock import in_london
from domain.dates import say_date
from domain.delivery import Notice
from domain.errors import BadInput, NotPossible
from domain.language import _
from domain.people import Actor, Role
from domain.plan_reminders import (
    BY_KIND,
    LONGEST_SNOOZE,
    SNOOZE,
    PlanReminder,
    Reader,
    find_end,
    find_reminder,
    name_reminder,
)
from domain.reading_days import read_day
from domain.reminder_kinds import wants
from domain.working_days import is_working_time
from services.action_plans import FINISHED, about, change_plan, load_plan
from services.permission import name_of
from storage.notices import StoredNotice
from storage.work import Work

A_PAGE = 200
"""Plans that are looked at in one unit of work."""


@dataclass(frozen=True, slots=True)
class _Message:
    """One reminder for one person."""

    key: str
    plan: ActionPlan
    row: PlanReminder
    person_id: int


async def remind_of_plans(work: Work, after_id: int, now: datetime) -> int | None:
    """Have reminded of one page of the plans; gives where the next begins, None at the end.

    Everybody hears it in working hours alone and not during their leave: what is still worth saying then is
    found again on the next working day.
    """
    plans = await work.action_plans.list_open(after_id, A_PAGE)
    coordinators = await work.grants.list_people(frozenset({Role.TRAINER}))
    today = in_london(now).date()
    messages = [message for plan in plans for message in _list_messages(plan, coordinators, today)]
    said = await work.notices.list_made([message.key for message in messages])
    fresh = [message for message in messages if message.key not in said]
    for message in await _keep_welcome(work, fresh, now):
        work.notify(
            Notice(
                key=message.key,
                kind=message.row.kind,
                conversation_id=None,
                person_id=message.person_id,
                subject=about(message.plan),
                event_id=0,
                not_after=find_end(message.plan, message.row),
            )
        )
    return plans[-1].id if len(plans) == A_PAGE else None


def _list_messages(plan: ActionPlan, coordinators: Collection[int], today: date) -> list[_Message]:
    return [
        _Message(name_reminder(plan, row, person_id), plan, row, person_id)
        for reader in Reader
        if (row := find_reminder(plan, reader, today)) is not None
        for person_id in list_readers(plan, reader, coordinators)
    ]


def list_readers(plan: ActionPlan, reader: Reader, coordinators: Collection[int]) -> Collection[int]:
    """Give who hears of a plan as such a reader: nobody but themselves, where they own it."""
    if reader is Reader.OWNER:
        return (plan.owner.id,)
    if reader is Reader.COORDINATOR:
        return [one for one in coordinators if one != plan.owner.id]
    may_hear = plan.supervisor is not None and plan.may_tell_supervisor
    return (plan.supervisor.id,) if may_hear and plan.supervisor else ()


async def _keep_welcome(work: Work, messages: Collection[_Message], now: datetime) -> list[_Message]:
    """Keep what its reader is at work to hear, and has not turned off."""
    people = {message.person_id for message in messages}
    away = await work.leave.list_of_all(people, in_london(now).date())
    off = await work.reminder_choices.list_off_of_all(people)
    return [
        message
        for message in messages
        if is_working_time(now, away.get(message.person_id, ()))
        and wants(message.row.choice, off.get(message.person_id, frozenset()))
    ]


async def list_current(
    work: Work, notices: Collection[StoredNotice], person_id: int | None, now: datetime
) -> list[tuple[ActionPlan, PlanReminder]]:
    """Give what of some reminders for one person is still so: the plan under way, its dates as they were."""
    today = in_london(now).date()
    coordinators = await work.grants.list_people(frozenset({Role.TRAINER}))
    current = []
    for notice in notices:
        plan = await work.action_plans.find_by_id(notice.subject.id)
        row = BY_KIND[notice.kind]
        if plan is None or person_id not in list_readers(plan, row.reader, coordinators):
            continue
        is_said_now = find_reminder(plan, row.reader, today) is row
        if is_said_now and name_reminder(plan, row, person_id or 0) == notice.key:
            current.append((plan, row))
    return current


async def snooze_plan(work: Work, actor: Actor, reference: str, typed: str, now: datetime) -> ActionPlan:
    """Put one's own plan off for a week, or until a day that was chosen or typed.

    Raises:
        BadInput: the day cannot be read, is not ahead, or is too far ahead.
        NotPossible: the plan is finished.
    """
    plan = await load_plan(work, actor, reference, lock=True)
    if not plan.is_open:
        raise NotPossible(_(FINISHED))
    today = in_london(now).date()
    until = _read_snooze(typed, today)
    if plan.snoozed_until == until:
        return plan
    event = PlanEvent(PlanHappened.SNOOZED, now, name_of(actor), about=until.isoformat())
    return await change_plan(work, plan, event, lambda one: replace(one, snoozed_until=until))


def _read_snooze(typed: str, today: date) -> date:
    if not typed.strip():
        return today + SNOOZE
    until = read_day(typed, today)
    if until is None:
        raise BadInput(
            _("I cannot find that day in the calendar. Write it like 3 August, or 03/08/2027."),
            field="until",
            kept=typed,
        )
    if until <= today:
        raise BadInput(_("Choose a day from tomorrow on."), field="until", kept=typed)
    if until > today + LONGEST_SNOOZE:
        raise BadInput(
            _("A plan can rest for six weeks, until {day}. If you need longer, ask for more time.").format(
                day=say_date(today + LONGEST_SNOOZE, today)
            ),
            field="until",
            kept=typed,
        )
    return until
