"""Reading a day as people type it: ``3 August``, ``Mon 3rd Aug 2027``, ``03/08/2027``, ``tomorrow``.

The day stands before the month, as it does in Britain. Without a year the next such day is meant.
"""

import re
from calendar import day_abbr, day_name, month_abbr, month_name
from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

MONTHS: Mapping[str, int] = MappingProxyType(
    {
        name.casefold(): number
        for names in (month_name, month_abbr)
        for number, name in enumerate(names)
        if name
    }
    | {"sept": 9}
)
_SPOKEN: Mapping[str, timedelta] = MappingProxyType({"today": timedelta(), "tomorrow": timedelta(days=1)})

MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(name.casefold() for names in (day_name, day_abbr) for name in names)

DAY = (
    rf"(?:today|tomorrow|\d{{4}}-\d{{1,2}}-\d{{1,2}}|\d{{1,2}}[/.]\d{{1,2}}(?:[/.](?:\d{{4}}|\d{{2}}))?"
    rf"|(?:(?:{_WEEKDAY}),?\s+)?\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+(?:{MONTH})\b(?:,?\s+\d{{4}})?)"
)
"""What a day looks like when it is typed, without groups, to be used within other patterns."""

_TO = r"\s*(?:\b(?:to|until|till)\b|\u2013|(?<=\s)-(?=\s))\s*"

SPAN = rf"(?:{DAY}|\d{{1,2}}(?:st|nd|rd|th)?(?={_TO}))(?:{_TO}{DAY})?"
"""What a day, or a day to another, looks like: ``3 to 14 August``."""

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_NUMBERS = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})(?:[/.](?P<year>\d{4}|\d{2}))?")
_NAMED = re.compile(
    rf"(?:(?:{_WEEKDAY}),?\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>{MONTH})"
    r"(?:,?\s+(?P<year>\d{4}))?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(_TO, re.IGNORECASE)
_BARE = re.compile(r"\d{1,2}(?:st|nd|rd|th)?", re.IGNORECASE)
_CENTURY = "20"
"""What stands before a year of two digits."""
_LEAP = 8
"""Years within which every day of the calendar comes at least once."""


def read_day(text: str, today: date, *, since: date | None = None) -> date | None:
    """Read a day; without a year the first such day from ``since`` (or today) on. None where it is no day."""
    said = " ".join(text.split()).casefold().strip(" .,")
    if said in _SPOKEN:
        return today + _SPOKEN[said]
    for pattern in (_ISO, _NUMBERS, _NAMED):
        if found := pattern.fullmatch(said):
            return _find(found, since or today)
    return None


def read_kept_day(text: str) -> date | None:
    """Read a day as it is kept, ``2026-11-24``; None for words of a time when words were asked for."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def split_days(text: str) -> tuple[str, str]:
    """Split ``3 to 14 August`` into ``3 August`` and ``14 August``; one day alone is first and last."""
    first, _, last = _BETWEEN.sub("\0", text.strip(), count=1).partition("\0")
    if not last:
        return first, first
    named = _NAMED.fullmatch(last) if _BARE.fullmatch(first) else None
    return (f"{first} {named['month']} {named['year'] or ''}".strip() if named else first), last


def _find(found: re.Match[str], since: date) -> date | None:
    named = found["month"]
    month = int(named) if named.isdecimal() else MONTHS[named]
    day = int(found["day"])
    if found["year"]:
        year = found["year"]
        return _make(int(year if len(year) > len(_CENTURY) else _CENTURY + year), month, day)
    likely = (_make(since.year + more, month, day) for more in range(_LEAP + 1))
    return next((one for one in likely if one is not None and one >= since), None)


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
