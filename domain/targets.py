"""By when the Hub owes an officer a first word and an answer: a table, and what of it is due next.

The clock runs in working time. It stops while the Hub waits for the officer, and begins anew when the officer
says something after an answer, or the submission is opened again. What is due is worked out of the events
alone, so that it can be worked out anew at any time: the database keeps the result to sort by.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from typing import TypeAlias

from domain.clock import LONDON
from domain.flow import Pending, Priority
from domain.submission import Happened, Submission
from domain.working_time import A_DAY, add_working_time, count_working_time


@dataclass(frozen=True, slots=True)
class Target:
    """One row: how much working time there is."""

    first_response: timedelta
    answer: timedelta


Targets: TypeAlias = Mapping[Priority, Target]

TARGETS: Targets = MappingProxyType(
    {
        Priority.LOW: Target(3 * A_DAY, 20 * A_DAY),
        Priority.NORMAL: Target(2 * A_DAY, 10 * A_DAY),
        Priority.HIGH: Target(A_DAY / 2, 3 * A_DAY),
    }
)
"""Ours, until a force sets its own."""

Occurrence: TypeAlias = tuple[Happened, datetime]
"""What happened to a submission, and when."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """What is owed next; ``at`` is the first moment at which it is late, in UTC."""

    pending: Pending
    at: datetime


@dataclass(frozen=True, slots=True)
class _Clock:
    """The Hub's clock on one submission; it stands still while ``running_since`` is None."""

    since: datetime
    """When it came in, or came back."""
    running_since: datetime | None
    used: timedelta = timedelta()
    has_responded: bool = False
    has_answered: bool = False


def find_deadline(
    submission: Submission, happened: Iterable[Occurrence], targets: Targets = TARGETS
) -> Deadline | None:
    """Give what the Hub owes next on a submission, or None: closed, answered, or waiting for the officer.

    Args:
        submission: The submission as it stands.
        happened: Everything that has happened to it, in order.
        targets: How much time there is.
    """
    if not submission.is_open:
        return None
    clock = _Clock(submission.submitted_at, submission.submitted_at)
    for kind, at in happened:
        clock = _STEPS.get(kind, _keep)(clock, at)
    owed = [*_list_owed(clock, targets[submission.priority])]
    if submission.due_on is not None:
        owed.append(Deadline(Pending.DATE, end_day(submission.due_on)))
    return min(owed, key=lambda deadline: deadline.at, default=None)


def set_deadline(submission: Submission, happened: Iterable[Occurrence]) -> Submission:
    """Give a submission with what is owed next on it, as its events tell."""
    deadline = find_deadline(submission, happened)
    owed = (deadline.pending, deadline.at) if deadline else (Pending.NOTHING, None)
    return submission.model_copy(update=dict(zip(("pending", "deadline_at"), owed, strict=True)))


def moves_clock(kind: Happened) -> bool:
    """Tell whether what is owed may be another thing after such an event."""
    return kind in _STEPS or kind in _ENDS


def end_day(day: date) -> datetime:
    """Give the first moment after a day in London, in UTC."""
    return datetime.combine(day + timedelta(days=1), time(), LONDON).astimezone(UTC)


def _list_owed(clock: _Clock, target: Target) -> Iterable[Deadline]:
    if clock.running_since is None:
        return
    if not clock.has_responded:
        yield Deadline(Pending.RESPONSE, add_working_time(clock.since, target.first_response))
    if not clock.has_answered:
        left = target.answer - clock.used
        yield Deadline(Pending.ANSWER, add_working_time(clock.running_since, left))


def _keep(clock: _Clock, _at: datetime) -> _Clock:
    return clock


def _begin(clock: _Clock, at: datetime) -> _Clock:
    """Begin anew: opened again after its end."""
    return _Clock(at, at, has_responded=clock.has_responded)


def _ask(clock: _Clock, at: datetime) -> _Clock:
    """Stop: the ball lies with the officer."""
    used = clock.used
    if clock.running_since is not None and not clock.has_answered:
        used += count_working_time(clock.running_since, at)
    return replace(clock, running_since=None, used=used, has_responded=True)


def _reply(clock: _Clock, at: datetime) -> _Clock:
    """Go on where it stopped; after an answer, begin anew."""
    if clock.has_answered:
        return replace(clock, running_since=at, used=timedelta(), has_answered=False)
    return replace(clock, running_since=at)


def _add(clock: _Clock, at: datetime) -> _Clock:
    """Begin anew after an answer; else what is added changes nothing, not even that the Hub waits."""
    return _reply(clock, at) if clock.has_answered and clock.running_since is not None else clock


def _answer(clock: _Clock, _at: datetime) -> _Clock:
    return replace(clock, has_responded=True, has_answered=True)


_STEPS: Mapping[Happened, Callable[[_Clock, datetime], _Clock]] = MappingProxyType(
    {
        Happened.ASKED: _ask,
        Happened.REPLIED: _reply,
        Happened.DETAIL_ADDED: _add,
        Happened.ANSWERED: _answer,
        Happened.REOPENED: _begin,
    }
)
"""What each event does to the clock; all others leave it alone."""

_ENDS = frozenset({Happened.CLOSED, Happened.WITHDRAWN})
