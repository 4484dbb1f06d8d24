"""The search index, on both databases."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.search import Shelf
from domain.terms import find_terms
from services.search import find_similar, find_words
from storage.database import Database

BICYCLES = "Bikes taken at the station, mostly while people are at work."
CYCLES = "Pedal cycle theft from the railway car park, racks right under the broken camera."
PARKING = "Parents parking on the zigzags at drop off and kids stepping out between cars."
FARMS = "GPS units stripped from tractors in barns."


async def put(database: Database, texts: dict[int, str], shelf: Shelf = Shelf.SUBMISSIONS) -> None:
    async with database.begin() as work:
        for subject_id, text in texts.items():
            await work.search.put(shelf, subject_id, find_terms(text).every)


async def ask(database: Database, text: str, shelf: Shelf = Shelf.SUBMISSIONS) -> list[int]:
    async with database.read() as work:
        return [found.subject_id for found in await find_similar(work, shelf, text)]


async def test_the_same_problem_in_other_words_is_found_first(database: Database) -> None:
    await put(database, {1: PARKING, 2: FARMS, 3: CYCLES})
    assert (await ask(database, BICYCLES))[0] == 3


async def test_what_shares_nothing_is_not_found(database: Database) -> None:
    await put(database, {1: PARKING, 2: FARMS})
    assert await ask(database, "Romance fraud against widows") == []
    assert await ask(database, "") == []
    assert await ask(database, "🚲 !!! the of") == []


async def test_shelves_are_asked_apart(database: Database) -> None:
    await put(database, {1: CYCLES})
    await put(database, {1: FARMS}, Shelf.LIBRARY)
    assert await ask(database, BICYCLES, Shelf.LIBRARY) == []
    assert await ask(database, "tractor navigation stolen", Shelf.LIBRARY) == [1]


async def test_what_is_put_anew_is_found_by_its_new_words_alone(database: Database) -> None:
    await put(database, {1: CYCLES, 2: FARMS})
    await put(database, {1: PARKING})
    assert await ask(database, BICYCLES) == []
    assert (await ask(database, "stopping on the zig zags outside school"))[0] == 1


async def test_what_is_taken_out_is_found_no_more_and_counts_no_more(database: Database) -> None:
    await put(database, {1: CYCLES, 2: FARMS})
    async with database.begin() as work:
        await work.search.take_out(Shelf.SUBMISSIONS, 1)
        await work.search.take_out(Shelf.SUBMISSIONS, 99)
        assert await work.search.count(Shelf.SUBMISSIONS) == 1
        assert await work.search.count_entries(Shelf.SUBMISSIONS, find_terms(CYCLES).words) == {}
    assert await ask(database, BICYCLES) == []


@given(st.lists(st.tuples(st.integers(1, 4), st.text("abc def", max_size=12)), max_size=12))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_the_counts_of_terms_are_those_of_the_texts_that_stand_there(
    database: Database, writes: list[tuple[int, str]]
) -> None:
    async with database.begin() as work:
        for subject_id in range(1, 5):
            await work.search.take_out(Shelf.LIBRARY, subject_id)
        for subject_id, text in writes:
            await work.search.put(Shelf.LIBRARY, subject_id, find_terms(text).every)
        last = {subject_id: find_terms(text).every for subject_id, text in writes}
        every = frozenset().union(*last.values())
        expected = {term: sum(term in terms for terms in last.values()) for term in every}
        assert await work.search.count_entries(Shelf.LIBRARY, every) == expected
        assert await work.search.count(Shelf.LIBRARY) == len(last)


async def look(database: Database, words: str) -> list[tuple[int, tuple[str, ...]]]:
    async with database.read() as work:
        return [
            (found.subject_id, found.matched) for found in await find_words(work, Shelf.LIBRARY, words, 5)
        ]


async def test_a_misspelt_word_finds_what_was_meant(database: Database) -> None:
    await put(database, {1: "Burglary of sheds", 2: FARMS, 3: PARKING}, Shelf.LIBRARY)
    for words in ("burglary", "burgalry", "burglry", "bruglary", "ubrglary", "BURGLARIES"):
        assert [subject_id for subject_id, _ in await look(database, words)] == [1], words
    assert await look(database, "zzzzzzzz") == []


async def test_a_find_says_what_it_was_found_by(database: Database) -> None:
    await put(database, {1: CYCLES, 2: PARKING}, Shelf.LIBRARY)
    (first, *_) = await look(database, "bikes at the railway station")
    assert first[0] == 1
    assert {"bicycle", "railway"} <= set(first[1])
