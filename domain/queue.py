"""The Hub's queue: the open work as a list reads it, without the words of each submission."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.flow import Pending, Priority
from domain.submission import Stage


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One open submission in the queue. ``owner`` is the colleague's name, or None while nobody has it."""

    reference: str
    title: str
    topic: str
    place: str
    stage: Stage
    owner: str | None
    waiting_for_officer: bool
    waiting_since: datetime
    """Since when the ball has lain where it lies now, in UTC."""
    officer: str
    """The name of whoever sent it."""
    priority: Priority = Priority.NORMAL
    due_on: date | None = None
    pending: Pending = Pending.UNKNOWN
    deadline_at: datetime | None = None
    """From when on what is pending is late."""


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What of the open work is wanted; a part that is empty (or nought, or false) lets everything through."""

    topic: str = ""
    stage: Stage | None = None
    owner_id: int = 0
    unowned: bool = False
    overdue: bool = False


EVERYTHING = QueueFilter()


@dataclass(frozen=True, slots=True)
class StageTotal:
    """How much open work stands at one stage, and how much of it nobody has."""

    stage: Stage
    count: int
    unowned: int = 0
    late: int = 0
    """How much of it has something overdue."""


@dataclass(frozen=True, slots=True)
class QueuePage:
    """One page of the queue. ``page`` counts from nought."""

    rows: tuple[QueueRow, ...]
    page: int
    pages: int
    totals: tuple[StageTotal, ...]
    """Over the whole queue, not this page alone; stages with nothing may be left out."""
