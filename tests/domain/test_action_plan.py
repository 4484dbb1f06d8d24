"""When a plan is due, how it stands on a day, and what is next."""

from calendar import monthrange
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.action_plan import ActionPlan, Linked, PlanAction, Step, StepState, due_after
from domain.plan_state import (
    QUIET,
    PlanState,
    find_following,
    find_next,
    list_open_actions,
    list_steps,
    state_on,
)
from domain.submission import Party

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2060, 12, 31))
START = datetime(2026, 3, 2, 9, tzinfo=UTC)
PLAN = ActionPlan(
    id=1,
    reference="AP-2026-0001",
    owner=Party(id=1, name="Sam Reed"),
    title="Bike theft",
    training_ended=date(2026, 3, 2),
    due_on=date(2026, 6, 2),
    created_at=START,
    touched_at=START,
)


@pytest.mark.parametrize(
    ("ended", "due"),
    [
        (date(2026, 1, 31), date(2026, 4, 30)),
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2027, 11, 29), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2028, 5, 29)),
        (date(2026, 12, 31), date(2027, 3, 31)),
        (date(2026, 11, 24), date(2027, 2, 24)),
    ],
)
def test_a_plan_is_due_three_calendar_months_after_the_training(ended: date, due: date) -> None:
    assert due_after(ended) == due


@given(DAYS)
def test_it_is_due_in_the_third_month_on_the_same_day_or_on_the_months_last(ended: date) -> None:
    due = due_after(ended)
    assert (due.year * 12 + due.month) - (ended.year * 12 + ended.month) == 3
    assert due.day == min(ended.day, monthrange(due.year, due.month)[1])


@given(DAYS, DAYS)
def test_who_trained_earlier_is_never_due_later(one: date, other: date) -> None:
    first, second = sorted((one, other))
    assert due_after(first) <= due_after(second)


@given(DAYS)
def test_there_are_three_months_between_of_89_to_92_days(ended: date) -> None:
    assert timedelta(days=89) <= due_after(ended) - ended <= timedelta(days=92)


def test_it_is_on_track_until_its_due_day_is_over() -> None:
    plan = replace(PLAN, touched_at=datetime(2026, 6, 1, 9, tzinfo=UTC))
    assert state_on(plan, plan.due_on) is PlanState.ON_TRACK
    assert state_on(plan, plan.due_on + timedelta(days=1)) is PlanState.LATE


def test_untouched_for_four_weeks_it_is_stuck_unless_it_was_snoozed() -> None:
    day = PLAN.created_at.date() + QUIET
    assert state_on(PLAN, day - timedelta(days=1)) is PlanState.ON_TRACK
    assert state_on(PLAN, day) is PlanState.STUCK
    assert state_on(replace(PLAN, snoozed_until=day + timedelta(days=1)), day) is PlanState.ON_TRACK
    assert state_on(replace(PLAN, snoozed_until=day), day) is PlanState.STUCK


def test_a_call_for_help_comes_before_being_late_and_finishing_before_both() -> None:
    asked = replace(PLAN, help_asked_at=START)
    after = PLAN.due_on + timedelta(days=40)
    assert state_on(PLAN, after) is PlanState.LATE
    assert state_on(asked, after) is PlanState.STUCK
    assert state_on(replace(asked, finished_at=START), after) is PlanState.DONE


def test_help_that_the_hub_has_closed_is_help_that_came() -> None:
    asked = replace(PLAN, help_asked_at=START, linked=Linked(7, "PF-2026-0007", is_open=True))
    assert state_on(asked, START.date()) is PlanState.STUCK
    answered = replace(asked, linked=Linked(7, "PF-2026-0007", is_open=False))
    assert state_on(answered, START.date()) is PlanState.ON_TRACK


def test_midnight_in_summer_is_london_s() -> None:
    late_evening = replace(
        PLAN, touched_at=datetime(2026, 6, 30, 23, 30, tzinfo=UTC), due_on=date(2026, 12, 1)
    )
    assert state_on(late_evening, date(2026, 7, 1) + QUIET - timedelta(days=1)) is PlanState.ON_TRACK
    assert state_on(late_evening, date(2026, 7, 1) + QUIET) is PlanState.STUCK


def test_the_steps_before_the_present_one_are_done() -> None:
    states = [state for _, state in list_steps(replace(PLAN, step=Step.ANALYSIS))]
    assert states == [StepState.DONE, StepState.NOW, StepState.NEXT, StepState.LATER]
    ended = [state for _, state in list_steps(replace(PLAN, step=Step.ANALYSIS, finished_at=START))]
    assert ended == [StepState.DONE, StepState.DONE, StepState.LATER, StepState.LATER]
    assert [find_following(step) for step in Step] == [Step.ANALYSIS, Step.RESPONSE, Step.ASSESSMENT, None]


def test_next_is_the_open_action_that_is_due_first_then_the_step() -> None:
    later = PlanAction(1, "Later", due=date(2026, 5, 1))
    sooner = PlanAction(2, "Sooner", due=date(2026, 4, 1))
    undated = PlanAction(3, "Some time")
    done = PlanAction(4, "Done", due=date(2026, 3, 9), done_at=START)
    plan = replace(PLAN, actions=(undated, later, sooner, done))
    assert list_open_actions(plan) == (sooner, later, undated)
    assert find_next(plan) == sooner
    assert find_next(replace(plan, actions=(done,))) is Step.SCANNING
    assert find_next(replace(plan, finished_at=START)) is None
