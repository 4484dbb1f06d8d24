"""Two people at their screens and the whole product behind them, any part of which may go and come back."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

import aiohttp
from playwright.async_api import Browser

from admin.demo.playground import Playground
from admin.demo.run import Demo, DemoOptions, open_demo, start_bot
from admin.demo.world import PlaygroundWorld
from admin.seating import seat_everybody
from domain.clock import SystemClock
from domain.pace import NOTHING_SENT, TEAMS
from domain.ports import JSON, JSONObject
from storage.database import Database
from tests.browser.desk import WIDE, Desk
from tests.browser.rest import Colleague, Shown, Stranger, Stream
from tools.browser import open_browser

SENDS_OF_HALF_A_ROUND = 36
"""What the officer's chat gets while a problem is typed or pressed in, worked and closed, at most."""

_TIGHTEST = TEAMS.windows[2]
"""60 in 30 seconds: the window a robot's round fills."""


@dataclass(slots=True)
class Stage:
    """The running demo, the Hub worker's screen in their channel, and what was shown on it."""

    options: DemoOptions
    demo: Demo
    browser: Browser
    http: aiohttp.ClientSession
    hub: Desk
    told: Stream
    """What the Hub's Playground was told, with the ids that acting without a page takes."""
    _closing: AsyncExitStack

    async def seat_officer(self, *, width: int = WIDE) -> Desk:
        """Open the officer's screen once their chat has room; an earlier one is closed by its story."""
        await self._catch_breath()
        return await Desk.open(self.browser, self.demo.world.officer.address, width=width)

    def listen_to_officer(self) -> Stream:
        """Hear what the officer's client is told, and what waited for it."""
        return Stream(self.http, self.demo.world.officer)

    def colleague(self) -> Colleague:
        """Give somebody else of the Hub's team."""
        seat = self.demo.world.hub
        return Colleague(self.http, seat, seat.others[0])

    def stranger(self) -> Stranger:
        """Give somebody who is not of the Hub's team."""
        world = self.demo.world
        return Stranger(self.http, self.options.endpoint, world.hub, world.outsider)

    async def _catch_breath(self) -> None:
        """Wait until all that was for the earlier screen has gone out, and the chat has room again.

        A page loses a new message that comes together with an update of one it has never shown. And a round
        plays in seconds what takes a person minutes, while Teams lets 60 messages through in 30 seconds: the
        product keeps that beforehand, so that whoever plays faster waits for its answers.
        """
        database = Database(self.options.database)
        try:
            async with asyncio.timeout(2 * _TIGHTEST.seconds):
                while not await self._is_quiet(database):
                    await self.hub.page.wait_for_timeout(200)
        finally:
            await database.close()

    async def _is_quiet(self, database: Database) -> bool:
        async with database.read() as work:
            waiting = (await work.outbox.count_waiting()).waiting
        return not waiting and await self._count_sends(database) <= _TIGHTEST.limit - SENDS_OF_HALF_A_ROUND

    async def _count_sends(self, database: Database) -> int:
        officer = self.demo.world.officer.person
        async with database.read() as work:
            person = await work.people.find_by_object_id(officer.aad_object_id)
            chat = await work.conversations.personal_of(person.id) if person else None
            sends = await work.outbox.sent_lately(chat.lane_id) if chat else NOTHING_SENT
        return sends.count(_TIGHTEST, round(SystemClock().now().timestamp() * 1000))

    async def restart_bot(self) -> None:
        """Kill the bot, as a power cut would, and start it again."""
        await self.demo.bot.kill()
        self.demo.bot = await start_bot(self.options)

    async def stop_officers_playground(self) -> None:
        """Let the officer's client go away; all it showed is forgotten."""
        await self.demo.officer.stop()

    async def start_officers_playground(self) -> None:
        """Start the officer's client again, empty."""
        self.demo.officer = await Playground.start(
            self.demo.world.officer,
            endpoint=self.options.endpoint,
            root=self.options.root,
            data=self.options.data,
        )
        self._closing.push_async_callback(self.demo.officer.stop)


@asynccontextmanager
async def open_stage(options: DemoOptions) -> AsyncIterator[Stage]:
    """Start the demo with its samples, and sit the Hub worker down in the channel."""

    async def prepare(world: PlaygroundWorld) -> None:
        database = Database(options.database)
        try:
            await seat_everybody(database, world, SystemClock().now())
        finally:
            await database.close()

    async with AsyncExitStack() as closing:
        demo = await closing.enter_async_context(open_demo(options, prepare))
        browser = await closing.enter_async_context(open_browser())
        http = await closing.enter_async_context(aiohttp.ClientSession())
        hub = await Desk.open(browser, demo.world.hub.address)
        await hub.open_channel(demo.world.hub.team.channel_name)
        told = await closing.enter_async_context(Stream(http, demo.world.hub))
        yield Stage(options, demo, browser, http, hub, told, closing)


def find_press(card: Shown, title: str) -> tuple[str, JSONObject]:
    """Give the verb and the data of a card's button, as somebody who sees the card would press it."""
    action = _find_action(card.card, title)
    assert action is not None, f"no [{title}] on {card.card}"
    data = action["data"]
    assert isinstance(data, dict)
    return str(action["verb"]), data


def _find_action(node: JSON, title: str) -> JSONObject | None:
    if isinstance(node, dict) and node.get("type") == "Action.Execute" and node.get("title") == title:
        return node
    inner = list(node.values()) if isinstance(node, dict) else node if isinstance(node, list) else []
    return next((found for one in inner if (found := _find_action(one, title)) is not None), None)
