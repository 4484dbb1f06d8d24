"""Days as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.dates import say_day
from domain.reading_days import read_day, split_days
from domain.working_days import open_morning

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3 August", date(2027, 8, 3)),
        ("Mon 3rd Aug 2026", date(2026, 8, 3)),
        ("the 3rd", None),
        ("3rd of august", date(2027, 8, 3)),
        ("23 November", TODAY),
        ("22 nov", date(2027, 11, 22)),
        ("Thursday 3 December.", date(2026, 12, 3)),
        ("3 Sept, 2027", date(2027, 9, 3)),
        ("03/08/2027", date(2027, 8, 3)),
        ("3/8/27", date(2027, 8, 3)),
        ("3.8", date(2027, 8, 3)),
        ("2027-08-03", date(2027, 8, 3)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 24)),
        ("29 February", date(2028, 2, 29)),
        ("31 February", None),
        ("31/02/2027", None),
        ("0/0/0000", None),
        ("0000-00-00", None),
        ("13/13", None),
        ("August", None),
        ("", None),
        ("٣ August", date(2027, 8, 3)),
        ("²/8", None),
    ],
)
def test_a_day_is_read_the_day_before_the_month(typed: str, day: date | None) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("3 August to 14 August", "3 August", "14 August"),
        ("3 to 14 August 2027", "3 August 2027", "14 August 2027"),
        ("3rd until 14th August", "3rd August", "14th August"),
        ("03/08/2027 - 14/08/2027", "03/08/2027", "14/08/2027"),
        ("2027-08-03 - 2027-08-14", "2027-08-03", "2027-08-14"),
        ("3–14 August", "3 August", "14 August"),  # noqa: RUF001 (as people type it)
        ("tomorrow", "tomorrow", "tomorrow"),
    ],
)
def test_a_day_to_another_is_taken_apart(typed: str, first: str, last: str) -> None:
    assert split_days(typed) == (first, last)


@given(st.dates(date(2026, 11, 23), date(2027, 11, 22)))
def test_a_day_is_read_back_as_it_is_said(day: date) -> None:
    assert read_day(say_day(open_morning(day)), TODAY) == day
    assert read_day(f"{day:%d/%m/%Y}", day - timedelta(days=400)) == day
    assert read_day(day.isoformat(), TODAY) == day


@given(st.text(max_size=40), st.dates(date(1, 1, 1), date(9998, 12, 31)))
def test_anything_else_is_no_day_and_breaks_nothing(typed: str, since: date) -> None:
    assert read_day(typed, since) is None or any(letter.isalnum() for letter in typed)
