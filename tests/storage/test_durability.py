"""A process that is killed loses nothing it has committed, on SQLite."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from storage.database import Database
from tests.databases import HandClock

_WRITER = """
import asyncio, sys
from datetime import UTC, datetime
from storage.database import Database

async def main():
    database = Database(sys.argv[1])
    for number in range(10_000):
        async with database.begin() as work:
            reference = await work.submissions.next_reference(2026)
            now = datetime.now(UTC)
            await work.people.meet(reference, "29:x", "tenant", reference, now)
        print(reference, flush=True)

asyncio.run(main())
"""


@pytest.mark.parametrize("after", [1, 7, 40])
async def test_what_was_committed_survives_being_killed(
    sqlite_url: str, clock: HandClock, after: int
) -> None:
    root = Path(__file__).parents[2]
    with subprocess.Popen(  # noqa: ASYNC220, S603 (our own interpreter and script; the story has nothing else to do)
        [sys.executable, "-c", _WRITER, sqlite_url], cwd=root, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline().strip() for _ in range(after)]
        writer.send_signal(signal.SIGKILL)
        said += writer.stdout.read().split()
    database = Database(sqlite_url, clock)
    async with database.begin() as work:
        for reference in said:
            assert await work.people.find_by_object_id(reference) is not None
        following = await work.submissions.next_reference(2026)
        last = f"PF-2026-{int(following[-4:]) - 1:04d}"
        assert await work.people.find_by_object_id(last) is not None
    await database.close()
    assert len(said) >= after
