"""PostgreSQL goes away and comes back: nobody waits for long, and all goes on by itself."""

import asyncio
from collections.abc import AsyncIterator
from time import monotonic

import pytest

from domain.patience import giving_up_after
from storage.database import Database
from storage.errors import StorageAway
from storage.wakeups import WakeUps
from tests.databases import HandClock
from tests.gate import Gate
from tests.storage.world import a_notice, meet, set_scene


@pytest.fixture
async def gate(postgresql_url: str) -> AsyncIterator[Gate]:
    async with Gate.in_front_of(postgresql_url) as gate:
        yield gate


@pytest.fixture
async def behind(gate: Gate, clock: HandClock) -> AsyncIterator[Database]:
    """Open a database behind the gate, with a connection that lies idle."""
    database = Database(gate.url, clock)
    await add(database, clock, "Amy")
    yield database
    await database.close()


async def add(database: Database, clock: HandClock, name: str) -> None:
    async with database.begin() as work:
        await meet(work, name, clock.now())


async def list_known(database: Database, *names: str) -> list[str]:
    async with database.read() as work:
        return [name for name in names if await work.people.find_by_object_id(f"aad-{name}")]


async def test_a_database_that_refuses_is_away_and_the_first_unit_afterwards_is_kept(
    gate: Gate, behind: Database, clock: HandClock
) -> None:
    await gate.shut()
    for _ in range(3):
        with pytest.raises(StorageAway):
            await add(behind, clock, "Bob")
    await gate.open()
    await add(behind, clock, "Cat")
    assert await list_known(behind, "Amy", "Bob", "Cat") == ["Amy", "Cat"]


async def test_a_restart_that_nobody_saw_costs_no_unit_of_work(
    gate: Gate, behind: Database, clock: HandClock
) -> None:
    await gate.shut()
    await gate.open()
    await add(behind, clock, "Bob")
    assert await list_known(behind, "Bob") == ["Bob"]


async def test_a_line_that_is_cut_in_the_middle_keeps_nothing(
    gate: Gate, behind: Database, clock: HandClock
) -> None:
    async def break_off() -> None:
        async with behind.begin() as work:
            await meet(work, "Bob", clock.now())
            await gate.shut()

    with pytest.raises(StorageAway):
        await break_off()
    await gate.open()
    assert not await list_known(behind, "Bob")


@pytest.mark.parametrize("idle", [True, False], ids=["on an old line", "on a new line"])
async def test_a_database_that_stays_silent_is_waited_for_no_longer_than_the_patience(
    gate: Gate, behind: Database, clock: HandClock, *, idle: bool
) -> None:
    if not idle:
        await gate.shut()
        await gate.open()
    gate.fall_silent()
    begun = monotonic()
    with pytest.raises(StorageAway), giving_up_after(1.0):
        await add(behind, clock, "Bob")
    assert monotonic() - begun < 2.5
    await gate.open()
    await add(behind, clock, "Cat")


async def test_silence_in_the_middle_of_a_unit_ends_it_as_well(
    gate: Gate, behind: Database, clock: HandClock
) -> None:
    async def fall_silent() -> None:
        async with behind.begin() as work:
            await meet(work, "Bob", clock.now())
            gate.fall_silent()

    begun = monotonic()
    with pytest.raises(StorageAway), giving_up_after(1.0):
        await fall_silent()
    assert monotonic() - begun < 2.5
    await gate.open()
    assert not await list_known(behind, "Bob")


class Bell:
    """A worker that is woken."""

    def __init__(self) -> None:
        self.rung = asyncio.Event()

    def wake(self) -> None:
        self.rung.set()

    async def rings(self, within: float = 10.0) -> bool:
        """Wait until it rings, and listen for the next time."""
        try:
            await asyncio.wait_for(self.rung.wait(), within)
        except TimeoutError:
            return False
        self.rung.clear()
        return True


async def test_what_one_process_makes_due_wakes_the_others_and_a_broken_line_is_laid_anew(
    gate: Gate, behind: Database, postgresql_url: str, clock: HandClock
) -> None:
    other = Database(postgresql_url, clock)
    bell, stop = Bell(), asyncio.Event()
    listening = asyncio.create_task(WakeUps(behind.url, behind.name, bell).run(stop))
    assert await bell.rings()  # for what came before it listened
    async with other.begin() as work:
        scene = await set_scene(work, clock)
    assert await bell.rings()

    await gate.shut()
    await gate.open()
    assert await bell.rings()  # for what came while it did not listen
    async with other.begin() as work:
        work.notify(a_notice(scene.chat, scene.submission, "asked", clock.now()))
    assert await bell.rings()

    async with behind.begin() as work:
        work.notify(a_notice(scene.chat, scene.submission, "its own", clock.now()))
    await add(other, clock, "Dot")
    assert not await bell.rings(within=0.3)
    stop.set()
    await listening
    await other.close()
