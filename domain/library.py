"""Looking into the evidence library: what is asked for, and what is found with the reason why."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.evidence import Evidence, EvidenceKind


class State(StrEnum):
    """What an entry can be looked for by, beside its kind and topic."""

    PUBLISHED = "published"
    UNPUBLISHED = "not published"
    DUE = "due for another look"


@dataclass(frozen=True, slots=True)
class Filters:
    """Which entries somebody goes through; what is not set lets everything pass."""

    kind: EvidenceKind | None = None
    topic: str = ""
    state: State | None = None

    @property
    def are_set(self) -> bool:
        """Tell whether anything is left out."""
        return bool(self.kind or self.topic or self.state)


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that was found, and the words and ideas it was found by."""

    entry: Evidence
    matched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MatchPage:
    """One page of what was found, the best first."""

    matches: tuple[Match, ...]
    page: int = 0
    pages: int = 1


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One page of the library, the last changed first; ``total`` is how many pass the filters."""

    entries: tuple[Evidence, ...]
    filters: Filters
    today: date
    page: int = 0
    pages: int = 1
    total: int = 0
