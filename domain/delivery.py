"""What leaves later: a posting is one card kept true in one place; a notice is a message, once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from domain.ports import JSONObject, Outgoing, PlaceKind

GRACE = timedelta(seconds=10)
"""How long the answering process has for its own deliveries before the worker takes them over."""


class SubjectKind(StrEnum):
    """What a card can be about."""

    DRAFT = "draft"
    SUBMISSION = "submission"
    HATS = "hats"
    """A session of six hats worn together."""
    CONVERSATION = "conversation"
    """What was said to somebody, where that is all a message is about."""
    PIECE = "piece"
    """Something a person has thought through; shown to them alone."""
    PLAN = "plan"
    """An action plan."""
    COLLEAGUE = "colleague"
    """Somebody of the Hub, whose work has gone to another."""


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """The thing a posting shows; a change to it makes every posting of it due."""

    kind: SubjectKind
    id: int


class View(StrEnum):
    """Which picture of its subject a posting shows."""

    WALKTHROUGH = "walkthrough"
    """The living card of an open draft."""
    STATUS = "status"
    """The officer's card."""
    FOLLOWED = "followed"
    """A submission of somebody else's, in the chat of a person who follows it."""
    HUB = "hub"
    """The Hub's card, one for all its readers."""
    QUESTION = "question"
    """A question of the Hub's, in the officer's chat, with its box; ``shape`` names the event."""
    HATS = "hats"
    """Six hats worn together, one card for all who take part; at the end the summary."""
    PIECE = "piece"
    """The summary of what somebody has thought through."""
    PLAN = "plan"
    """The owner's card of an action plan."""
    PLAN_REMINDER = "plan reminder"
    """What is next in a plan, with what can be done about it; ``shape`` names the kind of reminder."""
    WORKBENCH = "workbench"
    """The Hub's tools for a submission, in its thread; ``shape`` says which lies open."""
    FOLDED = "folded"
    """One line where a living card stood; ``shape`` says which."""


@dataclass(frozen=True, slots=True)
class Posting:
    """One card in one place. Due while ``shown`` is behind ``wanted``."""

    id: int
    lane_id: int
    conversation_id: int
    subject: Subject
    view: View
    shape: JSONObject
    """What the view needs beside its subject: for a folded card, the question it folded on."""
    activity_id: str | None
    thread_id: str
    """Where the posting is (or opens) in a channel: Teams' id of the thread, or nothing for the top."""
    wanted: int
    shown: int
    tries: int = 0


class NoticeKind(StrEnum):
    """The messages the bot sends of its own accord."""

    HUB_ASKS = "hub asks"
    HUB_ANSWERS = "hub answers"
    CLOSED = "closed"
    MERGED = "merged"
    """To its officer: the work goes on with another submission."""
    FOLLOWED_ANSWERED = "followed answered"
    """To those who follow it: the Hub has answered its officer."""
    FOLLOWED_CLOSED = "followed closed"
    OFFICER_REPLIED = "officer replied"
    OFFICER_ADDED = "officer added"
    OFFICER_ATTACHED = "officer attached"
    """Six hats, to a submission of theirs."""
    COLLEAGUE_JOINED = "colleague joined"
    """Somebody else meets the same, and told so."""
    OFFICER_WITHDREW = "officer withdrew"
    OFFICER_REOPENED = "officer reopened"
    REOPENED = "reopened"
    WHERE_YOU_ARE = "where you are"
    """In place of an answer that did not arrive: how to go on from here."""
    EVIDENCE_DUE = "evidence due"
    """To the Hub's channel: entries of the library whose sources are due for another look."""
    DRAFT_WAITS = "draft waits"
    """Once, some days after somebody has left what they had begun."""
    DRAFT_ENDS = "draft ends"
    """A week before what was left is deleted."""
    PLAN_WEEK_2 = "plan week 2"
    PLAN_WEEK_6 = "plan week 6"
    PLAN_WEEK_10 = "plan week 10"
    PLAN_BACK = "plan back"
    """On the day until which somebody has put a plan off."""
    PLAN_SOON = "plan soon"
    """Seven days before a plan is due."""
    PLAN_DUE = "plan due"
    PLAN_LATE = "plan late"
    """Seven days after it was due."""
    PLAN_LATE_SUPERVISED = "plan late, supervised"
    """The same, to the supervisor."""
    PLAN_LATE_COORDINATED = "plan late, coordinated"
    """Two weeks after it was due, to the Academy."""
    PLAN_NUDGED = "plan nudged"
    """Somebody of the Academy asks kindly after a plan."""
    PLAN_HELP_OFFERED = "plan help offered"
    PLAN_TIME_ASKED = "plan time asked"
    """To the Academy: somebody wishes for more time, to be decided right there."""
    PLAN_TIME_DECIDED = "plan time decided"
    """A wish for more time has been decided."""
    PLAN_HANDED_OVER = "plan handed over"
    """To its owner: somebody of the Academy has named another supervisor."""
    PLAN_SUPERVISES = "plan supervises"
    """To somebody who was named the supervisor of a plan."""
    PLAN_RELIEVED = "plan relieved"
    """To the supervisor before: somebody else does it from now on."""
    HUB_DIGEST = "hub digest"
    """In the Hub's channel, on a working morning: what has waited too long."""
    OWN_DIGEST = "own digest"
    """To somebody of the Hub alone: what of theirs has."""
    WORK_HANDED_OVER = "work handed over"
    """To somebody of the Hub: a colleague's open work is theirs now."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A message once: ``key`` is permanent and unique, so that asking twice sends once.

    ``conversation_id`` is our own id of where it goes, ``person_id`` of whom it is for: then it goes to their
    chat, and waits for their first word where there is none yet. ``not_after`` is when it is worthless.
    """

    key: str
    kind: NoticeKind
    conversation_id: int | None
    subject: Subject
    event_id: int
    not_after: datetime
    thread_id: str = ""
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Parcel:
    """One thing that a turn says at once.

    With a ``posting`` it is that card, recorded as shown when it arrives; with an ``activity_id`` alone it
    replaces that message; else it is a new message, in ``thread_id`` where it is for a channel.
    """

    message: Outgoing
    posting: Posting | None = None
    thread_id: str = ""
    activity_id: str = ""


@dataclass(frozen=True, slots=True)
class Landed:
    """A card that the answering process sent itself, and where it lies now."""

    posting_id: int
    revision: int
    """The one that was noted before the card was drawn."""
    activity_id: str
    thread_id: str = ""
    """Where it is not said, the card's thread stays as it was."""
    behind: int = 0
    """The newest revision that this process is sending itself behind this one."""


class LetterKind(StrEnum):
    """What can wait for delivery."""

    POSTING = "posting"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """Something that could not be delivered and was given up; an administrator revives or drops it."""

    kind: LetterKind
    id: int
    conversation_id: int
    subject: Subject
    what: str
    """The posting's view, or the notice's kind."""
    dead_at: datetime
    tries: int
    error: str
    """What the other side called it."""
    place: PlaceKind = PlaceKind.PERSONAL
    person: str = ""
    """Whose personal chat it is for."""
    is_hubs: bool = False
    """Whether it is for the Hub's channel."""
    reference: str = ""
    """The submission it is about, where it is about one."""

    @property
    def name(self) -> str:
        """Give what an administrator calls it by: C and M, for cards and messages, with its number."""
        return name_letter(self.kind, self.id)


_LETTERS: Mapping[LetterKind, str] = MappingProxyType({LetterKind.POSTING: "C", LetterKind.NOTICE: "M"})


def name_letter(kind: LetterKind, number: int) -> str:
    """Give what an administrator calls something that was given up."""
    return f"{_LETTERS[kind]}{number}"


def read_letter_name(name: str) -> tuple[LetterKind, int] | None:
    """Read what an administrator calls a letter (``C12``, ``m7``), or None where it is no such name."""
    letter, number = name.strip()[:1].upper(), name.strip()[1:]
    kind = next((kind for kind, sign in _LETTERS.items() if sign == letter), None)
    if kind is None or not (number.isascii() and number.isdecimal() and len(number) <= _LONGEST_NUMBER):
        return None
    return kind, int(number)


_LONGEST_NUMBER = 15
"""Digits; every database takes that many."""


@dataclass(frozen=True, slots=True)
class Backlog:
    """How much waits to be delivered, how much was given up, and since when the oldest waits."""

    waiting: int
    dead: int
    oldest: datetime | None
    due_since: datetime | None = None
    """Since when the lane that is most behind could have been served; nothing that rests counts."""
