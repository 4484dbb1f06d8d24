"""The vectors of a process: whatever is taken in, the nearest are found as by comparing each with each."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from domain.meaning import KeptVector
from domain.search import Shelf
from meaning.nearness import VectorsInMemory

MARK = b"modelone"
NUMBERS = st.integers(-8, 8).map(lambda number: number / 8)
VECTORS = st.lists(NUMBERS, min_size=3, max_size=3).map(tuple)
TAKEN = st.lists(st.tuples(st.sampled_from(Shelf), st.integers(1, 400), VECTORS), max_size=40)


def pack(vector: tuple[float, ...]) -> bytes:
    return MARK + np.array(vector, dtype="<f2").tobytes()


@given(TAKEN, VECTORS, st.integers(1, 12))
def test_the_nearest_are_those_of_the_newest_vectors(
    taken: list[tuple[Shelf, int, tuple[float, ...]]], asked: tuple[float, ...], most: int
) -> None:
    nearness = VectorsInMemory()
    nearness.take(
        KeptVector(number, shelf, one, pack(vector)) for number, (shelf, one, vector) in enumerate(taken, 1)
    )
    assert nearness.last == len(taken)
    for shelf in Shelf:
        newest = {one: vector for at, one, vector in taken if at is shelf}
        closeness = {one: float(np.dot(vector, asked)) for one, vector in newest.items()}
        near = nearness.list_nearest(shelf, pack(asked), most)
        assert [one.closeness for one in near] == sorted(closeness.values(), reverse=True)[:most]
        assert all(closeness[one.subject_id] == one.closeness for one in near)
        assert nearness.measure(shelf, pack(asked), [*newest, 9_999]) == closeness
        assert {one: nearness.find(shelf, one) for one in newest} == {
            one: pack(vector) for one, vector in newest.items()
        }


def test_there_is_room_for_more_than_it_begins_with() -> None:
    nearness = VectorsInMemory()
    nearness.take(KeptVector(one, Shelf.LIBRARY, one, pack((one / 1024, 0.0, 1.0))) for one in range(1, 1001))
    assert nearness.list_nearest(Shelf.LIBRARY, pack((1.0, 0.0, 0.0)), 1)[0].subject_id == 1000
    assert nearness.find(Shelf.LIBRARY, 1) == pack((1 / 1024, 0.0, 1.0))


def test_nothing_taken_in_is_nothing_near() -> None:
    nearness = VectorsInMemory()
    nearness.take([KeptVector(7, Shelf.LIBRARY, 1, b"")])
    assert nearness.last == 7
    assert nearness.list_nearest(Shelf.LIBRARY, pack((1.0, 0.0, 0.0)), 3) == []
    assert nearness.measure(Shelf.LIBRARY, pack((1.0, 0.0, 0.0)), [1]) == {}
    assert nearness.find(Shelf.LIBRARY, 1) is None
