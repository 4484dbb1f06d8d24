"""What a text means, as a vector: made outside any unit of work, wanted inside one.

Whoever compares texts inside a unit of work asks ``recall``; where the vector was not made yet, that breaks
the unit off, and whoever opened it has the vector made and begins anew.
"""

from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TypeAlias

from domain.search import Shelf

Understood: TypeAlias = MutableMapping[str, bytes | None]
"""Texts with their vectors; None where one could not be made in time."""

_understood: ContextVar[Understood | None] = ContextVar("understood", default=None)


class NotUnderstoodYet(Exception):
    """A text's vector is wanted and was not made yet."""

    def __init__(self, text: str) -> None:
        super().__init__("a text has no vector yet")
        self.text = text


@contextmanager
def understanding(understood: Understood) -> Iterator[None]:
    """Have the block find these vectors, and break off for any other."""
    token = _understood.set(understood)
    try:
        yield
    finally:
        _understood.reset(token)


def recall(text: str) -> bytes | None:
    """Give a text's vector; None where nobody makes any, so that words alone are compared.

    Raises:
        NotUnderstoodYet: it has to be made first.
    """
    understood = _understood.get()
    if understood is None:
        return None
    if text not in understood:
        raise NotUnderstoodYet(text)
    return understood[text]


@dataclass(frozen=True, slots=True)
class KeptVector:
    """The vector of something on a shelf; ``number`` grows with each that is kept, in every process."""

    number: int
    shelf: Shelf
    subject_id: int
    vector: bytes


@dataclass(frozen=True, slots=True)
class Near:
    """Something of near meaning: the cosine of the two vectors, from -1 to 1."""

    subject_id: int
    closeness: float
