"""The bot's edge, put together against a fake Teams with a handler of the test's own."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from aiohttp import web

from bot.adapter import TeamsAdapter
from bot.auth import BotIdentity, choose_doorkeeper
from bot.connector import ConnectorPool
from bot.courier import TeamsCourier
from bot.http_session import SharedSession
from bot.incoming import Happening, Incoming, InvokeAnswer, TurnHandler
from bot.server import build_application
from bot.signing_keys import SigningKeys
from domain.ports import Outgoing, Place, PlaceKind
from tests.fake_teams import FakeTeams

BEGIN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass
class TestClock:
    """A clock that the test moves."""

    __test__ = False
    moment: datetime = BEGIN

    def now(self) -> datetime:
        """Give the moment."""
        return self.moment

    def passes(self, time: timedelta) -> None:
        """Let time pass."""
        self.moment += time


@dataclass
class Edge:
    """The bot's edge as it runs in a test."""

    session: SharedSession
    pool: ConnectorPool
    courier: TeamsCourier
    clock: TestClock
    handler: TurnHandler
    application: web.Application
    adapter: TeamsAdapter


@dataclass
class Echo:
    """Says what it hears, and answers an invoke with what the test laid ready."""

    courier: TeamsCourier
    received: list[Incoming] = field(default_factory=list)
    answer: InvokeAnswer | None = None
    error: Exception | None = None

    async def __call__(self, incoming: Incoming) -> InvokeAnswer | None:
        self.received.append(incoming)
        if self.error is not None:
            raise self.error
        if incoming.happening is Happening.MESSAGE and incoming.text:
            await self.courier.send(incoming.place, Outgoing(text=f"You said: {incoming.text}"))
        return self.answer if incoming.happening is Happening.INVOKE else None


def build_edge(
    teams: FakeTeams,
    *,
    identity: BotIdentity | None = None,
    make_handler: Callable[[TeamsCourier], TurnHandler] = Echo,
    timeout_seconds: float = 5,
) -> Edge:
    """Put the bot's edge together against a fake Teams."""
    clock, session = TestClock(), SharedSession()
    identity = identity or BotIdentity(teams.app_id, "secret", tenant_id=teams.tenant_id)
    pool = ConnectorPool(teams.tokens, session, timeout_seconds=timeout_seconds)
    courier = TeamsCourier(pool, clock)
    handler = make_handler(courier)
    keys = SigningKeys(session, clock, teams.identity.metadata_url)
    doorkeeper = choose_doorkeeper(identity, keys, frozenset({teams.origin}))
    adapter = TeamsAdapter(doorkeeper, pool, handler, lambda: "REF-1")
    application = build_application(adapter, closing=[session.close])
    return Edge(session, pool, courier, clock, handler, application, adapter)


def place_of(teams: FakeTeams, conversation_id: str, kind: PlaceKind = PlaceKind.PERSONAL) -> Place:
    """Give the place of one of the fake's conversations."""
    return Place(teams.service_url, teams.tenant_id, conversation_id, kind, teams.world.bot_id)
