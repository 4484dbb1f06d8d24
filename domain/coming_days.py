"""Reading a day to come as people say it: ``in six weeks``, ``on Friday``, ``at the end of March``."""

import re
from calendar import day_abbr, day_name
from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from dateutil.relativedelta import relativedelta

from domain.reading_days import MONTH, MONTHS, read_day

_NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_COUNTS: Mapping[str, int] = MappingProxyType(
    {"a": 1, "an": 1, **{word: number for number, word in enumerate(_NUMBERS, start=1)}}
)
_UNITS: Mapping[str, relativedelta] = MappingProxyType(
    {
        "day": relativedelta(days=1),
        "week": relativedelta(weeks=1),
        "fortnight": relativedelta(weeks=2),
        "month": relativedelta(months=1),
        "year": relativedelta(years=1),
    }
)
_WEEKDAYS: Mapping[str, int] = MappingProxyType(
    {name.casefold(): number for names in (day_name, day_abbr) for number, name in enumerate(names)}
)
_AHEAD = re.compile(
    rf"(?:in\s+)?(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)})\s+(?P<unit>{'|'.join(_UNITS)})(?:'?s)?'?"
    r"(?:\s+time|\s+from\s+(?:now|today)|\s+today)?"
)
_ON_WEEKDAY = re.compile(rf"(?:this\s+)?(?P<weekday>{'|'.join(_WEEKDAYS)})")
_WHOLE_MONTH = re.compile(rf"(?P<month>{MONTH}|next\s+month|this\s+month)(?:\s+(?P<year>20\d\d))?")
_BEFORE = re.compile(r"^(?:(?:on|by|at|in|around|about|sometime|early|late|mid)\s+)*(?:the\s+)?")
_THE_END = re.compile(r"^(?:(?:by|at|around|about)\s+)*(?:the\s+)?end\s+of\s+")


def read_coming_day(text: str, today: date) -> date | None:
    """Read a day to come as people say it: ``in six weeks``, ``on Friday``, ``at the end of March``."""
    said = " ".join(text.split()).casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").strip(" .,")
    if ending := _THE_END.match(said):
        return _end_month(said[ending.end() :], today)
    for plain in (said, _BEFORE.sub("", said)):
        day = read_day(plain, today) or _count_ahead(plain, today) or _find_weekday(plain, today)
        if day is not None:
            return day
    return None


def guess_day(text: str, today: date) -> date | None:
    """Guess the last day that somebody may mean who names a month alone: ``in March``, ``next month``."""
    said = " ".join(text.split()).casefold().strip(" .,")
    return _end_month(_BEFORE.sub("", said), today)


def _count_ahead(said: str, today: date) -> date | None:
    found = _AHEAD.fullmatch(said)
    if found is None:
        return None
    count = found["count"]
    number = int(count) if count.isdecimal() else _COUNTS[count]
    return today + number * _UNITS[found["unit"]]


def _find_weekday(said: str, today: date) -> date | None:
    found = _ON_WEEKDAY.fullmatch(said)
    if found is None:
        return None
    return today + timedelta(days=(_WEEKDAYS[found["weekday"]] - today.weekday() - 1) % 7 + 1)


def _end_month(said: str, today: date) -> date | None:
    """Give the last day of the next such month that is not over."""
    found = _WHOLE_MONTH.fullmatch(said)
    if found is None:
        return None
    number = MONTHS.get(found["month"])
    if number is None:
        first = today.replace(day=1) + relativedelta(months=found["month"].startswith("next"))
    elif found["year"]:
        first = date(int(found["year"]), number, 1)
    else:
        first = date(today.year + (number < today.month), number, 1)
    return first + relativedelta(months=1, days=-1)
