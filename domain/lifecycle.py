"""How a submission moves: one function that applies a row of the table of transitions."""

from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from domain.errors import NotPossible, Outdated
from domain.language import _
from domain.submission import Outcome, Party, Stage, Submission
from domain.transitions import ANY, CLOSED, HUB_OUTCOMES, OPEN, SARA, TRANSITIONS, Move, Side, Transition

__all__ = [
    "ANY",
    "CLOSED",
    "HUB_OUTCOMES",
    "OPEN",
    "SARA",
    "TRANSITIONS",
    "Move",
    "Side",
    "Transition",
    "advance",
    "describe_present",
    "is_legal",
    "list_legal_moves",
    "neighbour",
    "say_outcomes",
]


def is_legal(move: Move, side: Side, submission: Submission) -> bool:
    """Say whether the table allows a move from one side, as things stand."""
    row = TRANSITIONS[move]
    return (
        side in row.sides
        and submission.stage in row.stages
        and row.owned in (None, submission.owner is not None)
        and row.waiting in (None, submission.waiting_for_officer)
    )


def list_legal_moves(submission: Submission, side: Side) -> tuple[Move, ...]:
    """Give the moves a card may offer to one side, in the table's order."""
    return tuple(move for move in TRANSITIONS if is_legal(move, side, submission))


def neighbour(stage: Stage, step: int) -> Stage:
    """Give the stage one further on (1) or back (-1) along SARA."""
    return OPEN[OPEN.index(stage) + step]


def say_outcomes() -> str:
    """Say how the Hub can end something."""
    outcomes = ", ".join(_(outcome) for outcome in HUB_OUTCOMES)
    return _("Choose how it ends: {outcomes}.").format(outcomes=outcomes)


def advance(  # noqa: PLR0913 (a decision has these parts, and each is named at the call)
    submission: Submission,
    move: Move,
    *,
    side: Side,
    by: Party,
    now: datetime,
    seen_version: int | None = None,
    to: Party | None = None,
    outcome: Outcome | None = None,
    reason: str = "",
    into_id: int | None = None,
) -> Submission:
    """Apply one move and give the submission as it is afterwards.

    Raises:
        Outdated: it is a decision, and somebody decided something else since ``seen_version``.
        NotPossible: the table does not allow it now.
    """
    row = TRANSITIONS[move]
    if row.decision and seen_version is not None and seen_version != submission.version:
        raise Outdated(describe_present(submission))
    if not is_legal(move, side, submission):
        raise NotPossible(_say_why_not(submission, move))
    change = _CHANGES[move](_Decision(submission, by, to, now, outcome, reason, side, into_id))
    return submission.model_copy(
        update={"changed_at": now, "version": submission.version + int(row.decision), **change}
    )


def describe_present(submission: Submission) -> str:
    """Say in a sentence how things stand, for somebody who acted on an older picture."""
    if not submission.is_open:
        return _("{reference} is closed now ({outcome}). Here is how it stands.").format(
            reference=submission.reference, outcome=submission.ending
        )
    stage = _(submission.stage)
    if submission.owner is None:
        return _("Somebody was quicker: nobody has it now, at {stage}. Here is how it stands.").format(
            stage=stage
        )
    return _("Somebody was quicker: {name} has it now, at {stage}. Here is how it stands.").format(
        name=submission.owner.name, stage=stage
    )


@dataclass(frozen=True, slots=True)
class _Decision:
    submission: Submission
    by: Party
    to: Party | None
    now: datetime
    outcome: Outcome | None
    reason: str
    side: Side
    into_id: int | None = None


_Change = dict[str, object]


def _give_to(decision: _Decision, owner: Party) -> _Change:
    """Picking up something new starts the scanning; later stages stay where they are."""
    stage = decision.submission.stage
    change: _Change = {"owner": owner, "owned_since": decision.now}
    if stage is Stage.RECEIVED:
        change |= {"stage": Stage.SCANNING, "waiting_since": decision.now}
    return change


def _take(decision: _Decision) -> _Change:
    if decision.submission.owner is not None and decision.submission.owner.id == decision.by.id:
        raise NotPossible(_("You have {reference} already.").format(reference=decision.submission.reference))
    return _give_to(decision, decision.by)


def _give(decision: _Decision) -> _Change:
    if decision.to is None:
        raise NotPossible(_("Choose the colleague to give it to."))
    return _give_to(decision, decision.to)


def _release(decision: _Decision) -> _Change:
    return {"owner": None, "owned_since": None, "waiting_since": decision.now}


def _forward(decision: _Decision) -> _Change:
    return {"stage": neighbour(decision.submission.stage, 1)}


def _back(decision: _Decision) -> _Change:
    return {"stage": neighbour(decision.submission.stage, -1)}


def _ask(decision: _Decision) -> _Change:
    return {"waiting_for_officer": True, "waiting_since": decision.now}


def _reply(decision: _Decision) -> _Change:
    return {"waiting_for_officer": False, "waiting_since": decision.now}


def _add(_decision: _Decision) -> _Change:
    return {}


def _close(decision: _Decision) -> _Change:
    if decision.outcome not in HUB_OUTCOMES:
        raise NotPossible(say_outcomes())
    if not decision.reason.strip():
        raise NotPossible(_("Say in a sentence why: the officer reads it."))
    return _end(decision, decision.outcome)


def _withdraw(decision: _Decision) -> _Change:
    return _end(decision, Outcome.WITHDRAWN)


def _merge(decision: _Decision) -> _Change:
    if decision.into_id is None:
        raise NotPossible(_("Say which one it shall be merged into."))
    return {**_end(decision, Outcome.DUPLICATE), "merged_into_id": decision.into_id}


def _end(decision: _Decision, outcome: Outcome | None) -> _Change:
    return {
        "stage": Stage.CLOSED,
        "stage_before_closing": decision.submission.stage,
        "outcome": outcome,
        "reason": decision.reason,
        "waiting_for_officer": False,
        "waiting_since": decision.now,
    }


def _reopen(decision: _Decision) -> _Change:
    if decision.side is Side.OFFICER and not decision.reason.strip():
        raise NotPossible(_("Say in a sentence what has changed, so that the Hub knows where to start."))
    return {
        "stage": decision.submission.stage_before_closing or Stage.RECEIVED,
        "stage_before_closing": None,
        "outcome": None,
        "merged_into_id": None,
        "reason": "",
        "waiting_since": decision.now,
    }


_CHANGES = MappingProxyType(
    {
        Move.TAKE: _take,
        Move.RELEASE: _release,
        Move.GIVE: _give,
        Move.FORWARD: _forward,
        Move.BACK: _back,
        Move.ASK: _ask,
        Move.ANSWER: _add,
        Move.NOTE: _add,
        Move.CLOSE: _close,
        Move.REOPEN: _reopen,
        Move.REPLY: _reply,
        Move.ADD_DETAIL: _add,
        Move.WITHDRAW: _withdraw,
        Move.JOIN: _add,
        Move.MERGE: _merge,
    }
)


def _say_why_not(submission: Submission, move: Move) -> str:
    if not submission.is_open:
        return _("{reference} is closed. Reopen it first.").format(reference=submission.reference)
    if move is Move.REOPEN:
        return _("{reference} is open already.").format(reference=submission.reference)
    if move is Move.REPLY:
        return _("The Hub is not waiting for an answer on {reference}. You can still add detail.").format(
            reference=submission.reference
        )
    if move is Move.RELEASE:
        return _("Nobody has {reference}, so there is nothing to release.").format(
            reference=submission.reference
        )
    return _("{reference} is at {stage}, and that cannot be done from there.").format(
        reference=submission.reference, stage=_(submission.stage)
    )
