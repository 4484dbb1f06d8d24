"""The moves of six hats worn together."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.six_hats import IN_ORDER
from domain.errors import NotPossible, Outdated
from domain.hat_session import (
    LEAD_QUIET,
    HatSession,
    HatStage,
    Thought,
    advance,
    back,
    finish,
    hand_over,
    leave_out_names,
    list_people,
    take_lead,
    write_out,
)
from domain.six_hats import HATS, LAST, POSITIONS, STEPS, Hat
from domain.submission import Party

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
SAM, DANA, PRIYA = (Party(id=number, name=name) for number, name in enumerate(("Sam", "Dana", "Priya"), 1))
BEGUN = HatSession(
    id=1,
    topic="Lights on the towpath",
    conversation_id=1,
    thread_id="",
    starter=SAM,
    leader=SAM,
    started_at=NOW,
    changed_at=NOW,
    led_at=NOW,
)


def test_the_hats_come_in_the_programmes_order_together_as_alone() -> None:
    order = [step.hat for step in STEPS]
    assert order == [Hat.WHITE, Hat.YELLOW, Hat.BLACK, Hat.RED, Hat.GREEN, Hat.BLUE]
    assert order == [hat.name for hat in IN_ORDER]
    assert set(HATS) == set(Hat)
    assert [STEPS[POSITIONS[hat]].hat for hat in order] == order


def test_every_colour_carries_its_name_in_words_and_two_or_three_prompts() -> None:
    for sheet in HATS.values():
        assert sheet.label.casefold().startswith(f"{sheet.hat} hat: ")
        assert 2 <= len(sheet.prompts) <= 3


@given(st.integers(0, LAST - 1))
def test_on_and_back_is_where_one_was(position: int) -> None:
    session = replace(BEGUN, position=position)
    assert back(advance(session)) == session


def test_there_is_nothing_before_the_first_and_after_the_last() -> None:
    with pytest.raises(NotPossible, match="first hat"):
        back(BEGUN)
    with pytest.raises(NotPossible, match="last hat"):
        advance(replace(BEGUN, position=LAST))


def test_a_move_made_on_an_older_card_changes_nothing() -> None:
    yellow = advance(BEGUN, seen=0)
    with pytest.raises(Outdated, match="Yellow hat: benefits"):
        advance(yellow, seen=0)
    with pytest.raises(Outdated):
        back(yellow, seen=0)


def test_what_has_ended_takes_no_move_at_all() -> None:
    for ended in (finish(BEGUN), finish(BEGUN, HatStage.QUIET)):
        assert not ended.is_open
        for move in (
            advance,
            back,
            finish,
            lambda one: hand_over(one, DANA),
            lambda one: hand_over(one, None),
            lambda one: take_lead(one, DANA, NOW),
            lambda one: leave_out_names(one, 0),
        ):
            with pytest.raises(NotPossible, match="have ended"):
                move(ended)


def test_the_lead_is_handed_to_somebody_or_to_whoever_is_willing() -> None:
    assert hand_over(BEGUN, DANA).leader == DANA
    offered = hand_over(BEGUN, None)
    assert (offered.leader, offered.offered) == (SAM, True)
    taken = take_lead(offered, PRIYA, NOW)
    assert (taken.leader, taken.offered) == (PRIYA, False)
    with pytest.raises(NotPossible, match="Sam leads"):
        take_lead(BEGUN, PRIYA, NOW)


def test_after_a_day_without_the_leader_anybody_can_take_the_lead() -> None:
    nearly, quiet = NOW + LEAD_QUIET - timedelta(minutes=1), NOW + LEAD_QUIET
    with pytest.raises(NotPossible, match="After a day without them, anybody can lead"):
        take_lead(BEGUN, DANA, nearly)
    assert take_lead(BEGUN, DANA, quiet).leader == DANA
    assert not finish(BEGUN).is_left(quiet)


def test_names_can_be_left_out_until_the_first_thought() -> None:
    assert leave_out_names(BEGUN, 0).unattributed
    with pytest.raises(NotPossible, match="the names stay"):
        leave_out_names(BEGUN, 1)


def test_under_the_red_hat_nobody_is_named_and_elsewhere_unless_all_names_are_left_out() -> None:
    named = [STEPS[position].hat for position in range(len(STEPS)) if BEGUN.names_people(position)]
    assert Hat.RED not in named
    assert len(named) == LAST
    unnamed = replace(BEGUN, unattributed=True)
    assert not any(unnamed.names_people(position) for position in range(len(STEPS)))


def test_those_who_took_part_under_their_name_can_be_handed_over_to() -> None:
    thoughts = [Thought(1, 0, "Forty reports", DANA, NOW), Thought(2, 3, "Uneasy"), Thought(3, 0, "x", SAM)]
    assert list_people(BEGUN, thoughts) == (DANA,)
    assert list_people(hand_over(BEGUN, DANA), thoughts) == (SAM,)


def test_written_out_the_next_steps_come_first_and_nobody_is_named_who_was_not() -> None:
    thoughts = [
        Thought(1, 0, "Forty reports\nsince May", DANA, NOW),
        Thought(2, 3, "Uneasy"),
        Thought(3, LAST, "Ask the council by Friday", SAM, NOW),
    ]
    assert write_out(BEGUN, thoughts, 4000).split("\n") == [
        "Six hats on \u201cLights on the towpath\u201d: 3 thoughts.",
        "Blue hat: planning",
        "- Ask the council by Friday (Sam)",
        "White hat: facts",
        "- Forty reports since May (Dana)",
        "Red hat: feelings",
        "- Uneasy",
    ]


@given(st.lists(st.text(min_size=1, max_size=500), max_size=60), st.integers(400, 4000))
def test_however_much_was_thought_the_text_is_no_longer_than_asked(said: list[str], longest: int) -> None:
    thoughts = [Thought(number, number % 6, text, SAM, NOW) for number, text in enumerate(said)]
    assert len(write_out(BEGUN, thoughts, longest)) <= longest
