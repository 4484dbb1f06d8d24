"""Dates as people say them, and the marking."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.clock import SystemClock, in_london
from domain.dates import say_day, say_moment, say_since, say_span
from domain.marking import Marking

NOON = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)


def test_a_day_is_said_with_its_name() -> None:
    assert say_day(NOON) == "Thursday 3 December"


def test_a_late_summer_evening_belongs_to_the_next_day_in_london() -> None:
    assert say_day(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == "Thursday 2 July"


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(hours=2), "today at 10:00"),
        (timedelta(hours=12), "today at 00:00"),
        (timedelta(hours=13), "yesterday at 23:00"),
        (timedelta(days=2), "Tue 1 Dec at 12:00"),
        (timedelta(days=365), "Wed 3 Dec 2025 at 12:00"),
    ],
)
def test_a_moment_is_said_by_how_near_it_is(ago: timedelta, said: str) -> None:
    assert say_moment(NOON - ago, NOON) == said


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(seconds=9), "today at 11:59"),
        (timedelta(hours=13), "yesterday at 23:00"),
        (timedelta(days=5), "Saturday 28 November (5 days)"),
    ],
)
def test_since_when_is_said_exactly_while_it_is_near(ago: timedelta, said: str) -> None:
    assert say_since(NOON - ago, NOON) == said


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (timedelta(seconds=-5), "less than a minute"),
        (timedelta(seconds=59), "less than a minute"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(minutes=119), "1 hour"),
        (timedelta(hours=23), "23 hours"),
        (timedelta(days=9, hours=5), "9 days"),
    ],
)
def test_a_span_is_said_in_its_largest_whole_unit(span: timedelta, said: str) -> None:
    assert say_span(NOON, NOON + span) == said


def test_the_night_the_clocks_go_forward_lasts_as_long_as_it_lasts() -> None:
    start = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    assert say_span(start, start + timedelta(hours=2)) == "2 hours"
    assert in_london(start + timedelta(hours=2)).hour == 3


def test_the_clock_tells_an_aware_time() -> None:
    assert SystemClock().now().tzinfo is UTC


def test_nothing_above_official_sensitive_is_accepted() -> None:
    assert [marking.value for marking in Marking] == ["OFFICIAL", "OFFICIAL-SENSITIVE"]
    with pytest.raises(ValueError, match="SECRET"):
        Marking("SECRET")
