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


async def test_the_left_ones_are_those_whose_leader_has_done_nothing_and_not_offered_the_lead(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        left, led, offered, over = [await begin(work, clock, thread) for thread in ("a", "b", "c", "d")]
        await work.hats.save(hand_over(offered, None))
        await work.hats.save(finish(over, HatStage.FINISHED))
    begun = clock.now()
    clock.move(hours=25)
    async with database.begin() as work:
        mine = Thought(0, 0, "Still here", led.leader, clock.now())
        await work.hats.add_thought(led.id, mine, clock.now(), by_leader=True)
        await work.hats.add_thought(left.id, Thought(0, 3, "Uneasy"), clock.now())
    async with database.read() as work:
        assert await work.hats.list_left(begun - timedelta(seconds=1)) == []
        assert [one.id for one in await work.hats.list_left(begun)] == [left.id]


async def test_a_leader_who_comes_back_after_a_day_takes_the_offered_lead_off_again(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        session = await begin(work, clock, offered=True)
    for hours, offered in ((1, True), (25, False)):
        clock.move(hours=hours)
        async with database.begin() as work:
            mine = Thought(0, 0, "Back again", session.leader, clock.now())
            await work.hats.add_thought(session.id, mine, clock.now(), by_leader=True)
        async with database.read() as work:
            found = await work.hats.find(session.id)
            assert found is not None
            assert (found.offered, found.led_at) == (offered, clock.now())


async def test_a_thought_is_found_by_the_message_it_was_typed_in_by_its_writer_alone(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        session = await begin(work, clock)
        dana = party(await meet(work, "Dana", clock.now()))
        named = Thought(0, 0, "Forty reports", dana, clock.now(), activity_id="m1")
        await work.hats.add_thought(session.id, named, clock.now())
        await work.hats.add_thought(session.id, Thought(0, 3, "Uneasy"), clock.now())
    here = session.conversation_id
    async with database.begin() as work:
        found = await work.hats.find_thought_of(here, dana.id, "m1")
        assert found is not None
        assert (found.session.id, found.thought.text) == (session.id, "Forty reports")
        for conversation, person, message in (
            (here, session.leader.id, "m1"),
            (here + 1, dana.id, "m1"),
            (here, dana.id, "m2"),
            (here, dana.id, ""),
        ):
            assert await work.hats.find_thought_of(conversation, person, message) is None
        await work.hats.reword_thought(
            session.id, found.thought.id, "Fifty reports", clock.now(), by_leader=False
        )
    async with database.read() as work:
        assert [one.text for one in await work.hats.list_thoughts(session.id)] == ["Fifty reports", "Uneasy"]
