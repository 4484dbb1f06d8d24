"""Giving what can be found its vector: read, understood in a thread with nothing open, then kept."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from domain.ports import Meaning, Nearness
from domain.search import Shelf
from services.evidence import say_what_it_holds
from services.nearness import take_in
from services.search import say_what_it_is
from storage.database import Database
from storage.work import Work

_BATCH = 16
"""Texts understood between two commits: a fraction of a second."""

_Reader: TypeAlias = Callable[[Work, int], Awaitable[str]]


async def understand_what_is_new(database: Database, meaning: Meaning, most: int) -> int:
    """Give up to so many texts their vectors, the newest first; gives how many there were.

    Called by one process at a time; see storage/vectors.py.
    """
    done = 0
    while done < most:
        texts = await _read_batch(database, min(_BATCH, most - done))
        if not texts:
            break
        vectors = await asyncio.to_thread(meaning.embed, list(texts.values()))
        async with database.begin(durable=False) as work:
            await work.vectors.keep(dict(zip(texts, vectors, strict=True)))
        done += len(texts)
    return done


async def remember_all(database: Database, meaning: Meaning, nearness: Nearness) -> None:
    """Take in all vectors that this model made before; another model's are made anew."""
    async with database.begin() as work:
        await work.vectors.forget_others(meaning.mark)
    more = True
    while more:
        async with database.read() as work:
            more = await take_in(work, nearness)


async def _read_batch(database: Database, most: int) -> Mapping[int, str]:
    async with database.read() as work:
        return {
            entry: await _READERS[shelf](work, subject_id)
            for entry, shelf, subject_id in await work.vectors.list_unread(most)
        }


async def _read_submission(work: Work, submission_id: int) -> str:
    submission = await work.submissions.find_by_id(submission_id)
    return "" if submission is None else say_what_it_is(submission)


async def _read_entry(work: Work, entry_id: int) -> str:
    entries = await work.evidence.find_many([entry_id])
    return say_what_it_holds(entries[0]) if entries else ""


_READERS: Mapping[Shelf, _Reader] = MappingProxyType(
    {Shelf.SUBMISSIONS: _read_submission, Shelf.LIBRARY: _read_entry}
)
