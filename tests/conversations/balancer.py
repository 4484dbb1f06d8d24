"""A load balancer in front of several processes, and Teams behind it that delivers until it is answered."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from itertools import cycle

import aiohttp
from aiohttp import web

from tests.conversations.processes import Bot
from tests.fake_teams import FakeTeams

_LONGEST = 30.0
_MOMENT = 0.02


class Balancer:
    """Hands each activity to the next process. Use ``running``.

    Where the line is refused or breaks, the same activity goes to the next one: nobody acknowledged it.
    """

    def __init__(self, teams: FakeTeams, bots: Sequence[Bot], session: aiohttp.ClientSession) -> None:
        self.repeated = 0
        """How often an activity was handed on because its process was not there, or died over it."""
        self._teams = teams
        self._next = cycle(bots)
        self._session = session

    @classmethod
    @asynccontextmanager
    async def running(cls, teams: FakeTeams, bots: Sequence[Bot]) -> AsyncIterator["Balancer"]:
        """Stand between Teams and the processes."""
        async with aiohttp.ClientSession() as session:
            balancer = cls(teams, bots, session)
            application = web.Application()
            application.add_routes([web.post("/api/messages", balancer._take)])
            runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
            await runner.setup()
            try:
                await web.TCPSite(runner, "127.0.0.1", 0).start()
                teams.line.endpoint = f"http://127.0.0.1:{runner.addresses[0][1]}/api/messages"
                yield balancer
            finally:
                await runner.cleanup()

    async def _take(self, request: web.Request) -> web.Response:
        body = await request.read()
        async with asyncio.timeout(_LONGEST):
            while True:
                try:
                    return await self._hand_on(next(self._next), body)
                except aiohttp.ClientError:
                    self.repeated += 1
                    await self._teams.world.wait_for_change(_MOMENT)

    async def _hand_on(self, bot: Bot, body: bytes) -> web.Response:
        headers = {"Content-Type": "application/json"}
        async with self._session.post(f"{bot.address}/api/messages", data=body, headers=headers) as answer:
            said = await answer.read()
            return web.Response(status=answer.status, body=said, content_type=answer.content_type)
