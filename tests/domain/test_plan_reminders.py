"""When somebody is reminded of a plan, day by day: each at most once, none early, none stale."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.action_plan import ActionPlan, Wish, due_after
from domain.clock import LONDON, in_london
from domain.delivery import NoticeKind
from domain.plan_reminders import PLAN_REMINDERS, Reader, find_end, find_reminder, name_reminder
from domain.submission import Party
from domain.working_days import Days, is_working_time, next_working_morning

SAM = Party(id=1, name="Sam Reed")
ENDED = date(2026, 2, 27)


def at(day: date, hour: int = 9) -> datetime:
    return datetime.combine(day, time(hour), LONDON).astimezone(UTC)


def make(ended: date = ENDED, **different: object) -> ActionPlan:
    plan = ActionPlan(
        id=7,
        reference="AP-2026-0007",
        owner=SAM,
        title="Bikes",
        training_ended=ended,
        due_on=due_after(ended),
        created_at=at(ended, 16),
        touched_at=at(ended, 16),
    )
    return replace(plan, **different)  # type: ignore[arg-type] # a plan's own fields


def hear(plan: ActionPlan, reader: Reader, first: date, last: date) -> list[tuple[date, NoticeKind]]:
    """List what is to be said on each day, each thing on the first day alone."""
    heard: dict[str, tuple[date, NoticeKind]] = {}
    for more in range((last - first).days + 1):
        day = first + timedelta(days=more)
        row = find_reminder(plan, reader, day)
        if row is not None:
            heard.setdefault(name_reminder(plan, row, 1), (day, row.kind))
    return list(heard.values())


def test_the_owner_hears_of_it_in_weeks_2_6_10_a_week_before_on_the_day_and_a_week_after() -> None:
    plan = make()
    assert plan.due_on == date(2026, 5, 27)
    assert hear(plan, Reader.OWNER, ENDED, ENDED + timedelta(days=365)) == [
        (date(2026, 3, 13), NoticeKind.PLAN_WEEK_2),
        (date(2026, 4, 10), NoticeKind.PLAN_WEEK_6),
        (date(2026, 5, 8), NoticeKind.PLAN_WEEK_10),
        (date(2026, 5, 20), NoticeKind.PLAN_SOON),
        (date(2026, 5, 27), NoticeKind.PLAN_DUE),
        (date(2026, 6, 3), NoticeKind.PLAN_LATE),
    ]


@pytest.mark.parametrize(
    ("ended", "due"),
    [
        (date(2026, 1, 31), date(2026, 4, 30)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2026, 11, 30), date(2027, 2, 28)),
    ],
)
def test_short_months_and_leap_years_move_the_day_and_all_that_hangs_on_it(ended: date, due: date) -> None:
    plan = make(ended)
    heard = {kind: day for day, kind in hear(plan, Reader.OWNER, ended, ended + timedelta(days=200))}
    assert heard[NoticeKind.PLAN_DUE] == due
    assert heard[NoticeKind.PLAN_SOON] == due - timedelta(days=7)
    assert heard[NoticeKind.PLAN_LATE] == due + timedelta(days=7)


def test_others_hear_of_it_only_when_it_is_late() -> None:
    year = (ENDED, ENDED + timedelta(days=365))
    assert hear(make(), Reader.SUPERVISOR, *year) == [(date(2026, 6, 3), NoticeKind.PLAN_LATE_SUPERVISED)]
    assert hear(make(), Reader.COORDINATOR, *year) == [(date(2026, 6, 10), NoticeKind.PLAN_LATE_COORDINATED)]


@pytest.mark.parametrize("reader", Reader)
def test_nobody_hears_of_what_is_finished(reader: Reader) -> None:
    done = make(finished_at=at(date(2026, 3, 2)))
    assert hear(done, reader, ENDED, ENDED + timedelta(days=365)) == []


@pytest.mark.parametrize("reader", Reader)
def test_nobody_hears_of_what_is_put_off_and_its_owner_does_on_the_day(reader: Reader) -> None:
    put_off = make(snoozed_until=date(2026, 6, 12))
    assert find_reminder(put_off, reader, date(2026, 6, 11)) is None
    back = find_reminder(put_off, Reader.OWNER, date(2026, 6, 12))
    assert back is not None
    assert back.kind is NoticeKind.PLAN_BACK


def test_who_waits_for_a_word_about_more_time_is_left_in_peace_but_the_academy_is_told() -> None:
    wish = Wish(date(2026, 7, 31), "Leave", at(date(2026, 5, 26)))
    waiting = make(wish=wish)
    assert find_reminder(waiting, Reader.OWNER, date(2026, 5, 27)) is None
    assert find_reminder(waiting, Reader.SUPERVISOR, date(2026, 6, 3)) is None
    assert find_reminder(waiting, Reader.COORDINATOR, date(2026, 6, 10)) is not None


def test_a_date_that_was_moved_twice_is_reminded_of_anew_and_never_of_the_old_one() -> None:
    keys = Counter[str]()
    plan = make()
    for asked, to in ((date(2026, 5, 25), date(2026, 6, 29)), (date(2026, 6, 26), date(2026, 7, 31))):
        keys.update(_list_keys(plan, asked))
        granted = Wish(to, "Leave", at(asked), granted=True, decided_by=SAM, decided_at=at(asked, 15))
        plan = replace(plan, wish=granted, due_on=to)
    keys.update(_list_keys(plan, date(2026, 9, 30)))
    said = [key for key in keys if NoticeKind.PLAN_DUE in key]
    assert said == ["plan 7 plan due 2026-07-31 to 1"]
    assert [key for key in keys if NoticeKind.PLAN_LATE in key] == ["plan 7 plan late 2026-08-07 to 1"]
    assert sum("plan soon" in key for key in keys) == 3


def _list_keys(plan: ActionPlan, until: date) -> set[str]:
    """Give what has been said by the end of a day."""
    days = (ENDED + timedelta(days=more) for more in range((until - ENDED).days + 1))
    found = (find_reminder(plan, Reader.OWNER, day) for day in days)
    return {name_reminder(plan, row, 1) for row in found if row is not None}


def test_a_day_that_lay_behind_when_the_plan_was_made_is_not_reminded_of() -> None:
    late = make(created_at=at(date(2026, 4, 20)))
    assert hear(late, Reader.OWNER, date(2026, 4, 20), date(2026, 5, 19)) == [
        (date(2026, 5, 8), NoticeKind.PLAN_WEEK_10)
    ]


ENDS = st.dates(date(2024, 1, 1), date(2040, 12, 31))
AWAY = st.lists(st.tuples(st.integers(0, 150), st.integers(0, 30)), max_size=3)


@given(
    ended=ENDS,
    away=AWAY,
    off=st.sets(st.integers(0, 160), max_size=100),
    snooze=st.none() | st.integers(1, 140),
    moved=st.none() | st.tuples(st.integers(1, 90), st.integers(1, 60)),
)
def test_whatever_happens_each_is_said_at_most_once_none_early_none_stale_none_at_night(
    ended: date,
    away: list[tuple[int, int]],
    off: set[int],
    snooze: int | None,
    moved: tuple[int, int] | None,
) -> None:
    """Live through a plan morning by morning, as the job does; on some days the bot is off."""
    starts = [(ended + timedelta(days=start), more) for start, more in away]
    leave = [Days(start, start + timedelta(days=more)) for start, more in starts]
    plan = make(ended)
    if snooze is not None:
        plan = replace(plan, snoozed_until=ended + timedelta(days=snooze))
    said: set[str] = set()
    now = next_working_morning(plan.created_at, leave)
    while now < at(ended + timedelta(days=160)):
        today = in_london(now).date()
        if moved is not None and (today - ended).days >= moved[0] and plan.wish is None:
            to = plan.due_on + timedelta(days=moved[1])
            granted = Wish(to, "Leave", now, granted=True, decided_by=SAM, decided_at=now)
            plan = replace(plan, wish=granted, due_on=to)
        rows = [(reader, find_reminder(plan, reader, today)) for reader in Reader]
        if (today - ended).days not in off:
            fresh = [
                (name_reminder(plan, row, 1), row)
                for _, row in rows
                if row is not None and name_reminder(plan, row, 1) not in said
            ]
            for key, row in fresh:
                day = row.find_day(plan)
                assert day is not None
                assert day <= today <= day + row.lasts
                assert now < find_end(plan, row)
                assert plan.snoozed_until is None or plan.snoozed_until <= today
                said.add(key)
            assert is_working_time(now, leave)
            assert (in_london(now).hour, in_london(now).minute) == (9, 0)
            owners = [row for _, row in fresh if row.reader is Reader.OWNER]
            assert len(owners) <= 1, "one thing and not seven"
        now = next_working_morning(now + timedelta(seconds=1), leave)


def test_the_table_names_each_kind_once() -> None:
    assert max(Counter(row.kind for row in PLAN_REMINDERS).values()) == 1
