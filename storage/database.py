"""The database: opens units of work on SQLite or PostgreSQL."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from domain.clock import Clock, SystemClock
from domain.open_work import marking_work_open, refuse_while_work_is_open
from storage import sqlite
from storage.errors import StorageBusy, is_busy
from storage.work import Work

_CONNECTIONS = 10
_PATIENCE = "-c lock_timeout=15s -c idle_in_transaction_session_timeout=60s -c timezone=UTC"
"""PostgreSQL waits no longer than this for a row, nor for us once a transaction is begun."""


class Database:
    """Where everything is kept: ``sqlite:///file`` or ``postgresql://…``."""

    def __init__(
        self, url: str, clock: Clock | None = None, count_busy: Callable[[], None] = lambda: None
    ) -> None:
        """Take the address; ``count_busy`` is told each time the data could not be had."""
        self.url = read_url(url)
        self._count_busy = count_busy
        self._clock = clock or SystemClock()
        self._writer, self._reader = _create_engines(self.url)

    @asynccontextmanager
    async def begin(self, *, durable: bool = True) -> AsyncIterator[Work]:
        """Open a unit of work that is kept when the block ends, and gone when it raises.

        What may be found out again after a power cut need not be ``durable``: on SQLite it costs half.

        Raises:
            StorageBusy: others had the data for too long; nothing changed.
            RuntimeError: a unit of work is open already, and would wait for itself.
        """
        refuse_while_work_is_open("Beginning another unit of work")
        try:
            with marking_work_open():
                async with self._writer.begin() as connection:
                    work = Work(await self._start(connection, durable), self._clock)
                    yield work
                    await work.flush()
        except (DBAPIError, PoolTimeout, sqlite3.OperationalError) as error:
            if is_busy(error):
                self._count_busy()
                raise StorageBusy(str(error)) from error
            raise

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Work]:
        """Open a unit of work for looking alone; nothing is kept of it.

        Raises:
            StorageBusy: others had the data for too long.
            RuntimeError: a unit of work is open already.
        """
        refuse_while_work_is_open("Beginning another unit of work")
        try:
            with marking_work_open():
                async with self._reader.connect() as connection:
                    yield Work(await self._start(connection, None), self._clock)
        except (DBAPIError, PoolTimeout, sqlite3.OperationalError) as error:
            if is_busy(error):
                self._count_busy()
                raise StorageBusy(str(error)) from error
            raise

    async def _start(self, connection: AsyncConnection, durable: bool | None) -> AsyncConnection:
        """Begin as each database is begun (``durable`` is None to read); gives what runs its statements."""
        if self.url.get_backend_name() != "sqlite":
            return connection
        loop_connection = await sqlite.find_loop_connection(connection)
        if durable is None:
            await loop_connection.begin_reading()
        else:
            await loop_connection.begin_writing(durable=durable)
        return sqlite.speak_directly(connection)

    async def migrate(self) -> None:
        """Bring the tables to what this release needs; a no-op when they are there."""
        from storage import migration  # noqa: PLC0415 (Alembic takes half a second to import, and is rarely needed)

        await asyncio.to_thread(migration.upgrade, self.url)

    async def is_current(self) -> bool:
        """Tell whether the tables are what this release needs."""
        from storage import migration  # noqa: PLC0415 (the same)

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
    engine = create_async_engine(
        url,
        pool_size=_CONNECTIONS,
        max_overflow=_CONNECTIONS,
        pool_pre_ping=True,
        hide_parameters=True,  # they hold what people wrote, and would stand in every error
        connect_args={"options": _PATIENCE},
    )
    return engine, engine
