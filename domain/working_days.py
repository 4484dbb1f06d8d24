"""Working days: which they are, which morning is the next, and when a message that can wait may arrive.

A working day is a weekday that is not a bank holiday in England and Wales (Banking and Financial Dealings Act
1971; the days come from the ``holidays`` package, which knows the moved and the royal ones too).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from holidays import country_holidays

from domain.clock import LONDON, in_london

MORNING = time(9)
"""When the day begins for messages that can wait, by the clocks in London."""

EVENING = time(17)
"""From then on they wait for the next working morning."""

_SATURDAY = 5
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """Some days in a row, the first and the last among them."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@lru_cache(maxsize=64)
def list_bank_holidays(year: int) -> frozenset[date]:
    """Give the bank holidays of a year in England and Wales."""
    return frozenset(country_holidays("GB", subdiv="ENG", years=year))


def is_working_day(day: date) -> bool:
    """Tell whether most people of the force's offices are at work."""
    return day.weekday() < _SATURDAY and day not in list_bank_holidays(day.year)


def is_working_time(now: datetime, away: Collection[Days] = ()) -> bool:
    """Tell whether a message that can wait may arrive for somebody who is ``away`` on some days."""
    local = in_london(now)
    here = not any(local.date() in days for days in away)
    return here and MORNING <= local.time() < EVENING and is_working_day(local.date())


def find_working_day(start: date, away: Sequence[Days] = ()) -> date:
    """Give the first working day from ``start`` on that somebody is not ``away``; perhaps that very day."""
    day = start
    while True:
        leave = next((days for days in away if day in days), None)
        if leave is None and is_working_day(day):
            return day
        day = (leave.last if leave else day) + _A_DAY


def open_morning(day: date) -> datetime:
    """Give the moment at which a day begins for messages that can wait, in UTC."""
    return datetime.combine(day, MORNING, LONDON).astimezone(UTC)


def next_working_morning(now: datetime, away: Sequence[Days] = ()) -> datetime:
    """Give the next nine o'clock of a working day that somebody is not ``away``, in UTC; perhaps now."""
    local = in_london(now)
    start = local.date() if now <= open_morning(local.date()) else local.date() + _A_DAY
    return open_morning(find_working_day(start, away))


def join(days: Collection[Days]) -> tuple[Days, ...]:
    """Put days together that overlap or follow each other, in order."""
    joined: list[Days] = []
    for one in sorted(days):
        if joined and one.first <= joined[-1].last + _A_DAY:
            before = joined.pop()
            joined.append(Days(before.first, max(before.last, one.last)))
        else:
            joined.append(one)
    return tuple(joined)
