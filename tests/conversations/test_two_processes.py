"""Two whole processes on one PostgreSQL, behind a load balancer: nothing comes twice, nothing is lost."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from random import Random

import aiohttp
import psycopg
import pytest

from domain.pace import TEAMS, is_within
from storage.database import Database
from tests.conversations.balancer import Balancer
from tests.conversations.force import QUICK_ANSWERS
from tests.conversations.hub_desk import press, see_head
from tests.conversations.processes import Bot
from tests.fake_teams import Conversation, FakeTeams, Fault, Person

pytestmark = pytest.mark.timeout(180)

SCRIPT = ("submit", *QUICK_ANSWERS, "send")
TAKEN = "Priya Nair has it"
ASKED = "Priya Nair in the Hub asks you:"
LONG = 30.0
"""Seconds that whoever waits behind a killed process waits: its ten of grace, and the machine's own."""

LONGEST_WAIT = 0.15
"""Seconds into a deed within which a process dies."""


@dataclass(repr=False)
class Stage:
    """Two processes, and the people around them."""

    url: str
    teams: FakeTeams
    bots: tuple[Bot, Bot]
    balancer: Balancer
    channel: Conversation
    sam: Person
    priya: Person
    """Of the Hub, in its channel."""

    async def submit(self, officer: Person) -> None:
        """Have an officer submit something by typing."""
        for words in SCRIPT:
            await officer.says(words)

    async def find_thread(self, reference: str) -> Person:
        """Wait for a submission's thread and take Priya there."""

        def find() -> str:
            heads = (message for message in self.channel.messages if message.message_id == message.root_id)
            return next((head.root_id for head in heads if reference in str(head.card)), "")

        await self.priya.until(find, LONG)
        return self.priya.at(self.channel, find())

    async def find_sender(self) -> Bot:
        """Wait until a process has a lane, and give that process."""
        owners: list[int] = []

        def read() -> bool:
            with psycopg.connect(self.url) as connection:
                rows = connection.execute("SELECT owner FROM lanes WHERE owner <> ''").fetchall()
            owners[:] = [int(owner.rpartition(":")[2]) for (owner,) in rows]
            return bool(owners)

        await self.priya.until(read)
        return next(bot for bot in self.bots if bot.number in owners)

    def end_leases(self) -> None:
        """Let the minute pass after which what a dead process had leased is anybody's."""
        living = tuple(f"%:{bot.number}" for bot in self.bots)
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(
                "UPDATE lanes SET lease_until = now(), due_at = now()"
                " WHERE owner <> '' AND owner NOT LIKE %s AND owner NOT LIKE %s",
                living,
            )

    async def count_updates(self, bot: Bot) -> float:
        """Ask a process how many cards it has updated."""
        async with aiohttp.ClientSession() as session, session.get(f"{bot.address}/metrics") as answer:
            lines = (await answer.text()).splitlines()
        counted = [line for line in lines if 'deed="update"' in line and 'outcome="arrived"' in line]
        return sum(float(line.rpartition(" ")[2]) for line in counted if "_total{" in line)

    async def read_kept(self) -> list[list[str]]:
        """Read the answers of every submission from the database."""
        database = Database(self.url)
        async with database.read() as work:
            kept = [[said.text for said in one.answers] for one in await work.submissions.list_open()]
        await database.close()
        return kept

    async def settle(self) -> None:
        """Wait until nothing waits to be delivered."""
        database = Database(self.url)
        async with asyncio.timeout(LONG):
            while True:
                async with database.read() as work:
                    backlog = await work.outbox.count_waiting()
                if not backlog.waiting:
                    break
                await self.teams.world.wait_for_change(0.1)
        await database.close()
        assert not backlog.dead


@asynccontextmanager
async def running(url: str) -> AsyncIterator[Stage]:
    async with FakeTeams.running(local_mode=True) as teams:
        priya = teams.person("Priya Nair")
        channel = teams.channel("Submissions", priya)
        bots = (Bot(url, priya), Bot(url, priya))
        async with Balancer.running(teams, bots) as balancer:
            try:
                await asyncio.gather(*(bot.start() for bot in bots))
                hub = priya.at(channel)
                await hub.says("this is the Hub")
                await hub.until_sees("This channel is the Hub's now")
                yield Stage(url, teams, bots, balancer, channel, teams.person("Sam Reed"), hub)
            finally:
                await asyncio.gather(*(bot.die() for bot in bots if bot.number))


@pytest.fixture
async def stage(postgresql_url: str) -> AsyncIterator[Stage]:
    async with running(postgresql_url) as stage:
        yield stage


def count_cards(person: Person, words: str) -> int:
    """Count the messages on somebody's screen whose card says something."""
    return sum(words in card.text for card in person.screen.cards)


async def test_one_conversation_on_both_at_once_keeps_everything_once(stage: Stage) -> None:
    await stage.submit(stage.sam)
    thread = await stage.find_thread("PF-2026-0001")
    details = [f"Detail number {number}." for number in range(6)]
    await asyncio.gather(*(stage.sam.says(f"add PF-2026-0001 {detail}") for detail in details))
    await stage.settle()
    below_the_head = [card.text for card in thread.screen.cards[1:]]
    for detail in details:
        assert sum(detail in text for text in below_the_head) == 1


async def test_an_activity_that_comes_to_both_at_once_is_done_once(stage: Stage) -> None:
    sam = stage.sam

    async def repeat(words: str) -> None:
        await sam.until(lambda: words in str(sam.last_activity))
        await sam.repeats()

    for words in SCRIPT:
        await asyncio.gather(sam.says(words), repeat(words))
    await sam.says("my submissions")
    await sam.until_sees("PF-2026-0001")
    assert "PF-2026-0002" not in sam.sees()
    kept = await stage.read_kept()
    assert len(kept) == 1
    assert all(kept[0].count(answer) == 1 for answer in QUICK_ANSWERS[3:])


async def test_both_deliver_and_what_one_makes_due_the_other_may_bring(stage: Stage) -> None:
    officers = [stage.sam, *(stage.teams.person(f"Officer {number}") for number in range(5))]
    for officer in officers:
        await stage.submit(officer)
    threads = [await stage.find_thread(f"PF-2026-000{number + 1}") for number in range(len(officers))]
    await stage.settle()
    before = [await stage.count_updates(bot) for bot in stage.bots]
    typed = {chat: len(sent) for chat, sent in stage.teams.connector.sent.items()}
    for title, words in (("Take it", "has it"), ("On to analysis", "(now)")):
        await asyncio.gather(*(press(thread, title) for thread in threads))
        for officer in officers:
            await officer.until_sees(words, LONG)
    await stage.settle()
    after = [await stage.count_updates(bot) for bot in stage.bots]
    assert all(late > early for early, late in zip(before, after, strict=True))
    for chat, sent in stage.teams.connector.sent.items():
        assert is_within(sent[typed[chat] :], TEAMS.windows), f"too fast in {chat}"


async def test_rapid_messages_spread_over_both_are_answered_at_the_pace_of_teams(stage: Stage) -> None:
    sam, connector = stage.sam, stage.teams.connector
    await sam.says("help")
    before, connector.windows = count_cards(sam, "see this again"), TEAMS.windows
    await asyncio.gather(*(sam.says("help") for _ in range(20)))
    assert connector.refused == 0
    assert count_cards(sam, "see this again") - before == 20
    assert is_within(connector.sent[sam.conversation.conversation_id], TEAMS.windows)


async def test_what_a_killed_process_was_sending_the_other_brings_once(stage: Stage) -> None:
    await stage.submit(stage.sam)
    thread = await stage.find_thread("PF-2026-0001")
    await stage.settle()
    stuck = asyncio.Event()
    stage.sam.goes_wrong(Fault(hold=stuck, cut=True))
    await press(thread, "Take it")
    await stage.sam.until(lambda: stage.teams.connector.most_at_once == 1)
    await (await stage.find_sender()).die()
    assert TAKEN not in stage.sam.sees()
    stage.end_leases()
    await stage.sam.until_sees(TAKEN, LONG)
    stuck.set()
    await press(thread, "Send the question", words_ask="When?")
    await stage.sam.until_sees(ASKED, LONG)
    await stage.settle()
    assert (count_cards(stage.sam, TAKEN), count_cards(stage.sam, ASKED)) == (1, 1)


async def test_a_rolling_restart_is_noticed_by_nobody(stage: Stage) -> None:
    walking = asyncio.create_task(stage.submit(stage.sam))
    for bot in stage.bots:
        await bot.stop()
        await bot.start()
    await walking
    thread = await stage.find_thread("PF-2026-0001")
    await press(thread, "Take it")
    await stage.sam.until_sees(TAKEN)
    await stage.settle()
    kept = await stage.read_kept()
    assert len(kept) == 1
    assert all(kept[0].count(answer) == 1 for answer in QUICK_ANSWERS[3:])
    assert count_cards(stage.sam, TAKEN) == 1
    assert "PF-2026-0001" in see_head(thread).text


async def work_through(stage: Stage, kills: int, seed: int) -> None:
    """Have submissions made and taken while one process after the other is killed, at any moment."""
    random = Random(seed)  # noqa: S311 (a story that can be played again)
    officers = [stage.teams.person(f"Officer {number}") for number in range(kills)]
    for number, officer in enumerate(officers, start=1):
        victim, fatal = stage.bots[number % 2], random.randrange(len(SCRIPT) + 1)
        for place, words in enumerate(SCRIPT):
            async with dying(stage, victim if place == fatal else None, random):
                await officer.says(words)
        thread = await stage.find_thread(f"PF-2026-{number:04}")
        async with dying(stage, victim if fatal == len(SCRIPT) else None, random):
            await press(thread, "Take it")
        await victim.start()
        await officer.until_sees(TAKEN, LONG)
    await stage.settle()
    kept = await stage.read_kept()
    assert len(kept) == kills
    for said in kept:
        assert all(said.count(answer) == 1 for answer in QUICK_ANSWERS[3:])
    for officer in officers:
        assert 1 <= count_cards(officer, TAKEN) <= 2  # a card that its process died over may come once more


@asynccontextmanager
async def dying(stage: Stage, victim: Bot | None, random: Random) -> AsyncIterator[None]:
    """Have a process killed within a moment of what is done in the block."""
    if victim is None:
        yield
        return
    killing = asyncio.create_task(victim.die(random.uniform(0, LONGEST_WAIT)))
    yield
    await killing
    stage.end_leases()


async def test_work_goes_on_through_two_kills(stage: Stage) -> None:
    await work_through(stage, kills=2, seed=1)


@pytest.mark.soak
@pytest.mark.timeout(0)
@pytest.mark.parametrize("seed", [100, 101])
async def test_work_goes_on_through_ten_kills(stage: Stage, seed: int) -> None:
    await work_through(stage, kills=10, seed=seed)
