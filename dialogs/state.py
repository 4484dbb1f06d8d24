"""Where a person is in a walkthrough: plain data that goes into a draft and comes back unchanged."""

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from domain.alike import Deed
from domain.search import Shelf
from domain.signposts import Elsewhere

REVIEW = "review"
"""Where one stands when all questions that are asked have been passed."""

DEEPER = "deeper"
"""A mark among the answers, no question: "yes" once the person chose to tell the Hub more."""

BRINGS = "brings"
"""A mark among the answers, no question: what kind of submission it is about, where that is not asked."""

ACTION_ID = "action_id"
"""A mark among the answers, no question: which action of a plan is changed; nothing for a new one."""

MARKS = frozenset({DEEPER, BRINGS, ACTION_ID})
"""They steer what is asked and are never shown as answers."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Given(_Frozen):
    """One answer. ``activity_id`` is the message that gave it, so that an edit finds it again."""

    text: str = ""
    activity_id: str = ""
    unknown: bool = False
    """The person said that they do not know: a real answer that the Hub sees."""
    skipped: bool = False


class Doubt(StrEnum):
    """Why a reply is held back instead of being taken as the answer."""

    COMMAND = "command"
    """It reads like a command's word."""
    PERSONAL = "personal"
    """It may hold a personal identifier."""
    ELSEWHERE = "elsewhere"
    """It sounds as if it belongs somewhere else than with the Hub."""
    UNCLEAR = "unclear"
    """It fits none of the choices."""
    LATE = "late"
    """It comes hours after the question was left, by somebody who may have forgotten it."""
    SUGGESTED = "suggested"
    """Nobody has said it yet: words from elsewhere lie ready to be taken or changed."""
    TOO_LONG = "too long"
    NO_DAY = "no day"
    """A day is asked for, and it is none, or too far away; nothing is held, the sentence alone is said."""
    EMPTY = "empty"
    """Nothing readable in it; nothing is held, the sentence alone is said."""


SAID_ALONE = frozenset({Doubt.EMPTY, Doubt.NO_DAY})
"""Doubts for which nothing is held: the sentence says what is needed, and the question stays open."""


class Held(_Frozen):
    """A reply that waits for the person to say what they meant; it is kept nowhere else."""

    question: str
    text: str
    doubt: Doubt
    activity_id: str = ""
    command: str = ""
    """For COMMAND: what it would do, as it reads after "shall I": "open the queue"."""
    found: tuple[str, ...] = ()
    """For PERSONAL: what was spotted, in the person's own characters; for NO_DAY: the day that was read."""
    elsewhere: Elsewhere | None = None
    """For ELSEWHERE: where it belongs."""
    left_at: datetime | None = None
    """For LATE: when its writer was here before."""
    guesses: tuple[str, ...] = ()
    """For UNCLEAR: the names of the nearest choices; for NO_DAY: the day that may be meant."""


class FromHats(_Frozen):
    """The six hats that a draft was begun from; their summary goes along when it is sent."""

    session: int
    topic: str
    has_thoughts: bool = True
    """False: nothing was thought, so there is no summary."""


class Alike(_Frozen):
    """Something that may be the same as what is described: which, and what was done with it."""

    shelf: Shelf
    id: int
    deed: Deed = Deed.OFFERED


class State(_Frozen):
    """A walkthrough under way."""

    walkthrough: str
    version: int
    at: str
    """The name of the question that is open, or REVIEW."""
    answers: dict[str, Given] = {}
    held: Held | None = None
    """The reply that waits at the open question; never one of another question."""
    parked: dict[str, Held] = {}
    """Replies that wait at questions the person has moved away from, by question; held again on return."""
    reviewing: bool = False
    """True once the review was reached: an edit returns there."""
    about: str = ""
    """The reference of the submission it belongs to, where it is about one that exists."""
    hats: FromHats | None = None
    """The six hats it was begun from, where it was."""
    hint: str = ""
    """The coach's rule whose hint stands on the open question's card."""
    waved: tuple[str, ...] = ()
    """The coach's rules that have been waved away or passed by; they stay quiet in this draft."""

    alike: tuple[Alike, ...] = ()
    """What was offered in this draft as possibly the same."""
    alike_at: str = ""
    """The question beside which it stands."""

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing was ever written in it: nobody would miss it."""
        return not (self.answers.keys() - MARKS or self.held or self.parked)
