"""Claims, fences and dead letters, on both databases."""

import asyncio
from datetime import timedelta

import pytest

from domain.delivery import LetterKind, View
from domain.pace import NOTHING_SENT, TEAMS
from storage.database import Database
from storage.outbox import Claim
from tests.databases import HandClock
from tests.storage.world import Scene, a_notice, about, chat_with, set_scene, submit


async def claim_all(database: Database, clock: HandClock, owner: str = "worker") -> list[Claim]:
    async with database.begin() as work:
        return await work.outbox.claim(owner, clock.now(), 60, 99)


async def open_scene(database: Database, clock: HandClock) -> Scene:
    async with database.begin() as work:
        return await set_scene(work, clock)


async def test_a_claim_says_where_to_send(database: Database, clock: HandClock) -> None:
    scene = await open_scene(database, clock)
    claims = await claim_all(database, clock)
    assert [claim.conversation for claim in claims] == [scene.chat, scene.hub]
    assert [claim.lane_id for claim in claims] == [scene.chat.lane_id, scene.hub.lane_id]
    assert [(claim.fence, claim.noted_wanted) for claim in claims] == [(1, 1), (1, 1)]


async def test_a_leased_lane_is_nobody_elses_until_the_lease_ends(
    database: Database, clock: HandClock
) -> None:
    await open_scene(database, clock)
    assert len(await claim_all(database, clock)) == 2
    assert await claim_all(database, clock) == []
    async with database.read() as work:
        assert await work.outbox.next_wake() == clock.now() + timedelta(seconds=60)
    clock.move(seconds=60)
    assert [claim.fence for claim in await claim_all(database, clock, "another")] == [2, 2]


async def test_a_process_that_is_the_only_one_takes_at_once_what_a_dead_one_held(
    database: Database, clock: HandClock
) -> None:
    await open_scene(database, clock)
    held, resting = await claim_all(database, clock)
    async with database.begin() as work:
        assert await work.outbox.release(resting, clock.now(), not_before=clock.now() + timedelta(seconds=30))
        await work.outbox.free_lanes(clock.now())
    claims = await claim_all(database, clock, "another")
    assert [(claim.lane_id, claim.fence) for claim in claims] == [(held.lane_id, held.fence + 2)]
    async with database.begin() as work:
        assert not await work.outbox.release(held, clock.now())


async def test_a_claim_takes_no_more_than_it_may(database: Database, clock: HandClock) -> None:
    await open_scene(database, clock)
    async with database.begin() as work:
        assert len(await work.outbox.claim("worker", clock.now(), 60, 1)) == 1
        assert len(await work.outbox.claim("worker", clock.now(), 60, 1)) == 1
        assert await work.outbox.claim("worker", clock.now(), 60, 1) == []


async def test_workers_at_once_never_get_the_same_lane(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        for number in range(30):
            officer, chat = await chat_with(work, f"Officer {number}", clock.now())
            submission = await submit(work, officer, clock.now())
            await work.postings.place(chat, about(submission), View.STATUS, held_until=None)

    async def grab(owner: int) -> list[int]:
        lanes = []
        for _ in range(4):
            async with database.begin() as work:
                claims = await work.outbox.claim(f"worker {owner}", clock.now(), 60, 3)
            lanes += [claim.lane_id for claim in claims]
        return lanes

    grabbed = [lane for lanes in await asyncio.gather(*map(grab, range(5))) for lane in lanes]
    assert len(grabbed) == len(set(grabbed)) == 30


async def test_what_a_turn_is_about_to_say_is_counted_beforehand_where_others_may_speak_too(
    database: Database, clock: HandClock
) -> None:
    scene = await open_scene(database, clock)
    plans: list[list[float]] = []
    for many in (5, 0, 3):
        async with database.begin() as work:
            work.plan_replies(scene.chat.lane_id, many, TEAMS)
        plans.append([(moment - clock.now()).total_seconds() for moment in work.planned])
    async with database.read() as work:
        kept = await work.outbox.sent_lately(scene.chat.lane_id)
    if not database.is_shared:
        assert (plans, kept) == ([[], [], []], NOTHING_SENT)
        return
    assert plans == [[0.0] * 5, [], [0.0, 0.0, pytest.approx(1.1)]]
    assert sum(many for _, many in kept.pairs) == 8


async def test_a_lane_that_somebody_holds_may_have_one_more_on_the_wire(
    database: Database, clock: HandClock
) -> None:
    scene = await open_scene(database, clock)
    await claim_all(database, clock)
    async with database.begin() as work:
        work.plan_replies(scene.chat.lane_id, 7, TEAMS)
    late = [moment for moment in work.planned if moment > clock.now()]
    assert len(late) == database.is_shared


async def test_a_fence_that_moved_on_changes_nothing(database: Database, clock: HandClock) -> None:
    scene = await open_scene(database, clock)
    async with database.begin() as work:
        work.notify(a_notice(scene.chat, scene.submission, "asked", clock.now()))
    old, *_ = await claim_all(database, clock)
    clock.move(seconds=61)
    new, *_ = await claim_all(database, clock, "another")
    later = clock.now() + timedelta(hours=1)
    async with database.begin() as work:
        (notice,) = await work.outbox.due_notices(old.lane_id, clock.now())
        outbox, posting_id = work.outbox, scene.status.id
        assert not await outbox.finish_posting(old, posting_id, 1, "17", "")
        assert not await outbox.delay_posting(old, posting_id, later, "503")
        assert not await outbox.bury_posting(old, posting_id, clock.now(), "400")
        assert not await outbox.finish_notice(old, notice.id, "18", clock.now())
        assert not await outbox.delay_notice(old, notice.id, later, "503")
        assert not await outbox.bury_notice(old, notice.id, clock.now(), "400")
        assert not await outbox.release(old, clock.now())
    async with database.begin() as work:
        assert await work.postings.find(scene.status.id) == scene.status
        assert await work.outbox.due_notices(new.lane_id, clock.now()) == [notice]
        assert await work.outbox.finish_posting(new, scene.status.id, 1, "17", "")
        assert await work.outbox.finish_notice(new, notice.id, "18", clock.now())
        assert await work.outbox.release(new, clock.now())


async def test_what_changes_while_a_worker_sends_is_due_again(database: Database, clock: HandClock) -> None:
    scene = await open_scene(database, clock)
    claims = await claim_all(database, clock)
    async with database.begin() as work:
        work.touch(about(scene.submission))
    async with database.begin() as work:
        for claim, posting in zip(claims, (scene.status, scene.hub_card), strict=True):
            assert await work.outbox.finish_posting(claim, posting.id, posting.wanted, "17", "17")
            assert await work.outbox.release(claim, clock.now())
    again = await claim_all(database, clock)
    assert [claim.noted_wanted for claim in again] == [2, 2]
    async with database.read() as work:
        (due,) = await work.outbox.due_postings(scene.hub.lane_id, clock.now())
    assert (due.wanted, due.shown, due.activity_id, due.thread_id) == (2, 1, "17", "17")


async def test_a_failed_message_waits_alone(database: Database, clock: HandClock) -> None:
    scene = await open_scene(database, clock)
    async with database.begin() as work:
        work.notify(a_notice(scene.chat, scene.submission, "asked", clock.now()))
    claim, _ = await claim_all(database, clock)
    again_at = clock.now() + timedelta(minutes=5)
    async with database.begin() as work:
        (notice,) = await work.outbox.due_notices(claim.lane_id, clock.now())
        assert await work.outbox.delay_posting(claim, scene.status.id, again_at, "503")
        assert await work.outbox.finish_notice(claim, notice.id, "17", clock.now())
        assert await work.outbox.release(claim, clock.now())
    assert [claim.lane_id for claim in await claim_all(database, clock)] == []
    clock.move(minutes=5)
    claim = next(one for one in await claim_all(database, clock) if one.lane_id == scene.chat.lane_id)
    async with database.read() as work:
        (posting,) = await work.outbox.due_postings(claim.lane_id, clock.now())
        assert await work.outbox.due_notices(claim.lane_id, clock.now()) == []
    assert posting.tries == 1


async def test_a_lane_that_must_rest_stays_due_and_is_left_alone(
    database: Database, clock: HandClock
) -> None:
    scene = await open_scene(database, clock)
    claims = await claim_all(database, clock)
    rest_until = clock.now() + timedelta(minutes=3)
    async with database.begin() as work:
        for claim in claims:
            assert await work.outbox.release(claim, clock.now(), not_before=rest_until)
        work.touch(about(scene.submission))
    assert await claim_all(database, clock) == []
    async with database.read() as work:
        assert await work.outbox.next_wake() == rest_until
    clock.move(minutes=3)
    assert len(await claim_all(database, clock)) == 2


async def test_what_a_worker_left_undone_is_due_again(database: Database, clock: HandClock) -> None:
    await open_scene(database, clock)
    async with database.begin() as work:
        for claim in await work.outbox.claim("worker", clock.now(), 60, 99):
            await work.outbox.release(claim, clock.now())
    assert len(await claim_all(database, clock)) == 2


async def test_a_notice_is_made_once_for_its_key(database: Database, clock: HandClock) -> None:
    scene = await open_scene(database, clock)
    woken = []
    for _ in range(2):
        async with database.begin() as work:
            work.notify(a_notice(scene.chat, scene.submission, "asked", clock.now()))
            work.notify(a_notice(scene.chat, scene.submission, "asked", clock.now()))
        woken.append(work.woken)
    async with database.read() as work:
        (notice,) = await work.outbox.due_notices(scene.chat.lane_id, clock.now())
    assert woken == [True, False]
    assert (notice.key, notice.subject, notice.lane_id) == (
        "asked",
        about(scene.submission),
        scene.chat.lane_id,
    )


async def test_a_notice_is_worthless_after_its_day(database: Database, clock: HandClock) -> None:
    scene = await open_scene(database, clock)
    async with database.begin() as work:
        work.notify(a_notice(scene.chat, scene.submission, "asked", clock.now()))
    clock.move(days=1)
    claim, _ = await claim_all(database, clock)
    async with database.begin() as work:
        assert await work.outbox.due_notices(claim.lane_id, clock.now()) == []
        assert await work.outbox.finish_posting(claim, scene.status.id, 1, "17", "")
        assert await work.outbox.release(claim, clock.now())
        assert (await work.outbox.count_waiting()).waiting == 1
    assert await claim_all(database, clock) == []


async def bury_both(database: Database, clock: HandClock, scene: Scene) -> None:
    async with database.begin() as work:
        work.notify(a_notice(scene.chat, scene.submission, "asked", clock.now()))
    claim, hub_claim = await claim_all(database, clock)
    async with database.begin() as work:
        (notice,) = await work.outbox.due_notices(claim.lane_id, clock.now())
        await work.outbox.bury_posting(claim, scene.status.id, clock.now(), "BadSyntax")
        await work.outbox.bury_notice(claim, notice.id, clock.move(seconds=1), "Forbidden")
        await work.outbox.finish_posting(hub_claim, scene.hub_card.id, 1, "17", "17")
        await work.outbox.release(claim, clock.now())
        await work.outbox.release(hub_claim, clock.now())


async def test_the_dead_are_listed_and_counted(database: Database, clock: HandClock) -> None:
    scene = await open_scene(database, clock)
    started = clock.now()
    async with database.read() as work:
        backlog = await work.outbox.count_waiting()
    assert (backlog.waiting, backlog.dead, backlog.oldest) == (2, 0, started)
    await bury_both(database, clock, scene)
    assert await claim_all(database, clock) == []
    async with database.read() as work:
        letters = await work.outbox.list_dead()
        backlog = await work.outbox.count_waiting()
    assert (backlog.waiting, backlog.dead, backlog.oldest) == (0, 2, None)
    assert [(letter.kind, letter.what, letter.error) for letter in letters] == [
        (LetterKind.NOTICE, "hub asks", "Forbidden"),
        (LetterKind.POSTING, "status", "BadSyntax"),
    ]
    assert letters[1].subject == about(scene.submission)
    assert letters[1].dead_at == started


async def test_the_dead_are_revived_once_and_from_the_start(database: Database, clock: HandClock) -> None:
    scene = await open_scene(database, clock)
    await bury_both(database, clock, scene)
    async with database.begin() as work:
        for letter in await work.outbox.list_dead():
            assert await work.outbox.revive(letter.kind, letter.id)
            assert not await work.outbox.revive(letter.kind, letter.id)
        assert await work.outbox.list_dead() == []
    assert work.woken
    (claim,) = await claim_all(database, clock)
    async with database.read() as work:
        assert len(await work.outbox.due_postings(claim.lane_id, clock.now())) == 1
        assert len(await work.outbox.due_notices(claim.lane_id, clock.now())) == 1


async def test_the_dead_are_dropped_for_good(database: Database, clock: HandClock) -> None:
    scene = await open_scene(database, clock)
    await bury_both(database, clock, scene)
    async with database.begin() as work:
        for letter in await work.outbox.list_dead():
            assert await work.outbox.drop(letter.kind, letter.id)
            assert not await work.outbox.drop(letter.kind, letter.id)
        work.notify(a_notice(scene.chat, scene.submission, "asked", clock.now()))
    assert not work.woken
    async with database.read() as work:
        assert (await work.outbox.count_waiting()).waiting == 0
        assert await work.outbox.list_dead() == []


async def test_a_message_that_is_out_of_date_is_let_go_of_and_its_key_stays_taken(
    database: Database, clock: HandClock
) -> None:
    scene = await open_scene(database, clock)
    async with database.begin() as work:
        work.notify(a_notice(scene.chat, scene.submission, "once", clock.now()))
    (mine, *_) = await claim_all(database, clock)
    async with database.begin() as work:
        (notice,) = await work.outbox.due_notices(mine.lane_id, clock.now())
        assert await work.outbox.expire_notice(mine, notice.id, clock.now())
        assert await work.outbox.due_notices(mine.lane_id, clock.now()) == []
        assert await work.outbox.list_dead() == []
        assert await work.notices.list_made(["once", "never"]) == {"once"}
