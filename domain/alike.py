"""What may be the same as a problem that somebody has just described, and what they did with it."""

from dataclasses import dataclass
from enum import StrEnum

from domain.search import Shelf

MOST_OFFERED = 3
"""How many are shown at once; no likeness is certain, and none stops anybody."""


class Deed(StrEnum):
    """What became of one that was offered."""

    OFFERED = "offered"
    PASSED = "passed"
    """Its reader went on."""
    FOLLOWED = "followed"
    ADDED = "added"
    """Their words went along with it."""


@dataclass(frozen=True, slots=True)
class Offered:
    """One that is offered, as it stands: somebody else's submission, or an entry of the library."""

    shelf: Shelf
    id: int
    reference: str
    title: str
    deed: Deed
    facts: tuple[str, ...]
    """What it is and where, each our own word or a place."""
    matched: tuple[str, ...] = ()
    """The ideas and words that both say."""
    is_open: bool = False
    """Whether the Hub still works on it, so that words can be added."""
    summary: str = ""
    """What an entry says; nothing of a submission."""
    warns: bool = False
    """It may do harm."""
