"""Marked leave and reminders that were turned off, on both databases."""

from datetime import date, timedelta

from domain.reminder_kinds import ReminderKind
from domain.working_days import Days
from storage.database import Database
from tests.databases import HandClock
from tests.storage.world import chat_with

TODAY = date(2026, 3, 2)
OVER = Days(TODAY - timedelta(days=9), TODAY - timedelta(days=1))
NOW = Days(TODAY - timedelta(days=3), TODAY)
SOON = Days(date(2026, 8, 3), date(2026, 8, 14))


async def test_leave_comes_back_in_order_without_what_is_over(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy, _ = await chat_with(work, "Amy", clock.now())
        bea, _ = await chat_with(work, "Bea", clock.now())
        cyd, _ = await chat_with(work, "Cyd", clock.now())
        await work.leave.replace(amy.id, [SOON, OVER, NOW])
        await work.leave.replace(bea.id, [SOON])
        await work.leave.replace(bea.id, [NOW])
    async with database.read() as work:
        assert await work.leave.list_of(amy.id, TODAY) == (NOW, SOON)
        assert await work.leave.list_of_all({amy.id, bea.id, cyd.id}, TODAY) == {
            amy.id: (NOW, SOON),
            bea.id: (NOW,),
        }
        assert await work.leave.list_of_all([], TODAY) == {}


async def test_leave_that_is_over_is_forgotten(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy, _ = await chat_with(work, "Amy", clock.now())
        await work.leave.replace(amy.id, [OVER, NOW, SOON])
        await work.leave.forget_before(TODAY)
        assert await work.leave.list_of(amy.id, OVER.first) == (NOW, SOON)
        await work.leave.replace(amy.id, [])
        assert await work.leave.list_of(amy.id, OVER.first) == ()


async def test_a_reminder_is_off_until_it_is_turned_on_again(database: Database, clock: HandClock) -> None:
    kind = ReminderKind.DRAFT_WAITS
    async with database.begin() as work:
        amy, _ = await chat_with(work, "Amy", clock.now())
        bea, _ = await chat_with(work, "Bea", clock.now())
        await work.reminder_choices.turn_off(amy.id, kind)
        await work.reminder_choices.turn_off(amy.id, kind)
    async with database.begin() as work:
        assert await work.reminder_choices.list_off(amy.id) == {kind}
        assert await work.reminder_choices.list_off_of_all([amy.id, bea.id]) == {amy.id: {kind}}
        await work.reminder_choices.turn_on(amy.id, kind)
        assert await work.reminder_choices.list_off(amy.id) == frozenset()
