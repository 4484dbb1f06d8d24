"""The process is killed (SIGKILL) at any moment and started again: nothing that was answered is lost.

Teams delivers again what was not acknowledged, as the same activity; so does the person here.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random
from typing import Any

import aiohttp
import pytest

from domain.delivery import GRACE
from storage.database import Database
from tests.conversations.force import QUICK_ANSWERS
from tests.conversations.processes import Bot
from tests.databases import migrated_file, sqlite_url
from tests.fake_teams import FakeTeams, Person

__all__ = ["migrated_file", "sqlite_url"]

LONGEST_WAIT = 0.04
"""Seconds into a turn within which the process dies: about as long as a turn takes."""

TAKEN_OVER_WITHIN = 2 * GRACE.total_seconds()
"""Seconds until the card that the killed process did not send is there: its grace, and a look."""


@asynccontextmanager
async def running(database_url: str) -> AsyncIterator[tuple[FakeTeams, Bot]]:
    async with FakeTeams.running(local_mode=True) as teams:
        bot = Bot(database_url)
        teams.line.endpoint = f"{bot.address}/api/messages"
        await bot.start()
        try:
            yield teams, bot
        finally:
            await bot.die()


async def say_and_die(bot: Bot, person: Person, words: str, after: float) -> None:
    """Say something while the process is killed, and have Teams deliver it until it is acknowledged."""
    killing = asyncio.create_task(bot.die(after))
    acknowledged = True
    try:
        await person.says(words)
    except aiohttp.ClientError:
        acknowledged = False
    await killing
    await bot.start()
    if not acknowledged:
        await person.repeats()


async def read_kept(database_url: str) -> list[dict[str, Any]]:
    """Read every submission's answers from the file."""
    database = Database(database_url)
    async with database.read() as work:
        kept = [{said.name: said.text for said in one.answers} for one in await work.submissions.list_open()]
    await database.close()
    return kept


async def submit_through(database_url: str, kills: int, seed: int) -> None:
    """Have an officer submit something through so many kills, and see that it arrived whole and once."""
    random = Random(seed)  # noqa: S311 (a story that can be played again)
    script = ["submit", *QUICK_ANSWERS, "send"]
    fatal = set(random.sample(range(len(script)), kills))
    async with running(database_url) as (teams, bot):
        sam = teams.person("Sam Reed")
        for number, words in enumerate(script):
            if number in fatal:
                await say_and_die(bot, sam, words, random.uniform(0, LONGEST_WAIT))
            else:
                await sam.says(words)
        await sam.says("my submissions")
        await sam.until_sees("PF-2026-0001")
        assert "PF-2026-0002" not in sam.sees()
        await sam.says("drafts")
        await sam.until_sees("Nothing is unfinished.")
        await sam.until_sees("Nobody in the Hub has it yet.", TAKEN_OVER_WITHIN)
    kept = await read_kept(database_url)
    assert len(kept) == 1
    said = list(kept[0].values())
    for answer in QUICK_ANSWERS[3:]:
        assert said.count(answer) == 1


@pytest.mark.parametrize("seed", [1, 2])
async def test_a_submission_survives_kills_on_its_way(sqlite_url: str, seed: int) -> None:
    await submit_through(sqlite_url, kills=3, seed=seed)


@pytest.mark.soak
@pytest.mark.timeout(0)
@pytest.mark.parametrize("seed", range(100, 130))
async def test_a_submission_survives_a_kill_at_every_word(sqlite_url: str, seed: int) -> None:
    await submit_through(sqlite_url, kills=9, seed=seed)
