"""Who follows what, on both databases."""

from datetime import timedelta

from domain.following import Crowd
from storage.database import Database
from tests.databases import HandClock
from tests.storage.world import Scene, meet, submit


async def test_somebody_follows_once_says_that_it_affects_them_and_stops(
    database: Database, clock: HandClock, scene: Scene
) -> None:
    async with database.begin() as work:
        ben = await meet(work, "Ben", clock.now())
        assert await work.followers.add(scene.submission.id, ben.id, clock.now())
        assert not await work.followers.add(scene.submission.id, ben.id, clock.now(), is_affected=True)
        assert await work.followers.count(scene.submission.id) == Crowd(1, 0)
        await work.followers.mark_affected(scene.submission.id, ben.id, is_affected=True)
        assert await work.followers.count(scene.submission.id) == Crowd(1, 1)
    async with database.read() as work:
        following = await work.followers.find(scene.submission.id, ben.id)
        assert following is not None
        assert following.is_affected
        assert await work.followers.list_people(scene.submission.id) == [ben.id]
        assert await work.followers.list_followed(ben.id, 9) == [scene.submission.id]
    async with database.begin() as work:
        await work.followers.remove(scene.submission.id, ben.id)
        assert await work.followers.find(scene.submission.id, ben.id) is None
        assert await work.followers.count(scene.submission.id) == Crowd()


async def test_only_those_leave_again_whom_the_merging_brought(
    database: Database, clock: HandClock, scene: Scene
) -> None:
    async with database.begin() as work:
        ben, cat = [await meet(work, name, clock.now()) for name in ("Ben", "Cat")]
        merged = await submit(work, ben, clock.now())
        await work.followers.add(scene.submission.id, cat.id, clock.now())
        for one in (ben, cat):
            await work.followers.add(scene.submission.id, one.id, clock.now(), through_id=merged.id)
        assert await work.followers.remove_through(scene.submission.id, merged.id) == [ben.id]
        assert await work.followers.list_people(scene.submission.id) == [cat.id]


async def test_work_that_was_not_done_twice_is_counted_once_in_its_time(
    database: Database, clock: HandClock, scene: Scene
) -> None:
    async with database.begin() as work:
        now = clock.now()
        ben = await meet(work, "Ben", now)
        for _ in range(2):
            await work.followers.note_avoided(scene.submission.id, ben.id, now)
        hour = timedelta(hours=1)
        assert await work.followers.count_avoided(now, now + hour) == 1
        assert await work.followers.count_avoided(now - hour, now) == 0
        await work.followers.remove(scene.submission.id, ben.id)
        assert await work.followers.count_avoided(now, now + hour) == 0
