"""What leaves later: a posting is one card kept true in one place; a notice is a message, once."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.ports import JSONObject, Outgoing


class SubjectKind(StrEnum):
    """What a card can be about."""

    DRAFT = "draft"
    SUBMISSION = "submission"


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
    HUB = "hub"
    """The Hub's card, one for all its readers."""
    QUESTION = "question"
    """A question of the Hub's, in the officer's chat, with its box; ``shape`` names the event."""
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
    OFFICER_REPLIED = "officer replied"
    OFFICER_ADDED = "officer added"
    OFFICER_WITHDREW = "officer withdrew"
    OFFICER_REOPENED = "officer reopened"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class Notice:
    """A message once: ``key`` is permanent and unique, so that asking twice sends once.

    ``conversation_id`` is our own id of where it goes; ``not_after`` is when it is worthless.
    """

    key: str
    kind: NoticeKind
    conversation_id: int
    subject: Subject
    event_id: int
    not_after: datetime
    thread_id: str = ""


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


@dataclass(frozen=True, slots=True)
class Backlog:
    """How much waits to be delivered, how much was given up, and since when the oldest waits."""

    waiting: int
    dead: int
    oldest: datetime | None
