"""What has waited too long: the kinds of stale work, and from when on each of them is stale."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from domain.clock import in_london
from domain.queue import QueueRow
from domain.tasks import Task
from domain.working_days import is_working_day


class Stale(StrEnum):
    """Why something is brought up again; the first that fits is said."""

    LATE = "late"
    """Something is overdue."""
    UNOWNED = "unowned"
    """Nobody has taken it."""
    UNANSWERED = "unanswered"
    """The officer has been asked, and has not answered."""
    QUIET = "quiet"
    """Somebody has it, and nothing has happened."""


PATIENCE: Mapping[Stale, int] = MappingProxyType({Stale.UNOWNED: 1, Stale.UNANSWERED: 10, Stale.QUIET: 5})
"""After how many working days each is stale; ours, until a force sets its own."""


@dataclass(frozen=True, slots=True)
class Pile:
    """What is stale for one reason: how much it is, and what has waited longest of it."""

    why: Stale
    count: int
    rows: tuple[QueueRow, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """What one morning's message says."""

    piles: tuple[Pile, ...]
    late_tasks: tuple[Task, ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to say."""
        return not self.piles and not self.late_tasks


def find_limits(now: datetime) -> Mapping[Stale, datetime]:
    """Give the moment since which something must have lain still to be stale, for each reason."""
    return {why: go_back(now, PATIENCE.get(why, 0)) for why in Stale}


def go_back(now: datetime, working_days: int) -> datetime:
    """Give the same time of day so many working days before."""
    moment = now
    while working_days:
        moment -= timedelta(days=1)
        working_days -= is_working_day(in_london(moment).date())
    return moment
