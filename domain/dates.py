"""Dates and spans as people say them."""

from datetime import UTC, datetime, timedelta

from domain.clock import in_london

_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR


def say_day(moment: datetime) -> str:
    """Say a day: ``Thursday 3 December``."""
    local = in_london(moment)
    return f"{local:%A} {local.day} {local:%B}"


def say_moment(moment: datetime, now: datetime) -> str:
    """Say when something happened: the time alone today, ``yesterday at``, else the day and the time."""
    local, today = in_london(moment), in_london(now).date()
    clock = f"{local:%H:%M}"
    if local.date() == today:
        return f"today at {clock}"
    if local.date() == today - timedelta(days=1):
        return f"yesterday at {clock}"
    year = f" {local.year}" if local.year != today.year else ""
    return f"{local:%a} {local.day} {local:%b}{year} at {clock}"


def say_since(start: datetime, now: datetime) -> str:
    """Say since when: ``today at 09:00``, ``yesterday at 16:30``, else ``Thursday 19 November (5 days)``."""
    days = (in_london(now).date() - in_london(start).date()).days
    return say_moment(start, now) if days <= 1 else f"{say_day(start)} ({say_span(start, now)})"


def say_span(start: datetime, end: datetime) -> str:
    """Say how long something has lasted: ``3 days``, ``2 hours``, ``less than a minute``."""
    seconds = max(0, int((end.astimezone(UTC) - start.astimezone(UTC)).total_seconds()))
    for unit, name in ((_DAY, "day"), (_HOUR, "hour"), (_MINUTE, "minute")):
        if seconds >= unit:
            count = seconds // unit
            return f"{count} {name}{'' if count == 1 else 's'}"
    return "less than a minute"
