"""Six hats worn together, on both databases."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from domain.conversation import Conversation
from domain.hat_session import HatSession, HatStage, Thought, advance, finish, hand_over
from storage.database import Database
from storage.hat_rows import HatThoughtRow
from storage.work import Work
from tests.databases import HandClock
from tests.storage.world import hub_channel, meet, party


async def begin(work: Work, clock: HandClock, thread: str = "", **different: object) -> HatSession:
    sam = await meet(work, "Sam", clock.now())
    where: Conversation = await hub_channel(work, clock.now())
    session = HatSession(
        id=0,
        topic="Lights on the towpath 💡",
        conversation_id=where.id,
        thread_id=thread,
        starter=party(sam),
        leader=party(sam),
        started_at=clock.now(),
        changed_at=clock.now(),
        led_at=clock.now(),
    )
    return await work.hats.open(replace(session, **different))  # type: ignore[arg-type] # a story names what it changes


async def test_a_session_comes_back_as_it_was_kept_and_as_it_was_moved(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        kept = await begin(work, clock, "thread", unattributed=True)
        dana = party(await meet(work, "Dana", clock.now()))
    moved = replace(hand_over(advance(kept), dana), changed_at=clock.move(minutes=5))
    async with database.begin() as work:
        found = await work.hats.find(kept.id, lock=True)
        assert found == kept
        await work.hats.save(moved)
    async with database.read() as work:
        assert await work.hats.find(kept.id) == moved
        assert await work.hats.find(kept.id + 1) is None


async def test_one_is_open_in_each_thread_and_the_last_one_is_found_when_it_has_ended(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        here, there = await begin(work, clock, "a"), await begin(work, clock, "b")
        await work.hats.save(finish(here))
    async with database.read() as work:
        where = here.conversation_id
        assert await work.hats.find_open(where, "a") is None
        assert await work.hats.find_open(where, "b") == there
        assert await work.hats.find_last(where, "a") == finish(here)
        assert await work.hats.find_last(where, "") is None


async def test_a_second_one_cannot_be_opened_beside_it(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        await begin(work, clock)
    with pytest.raises(IntegrityError):
        async with database.begin() as work:
            await begin(work, clock)


async def test_thoughts_come_back_in_order_and_without_anybody_where_nobody_is_named(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        session = await begin(work, clock)
        said = [
            Thought(0, 1, "Forty reports since May", session.starter, clock.now()),
            Thought(0, 2, "Uneasy about it"),
        ]
        ids = [await work.hats.add_thought(session.id, one, clock.now()) for one in said]
    async with database.begin() as work:
        kept = await work.hats.list_thoughts(session.id)
        assert kept == [replace(one, id=number) for one, number in zip(said, ids, strict=True)]
        assert await work.hats.count_thoughts(session.id) == 2
        rows = await work._connection.execute(  # noqa: SLF001 (the story looks into the row itself)
            select(HatThoughtRow.person_id, HatThoughtRow.at).where(HatThoughtRow.id == ids[1])
        )
        assert rows.one() == (None, None)


async def test_the_quiet_ones_are_those_in_which_nothing_has_happened(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        quiet, busy, over = [await begin(work, clock, thread) for thread in ("a", "b", "c")]
        await work.hats.save(finish(over, HatStage.FINISHED))
    begun = clock.now()
    clock.move(days=3)
    async with database.begin() as work:
        await work.hats.add_thought(busy.id, Thought(0, 0, "Still here"), clock.now())
    async with database.read() as work:
        assert await work.hats.list_quiet(begun - timedelta(seconds=1)) == []
        assert await work.hats.list_quiet(begun) == [quiet]
        assert [one.id for one in await work.hats.list_quiet(clock.now())] == [quiet.id, busy.id]
