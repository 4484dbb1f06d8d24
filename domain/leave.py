"""Marked leave: the days on which nothing that can wait is sent to somebody."""

from collections.abc import Sequence
from datetime import date, timedelta

from domain.errors import BadInput, NotFound, NotPossible
from domain.language import N_, _
from domain.reading_days import read_day
from domain.working_days import Days, join

FARTHEST = timedelta(days=2 * 365)
"""How far ahead leave can end: beyond the longest absence that is planned, and near enough to be no slip."""

MOST = 20
"""Spans of days that somebody can have marked."""


_UNREADABLE = N_("I cannot find that day in the calendar. Write it like 3 August, or 03/08/2027.")


def read_leave_day(typed: str, today: date, *, since: date | None = None) -> date:
    """Read a day of leave as it was chosen or typed; without a year the first such from ``since`` (or today).

    Raises:
        BadInput: it is no day.
    """
    day = read_day(typed, today, since=since)
    if day is None:
        raise BadInput(_(_UNREADABLE), kept=typed)
    return day


def mark(marked: Sequence[Days], first: date, last: date, today: date) -> tuple[Days, ...]:
    """Add some days to somebody's leave; what overlaps or follows on becomes one. What is over is dropped.

    Raises:
        BadInput: the days are the wrong way round, over, or too far ahead.
        NotPossible: that would be more than can be kept.
    """
    if last < first:
        raise BadInput(_("The last day comes before the first. Change one of them."), field="last")
    if last < today:
        raise BadInput(_("Those days are over. Mark leave that ends today or later."), field="last")
    if last - today > FARTHEST:
        raise BadInput(_("That is more than two years ahead. Mark it when it is nearer."), field="last")
    days = join([*list_coming(marked, today), Days(first, last)])
    if len(days) > MOST:
        raise NotPossible(
            _("You have marked {most} times away already. Remove one that is no longer needed.").format(
                most=MOST
            )
        )
    return days


def unmark(marked: Sequence[Days], day: date) -> tuple[Days, ...]:
    """Take out the leave that a day belongs to.

    Raises:
        NotFound: no leave is marked on that day.
    """
    left = tuple(days for days in marked if day not in days)
    if len(left) == len(marked):
        raise NotFound(_("No leave is marked on that day. Here is what is marked."))
    return left


def list_coming(marked: Sequence[Days], today: date) -> tuple[Days, ...]:
    """Give what is not over yet."""
    return tuple(days for days in marked if days.last >= today)
