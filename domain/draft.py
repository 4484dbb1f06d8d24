"""A walkthrough that somebody has begun, as it is kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.ports import JSONObject


class DraftStatus(StrEnum):
    """What has become of a draft."""

    OPEN = "open"
    PARKED = "parked"
    """Saved for later."""
    SENT = "sent"
    FINISHED = "finished"
    """It has become a piece of thinking, which is its writer's own."""
    PLANNED = "planned"
    """It has become an action plan."""
    CANCELLED = "cancelled"


FORGOTTEN_AFTER = timedelta(hours=4)
"""After half a shift somebody who types may be thinking of something else than the question they left."""

UNFINISHED = frozenset({DraftStatus.OPEN, DraftStatus.PARKED})
"""What its writer can still carry on with."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One person's walk through one walkthrough; ``state`` is the dialogs' own, as JSON."""

    id: int
    person_id: int
    conversation_id: int
    walkthrough: str
    about: str
    """The reference of the submission it belongs to, where it is about one that exists."""
    state: JSONObject
    status: DraftStatus
    opened_at: datetime
    touched_at: datetime
    live_posting_id: int | None = None
    """The living card at the bottom of the chat."""

    def was_left(self, now: datetime) -> bool:
        """Tell whether its writer was away for so long that they may have forgotten the question."""
        return now - self.touched_at >= FORGOTTEN_AFTER
