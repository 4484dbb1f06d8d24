"""The fake Teams as a whole: one server on loopback, its people, and the bot they talk to."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web

from tests.fake_teams.connector import Call, ConnectorService
from tests.fake_teams.identity import FixedTokens, Identity
from tests.fake_teams.line import BotLine
from tests.fake_teams.person import Person, Spot
from tests.fake_teams.world import Account, Conversation, Fault, Kind, World

APP_ID = "5b0b5a1e-0000-4000-8000-00000000b070"
TENANT_ID = "5a3b1e00-0000-4000-8000-000000000001"
BOT_NAME = "Prevention First"


class FakeTeams:
    """Everything that Teams is to the bot. Use ``running()``."""

    def __init__(self, session: aiohttp.ClientSession, origin: str, *, local_mode: bool) -> None:
        self.app_id = APP_ID
        self.tenant_id = TENANT_ID
        self.origin = origin
        self.service_url = f"{origin}/teams"
        self.tokens = FixedTokens("" if local_mode else "for-the-connector")
        self.world = World(TENANT_ID, f"28:{APP_ID}", BOT_NAME)
        self.identity = Identity(APP_ID)
        self.connector = ConnectorService(self.world, self.tokens.value)
        self.line = BotLine(self.identity, session, self.service_url)
        self.line.anonymous = local_mode
        self.identity.origin = origin
        self._runners: list[web.AppRunner] = []

    @classmethod
    @asynccontextmanager
    async def running(cls, *, local_mode: bool = False) -> AsyncIterator["FakeTeams"]:
        """Run a fake Teams; in local mode it shows no token and asks for none."""
        # The port is bound first: the routes' own addresses have to name it.
        listener = socket.create_server(("127.0.0.1", 0))
        async with aiohttp.ClientSession() as session:
            teams = cls(session, f"http://127.0.0.1:{listener.getsockname()[1]}", local_mode=local_mode)
            try:
                await teams._listen(listener)
                yield teams
            finally:
                for runner in reversed(teams._runners):
                    await runner.cleanup()

    @property
    def calls(self) -> list[Call]:
        """Everything the bot called, oldest first."""
        return self.connector.calls

    def person(self, name: str, *, installed: bool = True) -> Person:
        """Bring a person into the organisation, sitting at their personal chat with the bot."""
        account = self.world.add_account(name, installed=installed)
        return Person(self.world, self.line, account, Spot(self.world.personal_chat(account)))

    def person_of(self, account: Account) -> Person:
        """Sit somebody who is elsewhere down at their personal chat with the bot."""
        return Person(self.world, self.line, account, Spot(self.world.personal_chat(account)))

    def channel(self, name: str, *members: Person) -> Conversation:
        """Make a team with one channel, the bot in it."""
        return self.world.add_conversation(Kind.CHANNEL, name, [member.account for member in members])

    def group(self, name: str, *members: Person) -> Conversation:
        """Make a group chat, the bot in it."""
        return self.world.add_conversation(Kind.GROUP, name, [member.account for member in members])

    def goes_wrong(self, fault: Fault, conversation_id: str = "*") -> Fault:
        """Let the bot's next calls go wrong, everywhere or in one conversation (``create`` for new chats)."""
        self.world.faults.setdefault(conversation_id, []).append(fault)
        return fault

    async def _listen(self, listener: socket.socket) -> None:
        application = web.Application(client_max_size=1024 * 1024)
        application.add_routes([*self.identity.routes(), *self.connector.routes()])
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        self._runners.append(runner)
        await web.SockSite(runner, listener).start()

    async def stop_bot(self) -> None:
        """Stop the bot that was run last, in good order."""
        await self._runners.pop().cleanup()

    async def run_bot(self, application: web.Application, path: str = "/api/messages") -> str:
        """Run the bot's application on loopback and talk to it from now on; gives its origin."""
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=5)
        await runner.setup()
        self._runners.append(runner)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        origin = f"http://127.0.0.1:{runner.addresses[0][1]}"
        self.line.endpoint = f"{origin}{path}"
        return origin
