"""The composition root: settings become objects, and the objects run until they are asked to stop."""

import asyncio
import gc
import os
import secrets
import socket
import sys
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from random import SystemRandom

from prometheus_client import CollectorRegistry

from bot.adapter import TeamsAdapter
from bot.auth import AppType, BotIdentity, Doorkeeper, choose_doorkeeper
from bot.connector import ConnectorPool
from bot.courier import TeamsCourier
from bot.http_session import SharedSession
from bot.log_lines import set_up_logging
from bot.membership import Membership
from bot.server import CannotListenError, build_application, serve
from bot.signing_keys import SigningKeys
from bot.tokens import choose_tokens
from bot.turn import PATIENCE, Surroundings, Turns
from delivery.dispatch import Dispatcher
from delivery.jobs import LOOK_EVERY, LOOK_OFTEN, Desk, Timetable, refresh_roster
from delivery.measured import MeasuredCourier
from delivery.pacer import Pacer
from delivery.rendering import render
from delivery.wire import Wire
from delivery.worker import Worker
from domain.clock import Clock, SystemClock
from domain.language import Languages
from domain.pace import TEAMS, Pace
from domain.ports import Meaning, Nearness
from domain.references import References
from locales.reading import read_languages
from services.meaning import remember_all
from settings import Settings, SettingsError, read_settings
from storage.database import Database
from storage.errors import StorageAway
from storage.moved_clock import MovedClock
from storage.wakeups import WakeUps
from web.downloads import DownloadRoutes
from web.metrics import MetricsRoutes, PrometheusMeter
from web.readiness import ReadinessRoutes, Watch

_CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without the letters that are read wrongly aloud."""


def make_code() -> str:
    """Make a reference code that a person can read out over the telephone."""
    return "".join(secrets.choice(_CODE_LETTERS) for _ in range(4))


def choose_languages(settings: Settings) -> Languages:
    """Read the catalogues, and find the force's own language among them.

    Raises:
        SettingsError: it is not there, or one of them cannot be read.
    """
    try:
        return read_languages(settings.default_language)
    except ValueError as error:
        raise SettingsError(f"DEFAULT_LANGUAGE or locales/: {error}") from error


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


@dataclass(frozen=True, slots=True)
class Extras:
    """What a force may add."""

    meaning: Meaning | None = None
    nearness: Nearness | None = None


def choose_extras(settings: Settings) -> Extras:
    """Read the sentence model, if one is set.

    Raises:
        SettingsError: it cannot be read, or its packages are not installed.
    """
    if settings.meaning_model is None:
        return Extras()
    try:
        from meaning.nearness import VectorsInMemory  # noqa: PLC0415 (its packages are an extra)
        from meaning.sentence_model import ModelError, SentenceModel  # noqa: PLC0415 (the same)
    except ImportError as error:
        raise SettingsError(
            f"MEANING_MODEL: the package {error.name} is not installed; requirements/meaning.txt names it"
        ) from error
    try:
        return Extras(SentenceModel.read(settings.meaning_model), VectorsInMemory())
    except ModelError as error:
        raise SettingsError(f"MEANING_MODEL: {error}") from error


def choose_clock(settings: Settings) -> Clock:
    """Give the machine's clock; in local mode one that an administrator's command can move on."""
    return MovedClock(settings.data_dir) if settings.local_mode else SystemClock()


class Product:
    """Everything that runs, put together once."""

    def __init__(  # noqa: PLR0913 (what runs is put together of these)
        self,
        settings: Settings,
        clock: Clock,
        edge: Edge,
        pace: Pace = TEAMS,
        patience: float = PATIENCE,
        *,
        languages: Languages | None = None,
    ) -> None:
        languages = languages or choose_languages(settings)
        self._extras = extras = choose_extras(settings)
        self._edge = edge
        self._clock = clock
        pacer, wire = Pacer(clock, pace), Wire()
        registry = CollectorRegistry()
        meter, references = PrometheusMeter(registry), References(make_code())
        self.database = Database(settings.database_url, clock, meter.count_busy, extras.nearness)
        courier = MeasuredCourier(TeamsCourier(edge.pool, clock), meter, references)
        draw = partial(render, directions=settings.directions)
        self.worker = Worker(
            self.database,
            courier,
            clock,
            owner=f"{socket.gethostname()}:{os.getpid()}",
            random=SystemRandom(),
            pacer=pacer,
            wire=wire,
            render=draw,
            languages=languages,
        )
        self.dispatcher = Dispatcher(self.database, courier, self.worker, clock, pacer=pacer, wire=wire)
        life = timedelta(days=settings.draft_days)
        desk = Desk(self.database, courier, clock, life, extras.meaning)
        self.timetable = Timetable(
            desk, look_every=LOOK_OFTEN if isinstance(clock, MovedClock) else LOOK_EVERY
        )
        turns = Turns(
            Surroundings(
                database=self.database,
                clock=clock,
                render=draw,
                dispatch=self.dispatcher,
                wake_up=self.worker,
                membership=Membership(self.database, courier, clock),
                read_roster=partial(refresh_roster, desk),
                admin_ids=settings.admin_ids,
                directions=settings.directions,
                make_code=make_code,
                references=references,
                meter=meter,
                languages=languages,
                pace=pace,
                meaning=extras.meaning,
                patience=patience,
            )
        )
        watch = Watch(self.database, clock, self.database.list_earlier_revisions)
        by_meaning = extras.meaning is not None
        token = settings.metrics_token.get_secret_value()
        self._resting = asyncio.Event()
        self._background: list[asyncio.Task[None]] = []
        self.application = build_application(
            TeamsAdapter(edge.doorkeeper, edge.pool, turns, make_code),
            routes=[
                *ReadinessRoutes(watch, by_meaning=by_meaning).list_routes(),
                *MetricsRoutes(registry, meter, watch, token).list_routes(),
                *DownloadRoutes(self.database, clock).list_routes(),
            ],
            starting=[self._check_database, self._start],
            closing=[self.dispatcher.drain, self._rest, edge.session.close, self.database.close],
        )

    async def _start(self) -> None:
        if self._extras.meaning is not None and self._extras.nearness is not None:
            await remember_all(self.database, self._extras.meaning, self._extras.nearness)
        self._background = [
            asyncio.create_task(self.worker.run(self._resting)),
            asyncio.create_task(self.timetable.run(self._resting)),
        ]
        if self.database.is_shared:
            wake_ups = WakeUps(self.database.url, self.database.name, self.worker)
            self._background.append(asyncio.create_task(wake_ups.run(self._resting)))

    async def _rest(self) -> None:
        self._resting.set()
        await asyncio.gather(*self._background)

    async def _check_database(self) -> None:
        if not self.database.is_shared:
            await self.database.migrate()
            # One process works on a file: a lane that is still held was held by one that was killed.
            async with self.database.begin() as work:
                await work.outbox.free_lanes(self._clock.now())
        elif not await self._is_current():
            raise SettingsError("The database is behind this release. Run: python -m admin migrate")

    async def _is_current(self) -> bool:
        try:
            return await self.database.is_current()
        except StorageAway as error:
            raise SettingsError(
                "The database does not answer. Is it running, and DATABASE_URL right?"
            ) from error


def settle_memory() -> None:
    """Leave what was made at the start out of garbage collection, and collect less often.

    A turn makes thousands of small objects and drops them all; looking for cycles among them after every
    700 took a tenth of its processor time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


async def run(settings: Settings) -> None:
    """Serve until asked to stop; open turns finish, and what they say is sent.

    Raises:
        SettingsError: the database is behind this release.
        CannotListenError: the port cannot be had.
    """
    clock = choose_clock(settings)
    product = Product(settings, clock, build_edge(settings, clock))
    settle_memory()
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
