"""How two submissions belong together, as the Hub's people decided."""

from dataclasses import dataclass
from enum import StrEnum

from domain.submission import Party, Said, Stage


class Relation(StrEnum):
    """What somebody of the Hub said of two submissions."""

    RELATED = "related"
    """They belong together; each is worked on its own."""
    MERGED = "merged"
    """One was merged into the other."""
    APART = "apart"
    """Looked at, and not the same: it is not offered again."""


@dataclass(frozen=True, slots=True)
class Fellow:
    """Another submission beside the one in hand."""

    id: int
    reference: str
    title: str
    place: str
    stage: Stage
    officer: Party
    relation: Relation | None = None
    """What was decided of the two, or None where nobody has."""
    version: int = 1
    answers: tuple[Said, ...] = ()
    """What was sent, of one that was merged in."""
    is_open: bool = True
    matched: tuple[str, ...] = ()
    """The words and ideas that both share, where it was found by them."""
