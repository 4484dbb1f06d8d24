"""How a submission moves: the table decides, and no row of moves breaks what must hold."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import NotPossible, Outdated, ProductError
from domain.lifecycle import (
    HUB_OUTCOMES,
    OPEN,
    TRANSITIONS,
    Move,
    Side,
    advance,
    describe_present,
    is_legal,
    list_legal_moves,
)
from domain.submission import Kind, Outcome, Party, Said, Stage, Submission

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
OFFICER = Party(id=1, name="Amira Holt", team="Response")
WORKER = Party(id=2, name="Dana Price")
COLLEAGUE = Party(id=3, name="Ben Okafor")
PEOPLE = (OFFICER, WORKER, COLLEAGUE)


def submitted(**change: object) -> Submission:
    fresh = Submission(
        id=1,
        reference="PF-2026-0001",
        kind=Kind.OPERATIONAL_ISSUE,
        title="Bicycles",
        topic="theft",
        place="Station",
        answers=(Said(name="problem", label="In short", section="Scanning", text="Bicycles"),),
        officer=OFFICER,
        stage=Stage.RECEIVED,
        submitted_at=START,
        changed_at=START,
        waiting_since=START,
    )
    return fresh.model_copy(update=change)


def by_hub(submission: Submission, move: Move, **parts: object) -> Submission:
    options = {"by": WORKER, "now": START + timedelta(hours=1), **parts}
    return advance(submission, move, side=Side.HUB, **options)  # type: ignore[arg-type]  # a story's loose parts


def by_officer(submission: Submission, move: Move, **parts: object) -> Submission:
    options = {"by": OFFICER, "now": START + timedelta(hours=1), **parts}
    return advance(submission, move, side=Side.OFFICER, **options)  # type: ignore[arg-type]  # a story's loose parts


CLOSED = submitted(stage=Stage.CLOSED, stage_before_closing=Stage.ANALYSIS, outcome=Outcome.ADOPTED)

HUB_AT = {
    Stage.RECEIVED: "take give forward ask answer note close merge",
    Stage.SCANNING: "take give forward ask answer note close merge",
    Stage.ANALYSIS: "take give forward back ask answer note close merge",
    Stage.RESPONSE: "take give forward back ask answer note close merge",
    Stage.ASSESSMENT: "take give back ask answer note close merge",
    Stage.CLOSED: "note reopen",
}
OFFICER_AT = dict.fromkeys(OPEN, "add detail withdraw") | {Stage.CLOSED: "reopen"}

COLLEAGUE_AT = dict.fromkeys(OPEN, "join") | {Stage.CLOSED: ""}
LEGAL_AT = {Side.HUB: HUB_AT, Side.OFFICER: OFFICER_AT, Side.COLLEAGUE: COLLEAGUE_AT}


def spell(text: str) -> set[Move]:
    return {move for move in Move if move.value in text}


@pytest.mark.parametrize(("move", "stage", "side"), list(product(Move, Stage, Side)))
def test_every_move_at_every_stage_from_every_side_is_decided(move: Move, stage: Stage, side: Side) -> None:
    expected = spell(LEGAL_AT[side][stage])
    nobody_has_it = submitted(stage=stage, stage_before_closing=Stage.SCANNING)
    assert is_legal(move, side, nobody_has_it) == (move in expected)


@pytest.mark.parametrize("stage", OPEN)
def test_only_what_somebody_has_can_be_released(stage: Stage) -> None:
    assert not is_legal(Move.RELEASE, Side.HUB, submitted(stage=stage))
    assert is_legal(Move.RELEASE, Side.HUB, submitted(stage=stage, owner=COLLEAGUE))


@pytest.mark.parametrize("stage", OPEN)
def test_only_a_question_can_be_replied_to(stage: Stage) -> None:
    assert not is_legal(Move.REPLY, Side.OFFICER, submitted(stage=stage))
    assert is_legal(Move.REPLY, Side.OFFICER, submitted(stage=stage, waiting_for_officer=True))


@pytest.mark.parametrize(("move", "side"), list(product(Move, Side)))
def test_what_the_table_forbids_is_refused_with_a_reason(move: Move, side: Side) -> None:
    for submission in (submitted(), CLOSED):
        if not is_legal(move, side, submission):
            with pytest.raises(NotPossible) as refusal:
                advance(submission, move, side=side, by=WORKER, now=START)
            assert refusal.value.sentence.endswith(".")


def test_taking_something_new_starts_the_scanning() -> None:
    taken = by_hub(submitted(), Move.TAKE)
    assert (taken.owner, taken.stage) == (WORKER, Stage.SCANNING)
    assert taken.owned_since == taken.waiting_since == START + timedelta(hours=1)


def test_taking_something_over_leaves_its_stage() -> None:
    taken = by_hub(submitted(stage=Stage.RESPONSE, owner=COLLEAGUE), Move.TAKE)
    assert (taken.owner, taken.stage) == (WORKER, Stage.RESPONSE)


def test_what_one_has_cannot_be_taken_again() -> None:
    with pytest.raises(NotPossible, match="You have PF-2026-0001 already"):
        by_hub(submitted(owner=WORKER), Move.TAKE)


def test_giving_needs_somebody_to_give_it_to() -> None:
    assert by_hub(submitted(), Move.GIVE, to=COLLEAGUE).owner == COLLEAGUE
    with pytest.raises(NotPossible, match="Choose the colleague"):
        by_hub(submitted(), Move.GIVE)


def test_releasing_leaves_it_to_nobody() -> None:
    released = by_hub(submitted(owner=WORKER, owned_since=START), Move.RELEASE)
    assert (released.owner, released.owned_since) == (None, None)


def test_forward_and_back_are_one_stage_each() -> None:
    forward = by_hub(submitted(stage=Stage.SCANNING), Move.FORWARD)
    assert forward.stage is Stage.ANALYSIS
    assert by_hub(forward, Move.BACK).stage is Stage.SCANNING


def test_a_question_waits_for_the_officer_until_the_reply() -> None:
    asked = by_hub(submitted(), Move.ASK)
    assert asked.waiting_for_officer
    assert not by_officer(asked, Move.REPLY).waiting_for_officer


def test_closing_needs_an_outcome_of_the_hubs_and_a_reason() -> None:
    for outcome in (None, Outcome.WITHDRAWN):
        with pytest.raises(NotPossible, match="Choose how it ends"):
            by_hub(submitted(), Move.CLOSE, outcome=outcome, reason="Done.")
    with pytest.raises(NotPossible, match="Say in a sentence why"):
        by_hub(submitted(), Move.CLOSE, outcome=Outcome.ADDRESSED, reason="  ")


@pytest.mark.parametrize("stage", OPEN)
def test_closed_and_reopened_it_is_where_it_was(stage: Stage) -> None:
    asked = submitted(stage=stage, waiting_for_officer=True)
    closed = by_hub(asked, Move.CLOSE, outcome=Outcome.REFERRED, reason="The council leads.")
    assert (closed.stage, closed.outcome, closed.reason) == (
        Stage.CLOSED,
        Outcome.REFERRED,
        "The council leads.",
    )
    assert not closed.waiting_for_officer
    reopened = by_hub(closed, Move.REOPEN)
    assert (reopened.stage, reopened.outcome, reopened.reason) == (stage, None, "")


def test_the_officer_reopens_with_a_reason() -> None:
    with pytest.raises(NotPossible, match="what has changed"):
        by_officer(CLOSED, Move.REOPEN)
    assert by_officer(CLOSED, Move.REOPEN, reason="It is back.").stage is Stage.ANALYSIS


def test_a_decision_on_an_older_picture_loses_politely() -> None:
    taken = by_hub(submitted(), Move.TAKE, seen_version=1)
    with pytest.raises(Outdated, match="Dana Price has it now, at scanning"):
        by_hub(taken, Move.TAKE, by=COLLEAGUE, seen_version=1)


def test_an_addition_never_conflicts() -> None:
    taken = by_hub(submitted(), Move.TAKE, seen_version=1)
    noted = by_hub(taken, Move.NOTE, seen_version=1)
    assert noted.version == taken.version


def test_how_it_stands_is_said_of_what_is_closed_and_of_what_nobody_has() -> None:
    assert "closed now (adopted)" in describe_present(CLOSED)
    assert "nobody has it now" in describe_present(submitted())


STEPS = st.lists(
    st.tuples(
        st.sampled_from(list(Move)),
        st.sampled_from(list(Side)),
        st.sampled_from(PEOPLE),
        st.sampled_from([None, *PEOPLE]),
        st.sampled_from([None, *Outcome]),
        st.sampled_from(["", "Because."]),
        st.sampled_from([None, 0]),
    ),
    max_size=30,
)


@settings(max_examples=300)
@given(STEPS)
def test_no_row_of_moves_breaks_what_must_hold(
    steps: list[tuple[Move, Side, Party, Party | None, Outcome | None, str, int | None]],
) -> None:
    submission = submitted()
    for number, (move, side, by, to, outcome, reason, seen) in enumerate(steps, start=1):
        now = START + timedelta(minutes=number)
        version = submission.version if seen is None else seen
        offered = list_legal_moves(submission, side)
        try:
            after = advance(
                submission,
                move,
                side=side,
                by=by,
                now=now,
                seen_version=version,
                to=to,
                outcome=outcome,
                reason=reason,
            )
        except ProductError:
            continue
        assert move in offered
        assert_holds(after)
        assert after.changed_at == now
        assert after.version == submission.version + int(TRANSITIONS[move].decision)
        kept = ("id", "reference", "kind", "title", "topic", "place", "answers", "officer", "submitted_at")
        assert all(getattr(after, name) == getattr(submission, name) for name in kept)
        submission = after


def assert_holds(submission: Submission) -> None:
    assert submission.is_open == (submission.outcome is None)
    assert submission.is_open == (submission.stage_before_closing is None)
    assert submission.stage_before_closing is not Stage.CLOSED
    assert (submission.owner is None) == (submission.owned_since is None)
    assert submission.waiting_since <= submission.changed_at
    if not submission.is_open:
        assert not submission.waiting_for_officer
        assert submission.outcome in (*HUB_OUTCOMES, Outcome.WITHDRAWN)
    else:
        assert submission.reason == ""
        assert submission.stage in OPEN
