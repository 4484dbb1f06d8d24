"""What lies near a text in meaning, and how that is weighed with the words and ideas they share.

Chosen by figures (docs/search.md): the cosine of the two vectors plus the share of the question's worth
that is matched, each weighing the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from domain.likeness import Asked
from domain.meaning import recall
from domain.ports import Nearness
from domain.search import Shelf
from storage.search import Hit
from storage.work import Work

_LEAST = 0.4
"""Of cosine and share together; hardly a true likeness has less (docs/search.md)."""

_UNREAD = 0.35
"""The closeness of what has no vector yet: that of something found by its words, right or wrong."""

_REACH = 16
"""How many times as many near ones are weighed as are wanted: the words decide among them."""

_PAGE = 500
"""Vectors taken in at once."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """What is near a text, as far as is known."""

    shelf: Shelf
    vector: bytes
    ids: tuple[int, ...]
    """The nearest subjects, the nearest first."""
    nearness: Nearness

    def rank(self, hits: Iterable[Hit], asked: Asked, length: float) -> list[tuple[Hit, float]]:
        """Rank what was found by words or by meaning; ``length`` is that of the text asked with."""
        found = list(hits)
        closeness = self.nearness.measure(self.shelf, self.vector, [hit.subject_id for hit in found])
        scored = [(hit, closeness.get(hit.subject_id, _UNREAD) + _share(hit, asked, length)) for hit in found]
        near = [one for one in scored if one[1] >= _LEAST]
        return sorted(near, key=lambda one: (-one[1], -one[0].subject_id))


async def look_around(
    work: Work, shelf: Shelf, text: str, most: int, kept_as: tuple[Shelf, int] | None = None
) -> Nearby | None:
    """Find what is near a text in meaning; None where words alone can be compared.

    Raises:
        NotUnderstoodYet: what the text means has to be found out first.
    """
    nearness = work.nearness
    if nearness is None:
        return None
    await take_in(work, nearness)
    vector = None if kept_as is None else nearness.find(*kept_as)
    vector = vector or recall(text)
    if vector is None:
        return None
    near = nearness.list_nearest(shelf, vector, most * _REACH)
    return Nearby(shelf, vector, tuple(one.subject_id for one in near), nearness)


async def take_in(work: Work, nearness: Nearness) -> bool:
    """Take in a page of the vectors that were kept since; tells whether there may be more."""
    kept = await work.vectors.list_after(nearness.last, _PAGE)
    nearness.take(kept)
    return len(kept) == _PAGE


def _share(hit: Hit, asked: Asked, length: float) -> float:
    if not asked.whole:
        return 0.0
    return hit.worth / asked.whole * sqrt(length / hit.length)
