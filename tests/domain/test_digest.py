"""Since when something must have lain still to be brought up again."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.clock import in_london
from domain.digest import Stale, find_limits, go_back
from domain.working_days import is_working_day

MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2028, 12, 31)).map(lambda one: one.replace(tzinfo=UTC))  # noqa: DTZ001 (the zone follows)


@pytest.mark.parametrize(("day", "back", "found"), [(4, 1, 3), (9, 1, 6), (9, 5, 2), (8, 1, 6), (4, 0, 4)])
def test_working_days_are_counted_back_over_weekends(day: int, back: int, found: int) -> None:
    moment = datetime(2026, 3, day, 10, tzinfo=UTC)
    assert go_back(moment, back) == datetime(2026, 3, found, 10, tzinfo=UTC)


@given(MOMENTS, st.integers(1, 15))
def test_so_many_working_days_lie_between(now: datetime, back: int) -> None:
    start = go_back(now, back)
    days = [in_london(start + timedelta(days=more)).date() for more in range((now - start).days)]
    assert sum(map(is_working_day, days)) == back
    assert is_working_day(in_london(start).date())


def test_what_is_late_is_late_at_once() -> None:
    now = datetime(2026, 3, 9, 10, tzinfo=UTC)
    assert find_limits(now)[Stale.LATE] == now
