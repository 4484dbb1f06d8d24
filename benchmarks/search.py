"""``find`` in a large library: what a search takes with 100,000 published entries, on each database.

    python -m benchmarks.search [ENTRIES]

The entries are made of the search's own vocabulary: a few subjects are frequent and most are rare, as in
life. Prints the table of docs/search.md: the whole of ``find``, entries read and reasons given, the median
and the slowest.
"""

import asyncio
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import accumulate
from random import Random
from statistics import median
from typing import Any

from sqlalchemy import Connection, Table, create_engine, insert, text

from benchmarks.delivery import databases, take
from domain.evidence import Effect, EvidenceKind, Quality
from domain.likeness import measure_length
from domain.search import Shelf
from domain.terms import find_terms
from domain.vocabulary import IDEAS
from services.evidence import find_entries
from services.library import MOST_FOUND
from storage.database import Database, read_url
from storage.evidence import EvidenceRow
from storage.people import PersonRow
from storage.search import SearchEntryRow, SearchPostingRow, SearchTermRow

ENTRIES = 100_000
LOOKS = 30
AT_ONCE = 5_000
PHRASES_OF_AN_ENTRY = 8
WORDS_OF_AN_ENTRY = 8
OTHER_WORDS = 4_000
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

SEARCHES = (
    ("one frequent word", "bicycle"),
    ("a few words", "bicycle theft at the railway station"),
    ("a misspelt word", "bycicle theft"),
    (
        "a whole sentence",
        "young people ride off road motorbikes on the common at night and neighbours are afraid to complain",
    ),
    ("what is not there", "unicorns"),
)
"""What is looked for, by what it is an example of."""


def write_texts(entries: int) -> Iterator[str]:
    """Write what the entries say; the same each time."""
    random = Random(6)  # noqa: S311 (nothing here is a secret)
    phrases = [phrase for idea in IDEAS for phrase in idea.phrases]
    random.shuffle(phrases)
    weights = list(accumulate(1 / (rank + 5) for rank in range(len(phrases))))
    others = [_make_word(random) for _ in range(OTHER_WORDS)]
    rarities = list(accumulate(1 / (rank + 5) for rank in range(len(others))))
    for _ in range(entries):
        said = random.choices(phrases, cum_weights=weights, k=PHRASES_OF_AN_ENTRY)
        said += random.choices(others, cum_weights=rarities, k=WORDS_OF_AN_ENTRY)
        random.shuffle(said)
        yield " ".join(said)


def _make_word(random: Random) -> str:
    return "".join(random.choice("bcdfglmnprst") + random.choice("aeiou") for _ in range(4))


def fill(url: str, texts: Sequence[str]) -> None:
    """Lay the library out: entries, and where they are found."""
    plain = read_url(url)
    engine = create_engine(plain.set(drivername="sqlite") if plain.drivername.startswith("sqlite") else plain)
    total: Counter[str] = Counter()
    with engine.begin() as connection:
        person = {"id": 1, "aad_object_id": "a", "teams_id": "29:1", "tenant_id": "t", "name": "Priya Nair"}
        person |= {"team": "", "met_at": NOW, "reachable": True}
        _write(connection, PersonRow, [person])
        for start in range(0, len(texts), AT_ONCE):
            batch = list(enumerate(texts[start : start + AT_ONCE], start=start + 1))
            terms = {number: find_terms(said).every for number, said in batch}
            _write(connection, EvidenceRow, [_make_entry(number, said) for number, said in batch])
            _write(connection, SearchEntryRow, [_make_place(number, terms[number]) for number in terms])
            found = [(term, number) for number, every in terms.items() for term in every]
            postings = [{"shelf": Shelf.LIBRARY, "term": one, "entry_id": number} for one, number in found]
            _write(connection, SearchPostingRow, postings)
            total.update(term for term, _number in found)
        rows = [{"shelf": Shelf.LIBRARY, "term": term, "entries": count} for term, count in total.items()]
        _write(connection, SearchTermRow, rows)
        connection.execute(text("ANALYZE"))
    engine.dispose()


def _write(connection: Connection, row: type, values: list[dict[str, Any]]) -> None:
    table: Table = row.__table__  # type: ignore[attr-defined] # every row of ours has one
    connection.execute(insert(table), values)


def _make_entry(number: int, said: str) -> dict[str, Any]:
    return {
        "id": number,
        "reference": f"EV-2026-{number:06}",
        "kind": EvidenceKind.PRACTICE,
        "title": said[:80],
        "summary": said,
        "topics": ["theft"],
        "organisation": "A force",
        "label": None,
        "effect": Effect.UNKNOWN,
        "quality": Quality.NOT_RATED,
        "emmie": {},
        "source": "",
        "link": "",
        "contact": "",
        "checked_on": date(2026, 11, 1),
        "review_on": date(2027, 11, 1),
        "published": True,
        "by_id": 1,
        "version": 1,
        "created_at": NOW,
        "changed_at": NOW,
    }


def _make_place(number: int, terms: frozenset[str]) -> dict[str, Any]:
    length = measure_length(terms)
    return {"id": number, "shelf": Shelf.LIBRARY, "subject_id": number, "length": length, "vector": None}


async def look(database: Database, words: str) -> tuple[float, int]:
    """Look once; gives the seconds it took, and how many were found."""
    begun = time.perf_counter()
    async with database.read() as work:
        found = await find_entries(work, words, MOST_FOUND)
    return time.perf_counter() - begun, len(found)


async def measure(entries: int) -> None:
    """Run everything and print it."""
    texts = list(write_texts(entries))
    print(f"| {entries:,} entries | " + " | ".join(name for name, _ in SEARCHES) + " |")
    print("|---" * (len(SEARCHES) + 1) + "|", flush=True)
    with databases() as urls:
        for kind, fresh in urls.items():
            url = take(fresh)
            await asyncio.to_thread(fill, url, texts)
            database = Database(url)
            cells = []
            for _, words in SEARCHES:
                took = [(await look(database, words))[0] for _ in range(LOOKS)]
                cells.append(f"{median(took) * 1e3:.0f} ms ({max(took) * 1e3:.0f})")
            print(f"| {kind} | " + " | ".join(cells) + " |", flush=True)
            await database.close()


if __name__ == "__main__":
    asyncio.run(measure(int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES))
