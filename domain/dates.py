"""Dates and spans as people say them, in the language that is spoken."""

from datetime import UTC, date, datetime, timedelta

from babel.dates import format_date

from domain.clock import in_london
from domain.language import ENGLISH, _, _n, spoken

_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR


def say_day(moment: datetime) -> str:
    """Say a day: ``Thursday 3 December``."""
    return say_date(in_london(moment).date())


def say_date(day: date, today: date | None = None) -> str:
    """Say a day of the calendar: ``Thursday 3 December``; with its year where it is not ``today``'s."""
    year = f" {day.year}" if today is not None and day.year != today.year else ""
    if spoken() is ENGLISH:
        return f"{day:%A} {day.day} {day:%B}{year}"
    # Translators: a day as Unicode's date patterns write it; put its parts into your order.
    return _write(day, _("EEEE d MMMM")) + year


def say_due(due: date, today: date) -> str:
    """Say when something is due: ``due Thursday 3 December, in 9 days``, ``due today``, ``it was due …``."""
    days, day = (due - today).days, say_date(due, today)
    if days == 0:
        return _("due today, {day}").format(day=day)
    if days == 1:
        return _("due tomorrow, {day}").format(day=day)
    if days == -1:
        return _("it was due yesterday, {day}").format(day=day)
    if days < 0:
        return _n("it was due {day}, {count} day ago", "it was due {day}, {count} days ago", -days).format(
            day=day, count=-days
        )
    return _n("due {day}, in {count} day", "due {day}, in {count} days", days).format(day=day, count=days)


def say_day_and_time(moment: datetime) -> str:
    """Say a moment without looking at today: ``Tuesday 3 March at 09:10``."""
    return _("{day} at {time}").format(day=say_day(moment), time=f"{in_london(moment):%H:%M}")


def say_moment(moment: datetime, now: datetime) -> str:
    """Say when something happened: the time alone today, ``yesterday at``, else the day and the time."""
    local, today = in_london(moment), in_london(now).date()
    clock = f"{local:%H:%M}"
    if local.date() == today:
        return _("today at {time}").format(time=clock)
    if local.date() == today - timedelta(days=1):
        return _("yesterday at {time}").format(time=clock)
    return _("{day} at {time}").format(day=_say_short(local, with_year=local.year != today.year), time=clock)


def say_since(start: datetime, now: datetime) -> str:
    """Say since when: ``today at 09:00``, ``yesterday at 16:30``, else ``Thursday 19 November (5 days)``."""
    days = (in_london(now).date() - in_london(start).date()).days
    if days <= 1:
        return say_moment(start, now)
    return _("{day} ({span})").format(day=say_day(start), span=say_span(start, now))


def say_span(start: datetime, end: datetime) -> str:
    """Say how long something has lasted: ``3 days``, ``2 hours``, ``less than a minute``."""
    seconds = max(0, int((end.astimezone(UTC) - start.astimezone(UTC)).total_seconds()))
    days, hours, minutes = seconds // _DAY, seconds // _HOUR, seconds // _MINUTE
    if days:
        return _n("{count} day", "{count} days", days).format(count=days)
    if hours:
        return _n("{count} hour", "{count} hours", hours).format(count=hours)
    if minutes:
        return _n("{count} minute", "{count} minutes", minutes).format(count=minutes)
    return _("less than a minute")


def _say_short(local: datetime, *, with_year: bool) -> str:
    if spoken() is ENGLISH:
        return f"{local:%a} {local.day} {local:%b}{f' {local.year}' if with_year else ''}"
    # Translators: a short day with its year, and one without.
    return _write(local.date(), _("EEE d MMM y") if with_year else _("EEE d MMM"))


def _write(day: date, pattern: str) -> str:
    return format_date(day, pattern, locale=spoken().tag.replace("-", "_"))
