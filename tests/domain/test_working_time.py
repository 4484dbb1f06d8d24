"""Working time: nine to five on working days, counted and added."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.clock import LONDON, in_london
from domain.working_days import EVENING, MORNING, is_working_day
from domain.working_time import A_DAY, add_working_time, count_working_time

MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2028, 12, 31)).map(lambda one: one.replace(tzinfo=UTC))  # noqa: DTZ001 (the zone follows)
AMOUNTS = st.timedeltas(timedelta(), 25 * A_DAY)
A_LITTLE = timedelta(microseconds=1)


def london(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        (london(3, 2, 9), 4, london(3, 2, 13)),
        (london(3, 2, 9), 8, london(3, 2, 17)),
        (london(3, 2, 16), 2, london(3, 3, 10)),
        (london(3, 2, 20), 1, london(3, 3, 10)),
        (london(3, 6, 16), 2, london(3, 9, 10)),  # over a weekend
        (london(4, 2, 16), 2, london(4, 7, 10)),  # over Easter
        (london(3, 27, 16), 2, london(3, 30, 10)),  # over the day the clocks go forward
        (london(12, 24, 16), 2, london(12, 29, 10)),  # Boxing Day is a Saturday: Monday is the holiday
    ],
)
def test_working_time_is_added_over_nights_weekends_and_holidays(
    start: datetime, hours: int, end: datetime
) -> None:
    assert add_working_time(start, timedelta(hours=hours)) == end
    assert count_working_time(start, end) == timedelta(hours=hours)


@given(MOMENTS, AMOUNTS)
def test_what_is_added_can_be_counted(start: datetime, amount: timedelta) -> None:
    assert count_working_time(start, add_working_time(start, amount)) == amount


@given(MOMENTS, AMOUNTS, AMOUNTS)
def test_in_two_steps_it_is_the_same_as_in_one(start: datetime, one: timedelta, other: timedelta) -> None:
    assert add_working_time(add_working_time(start, one), other) == add_working_time(start, one + other)


@given(MOMENTS, MOMENTS, AMOUNTS)
def test_who_begins_later_ends_no_earlier(start: datetime, other: datetime, amount: timedelta) -> None:
    first, second = sorted((start, other))
    if amount:
        assert add_working_time(first, amount) <= add_working_time(second, amount)


@given(MOMENTS, st.timedeltas(A_LITTLE, 25 * A_DAY))
def test_it_ends_within_the_hours_of_a_working_day(start: datetime, amount: timedelta) -> None:
    end = in_london(add_working_time(start, amount))
    assert is_working_day(end.date())
    assert MORNING < end.time() <= EVENING


@given(st.lists(MOMENTS, min_size=3, max_size=3))
def test_the_parts_of_a_span_count_as_much_as_the_whole(moments: list[datetime]) -> None:
    start, middle, end = sorted(moments)
    parts = count_working_time(start, middle) + count_working_time(middle, end)
    assert parts == count_working_time(start, end)
    assert count_working_time(end, start) == timedelta() or start == end
