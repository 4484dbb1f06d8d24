"""A message for somebody the bot has never met waits for their first word, until its last date."""

from datetime import timedelta

from domain.delivery import Notice, NoticeKind
from domain.people import Reach
from services.people import find_reach
from storage.database import Database
from tests.databases import HandClock
from tests.storage.world import Scene, about, meet, personal, sender, set_scene


async def leave_word(database: Database, clock: HandClock, days: int) -> tuple[Scene, int]:
    """Leave a message for somebody who is known from a roster alone; gives their id."""
    async with database.begin() as work:
        scene = await set_scene(work, clock)
        newcomer = await meet(work, "Newcomer", clock.now())
        work.notify(
            Notice(
                key="for the newcomer",
                kind=NoticeKind.HUB_ANSWERS,
                conversation_id=None,
                subject=about(scene.submission),
                event_id=1,
                not_after=clock.now() + timedelta(days=days),
                person_id=newcomer.id,
            )
        )
    async with database.begin() as work:
        assert len(await work.outbox.claim("worker", clock.now(), 60, 99)) == 2
        assert await find_reach(work, newcomer.id) is Reach.NOT_YET
    return scene, newcomer.id


async def come(database: Database, clock: HandClock) -> list[str]:
    """Have them say their first word; gives what is due for them then."""
    async with database.begin() as work:
        arrival = await work.arrive(personal("Newcomer"), sender("Newcomer"), "", "", clock.now())
    async with database.begin() as work:
        await work.outbox.claim("worker", clock.now(), 60, 99)
        due = await work.outbox.due_notices(arrival.conversation.lane_id, clock.now())
        assert all(notice.conversation_id == arrival.conversation.id for notice in due)
    return [notice.key for notice in due]


async def test_it_goes_with_their_first_word(database: Database, clock: HandClock) -> None:
    _, newcomer = await leave_word(database, clock, days=14)
    clock.move(days=3)
    assert await come(database, clock) == ["for the newcomer"]
    async with database.read() as work:
        assert await find_reach(work, newcomer) is Reach.REACHED


async def test_after_its_last_date_it_is_not_sent_any_more(database: Database, clock: HandClock) -> None:
    await leave_word(database, clock, days=1)
    clock.move(days=3)
    assert await come(database, clock) == []
