"""What a turn begins with costs the same for a force of two dozen people as for thousands, on SQLite."""

import sqlite3
from collections import Counter
from collections.abc import Callable

import pytest

from storage.database import Database
from tests.databases import HandClock
from tests.storage.world import chat_with, hub_channel, personal, sender

_FEW, _MANY = 20, 800


@pytest.fixture
def count_steps(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Count the steps of SQLite's machine on every connection that is opened from now on."""
    steps: Counter[str] = Counter()
    connect = sqlite3.connect

    def count() -> None:
        steps["taken"] += 1

    def connect_counted(*arguments: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)  # type: ignore[call-overload] # passed on
        connection.set_progress_handler(count, 1)
        return connection

    monkeypatch.setattr(sqlite3, "connect", connect_counted)
    return lambda: steps.pop("taken", 0)


@pytest.mark.parametrize("bound", [True, False])
async def test_an_arrival_takes_the_same_steps_however_many_people_there_are(
    sqlite_url: str, clock: HandClock, count_steps: Callable[[], int], bound: bool
) -> None:
    database = Database(sqlite_url, clock)
    taken = []
    for before, people in ((0, _FEW), (_FEW, _MANY)):
        async with database.begin() as work:
            for number in range(before, people):
                await chat_with(work, f"Officer {number}", clock.now())
            if bound:
                await hub_channel(work, clock.now())
        async with database.begin() as work:
            count_steps()
            await work.arrive(personal("Officer 7"), sender("Officer 7"), "", f"of {people}", clock.now())
            await work.conversations.hub()
            taken.append(count_steps())
    await database.close()
    assert taken[0] == pytest.approx(taken[1], rel=0.1)
