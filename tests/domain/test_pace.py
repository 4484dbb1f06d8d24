"""The pace: whatever is sent when, no window of Teams is ever exceeded, and little of it is wasted."""

import json
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.pace import (
    NOTHING_SENT,
    TEAMS,
    Sends,
    Sent,
    Urgency,
    Window,
    grant_turns,
    is_within,
    next_free,
    plan_replies,
)

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
WINDOWS = TEAMS.windows

PAUSES = st.one_of(
    st.just(0.0),
    st.floats(0, 0.4),
    st.floats(0, 5),
    st.floats(20, 40),
    st.floats(600, 4000),
)
WISHES = st.lists(st.tuples(PAUSES, st.sampled_from(Urgency)), max_size=250)


def send_all(wishes: list[tuple[float, Urgency]]) -> list[tuple[datetime, Urgency]]:
    """Send each as soon as it is wished and free; what was sent goes through JSON, as in the database."""
    now, sends, sent = START, NOTHING_SENT, list[tuple[datetime, Urgency]]()
    for pause, urgency in wishes:
        now = max(now + timedelta(seconds=pause), START)
        now = next_free(sends, now, urgency, WINDOWS)
        sends = Sends.restore(json.loads(json.dumps(sends.plus([now], now).keep())))
        sent.append((now, urgency))
    return sent


@given(WISHES)
def test_no_schedule_that_is_allowed_exceeds_a_window(wishes: list[tuple[float, Urgency]]) -> None:
    assert is_within([moment for moment, _ in send_all(wishes)], WINDOWS)


@given(st.lists(st.tuples(PAUSES, st.just(Urgency.BACKGROUND)), max_size=200))
def test_background_leaves_room_for_two_replies_at_any_moment(wishes: list[tuple[float, Urgency]]) -> None:
    sent = [moment for moment, _ in send_all(wishes)]
    short = [Window(w.seconds, w.limit - 2) for w in WINDOWS if w.seconds <= 30]
    assert is_within(sent, short)


@given(WISHES)
def test_what_is_free_next_is_free_then_and_not_before(wishes: list[tuple[float, Urgency]]) -> None:
    sent = [moment for moment, _ in send_all(wishes)]
    now = sent[-1] if sent else START
    sends = NOTHING_SENT
    for moment in sent:
        sends = sends.plus([moment], moment)
    free = next_free(sends, now, Urgency.REPLY, WINDOWS)
    assert next_free(sends, free, Urgency.REPLY, WINDOWS) == free
    if free > now:
        before = free - timedelta(milliseconds=2)
        assert next_free(sends, before, Urgency.REPLY, WINDOWS) > before


def count_reached(span: timedelta) -> int:
    """Count what a sender who always wants to say more sends in a span."""
    now, sends, many = START, NOTHING_SENT, 0
    while True:
        now = next_free(sends, now, Urgency.REPLY, WINDOWS)
        if now >= START + span:
            return many
        sends = sends.plus([now], now)
        many += 1


def test_of_a_long_burst_hardly_a_place_is_wasted() -> None:
    assert count_reached(timedelta(seconds=2)) == 8
    assert count_reached(timedelta(seconds=30)) >= 0.95 * 60
    assert count_reached(timedelta(hours=1)) >= 0.95 * 1800
    assert count_reached(timedelta(hours=4)) >= 0.95 * 4 * 1800


@given(WISHES)
def test_what_is_kept_never_counts_too_few_and_stays_small(wishes: list[tuple[float, Urgency]]) -> None:
    sent = [moment for moment, _ in send_all(wishes)]
    sends = NOTHING_SENT
    for number, moment in enumerate(sent):
        sends = sends.plus([moment], moment)
        at_ms = round(moment.timestamp() * 1000)
        for window in WINDOWS:
            truly = sum(moment - one < timedelta(seconds=window.seconds) for one in sent[: number + 1])
            assert sends.count(window, at_ms) >= truly
    assert len(json.dumps(sends.keep())) < 2_600


def test_an_hour_of_sends_is_kept_in_a_hundred_pairs() -> None:
    sends = NOTHING_SENT
    for number in range(3600):
        moment = START + timedelta(seconds=number)
        sends = sends.plus([moment], moment)
    assert len(sends.pairs) <= 100


@given(st.lists(st.tuples(PAUSES, st.integers(1, 4)), max_size=80))
def test_replies_that_several_processes_plan_in_one_row_exceed_no_window(
    turns: list[tuple[float, int]],
) -> None:
    now, sends, planned = START, NOTHING_SENT, list[datetime]()
    for pause, many in turns:
        now += timedelta(seconds=min(pause, 0.4))
        moments = plan_replies(sends, now, many, WINDOWS)
        sends = Sends.restore(json.loads(json.dumps(sends.plus(moments, now).keep())))
        planned += moments
    assert is_within(planned, WINDOWS)
    assert planned == sorted(planned)


def test_replies_wait_only_where_a_window_is_full() -> None:
    assert plan_replies(NOTHING_SENT, START, 7, WINDOWS) == [START] * 7
    assert plan_replies(NOTHING_SENT, START, 8, WINDOWS)[-1] > START + timedelta(seconds=1)


@given(st.lists(st.floats(0, 3), min_size=1, max_size=30), st.data())
def test_what_went_later_than_planned_stands_where_it_went(late: list[float], data: st.DataObject) -> None:
    planned = plan_replies(NOTHING_SENT, START, len(late), WINDOWS)
    went = [moment + timedelta(seconds=more) for moment, more in zip(planned, late, strict=True)]
    sent = [Sent(at, moment) for at, moment in zip(went, planned, strict=True)]
    now, sends = max(went), NOTHING_SENT.plus(planned, START)
    cut = data.draw(st.integers(0, len(sent)))
    noted = sends.note(sent[:cut], now).note(sent[cut:], now)
    assert sum(many for _, many in noted.pairs) == len(late)
    if now - START < timedelta(seconds=2):
        assert noted == NOTHING_SENT.plus(went, now)


def test_what_was_never_ours_counts_for_nothing() -> None:
    assert Sends.restore(None) == Sends.restore([]) == Sends.restore("?") == NOTHING_SENT


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(1, 20)), min_size=1, max_size=80))
def test_grants_to_many_processes_never_pass_fifty_a_second(asked: list[tuple[float, int]]) -> None:
    now, free_from, turns = START, None, list[datetime]()
    for pause, many in asked:
        now += timedelta(seconds=pause)
        grant = grant_turns(free_from, now, many, 40)
        free_from = grant.end
        turns += [max(now, moment) for moment in grant.moments()]
    assert is_within(turns, [Window(1, 50)])


def test_a_grant_taken_when_the_last_one_is_over_wastes_nothing() -> None:
    first = grant_turns(None, START, 20, 40)
    second = grant_turns(first.end, first.end + timedelta(milliseconds=90), 20, 40)
    assert second.start == first.end
