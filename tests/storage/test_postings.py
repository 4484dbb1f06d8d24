"""Cards that are kept true: what is due after which change, on both databases."""

from datetime import timedelta

import pytest

from domain.delivery import Landed, Subject, SubjectKind, View
from storage.database import Database
from tests.databases import HandClock
from tests.storage.world import Scene, a_notice, about, chat_with, deliver_all, list_due, submit


async def test_a_card_placed_for_the_background_is_due_at_once(
    database: Database, clock: HandClock, scene: Scene
) -> None:
    assert await list_due(database, scene.chat, clock) == [scene.status.id]
    assert await list_due(database, scene.hub, clock) == [scene.hub_card.id]
    assert await deliver_all(database, clock) == 2
    assert await deliver_all(database, clock) == 0


async def test_touching_makes_exactly_the_subjects_cards_due(
    database: Database, clock: HandClock, scene: Scene
) -> None:
    async with database.begin() as work:
        other = await submit(work, scene.officer, clock.now())
        other_card = await work.postings.place(scene.chat, about(other), View.STATUS, held_until=None)
        draft = Subject(SubjectKind.DRAFT, scene.submission.id)
        await work.postings.place(scene.chat, draft, View.WALKTHROUGH, held_until=None)
    await deliver_all(database, clock)
    async with database.begin() as work:
        work.touch(about(scene.submission))
        work.touch(about(scene.submission))
    assert work.woken
    assert await list_due(database, scene.chat, clock) == [scene.status.id]
    assert await list_due(database, scene.hub, clock) == [scene.hub_card.id]
    async with database.read() as work:
        touched = await work.postings.find(scene.status.id)
        untouched = await work.postings.find(other_card.id)
    assert touched is not None
    assert untouched is not None
    assert (touched.wanted, touched.shown) == (2, 1)
    assert (untouched.wanted, untouched.shown) == (1, 1)


async def test_touching_what_has_no_cards_wakes_nobody(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy, _ = await chat_with(work, "Amy", clock.now())
        work.touch(about(await submit(work, amy, clock.now())))
    assert not work.woken


async def test_a_folded_card_rests_once_it_is_shown(
    database: Database, clock: HandClock, scene: Scene
) -> None:
    async with database.begin() as work:
        folded = await work.postings.fold(scene.status.id, {"reference": "PF"}, held_until=None)
        assert (folded.view, folded.wanted) == (View.FOLDED, 2)
        assert await work.postings.list_of(about(scene.submission), View.STATUS) == []
    await deliver_all(database, clock)
    async with database.begin() as work:
        work.touch(about(scene.submission))
    assert await list_due(database, scene.chat, clock) == []
    assert await list_due(database, scene.hub, clock) == [scene.hub_card.id]
    async with database.begin() as work:
        work.touch(about(scene.submission), folded_too=True)
    assert await list_due(database, scene.chat, clock) == [scene.status.id]


async def test_a_folded_card_that_is_not_shown_yet_still_follows(database: Database, scene: Scene) -> None:
    async with database.begin() as work:
        await work.postings.fold(scene.status.id, {}, held_until=None)
    async with database.begin() as work:
        work.touch(about(scene.submission))
    async with database.read() as work:
        posting = await work.postings.find(scene.status.id)
    assert posting is not None
    assert (posting.view, posting.wanted) == (View.FOLDED, 3)


async def test_what_the_turn_draws_itself_is_not_due_twice(
    database: Database, clock: HandClock, scene: Scene
) -> None:
    await deliver_all(database, clock)
    until = clock.now() + timedelta(seconds=10)
    async with database.begin() as work:
        bumped = await work.postings.bump(scene.status.id, held_until=until)
        work.touch(about(scene.submission))
        placed = await work.postings.place(scene.chat, about(scene.submission), View.STATUS, held_until=until)
        found = await work.postings.find(scene.status.id)
    assert found == bumped
    assert (bumped.wanted, placed.wanted) == (2, 1)
    async with database.read() as work:
        assert await work.postings.find(scene.status.id) == bumped
    assert await list_due(database, scene.chat, clock) == []
    assert await list_due(database, scene.hub, clock) == [scene.hub_card.id]


async def test_several_changes_in_one_unit_are_one_revision(database: Database, scene: Scene) -> None:
    async with database.begin() as work:
        first = await work.postings.bump(scene.status.id, held_until=None)
        second = await work.postings.fold(scene.status.id, {"x": 1}, held_until=None)
    assert (first.wanted, second.wanted) == (2, 2)
    async with database.read() as work:
        assert await work.postings.find(scene.status.id) == second


async def test_a_card_whose_message_is_gone_is_posted_anew(database: Database, scene: Scene) -> None:
    async with database.begin() as work:
        await work.postings.shown(
            [Landed(scene.hub_card.id, 1, "17", "17"), Landed(scene.status.id, 1, "18", "5")]
        )
        await work.postings.forget_activity(scene.hub_card.id)
        await work.postings.forget_activity(scene.status.id)
        head = await work.postings.find(scene.hub_card.id)
        within = await work.postings.find(scene.status.id)
    assert head is not None
    assert within is not None
    assert (head.activity_id, head.thread_id) == (None, "")
    assert (within.activity_id, within.thread_id) == (None, "5")


async def test_a_reply_that_failed_waits_or_is_given_up(
    database: Database, clock: HandClock, scene: Scene
) -> None:
    await deliver_all(database, clock)
    later = clock.now() + timedelta(minutes=2)
    async with database.begin() as work:
        await work.postings.bump(scene.status.id, held_until=clock.now())
        await work.postings.bump(scene.hub_card.id, held_until=clock.now())
    async with database.begin() as work:
        await work.postings.delay(scene.status.id, later, "503")
        await work.postings.bury(scene.hub_card.id, clock.now(), "400")
    assert await list_due(database, scene.chat, clock) == []
    assert await list_due(database, scene.hub, clock) == []
    clock.move(minutes=2)
    assert await list_due(database, scene.chat, clock) == [scene.status.id]


async def test_a_message_that_was_just_sent_is_kept_true_from_now_on(
    database: Database, clock: HandClock, scene: Scene
) -> None:
    await deliver_all(database, clock)
    async with database.begin() as work:
        adopted = await work.postings.adopt(
            scene.chat, about(scene.submission), View.STATUS, shape={"copy": True}, activity_id="77"
        )
        work.touch(about(scene.submission))
        assert await work.postings.find_by_activity(scene.chat.id, "77") == adopted
    assert await list_due(database, scene.chat, clock) == [scene.status.id]
    async with database.begin() as work:
        work.touch(about(scene.submission))
    assert await list_due(database, scene.chat, clock) == [scene.status.id, adopted.id]


async def test_a_card_becomes_anothers_where_it_hangs(
    database: Database, clock: HandClock, scene: Scene
) -> None:
    draft = Subject(SubjectKind.DRAFT, 5)
    async with database.begin() as work:
        walk = await work.postings.place(scene.chat, draft, View.WALKTHROUGH, held_until=None)
    await deliver_all(database, clock)
    async with database.begin() as work:
        now_status = await work.postings.become(walk.id, about(scene.submission), View.STATUS, None)
        assert await work.postings.list_of(draft) == []
    async with database.read() as work:
        assert await work.postings.find(walk.id) == now_status
        assert await work.postings.list_of(draft) == []
        assert now_status in await work.postings.list_of(about(scene.submission), View.STATUS)
    assert await list_due(database, scene.chat, clock) == [walk.id]


async def test_the_cards_of_one_thread_are_found_head_first(database: Database, scene: Scene) -> None:
    async with database.begin() as work:
        await work.postings.shown([Landed(scene.hub_card.id, 1, "17", "17")])
        copy = await work.postings.place(
            scene.hub, about(scene.submission), View.HUB, thread_id="17", held_until=None
        )
        thread = await work.postings.list_of_thread(scene.hub.id, "17")
        assert await work.postings.list_of_thread(scene.chat.id, "17") == []
    assert [posting.id for posting in thread] == [scene.hub_card.id, copy.id]


async def test_a_posting_that_is_not_there_cannot_change(database: Database) -> None:
    async with database.begin() as work:
        with pytest.raises(LookupError):
            await work.postings.bump(99, held_until=None)


async def test_where_the_bot_was_removed_nothing_is_due_until_it_is_back(
    database: Database, clock: HandClock, scene: Scene
) -> None:
    await deliver_all(database, clock)
    async with database.begin() as work:
        await work.conversations.forget(scene.chat.id, clock.now())
        await work.conversations.forget(scene.hub.id, clock.now())
    async with database.begin() as work:
        work.touch(about(scene.submission))
        work.notify(a_notice(scene.chat, scene.submission, "asked", clock.now()))
    assert not work.woken
    assert await deliver_all(database, clock) == 0
    async with database.begin() as work:
        await chat_with(work, "Amy", clock.now())
    assert await deliver_all(database, clock) == 1
    async with database.read() as work:
        posting = await work.postings.find(scene.status.id)
    assert posting is not None
    assert posting.shown == posting.wanted == 2
