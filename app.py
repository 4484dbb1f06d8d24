"""The composition root: settings become objects, and the objects run until they are asked to stop."""

import asyncio
import logging
import os
import secrets
import socket
import sys
from dataclasses import dataclass
from functools import partial
from random import SystemRandom

import structlog

from bot.adapter import TeamsAdapter
from bot.auth import AppType, BotIdentity, Doorkeeper, choose_doorkeeper
from bot.connector import ConnectorPool
from bot.courier import TeamsCourier
from bot.http_session import SharedSession
from bot.membership import Membership
from bot.server import CannotListenError, build_application, serve
from bot.signing_keys import SigningKeys
from bot.tokens import choose_tokens
from bot.turn import Surroundings, Turns
from delivery.dispatch import Dispatcher
from delivery.jobs import Desk, Timetable, refresh_roster
from delivery.rendering import render
from delivery.worker import Worker
from domain.clock import Clock, SystemClock
from settings import Settings, SettingsError, read_settings
from storage.database import Database

_CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without the letters that are read wrongly aloud."""


def make_code() -> str:
    """Make a reference code that a person can read out over the telephone."""
    return "".join(secrets.choice(_CODE_LETTERS) for _ in range(4))


@dataclass(frozen=True, slots=True)
class Edge:
    """The way to Teams: who is let in, and how the bot speaks."""

    session: SharedSession
    pool: ConnectorPool
    doorkeeper: Doorkeeper


def build_edge(settings: Settings, clock: Clock) -> Edge:
    """Put the way to Teams together from the settings."""
    session = SharedSession()
    identity = BotIdentity(
        settings.app_id,
        settings.app_password.get_secret_value(),
        AppType(settings.app_type),
        settings.tenant_id,
        settings.local_mode,
    )
    doorkeeper = choose_doorkeeper(identity, SigningKeys(session, clock))
    return Edge(session, ConnectorPool(choose_tokens(identity, clock), session), doorkeeper)


class Product:
    """Everything that runs, put together once."""

    def __init__(self, settings: Settings, clock: Clock, edge: Edge) -> None:
        self._edge = edge
        self.database = Database(settings.database_url, clock)
        courier = TeamsCourier(edge.pool, clock)
        self.worker = Worker(
            self.database,
            courier,
            clock,
            owner=f"{socket.gethostname()}:{os.getpid()}",
            random=SystemRandom(),
        )
        self.dispatcher = Dispatcher(self.database, courier, self.worker)
        desk = Desk(self.database, courier, clock)
        self.timetable = Timetable(desk)
        turns = Turns(
            Surroundings(
                database=self.database,
                clock=clock,
                render=render,
                dispatch=self.dispatcher,
                wake_up=self.worker,
                membership=Membership(self.database, courier, clock),
                read_roster=partial(refresh_roster, desk),
                admin_ids=settings.admin_ids,
                make_code=make_code,
            )
        )
        self._resting = asyncio.Event()
        self._background: list[asyncio.Task[None]] = []
        self.application = build_application(
            TeamsAdapter(edge.doorkeeper, edge.pool, turns, make_code),
            check_health=self._is_healthy,
            starting=[self._check_database, self._start],
            closing=[self.dispatcher.drain, self._rest, edge.session.close, self.database.close],
        )

    async def _start(self) -> None:
        self._background = [
            asyncio.create_task(self.worker.run(self._resting)),
            asyncio.create_task(self.timetable.run(self._resting)),
        ]

    async def _rest(self) -> None:
        self._resting.set()
        await asyncio.gather(*self._background)

    async def _check_database(self) -> None:
        if self.database.url.get_backend_name() == "sqlite":
            await self.database.migrate()
        elif not await self.database.is_current():
            raise SettingsError("The database is behind this release. Run: python -m admin migrate")

    async def _is_healthy(self) -> bool:
        try:
            async with self.database.read() as work:
                await work.outbox.count_waiting()
        except Exception:  # noqa: BLE001 (whatever it is, the answer is that it does not work)
            structlog.get_logger(__name__).exception("database does not answer")
            return False
        return True


def set_up_logging(level: str) -> None:
    """Write structured lines: one JSON object each, or coloured ones where a person reads along."""
    last: structlog.typing.Processor = (
        structlog.dev.ConsoleRenderer() if sys.stderr.isatty() else structlog.processors.JSONRenderer()
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.ExceptionRenderer(
                structlog.tracebacks.ExceptionDictTransformer(show_locals=False)  # locals hold people's text
            ),
            last,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )


async def run(settings: Settings) -> None:
    """Serve until asked to stop; open turns finish, and what they say is sent.

    Raises:
        SettingsError: the database is behind this release.
        CannotListenError: the port cannot be had.
    """
    clock = SystemClock()
    product = Product(settings, clock, build_edge(settings, clock))
    await serve(
        product.application, settings.host, settings.port, asyncio.Event(), local_mode=settings.local_mode
    )


def main() -> int:
    """Run the bot from the environment's settings; gives the exit code."""
    try:
        settings = read_settings()
        set_up_logging(settings.log_level)
        asyncio.run(run(settings))
    except (SettingsError, CannotListenError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
