"""What the Hub owes next, worked out of what happened."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.flow import Pending, Priority
from domain.submission import Happened, Kind, Outcome, Party, Stage, Submission
from domain.targets import TARGETS, Deadline, find_deadline, moves_clock, set_deadline
from domain.working_time import add_working_time, count_working_time

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
"""A Monday in a fortnight without a holiday; London keeps Greenwich time."""

SENT = Submission(
    id=1,
    reference="PF-2026-0001",
    kind=Kind.OPERATIONAL_ISSUE,
    title="Bikes",
    topic="theft",
    place="Hitchin",
    answers=(),
    officer=Party(id=1, name="Sam Reed"),
    stage=Stage.RECEIVED,
    submitted_at=MONDAY,
    changed_at=MONDAY,
    waiting_since=MONDAY,
)
CLOSED = SENT.model_copy(update={"stage": Stage.CLOSED, "outcome": Outcome.ADDRESSED})
IN_THE_CLOCK = [kind for kind in Happened if moves_clock(kind)]


def at(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=UTC)


def find(*happened: tuple[Happened, datetime], **different: object) -> Deadline | None:
    return find_deadline(SENT.model_copy(update=different), happened)


@pytest.mark.parametrize(
    ("priority", "due"), [(Priority.LOW, at(4, 17)), (Priority.NORMAL, at(3, 17)), (Priority.HIGH, at(2, 13))]
)
def test_first_comes_a_first_reply_by_the_priority(priority: Priority, due: datetime) -> None:
    assert find(priority=priority) == Deadline(Pending.RESPONSE, due)


def test_after_a_question_nothing_is_owed_until_the_officer_answers_and_then_the_rest_of_the_time() -> None:
    asked = (Happened.ASKED, at(3, 13))
    assert find(asked) is None
    replied = (Happened.REPLIED, at(11))
    assert find(asked, replied) == Deadline(Pending.ANSWER, add_working_time(at(11), timedelta(hours=68)))
    assert find(asked, (Happened.DETAIL_ADDED, at(4))) is None


def test_an_answer_settles_it_until_the_officer_says_more() -> None:
    answered = (Happened.ANSWERED, at(3))
    assert find(answered) is None
    for kind in (Happened.REPLIED, Happened.DETAIL_ADDED):
        again = find(answered, (kind, at(9)))
        assert again == Deadline(Pending.ANSWER, at(20, 17))


def test_a_day_that_was_set_is_kept_also_while_the_officer_is_asked() -> None:
    asked = (Happened.ASKED, at(2, 10))
    assert find(asked, due_on=date(2026, 3, 6)) == Deadline(Pending.DATE, at(7, 0))
    assert find(due_on=date(2026, 3, 6)) == Deadline(Pending.RESPONSE, at(3, 17))


def test_nothing_is_owed_on_what_is_closed_and_reopened_it_begins_anew() -> None:
    assert find_deadline(CLOSED, [(Happened.CLOSED, at(3))]) is None
    assert set_deadline(CLOSED, []).pending is Pending.NOTHING
    again = find((Happened.ANSWERED, at(3)), (Happened.CLOSED, at(3, 10)), (Happened.REOPENED, at(9)))
    assert again == Deadline(Pending.ANSWER, at(20, 17))


def make_history(steps: list[tuple[Happened, int]]) -> list[tuple[Happened, datetime]]:
    """Put what happens in order, at hours after it came in."""
    return [(kind, MONDAY + timedelta(hours=hours)) for kind, hours in sorted(steps, key=lambda one: one[1])]


STEPS = st.tuples(st.sampled_from([*IN_THE_CLOCK, Happened.NOTED]), st.integers(0, 400))
HISTORIES = st.lists(STEPS, max_size=12).map(make_history)


@given(HISTORIES, st.sampled_from(Priority))
def test_no_history_gives_more_time_than_the_target_and_none_is_owed_while_the_officer_is_asked(
    happened: list[tuple[Happened, datetime]], priority: Priority
) -> None:
    deadline = find(*happened, priority=priority)
    last = max([MONDAY, *(moment for _kind, moment in happened)])
    if deadline is not None:
        assert deadline.at >= MONDAY
        assert count_working_time(last, deadline.at) <= TARGETS[priority].answer
    talk = [kind for kind, _at in happened if kind in (Happened.ASKED, Happened.REPLIED, Happened.REOPENED)]
    if talk and talk[-1] is Happened.ASKED:
        assert deadline is None


@given(HISTORIES)
def test_a_higher_priority_is_never_due_later(happened: list[tuple[Happened, datetime]]) -> None:
    low, high = find(*happened, priority=Priority.LOW), find(*happened, priority=Priority.HIGH)
    assert (low is None) == (high is None)
    if low is not None and high is not None:
        assert high.at <= low.at


@given(HISTORIES)
def test_what_does_not_move_the_clock_may_be_left_out(happened: list[tuple[Happened, datetime]]) -> None:
    moving = [one for one in happened if moves_clock(one[0])]
    assert find(*happened) == find(*moving)
