"""Cards that the answering process sends itself: the worker leaves them alone for a moment, not for good."""

from datetime import timedelta

import pytest

from domain.delivery import Landed, Posting, View
from storage.database import Database
from tests.databases import HandClock
from tests.storage.world import Scene, about, deliver_all, list_due


async def hold_one(database: Database, clock: HandClock, scene: Scene) -> Posting:
    await deliver_all(database, clock)
    async with database.begin() as work:
        bumped = await work.postings.bump(scene.status.id, clock.now() + timedelta(seconds=10))
    assert not work.woken
    return bumped


async def test_a_turn_that_dies_leaves_its_card_to_the_worker_after_the_hold(
    database: Database, clock: HandClock, scene: Scene
) -> None:
    await hold_one(database, clock, scene)
    held_until = clock.now() + timedelta(seconds=10)
    async with database.read() as work:
        assert await work.outbox.next_wake() == held_until
    assert await deliver_all(database, clock) == 0
    clock.move(seconds=10)
    assert await list_due(database, scene.chat, clock) == [scene.status.id]
    assert await deliver_all(database, clock) == 1
    async with database.read() as work:
        assert await work.outbox.next_wake() is None


async def test_a_turn_that_sent_its_card_leaves_nothing_behind(
    database: Database, clock: HandClock, scene: Scene
) -> None:
    bumped = await hold_one(database, clock, scene)
    async with database.begin() as work:
        await work.postings.shown([Landed(bumped.id, bumped.wanted, "17")])
    assert not work.woken
    async with database.read() as work:
        assert await work.outbox.next_wake() is None
        assert await work.postings.find_by_activity(scene.chat.id, "17") == await work.postings.find(
            bumped.id
        )
        assert await work.postings.find_by_activity(scene.hub.id, "17") is None
    clock.move(minutes=1)
    assert await deliver_all(database, clock) == 0


async def test_another_turns_hold_outlives_this_turns_success(
    database: Database, clock: HandClock, scene: Scene
) -> None:
    bumped = await hold_one(database, clock, scene)
    clock.move(seconds=5)
    until = clock.now() + timedelta(seconds=10)
    async with database.begin() as work:
        await work.postings.place(scene.chat, about(scene.submission), View.STATUS, held_until=until)
    async with database.begin() as work:
        await work.postings.shown([Landed(bumped.id, bumped.wanted, "17")])
    async with database.read() as work:
        assert await work.outbox.next_wake() == until


async def test_a_change_during_the_turns_own_sending_is_shown_afterwards(
    database: Database, clock: HandClock, scene: Scene
) -> None:
    bumped = await hold_one(database, clock, scene)
    async with database.begin() as work:
        work.touch(about(scene.submission))
    assert await deliver_all(database, clock) == 2
    assert await list_due(database, scene.chat, clock) == []
    async with database.begin() as work:
        await work.postings.shown([Landed(bumped.id, bumped.wanted, "17")])
    assert work.woken
    assert await list_due(database, scene.chat, clock) == [scene.status.id]
    assert await deliver_all(database, clock) == 1


async def test_an_older_success_never_takes_a_newer_one_back(
    database: Database, clock: HandClock, scene: Scene
) -> None:
    bumped = await hold_one(database, clock, scene)
    async with database.begin() as work:
        await work.postings.shown([Landed(bumped.id, bumped.wanted, "17"), Landed(99, 1, "x")])
        await work.postings.shown([Landed(bumped.id, 1, "17")])
        found = await work.postings.find(bumped.id)
    assert found is not None
    assert found.shown == bumped.wanted


async def test_what_the_process_sends_behind_it_keeps_its_hold(
    database: Database, clock: HandClock, scene: Scene
) -> None:
    first = await hold_one(database, clock, scene)
    second = await hold_one(database, clock, scene)
    async with database.begin() as work:
        await work.postings.shown([Landed(first.id, first.wanted, "17", behind=second.wanted)])
    assert await list_due(database, scene.chat, clock) == []
    clock.move(seconds=11)
    assert await list_due(database, scene.chat, clock) == [second.id]


@pytest.mark.parametrize("waited", [False, True], ids=["side by side", "one behind the other"])
async def test_where_two_processes_sent_a_card_side_by_side_the_last_state_is_sent_once_more(
    database: Database, clock: HandClock, scene: Scene, *, waited: bool
) -> None:
    await deliver_all(database, clock)
    async with database.begin() as work:
        work.touch(about(scene.submission))
    async with database.begin() as work:
        claims = await work.outbox.claim("another process", clock.now(), 60, 99)
        (older,) = await work.outbox.due_postings(scene.chat.lane_id, clock.now())
    claim = next(one for one in claims if one.lane_id == scene.chat.lane_id)
    async with database.begin() as work:
        newer = await work.postings.bump(scene.status.id, clock.now() + timedelta(seconds=10))
    arrived_at, behind = clock.move(seconds=1), newer.wanted if waited else 0
    async with database.begin() as work:
        await work.outbox.finish_posting(
            claim, older.id, older.wanted, "17", "", at=arrived_at, behind=behind
        )
        await work.outbox.release(claim, clock.now())
    async with database.begin() as work:
        await work.postings.shown([Landed(newer.id, newer.wanted, "17")])
    assert await list_due(database, scene.chat, clock) == ([] if waited else [newer.id])
    assert work.woken is not waited
