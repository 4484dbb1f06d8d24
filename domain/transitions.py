"""What can be done with a submission: a table of transitions, a row for each move."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from domain.submission import Happened, Outcome, Stage

SARA = (Stage.SCANNING, Stage.ANALYSIS, Stage.RESPONSE, Stage.ASSESSMENT)
OPEN = (Stage.RECEIVED, *SARA)
CLOSED = (Stage.CLOSED,)
ANY = (*OPEN, *CLOSED)


class Side(StrEnum):
    """From which side of the table a move is made."""

    HUB = "hub"
    OFFICER = "officer"
    COLLEAGUE = "colleague"
    """Somebody else of the force, who meets the same."""


class Move(StrEnum):
    """What can be done with a submission."""

    TAKE = "take"
    RELEASE = "release"
    GIVE = "give"
    FORWARD = "forward"
    BACK = "back"
    ASK = "ask"
    ANSWER = "answer"
    NOTE = "note"
    CLOSE = "close"
    REOPEN = "reopen"
    REPLY = "reply"
    ADD_DETAIL = "add detail"
    WITHDRAW = "withdraw"
    JOIN = "join"
    MERGE = "merge"


@dataclass(frozen=True, slots=True)
class Transition:
    """One row: who may make the move, from where, and whether it is a decision.

    A decision carries the version its maker saw and loses politely to an earlier one; an addition never
    conflicts.
    """

    sides: frozenset[Side]
    stages: tuple[Stage, ...]
    decision: bool
    event: Happened
    owned: bool | None = None
    """True: only while somebody has it; False: only while nobody has; None: either."""
    waiting: bool | None = None
    """True: only while the Hub waits for the officer."""


_HUB = frozenset({Side.HUB})
_OFFICER = frozenset({Side.OFFICER})
_COLLEAGUE = frozenset({Side.COLLEAGUE})
_BOTH = _HUB | _OFFICER

TRANSITIONS: Mapping[Move, Transition] = MappingProxyType(
    {
        Move.TAKE: Transition(_HUB, OPEN, decision=True, event=Happened.TAKEN),
        Move.RELEASE: Transition(_HUB, OPEN, decision=True, event=Happened.RELEASED, owned=True),
        Move.GIVE: Transition(_HUB, OPEN, decision=True, event=Happened.GIVEN),
        Move.FORWARD: Transition(
            _HUB,
            (Stage.RECEIVED, Stage.SCANNING, Stage.ANALYSIS, Stage.RESPONSE),
            decision=True,
            event=Happened.MOVED,
        ),
        Move.BACK: Transition(
            _HUB,
            (Stage.ANALYSIS, Stage.RESPONSE, Stage.ASSESSMENT),
            decision=True,
            event=Happened.MOVED,
        ),
        Move.ASK: Transition(_HUB, OPEN, decision=False, event=Happened.ASKED),
        Move.ANSWER: Transition(_HUB, OPEN, decision=False, event=Happened.ANSWERED),
        Move.NOTE: Transition(_HUB, ANY, decision=False, event=Happened.NOTED),
        Move.CLOSE: Transition(_HUB, OPEN, decision=True, event=Happened.CLOSED),
        Move.REOPEN: Transition(_BOTH, CLOSED, decision=True, event=Happened.REOPENED),
        Move.REPLY: Transition(_OFFICER, OPEN, decision=False, event=Happened.REPLIED, waiting=True),
        Move.ADD_DETAIL: Transition(_OFFICER, OPEN, decision=False, event=Happened.DETAIL_ADDED),
        Move.WITHDRAW: Transition(_OFFICER, OPEN, decision=True, event=Happened.WITHDRAWN),
        Move.MERGE: Transition(_HUB, OPEN, decision=True, event=Happened.MERGED),
        Move.JOIN: Transition(_COLLEAGUE, OPEN, decision=False, event=Happened.JOINED),
    }
)

HUB_OUTCOMES = tuple(outcome for outcome in Outcome if outcome is not Outcome.WITHDRAWN)
"""The outcomes the Hub can close with; withdrawing is the officer's."""
