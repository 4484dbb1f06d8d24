"""Working days: weekends, bank holidays, leave, and nine o'clock whatever the clocks do."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.clock import in_london
from domain.working_days import (
    Days,
    find_working_day,
    is_working_day,
    is_working_time,
    join,
    list_bank_holidays,
    next_working_morning,
)

DAYS = st.dates(date(2024, 1, 1), date(2060, 12, 31))
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2060, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 (a bound)
AWAY = st.lists(
    st.builds(lambda first, more: Days(first, first + timedelta(days=more)), DAYS, st.integers(0, 60)),
    max_size=4,
)


@pytest.mark.parametrize(
    ("year", "days"),
    [
        # https://www.gov.uk/bank-holidays, England and Wales
        (2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"),
        (2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
        (2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
    ],
)
def test_the_bank_holidays_are_those_of_england_and_wales(year: int, days: str) -> None:
    weekdays = sorted(day for day in list_bank_holidays(year) if day.weekday() < 5)
    assert " ".join(f"{day:%m-%d}" for day in weekdays) == days


@pytest.mark.parametrize("day", [date(2026, 1, 2), date(2026, 3, 17), date(2026, 8, 3), date(2026, 11, 30)])
def test_the_other_nations_holidays_are_working_days_here(day: date) -> None:
    assert is_working_day(day)


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        # The clocks go forward on Sunday 29 March 2026 and back on Sunday 25 October.
        (datetime(2026, 3, 27, 12, tzinfo=UTC), datetime(2026, 3, 30, 8, tzinfo=UTC)),
        (datetime(2026, 10, 23, 12, tzinfo=UTC), datetime(2026, 10, 26, 9, tzinfo=UTC)),
        # From the Thursday before Easter to the Tuesday after.
        (datetime(2026, 4, 2, 8, 1, tzinfo=UTC), datetime(2026, 4, 7, 8, tzinfo=UTC)),
        (datetime(2026, 12, 24, 9, tzinfo=UTC), datetime(2026, 12, 24, 9, tzinfo=UTC)),
        (datetime(2026, 12, 24, 9, 0, 1, tzinfo=UTC), datetime(2026, 12, 29, 9, tzinfo=UTC)),
        # Just past midnight in London, the evening before in UTC.
        (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), datetime(2026, 7, 1, 8, tzinfo=UTC)),
    ],
)
def test_the_next_working_morning(now: datetime, morning: datetime) -> None:
    assert next_working_morning(now) == morning


def test_leave_is_waited_out_and_so_is_the_weekend_behind_it() -> None:
    summer = Days(date(2026, 8, 10), date(2026, 8, 28))
    back = next_working_morning(datetime(2026, 8, 10, 6, tzinfo=UTC), [summer])
    assert back == datetime(2026, 9, 1, 8, tzinfo=UTC)


@given(MOMENTS, AWAY)
def test_a_working_morning_is_nine_o_clock_on_a_day_at_work_and_the_first_such(
    now: datetime, away: list[Days]
) -> None:
    morning = next_working_morning(now, away)
    local = in_london(morning)
    assert morning >= now
    assert (local.hour, local.minute, local.second) == (9, 0, 0)
    assert is_working_time(morning, away)
    day = in_london(now).date()
    while day < local.date():
        nine = datetime.combine(day, local.time(), local.tzinfo)
        assert nine < now or not is_working_time(nine, away)
        day += timedelta(days=1)


@given(MOMENTS, AWAY)
def test_nobody_is_written_to_at_night_at_a_weekend_on_a_bank_holiday_or_on_leave(
    now: datetime, away: list[Days]
) -> None:
    local = in_london(now)
    free = (
        not 9 <= local.hour < 17
        or local.weekday() >= 5
        or local.date() in list_bank_holidays(local.year)
        or any(days.first <= local.date() <= days.last for days in away)
    )
    assert is_working_time(now, away) is not free


@given(DAYS, AWAY)
def test_the_same_days_however_they_were_marked(day: date, away: list[Days]) -> None:
    joined = join(away)
    assert any(day in days for days in joined) == any(day in days for days in away)
    assert find_working_day(day, joined) == find_working_day(day, away)
    assert join(joined) == joined
    for before, after in pairwise(joined):
        assert before.last + timedelta(days=1) < after.first
