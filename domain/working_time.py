"""Working time: the hours between nine and five on working days, counted and added by London's clocks.

Clocks change on Sundays before dawn, so that no working hour is ever lost or lived twice.
"""

from datetime import UTC, date, datetime, timedelta

from domain.clock import LONDON, in_london
from domain.working_days import EVENING, MORNING, find_working_day, is_working_day, open_morning

A_DAY = timedelta(hours=EVENING.hour - MORNING.hour)
"""What a working day holds."""

_NONE = timedelta()


def close_evening(day: date) -> datetime:
    """Give the moment at which a working day ends, in UTC."""
    return datetime.combine(day, EVENING, LONDON).astimezone(UTC)


def add_working_time(start: datetime, amount: timedelta) -> datetime:
    """Give the moment at which so much working time has passed since ``start``, in UTC.

    The end of a day is not the next morning: what fits into today is due at five today.
    """
    day, left = in_london(start).date(), amount
    if left <= _NONE:
        return start.astimezone(UTC)
    while True:
        if is_working_day(day):
            begin = max(start, open_morning(day))
            room = close_evening(day) - begin
            if left <= room:
                return (begin + left).astimezone(UTC)
            left -= max(room, _NONE)
        day = find_working_day(day + timedelta(days=1))


def count_working_time(start: datetime, end: datetime) -> timedelta:
    """Give how much working time lies between two moments; nothing where the end comes first."""
    day, last, total = in_london(start).date(), in_london(end).date(), _NONE
    while day <= last:
        if is_working_day(day):
            spent = min(end, close_evening(day)) - max(start, open_morning(day))
            total += max(spent, _NONE)
        day += timedelta(days=1)
    return total
