"""The vectors of what can be found, on both databases: kept, taken in, and weighed with words."""

from collections.abc import Sequence

import numpy as np
import pytest

from domain.meaning import NotUnderstoodYet, understanding
from domain.search import Shelf
from domain.terms import find_terms
from meaning.nearness import VectorsInMemory
from services.meaning import remember_all, understand_what_is_new
from services.nearness import take_in
from services.search import find_similar
from storage.database import Database
from storage.work import Work

CYCLES = "Pedal cycle theft from the railway car park"
HEDGES = "Two households argue about a hedge"
WHEELS = "Saddles dwindle before lunch"
"""Of the first text's meaning, without a word or an idea of it."""


class _TwoMeanings:
    """Understands two things: what goes missing, and the rest."""

    def __init__(self, mark: bytes = b"modelone") -> None:
        self.mark = mark
        self.read: list[str] = []

    def embed(self, texts: Sequence[str]) -> list[bytes]:
        self.read += texts
        return [self.mark + np.array(self._mean(text), dtype="<f2").tobytes() for text in texts]

    def _mean(self, text: str) -> tuple[float, float]:
        return (1.0, 0.0) if any(word in text for word in ("theft", "dwindle")) else (0.0, 1.0)


@pytest.fixture
def meaning() -> _TwoMeanings:
    return _TwoMeanings()


@pytest.fixture
def nearness() -> VectorsInMemory:
    return VectorsInMemory()


async def put(work: Work, texts: dict[int, str]) -> None:
    for subject_id, text in texts.items():
        await work.search.put(Shelf.SUBMISSIONS, subject_id, find_terms(text).every)


async def understand(work: Work, meaning: _TwoMeanings, texts: dict[int, str]) -> None:
    unread = await work.vectors.list_unread(10)
    vectors = meaning.embed([texts[subject_id] for _, _, subject_id in unread])
    await work.vectors.keep({one[0]: vector for one, vector in zip(unread, vectors, strict=True)})


async def test_vectors_are_numbered_as_they_are_kept_and_new_texts_come_first(
    database: Database, meaning: _TwoMeanings
) -> None:
    async with database.begin() as work:
        await put(work, {1: CYCLES, 2: HEDGES})
        unread = await work.vectors.list_unread(10)
        assert [subject_id for _, _, subject_id in unread] == [2, 1]
        await understand(work, meaning, {1: CYCLES, 2: HEDGES})
        assert await work.vectors.list_unread(10) == []
        await put(work, {1: WHEELS})
        assert [subject_id for _, _, subject_id in await work.vectors.list_unread(10)] == [1]
        await understand(work, meaning, {1: WHEELS})
        kept = await work.vectors.list_after(0, 10)
        assert [(one.number, one.subject_id) for one in kept] == [(2, 2), (3, 1)]
        assert await work.vectors.list_after(3, 10) == []


async def test_an_entry_that_went_meanwhile_keeps_no_vector(
    database: Database, meaning: _TwoMeanings
) -> None:
    async with database.begin() as work:
        await put(work, {1: CYCLES})
        ((entry, _, _),) = await work.vectors.list_unread(10)
        await work.search.take_out(Shelf.SUBMISSIONS, 1)
        await work.vectors.keep({entry: meaning.embed([CYCLES])[0]})
        assert await work.vectors.list_after(0, 10) == []


async def test_what_is_said_in_other_words_is_found_by_its_meaning(
    database: Database, meaning: _TwoMeanings, nearness: VectorsInMemory
) -> None:
    texts = {1: CYCLES, 2: HEDGES}
    async with database.begin() as work:
        await put(work, texts)
        await understand(work, meaning, texts)
    async with database.read() as work:
        assert await find_similar(work, Shelf.SUBMISSIONS, WHEELS) == []
        work.nearness = nearness
        with understanding({WHEELS: meaning.embed([WHEELS])[0]}):
            (found,) = await find_similar(work, Shelf.SUBMISSIONS, WHEELS)
    assert (found.subject_id, found.matched) == (1, ())


async def test_what_was_not_understood_yet_is_asked_for_and_what_stands_there_is_known(
    database: Database, meaning: _TwoMeanings, nearness: VectorsInMemory
) -> None:
    texts = {1: CYCLES, 2: HEDGES, 3: WHEELS}
    async with database.begin() as work:
        await put(work, texts)
        await understand(work, meaning, texts)
    async with database.read() as work:
        work.nearness = nearness
        with understanding({}), pytest.raises(NotUnderstoodYet):
            await find_similar(work, Shelf.SUBMISSIONS, "Bells ring at night")
        found = await find_similar(work, Shelf.SUBMISSIONS, WHEELS, kept_as=(Shelf.SUBMISSIONS, 3))
        assert {one.subject_id for one in found} == {1, 3}
        with understanding({WHEELS: None}):
            assert [one.subject_id for one in await find_similar(work, Shelf.SUBMISSIONS, WHEELS)] == [3]


async def test_what_has_no_vector_yet_is_found_by_its_words(
    database: Database, meaning: _TwoMeanings, nearness: VectorsInMemory
) -> None:
    async with database.begin() as work:
        await put(work, {1: CYCLES, 2: HEDGES})
        work.nearness = nearness
        with understanding({CYCLES: meaning.embed([CYCLES])[0]}):
            (found,) = await find_similar(work, Shelf.SUBMISSIONS, CYCLES)
        assert found.subject_id == 1


async def test_another_models_vectors_are_made_anew(
    database: Database, meaning: _TwoMeanings, nearness: VectorsInMemory
) -> None:
    async with database.begin() as work:
        await put(work, {1: CYCLES})
        await understand(work, meaning, {1: CYCLES})
    await remember_all(database, meaning, nearness)
    async with database.read() as work:
        assert len(await work.vectors.list_after(0, 10)) == 1
    other = _TwoMeanings(b"modeltwo")
    await remember_all(database, other, nearness)
    assert await understand_what_is_new(database, other, 10) == 1
    async with database.read() as work:
        assert not await take_in(work, nearness)
        (kept,) = await work.vectors.list_after(0, 10)
    assert kept.vector.startswith(b"modeltwo")
    assert await understand_what_is_new(database, other, 10) == 0
