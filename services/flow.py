"""How urgent a submission is, as the Hub decides: priority, day, reasons, and what it is counted under."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.clock import in_london
from domain.dates import say_date
from domain.delivery import Subject, SubjectKind
from domain.errors import BadInput, NotPossible
from domain.flow import Pending, Priority, Tags
from domain.language import _
from domain.people import Actor, Permission
from domain.reading_days import read_day
from domain.submission import Audience, Event, Happened, Submission
from domain.targets import set_deadline
from services.permission import name_of
from services.submissions import load
from storage.work import Work

LONGEST_AHEAD = timedelta(days=2 * 366)
"""A day further away than that is a slip of the finger."""

A_PAGE = 200
"""Submissions that are looked at in one unit of work."""


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody wants from now on; None leaves a part as it is."""

    priority: Priority | None = None
    due: str | None = None
    """A day as it was chosen or typed; empty takes the day off."""
    tags: Tags | None = None


async def order_submission(
    work: Work, actor: Actor, reference: str, order: Order, now: datetime
) -> Submission:
    """Keep how urgent a submission is; the Hub alone reads of it. What stays as it was leaves no trace.

    Raises:
        NotFound, Refused: see services.submissions.load.
        NotPossible: it is closed.
        BadInput: the day cannot be read, is over, or is too far ahead.
    """
    present = await load(work, actor, reference, Permission.WORK_SUBMISSIONS, lock=True)
    if not present.is_open:
        raise NotPossible(_("{reference} is closed. Reopen it first.").format(reference=reference))
    due_on = present.due_on if order.due is None else read_due(order.due, present.due_on, now)
    ticked = await work.submission_tags.find(present.id)
    tags = ticked if order.tags is None else order.tags
    priority = order.priority or present.priority
    changed = present.model_copy(update={"priority": priority, "due_on": due_on})
    happened = _list_changes(present, changed, retagged=tags != ticked)
    if not happened:
        return present
    changed = set_deadline(changed, await work.submissions.list_occurrences(present.id))
    await work.submissions.save(changed, present.version)
    await work.submission_tags.replace(present.id, tags)
    for kind, about in happened:
        event = Event(kind=kind, at=now, actor=name_of(actor), audience=Audience.HUB, about=about)
        await work.submissions.record(present.id, event)
    work.touch(Subject(SubjectKind.SUBMISSION, present.id))
    return changed


def _list_changes(before: Submission, after: Submission, *, retagged: bool) -> list[tuple[Happened, str]]:
    changes = []
    if after.priority is not before.priority:
        changes.append((Happened.PRIORITISED, str(after.priority)))
    if after.due_on != before.due_on:
        day = after.due_on
        changes.append((Happened.DUE_SET, day.isoformat()) if day else (Happened.DUE_REMOVED, ""))
    if retagged:
        changes.append((Happened.TAGGED, ""))
    return changes


def read_due(typed: str, present: date | None, now: datetime) -> date | None:
    """Read a day by which something is to be done; empty is none. The day it has already may be over.

    Raises:
        BadInput: it is no day, is over, or is too far ahead.
    """
    today = in_london(now).date()
    if not typed.strip():
        return None
    day = read_day(typed, today)
    if day is None:
        raise BadInput(
            _("I cannot find that day in the calendar. Write it like 3 August, or 03/08/2027."),
            field="due",
            kept=typed,
        )
    if day == present:
        return day
    if day < today:
        raise BadInput(
            _("{day} is over. Choose today or a later day.").format(day=say_date(day, today)),
            field="due",
            kept=typed,
        )
    if day > today + LONGEST_AHEAD:
        raise BadInput(
            _("{day} is more than two years away. Check the year.").format(day=say_date(day, today)),
            field="due",
            kept=typed,
        )
    return day


async def work_out_deadlines(work: Work) -> bool:
    """Work out what is owed on one page of the open submissions of which it is not known; tells if more are.

    They came in before there were targets.
    """
    unknown = await work.submissions.list_pending(Pending.UNKNOWN, A_PAGE)
    for submission in unknown:
        locked = await work.submissions.find(submission.reference, lock=True)
        if locked is not None and locked.is_open:
            known = set_deadline(locked, await work.submissions.list_occurrences(locked.id))
            await work.submissions.save(known, locked.version)
            work.touch(Subject(SubjectKind.SUBMISSION, locked.id))
    return len(unknown) == A_PAGE
