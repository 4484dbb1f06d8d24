"""How the Hub orders its work, on both databases."""

from datetime import date, timedelta
from typing import Any

from domain.digest import Stale
from domain.flow import NO_TAGS, Driver, Pending, Priority, Reason, Tags, Tier
from domain.queue import EVERYTHING, QueueFilter
from domain.submission import Stage
from domain.tasks import Task
from storage.database import Database
from tests.databases import HandClock
from tests.storage.world import meet, party, submit

DAY = date(2026, 12, 3)


async def test_priority_day_and_deadline_are_kept_with_a_submission(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        amy = await meet(work, "Amy", clock.now())
        plain = await submit(work, amy, clock.now())
        changed = plain.model_copy(
            update={
                "priority": Priority.HIGH,
                "due_on": DAY,
                "pending": Pending.ANSWER,
                "deadline_at": clock.now(),
            }
        )
        await work.submissions.save(changed, plain.version)
    async with database.read() as work:
        assert plain.priority is Priority.NORMAL
        assert await work.submissions.find(plain.reference) == changed
        assert await work.submissions.list_pending(Pending.ANSWER, 5) == [changed]
        assert await work.submissions.list_pending(Pending.UNKNOWN, 5) == []


async def test_ticks_take_the_place_of_earlier_ones(database: Database, clock: HandClock) -> None:
    first = Tags((Reason.HARM, Reason.PREVENTABLE), (Tier.PRIMARY,), (Driver.YOUTH,))
    second = Tags((Reason.PREVENTABLE,), (), (Driver.ALCOHOL, Driver.CRIME_AND_DRUGS))
    async with database.begin() as work:
        amy = await meet(work, "Amy", clock.now())
        one, other = [await submit(work, amy, clock.now()) for _ in range(2)]
        assert await work.submission_tags.find(one.id) == NO_TAGS
        for tags in (first, second):
            await work.submission_tags.replace(one.id, tags)
            await work.submission_tags.replace(other.id, first)
            assert await work.submission_tags.find(one.id) == tags
        assert await work.submission_tags.find(other.id) == first
        await work.submission_tags.replace(one.id, NO_TAGS)
        assert await work.submission_tags.find(one.id) == NO_TAGS


async def test_tasks_are_numbered_on_their_submission_ticked_and_given(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        amy, bob = [await meet(work, name, clock.now()) for name in ("Amy", "Bob")]
        one, other = [await submit(work, amy, clock.now()) for _ in range(2)]

        async def add(words: str, day: date | None = None, to: int = 1) -> Task:
            where = one if to else other
            made = Task(where.id, where.reference, 0, words, party(bob), day, None, clock.now())
            return await work.tasks.add(made, amy.id)

        late = await add("Ring the operator", DAY)
        plain = await add("Count the racks")
        elsewhere = await add("Ask the council", to=0)
        assert [task.number for task in (late, plain, elsewhere)] == [1, 2, 1]
        assert await work.tasks.list_of(one.id) == [late, plain]
        assert await work.tasks.list_open_of(bob.id, 9) == [late, plain, elsewhere]
        assert await work.tasks.list_late(DAY) == []
        assert await work.tasks.list_late(date(2026, 12, 4)) == [late]
        await work.tasks.tick(late.id, clock.now())
        await work.tasks.give(plain.id, amy.id)
        assert [task.number for task in await work.tasks.list_of(one.id)] == [2, 1]
        assert await work.tasks.list_open_of(bob.id, 9) == [elsewhere]
        assert (await work.tasks.list_open_of(amy.id, 9))[0].words == "Count the racks"
        await work.tasks.tick(late.id, None)
        shut = one.model_copy(update={"stage": Stage.CLOSED})
        await work.submissions.save(shut, one.version)
        assert await work.tasks.count_open_of(bob.id) == 1
        assert await work.tasks.list_late(date(2026, 12, 4)) == []


async def test_the_queue_is_as_narrow_as_it_is_wanted(database: Database, clock: HandClock) -> None:
    now = clock.now()
    async with database.begin() as work:
        amy, bob = [await meet(work, name, now) for name in ("Amy", "Bob")]
        late = await submit(work, amy, now, topic="burglary", deadline_at=now, priority=Priority.LOW)
        bobs = await submit(
            work, amy, now, stage=Stage.ANALYSIS, owner=party(bob), deadline_at=now + timedelta(minutes=1)
        )
        plain = await submit(work, amy, now, topic="burglary")
        high = await submit(work, amy, now, priority=Priority.HIGH)
        await submit(work, amy, now, stage=Stage.CLOSED, topic="burglary", deadline_at=now)

    async def find(**narrow: Any) -> list[str]:  # noqa: ANN401 (the parts of a filter)
        async with database.read() as reading:
            page = await reading.queue.list_page(QueueFilter(**narrow), now, page=0, size=10)
        assert sum(total.count for total in page.totals) == len(page.rows)
        return [row.reference for row in page.rows]

    assert await find() == [one.reference for one in (high, plain, late, bobs)]
    assert await find(topic="burglary") == [plain.reference, late.reference]
    assert await find(topic="burglary", overdue=True) == [late.reference]
    assert await find(stage=Stage.ANALYSIS) == await find(owner_id=bob.id) == [bobs.reference]
    assert await find(unowned=True) == [one.reference for one in (high, plain, late)]
    assert await find(owner_id=amy.id) == []
    async with database.read() as work:
        page = await work.queue.list_page(EVERYTHING, now, page=0, size=10, by_deadline=True)
    assert [row.reference for row in page.rows] == [one.reference for one in (late, bobs, high, plain)]
    assert [(total.stage, total.late) for total in page.totals] == [(Stage.RECEIVED, 1), (Stage.ANALYSIS, 0)]


async def test_stale_work_lies_in_one_pile_each_by_the_first_reason(
    database: Database, clock: HandClock
) -> None:
    now = clock.now()
    old = now - timedelta(days=60)
    long_still = {"waiting_since": old, "changed_at": old}
    async with database.begin() as work:
        amy, bob = [await meet(work, name, now) for name in ("Amy", "Bob")]
        bobs = {"owner": party(bob), "stage": Stage.ANALYSIS}
        late = await submit(work, amy, now, deadline_at=old, **long_still)
        unowned = await submit(work, amy, now, **long_still)
        asked = await submit(work, amy, now, waiting_for_officer=True, **bobs, **long_still)
        quiet = [await submit(work, amy, now, **bobs, **long_still) for _ in range(3)]
        await submit(work, amy, now, **bobs)
        await submit(work, amy, now, stage=Stage.CLOSED, waiting_since=old, changed_at=old)
    limits = dict.fromkeys(Stale, now - timedelta(days=5))
    async with database.read() as work:
        everybodys = await work.stale.list_piles(limits, owner_id=0, size=2)
        own = await work.stale.list_piles(limits, owner_id=bob.id, size=9)
        assert await work.stale.list_piles(limits, owner_id=amy.id, size=9) == ()
        assert await work.queue.list_owners() == [party(bob)]
        assert len(await work.queue.list_owned(bob.id)) == 5
    assert [(pile.why, pile.count) for pile in everybodys] == [
        (Stale.LATE, 1),
        (Stale.UNOWNED, 1),
        (Stale.UNANSWERED, 1),
        (Stale.QUIET, 3),
    ]
    shown = [[row.reference for row in pile.rows] for pile in everybodys]
    first_quiet = [one.reference for one in quiet[:2]]
    assert shown == [[late.reference], [unowned.reference], [asked.reference], first_quiet]
    assert [pile.why for pile in own] == [Stale.UNANSWERED, Stale.QUIET]
