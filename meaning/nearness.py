"""All vectors of this process in memory, so that the nearest are found by one multiplication."""

from collections.abc import Collection, Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from domain.meaning import KeptVector, Near
from domain.search import Shelf
from meaning.sentence_model import MARK_BYTES, Matrix

_FIRST_ROWS = 256


class VectorsInMemory:
    """The vectors by shelf: 1.5 KB each for 384 dimensions."""

    def __init__(self) -> None:
        self._shelves: dict[Shelf, _Rows] = {}
        self.last = 0
        """The number of the newest vector that was taken in."""

    def take(self, vectors: Iterable[KeptVector]) -> None:
        """Take vectors in; a newer one of the same thing takes the older one's place."""
        for kept in vectors:
            self.last = max(self.last, kept.number)
            if kept.vector:
                row = _read(kept.vector)
                rows = self._shelves.setdefault(kept.shelf, _Rows(len(row)))
                rows.put(kept.subject_id, kept.vector[:MARK_BYTES], row)

    def find(self, shelf: Shelf, subject_id: int) -> bytes | None:
        """Give the vector of something on a shelf, if it has one."""
        rows = self._shelves.get(shelf)
        return None if rows is None else rows.find(subject_id)

    def list_nearest(self, shelf: Shelf, vector: bytes, most: int) -> list[Near]:
        """List what is nearest, the nearest first."""
        rows = self._shelves.get(shelf)
        return [] if rows is None else rows.list_nearest(_read(vector), most)

    def measure(self, shelf: Shelf, vector: bytes, subject_ids: Collection[int]) -> Mapping[int, float]:
        """Tell how close these are; what has no vector yet is left out."""
        rows = self._shelves.get(shelf)
        return {} if rows is None else rows.measure(_read(vector), subject_ids)


class _Rows:
    """One shelf's vectors, a row each, with room to grow."""

    def __init__(self, dimensions: int) -> None:
        self._matrix: Matrix = np.empty((_FIRST_ROWS, dimensions), dtype=np.float32)
        self._subjects: list[int] = []
        self._places: dict[int, int] = {}
        self._mark = b""

    def put(self, subject_id: int, mark: bytes, row: Matrix) -> None:
        self._mark = mark
        place = self._places.setdefault(subject_id, len(self._subjects))
        if place == len(self._subjects):
            self._subjects.append(subject_id)
            if place == len(self._matrix):
                self._matrix = np.concatenate([self._matrix, np.empty_like(self._matrix)])
        self._matrix[place] = row

    def find(self, subject_id: int) -> bytes | None:
        place = self._places.get(subject_id)
        return None if place is None else self._mark + self._matrix[place].astype("<f2").tobytes()

    def list_nearest(self, vector: Matrix, most: int) -> list[Near]:
        closeness = self._matrix[: len(self._subjects)] @ vector
        if len(closeness) > most:
            best = np.argpartition(-closeness, most)[:most]
        else:
            best = np.arange(len(closeness))
        ordered = best[np.lexsort((best, -closeness[best]))]
        return [Near(self._subjects[place], float(closeness[place])) for place in ordered]

    def measure(self, vector: Matrix, subject_ids: Collection[int]) -> Mapping[int, float]:
        known = [subject_id for subject_id in subject_ids if subject_id in self._places]
        closeness = self._matrix[[self._places[one] for one in known]] @ vector
        return dict(zip(known, closeness.tolist(), strict=True))


def _read(vector: bytes) -> NDArray[np.float32]:
    return np.frombuffer(vector, dtype="<f2", offset=MARK_BYTES).astype(np.float32)
