"""The database: opens units of work on SQLite or PostgreSQL."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.clock import Clock, SystemClock
from domain.open_work import marking_work_open, refuse_while_work_is_open
from domain.patience import seconds_left
from domain.ports import Nearness
from storage import postgresql, sqlite
from storage.errors import StorageAway, StorageUnsure, find_reason
from storage.wakeups import announce
from storage.work import Work

_LONGEST = 30.0
"""Seconds until a connection has to be had, where nobody waits for an answer."""


class Database:
    """Where everything is kept: ``sqlite:///file`` or ``postgresql://…``."""

    def __init__(
        self,
        url: str,
        clock: Clock | None = None,
        count_busy: Callable[[], None] = lambda: None,
        nearness: Nearness | None = None,
    ) -> None:
        """Take the address; ``count_busy`` is told each time the data could not be had."""
        self.url = read_url(url)
        self.name = uuid4().hex
        """Under which it announces to other processes what they may deliver."""
        self.is_shared = self.url.get_backend_name() != "sqlite"
        """Whether other processes may be at work on it."""
        self._count_busy = count_busy
        self._clock = clock or SystemClock()
        self._nearness = nearness
        self._writer, self._reader = _create_engines(self.url)

    @asynccontextmanager
    async def begin(self, *, durable: bool = True) -> AsyncIterator[Work]:
        """Open a unit of work that is kept when the block ends, and gone when it raises.

        What may be found out again after a power cut need not be ``durable``: on SQLite it costs half.

        Raises:
            StorageBusy: others had the data for too long; nothing changed.
            StorageAway: the database cannot be reached; nothing changed.
            StorageUnsure: it broke off at the very end, and may be kept.
            RuntimeError: a unit of work is open already, and would wait for itself.
        """
        refuse_while_work_is_open("Beginning another unit of work")
        with self._explaining(), marking_work_open():
            async with self._connect(self._writer) as connection:
                work = Work(await self._start(connection, durable), self._clock, self._nearness)
                yield work
                await work.flush()
                if work.woken and self.is_shared:
                    await announce(connection, self.name)
                await self._commit(connection)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Work]:
        """Open a unit of work for looking alone; nothing is kept of it.

        Raises:
            StorageBusy: others had the data for too long.
            StorageAway: the database cannot be reached.
            RuntimeError: a unit of work is open already.
        """
        refuse_while_work_is_open("Beginning another unit of work")
        with self._explaining(), marking_work_open():
            async with self._connect(self._reader) as connection:
                yield Work(await self._start(connection, None), self._clock, self._nearness)

    @asynccontextmanager
    async def _connect(self, engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
        connection = engine.connect()
        try:
            async with asyncio.timeout(seconds_left(_LONGEST)):
                await connection.start()
        except TimeoutError as error:
            self._count_busy()
            raise StorageAway("no connection in time") from error
        try:
            yield connection
        finally:
            await self._give_back(connection)

    async def _give_back(self, connection: AsyncConnection) -> None:
        """Give a connection back; what is not committed is taken back."""
        if self.is_shared:
            # As "async with" does it: to its end, also where the turn is cancelled meanwhile.
            await connection.__aexit__(None, None, None)
        else:
            await connection.close()  # nothing in it waits, so nothing can come between

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        """Say in our own words that the data could not be had."""
        try:
            yield
        except (DBAPIError, PoolTimeout, sqlite3.OperationalError) as error:
            reason = find_reason(error)
            if reason is None:
                raise
            self._count_busy()
            raise reason from error

    async def _start(self, connection: AsyncConnection, durable: bool | None) -> AsyncConnection:
        """Begin as each database is begun (``durable`` is None to read); gives what runs its statements."""
        if self.is_shared:
            return connection
        loop_connection = sqlite.find_loop_connection(connection)
        if durable is None:
            await loop_connection.begin_reading()
        else:
            await loop_connection.begin_writing(durable=durable)
        return sqlite.speak_directly(connection, loop_connection)

    async def _commit(self, connection: AsyncConnection) -> None:
        if not self.is_shared:
            await sqlite.find_loop_connection(connection).commit()
            return
        try:
            with self._explaining():
                await connection.commit()
        except StorageAway as error:
            raise StorageUnsure(str(error)) from error

    async def migrate(self) -> None:
        """Bring the tables to what this release needs; a no-op when they are there."""
        from storage import migration  # noqa: PLC0415 (Alembic takes half a second to import, and is rarely needed)

        await asyncio.to_thread(migration.upgrade, self.url)

    async def is_current(self) -> bool:
        """Tell whether the tables are what this release needs.

        Raises:
            StorageAway: the database cannot be reached.
        """
        from storage import migration  # noqa: PLC0415 (the same)

        with self._explaining():
            return await asyncio.to_thread(migration.is_current, self.url)

    async def list_earlier_revisions(self) -> frozenset[str]:
        """Give the migrations that this release goes beyond: with one of them last, a database is behind."""
        from storage import migration  # noqa: PLC0415 (the same)

        return await asyncio.to_thread(migration.list_earlier)

    async def close(self) -> None:
        """Let go of all connections."""
        await self._writer.dispose()
        await self._reader.dispose()


def read_url(text: str) -> URL:
    """Read a database's address, whichever driver it names.

    Raises:
        ValueError: it is neither SQLite in a file nor PostgreSQL.
    """
    url = make_url(text)
    match url.get_backend_name():
        case "sqlite" if url.database and url.database != ":memory:":
            return url.set(drivername="sqlite+aiosqlite")
        case "postgresql":
            return url.set(drivername="postgresql+psycopg")
        case "postgres":
            return url.set(drivername="postgresql+psycopg")
        case _:
            raise ValueError("DATABASE_URL must be sqlite:///a-file or postgresql://…")


def _create_engines(url: URL) -> tuple[AsyncEngine, AsyncEngine]:
    """Give the writers' engine and the readers'; on PostgreSQL they are the same."""
    if url.get_backend_name() == "sqlite":
        path = str(Path(url.database or "").absolute())
        return sqlite.create_engine(path, size=1), sqlite.create_engine(path, size=sqlite.READERS)
    engine = postgresql.create_engine(url)
    return engine, engine
