"""Days to come as people say them; what is no day yet is asked about, with a guess where there is one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.coming_days import guess_day, read_coming_day

TODAY = date(2026, 11, 23)
"""A Monday."""


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3 March", date(2027, 3, 3)),
        ("on 3 March", date(2027, 3, 3)),
        ("by the 3rd of March 2027.", date(2027, 3, 3)),
        ("03/03/2027", date(2027, 3, 3)),
        ("4/3/27", date(2027, 3, 4)),
        ("tomorrow", date(2026, 11, 24)),
        ("in six weeks", date(2027, 1, 4)),
        ("in six weeks\N{RIGHT SINGLE QUOTATION MARK} time", date(2027, 1, 4)),
        ("6 weeks from now", date(2027, 1, 4)),
        ("in a fortnight", date(2026, 12, 7)),
        ("a week today", date(2026, 11, 30)),
        ("in three months", date(2027, 2, 23)),
        ("in a year's time", date(2027, 11, 23)),
        ("on Friday", date(2026, 11, 27)),
        ("this Friday", date(2026, 11, 27)),
        ("Monday", date(2026, 11, 30)),
        ("the end of March", date(2027, 3, 31)),
        ("at the end of November", date(2026, 11, 30)),
        ("end of next month", date(2026, 12, 31)),
        ("by the end of February 2028", date(2028, 2, 29)),
        ("next month", None),
        ("March", None),
        ("next Friday", None),
        ("soon", None),
        ("when the lights are up", None),
        ("", None),
    ],
)
def test_a_day_to_come_is_read_as_people_say_it(typed: str, day: date | None) -> None:
    assert read_coming_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("March", date(2027, 3, 31)),
        ("in March", date(2027, 3, 31)),
        ("sometime in early March", date(2027, 3, 31)),
        ("November", date(2026, 11, 30)),
        ("next month", date(2026, 12, 31)),
        ("this month.", date(2026, 11, 30)),
        ("March 2028", date(2028, 3, 31)),
        ("in spring", None),
        ("next week", None),
    ],
)
def test_of_a_month_alone_the_last_day_is_the_guess(typed: str, day: date | None) -> None:
    assert guess_day(typed, TODAY) == day


@given(st.text(max_size=40), st.dates(date(2020, 1, 1), date(2090, 12, 31)))
def test_whatever_is_typed_it_is_a_day_or_none(typed: str, today: date) -> None:
    read_coming_day(typed, today)
    guess_day(typed, today)


@given(
    st.integers(1, 400),
    st.sampled_from(["days", "weeks", "months"]),
    st.dates(date(2020, 1, 1), date(2090, 12, 31)),
)
def test_what_is_counted_ahead_lies_ahead(count: int, unit: str, today: date) -> None:
    day = read_coming_day(f"in {count} {unit}", today)
    assert day is not None
    assert day > today
