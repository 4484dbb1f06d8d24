"""Units of work: together or not at all, one at a time, and nothing but the database inside."""

import asyncio
import sqlite3
from datetime import datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, StatementError

from domain.conversation import Conversation
from domain.delivery import View
from domain.open_work import unit_of_work_open
from domain.ports import Place
from storage.database import Database, read_url
from storage.errors import StorageBusy
from tests.databases import HandClock
from tests.storage.world import a_notice, about, chat_with, meet, personal, sender, set_scene, submit


async def test_a_unit_that_fails_leaves_nothing_and_sends_nothing(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        scene = await set_scene(work, clock)
    async with database.read() as work:
        before = await work.outbox.count_waiting()

    async def fail_at_the_end() -> None:
        async with database.begin() as work:
            await work.arrive(personal("Bob"), sender("Bob"), "", "1", clock.now())
            submission = await submit(work, scene.officer, clock.now())
            await work.postings.place(scene.chat, about(submission), View.STATUS, held_until=None)
            work.touch(about(scene.submission))
            work.notify(a_notice(scene.chat, scene.submission, "asked", clock.now()))
            raise ConnectionError

    with pytest.raises(ConnectionError):
        await fail_at_the_end()
    async with database.begin() as work:
        assert await work.outbox.count_waiting() == before
        assert await work.people.find_by_object_id("aad-Bob") is None
        assert await work.submissions.next_reference(2026) == "PF-2026-0002"
        assert await work.postings.find(scene.status.id) == scene.status


async def test_the_guard_stands_while_a_unit_is_open_and_no_longer(database: Database) -> None:
    for opening in (database.begin, database.read):
        assert not unit_of_work_open.get()
        async with opening():
            assert unit_of_work_open.get()
        with pytest.raises(ConnectionError):
            async with opening():
                raise ConnectionError
    assert not unit_of_work_open.get()


async def test_a_unit_within_a_unit_is_refused_before_it_waits_for_itself(database: Database) -> None:
    async with database.begin():
        for opening in (database.begin, database.read):
            with pytest.raises(RuntimeError, match="unit of work"):
                async with opening():
                    pass


async def test_readers_see_what_was_kept_while_somebody_writes(database: Database, clock: HandClock) -> None:
    written, seen = asyncio.Event(), asyncio.Event()

    async def write() -> None:
        async with database.begin() as work:
            await meet(work, "Amy", clock.now())
            written.set()
            await seen.wait()

    async def look() -> bool:
        async with database.read() as work:
            return await work.people.find_by_object_id("aad-Amy") is not None

    writing = asyncio.create_task(write())
    await written.wait()
    during = await look()
    seen.set()
    await writing
    assert (during, await look()) == (False, True)


async def test_many_writers_at_once_all_get_their_turn(database: Database, clock: HandClock) -> None:
    async def write(number: int) -> None:
        async with database.begin() as work:
            await meet(work, f"Officer {number}", clock.now())
            await asyncio.sleep(0)
            await work.roster.add("team", number + 1, "29", clock.now())

    async with database.begin() as work:
        for number in range(40):
            await meet(work, f"Member {number}", clock.now())
    await asyncio.gather(*map(write, range(40)))
    async with database.read() as work:
        assert len(await work.roster.list_members("team")) == 40


async def test_a_writer_that_is_cancelled_leaves_the_connection_in_order(
    database: Database, clock: HandClock
) -> None:
    inside = asyncio.Event()

    async def write() -> None:
        async with database.begin() as work:
            await meet(work, "Amy", clock.now())
            inside.set()
            await asyncio.Event().wait()

    writing = asyncio.create_task(write())
    await inside.wait()
    writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writing
    async with database.begin() as work:
        assert await work.people.find_by_object_id("aad-Amy") is None
        await meet(work, "Bob", clock.now())


async def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    naive = datetime(2026, 3, 29, 1, 30)  # noqa: DTZ001 (the very thing that must not pass)
    with pytest.raises(StatementError, match="without a zone"):
        async with database.begin() as work:
            await meet(work, "Amy", naive)


async def test_two_that_wait_for_each_other_are_told_to_try_again(
    postgresql_url: str, clock: HandClock
) -> None:
    database = Database(postgresql_url, clock)
    async with database.begin() as work:
        amy = await meet(work, "Amy", clock.now())
        first, second = [await submit(work, amy, clock.now()) for _ in range(2)]
    both_hold_one = asyncio.Barrier(2)

    async def take(one: int, other: int) -> None:
        async with database.begin() as work:
            await work.submissions.find_by_id(one, lock=True)
            await both_hold_one.wait()
            await work.submissions.find_by_id(other, lock=True)

    ended = await asyncio.gather(take(first.id, second.id), take(second.id, first.id), return_exceptions=True)
    await database.close()
    assert sorted(type(one).__name__ for one in ended) == ["NoneType", "StorageBusy"]


async def test_two_turns_that_want_cards_in_each_others_conversations_both_pass(
    postgresql_url: str, clock: HandClock
) -> None:
    database = Database(postgresql_url, clock)
    async with database.begin() as work:
        scene = await set_scene(work, clock)
    both_hold_theirs = asyncio.Barrier(2)

    async def act(here: Place, there: Conversation) -> None:
        async with database.begin() as work:
            await work.arrive(here, sender("Amy"), "", here.conversation_id, clock.now())
            await both_hold_theirs.wait()
            await work.postings.place(there, about(scene.submission), View.STATUS, held_until=None)
            work.touch(about(scene.submission))

    await asyncio.gather(act(scene.chat.place, scene.hub), act(scene.hub.place, scene.chat))
    async with database.read() as work:
        assert len(await work.postings.list_of(about(scene.submission))) == 4
    await database.close()


async def test_another_process_that_writes_is_waited_for(sqlite_url: str, clock: HandClock) -> None:
    database = Database(sqlite_url, clock)
    other = sqlite3.connect(read_url(sqlite_url).database or "", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    async def write() -> None:
        async with database.begin() as work:
            await chat_with(work, "Amy", clock.now())

    writing = asyncio.create_task(write())
    done, _ = await asyncio.wait([writing], timeout=0.1)
    assert not done
    other.execute("COMMIT")
    await writing
    other.close()
    await database.close()


async def test_a_broken_statement_is_no_busy_database(database: Database) -> None:
    with pytest.raises(DBAPIError) as failure:
        async with database.read() as work:
            await work._connection.execute(text("SELECT nothing FROM nowhere"))  # noqa: SLF001 (no repository is that broken)
    assert not isinstance(failure.value, StorageBusy)


@pytest.mark.parametrize(
    ("given", "driver"),
    [
        ("sqlite:///data/x.db", "sqlite+aiosqlite"),
        ("sqlite+aiosqlite:////tmp/x.db", "sqlite+aiosqlite"),
        ("postgresql://me:secret@host/db", "postgresql+psycopg"),
        ("postgres://me@host/db", "postgresql+psycopg"),
    ],
)
def test_an_address_is_read_whichever_driver_it_names(given: str, driver: str) -> None:
    assert read_url(given).drivername == driver


@pytest.mark.parametrize("given", ["mysql://host/db", "sqlite://", "sqlite:///:memory:"])
def test_another_database_is_refused_in_words(given: str) -> None:
    with pytest.raises(ValueError, match="DATABASE_URL"):
        read_url(given)
