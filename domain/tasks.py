"""Tasks: small pieces of work on a submission, each with an owner and perhaps a day."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.submission import Party

LONGEST_TASK = 300
"""Characters of a task: a line, not a letter."""

MOST_TASKS = 15
"""Open tasks on one submission; more than anybody can keep in view."""


@dataclass(frozen=True, slots=True)
class Task:
    """One task; ``number`` counts from one on its submission, and is what people call it by."""

    submission_id: int
    reference: str
    """The submission's."""
    number: int
    words: str
    owner: Party
    due_on: date | None
    done_at: datetime | None
    made_at: datetime
    id: int = 0

    @property
    def is_open(self) -> bool:
        """Tell whether it is still to be done."""
        return self.done_at is None
