"""SQLite as this product uses it: one file, one writer, readers apart, driven from the event loop itself.

The usual driver hands every step to a thread and back: 0.4 ms of processor time for a statement that takes
SQLite 0.02 ms (docs/decisions/0003). Here statements run where they are called, and only what can wait goes
to a thread: taking the write lock, and the commit, which waits for the disk.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

from sqlalchemy import CursorResult, Dialect, Executable, event
from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_connection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.util import await_only

from storage.prepared import PreparedStatements, Rows

_LOCK = "BEGIN IMMEDIATE"
_PATIENCE = "PRAGMA busy_timeout = 6000"
"""Milliseconds that another process's write is waited for; a turn that waits longer says so."""
_AT_ONCE = "PRAGMA busy_timeout = 0"

_DURABLE = ("PRAGMA synchronous = FULL", "PRAGMA wal_autocheckpoint = 1000")
_QUICK = ("PRAGMA synchronous = NORMAL", "PRAGMA wal_autocheckpoint = 0")
"""How the two kinds of commit are made; tidying the log waits for the disk: only the first kind does."""

PRAGMAS = (_PATIENCE, "PRAGMA journal_mode = WAL", "PRAGMA foreign_keys = ON", *_DURABLE)
"""For every connection: what is committed is on the disk."""

READERS = 4


class LoopConnection:
    """A connection whose statements run on the event loop; taking the lock and committing do not block it."""

    def __init__(self, path: str, dialect: Dialect) -> None:
        # The name is what SQLAlchemy asks for, to see whether the connection is open.
        self._connection: sqlite3.Connection | None = sqlite3.connect(
            path, isolation_level=None, check_same_thread=False
        )
        self._durable = True
        self._patient = True
        self._prepared = PreparedStatements(dialect)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="sqlite")
        for pragma in PRAGMAS:
            self._connection.execute(pragma)

    @property
    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            raise ValueError("connection closed")
        return self._connection

    def cursor(self) -> sqlite3.Cursor:
        """Make a cursor."""
        return self._open.cursor()

    def run_prepared(self, statement: Executable, given: Mapping[str, Any]) -> Rows | None:
        """Run a statement that has come before; None where SQLAlchemy has to run it."""
        prepared = self._prepared.find(statement, given)
        return None if prepared is None else prepared.run(self._open, given)

    async def create_function(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 (passed on)
        """Add a function to the connection's SQL, as SQLAlchemy does for regular expressions."""
        self._open.create_function(*arguments, **options)

    async def begin_reading(self) -> None:
        """Begin a transaction that sees one state of the data throughout."""
        self._open.execute("BEGIN")

    async def begin_writing(self, *, durable: bool = True) -> None:
        """Begin a transaction that holds the write lock from its first statement.

        Within the process the lock is nearly always free; while another process has it, a thread waits.
        What is ``durable`` is on the disk when it is committed. What is not outlives this process, and only a
        power cut may take it back: its commit waits for nothing, so it stays on the loop.
        """
        if durable is not self._durable:
            for pragma in _DURABLE if durable else _QUICK:
                self._open.execute(pragma)
            self._durable = durable
        if self._patient:
            self._open.execute(_AT_ONCE)
            self._patient = False
        try:
            self._open.execute(_LOCK)
        except sqlite3.OperationalError:
            self._patient = True
            self._open.execute(_PATIENCE)
            await self._apart(lambda: self._open.execute(_LOCK))

    async def commit(self) -> None:
        """Commit; what a reader leaves has nothing to wait for."""
        if self._open.in_transaction and self._durable:
            await self._apart(self._open.commit)
        elif self._open.in_transaction:
            self._open.commit()

    async def rollback(self) -> None:
        """Take back what was not committed."""
        if self._open.in_transaction:
            self._open.rollback()

    async def _apart(self, step: Callable[[], object]) -> None:
        """Run a step in the thread. Cancelled, wait for it first: nobody else may have the connection."""
        running = asyncio.get_running_loop().run_in_executor(self._thread, step)
        try:
            await asyncio.shield(running)
        except asyncio.CancelledError:
            await asyncio.wait([running])
            raise

    async def close(self) -> None:
        """Close it; closing twice is nothing."""
        self.stop()

    def stop(self) -> None:
        """Close it at once."""
        connection, self._connection = self._connection, None
        if connection is not None:
            self._thread.shutdown(wait=False)
            connection.close()


class DirectConnection(AsyncAdapt_aiosqlite_connection):
    """What SQLAlchemy's dialect holds: SQLite's own cursors, which answer at once and need no awaiting."""

    __slots__ = ()

    def cursor(self, server_side: bool = False) -> sqlite3.Cursor:  # type: ignore[override] # noqa: ARG002 (as the dialect calls it; SQLite has no cursors on a server)
        """Make a cursor."""
        return cast("LoopConnection", self._connection).cursor()


class LoopStatements:
    """Runs statements where they are called, with what repositories use of an AsyncConnection."""

    __slots__ = ("_loop_connection", "_sync", "dialect")

    def __init__(self, connection: AsyncConnection, loop_connection: LoopConnection) -> None:
        if connection.sync_connection is None:
            raise ValueError("connection closed")
        self._sync = connection.sync_connection
        self._loop_connection = loop_connection
        self.dialect = connection.dialect

    async def execute(self, statement: Executable, parameters: Any = None) -> CursorResult[Any]:  # noqa: ANN401 (as SQLAlchemy has it)
        """Run one statement."""
        if parameters is None or isinstance(parameters, dict):
            rows = self._loop_connection.run_prepared(statement, parameters or {})
            if rows is not None:
                return cast("CursorResult[Any]", rows)
        return self._sync.execute(statement, parameters)


def speak_directly(connection: AsyncConnection, loop_connection: LoopConnection) -> AsyncConnection:
    """Give a connection's statements without a detour through greenlets: nothing in them waits."""
    return cast("AsyncConnection", LoopStatements(connection, loop_connection))


def create_engine(path: str, *, size: int) -> AsyncEngine:
    """Make an engine on a file, with so many connections."""
    # What people wrote is in the parameters, and would stand in every error.
    engine = create_async_engine(
        "sqlite+aiosqlite:///" + path, pool_size=size, max_overflow=0, hide_parameters=True
    )

    @event.listens_for(engine.sync_engine, "do_connect")
    def connect_directly(dialect: Dialect, *_: object) -> DirectConnection:
        async def connect() -> LoopConnection:
            return LoopConnection(path, dialect)

        adapted: DirectConnection = await_only(DirectConnection.create(dialect.dbapi, cast("Any", connect())))
        return adapted

    return engine


def find_loop_connection(connection: AsyncConnection) -> LoopConnection:
    """Give what is under an open connection of these engines.

    Raises:
        ValueError: it is not open.
    """
    if connection.sync_connection is None:
        raise ValueError("connection closed")
    return cast("LoopConnection", connection.sync_connection.connection.driver_connection)
