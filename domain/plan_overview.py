"""All plans at a glance, for those who accompany them: how many stand how, and which need somebody."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import blake2b

from domain.action_plan import Step
from domain.plan_state import PlanState

FINISHED_FOR = timedelta(days=365)
"""How long a finished plan is counted among the others."""

FEWEST_PEOPLE = 5
"""Under so many people no shares are told: a figure about fewer says something about each of them."""

ORDER = (PlanState.STUCK, PlanState.LATE, PlanState.ON_TRACK, PlanState.DONE)
"""Who needs somebody comes first."""


@dataclass(frozen=True, slots=True)
class PlanFilter:
    """Which plans are meant; what is nothing leaves nobody out."""

    state: PlanState | None = None
    cohort: str = ""
    """A cohort by its key; see ``write_cohort_key``."""
    supervisor_id: int | None = None
    wishes_only: bool = False
    """Only plans whose owner waits for a decision about more time."""


def write_cohort_key(name: str) -> str:
    """Give a short key for a cohort, whose name is as long as people write it."""
    return blake2b(name.encode(), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One plan in the list."""

    reference: str
    title: str
    owner: str
    cohort: str
    supervisor: str
    state: PlanState
    step: Step
    due_on: date
    finished_at: datetime | None
    actions: int
    done: int
    is_wish_open: bool = False
    is_help_wanted: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to filter by: what it is called, and how many plans have it."""

    value: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class PlanOverview:
    """One page of the plans, and how all of them stand that fit the filter but for its state."""

    lines: tuple[PlanLine, ...]
    page: int
    pages: int
    counts: Mapping[PlanState, int]
    people: int
    """How many have a plan among them."""
    wishes: int
    """How many wait for a decision about more time."""
    chosen: PlanFilter = field(default_factory=PlanFilter)
    cohorts: tuple[Choice, ...] = ()
    supervisors: tuple[Choice, ...] = ()

    @property
    def cohort(self) -> str:
        """Give the name of the cohort that was chosen, or nothing."""
        return next((one.title for one in self.cohorts if one.value == self.chosen.cohort), "")

    @property
    def supervisor(self) -> str:
        """Give the name of the supervisor who was chosen, or nothing."""
        return next(
            (one.title for one in self.supervisors if one.value == str(self.chosen.supervisor_id)), ""
        )

    @property
    def total(self) -> int:
        """Count the plans of every state."""
        return sum(self.counts.values())


def share(overview: PlanOverview, state: PlanState) -> int | None:
    """Give the share of one state in whole per cent, or None where too few people have a plan."""
    if overview.people < FEWEST_PEOPLE or not overview.total:
        return None
    return round(100 * overview.counts.get(state, 0) / overview.total)
