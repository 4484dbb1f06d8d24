"""SQLite as this product uses it: one file, one writer, readers apart, driven from the event loop itself.

The usual driver hands every step to a thread and back: 0.4 ms of processor time for a statement that takes
SQLite 0.02 ms (docs/decisions/0003). Here statements run where they are called, and only what can wait goes
to a thread: taking the write lock, and the commit, which waits for the disk.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

_LOCK = "BEGIN IMMEDIATE"
_PATIENCE = "PRAGMA busy_timeout = 30000"
"""Milliseconds that another process's write is waited for."""

PRAGMAS = (
    _PATIENCE,
    "PRAGMA journal_mode = WAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
)
"""For every connection: what is committed is on the disk."""

_READERS = 4


class LoopCursor:
    """A cursor that answers at once, with the methods SQLAlchemy awaits."""

    __slots__ = ("_cursor",)

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._cursor.close()

    @property
    def description(self) -> Any:  # noqa: ANN401 (the DB-API leaves it open)
        """The columns of the result."""
        return self._cursor.description

    @property
    def rowcount(self) -> int:
        """How many rows were changed."""
        return self._cursor.rowcount

    @property
    def lastrowid(self) -> int | None:
        """The id of the last row inserted."""
        return self._cursor.lastrowid

    async def execute(self, operation: str, parameters: Sequence[Any] = ()) -> None:
        """Run one statement."""
        self._cursor.execute(operation, parameters)

    async def executemany(self, operation: str, parameters: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each set of parameters."""
        self._cursor.executemany(operation, parameters)

    async def fetchall(self) -> list[Any]:
        """Give the rows."""
        return self._cursor.fetchall()

    async def close(self) -> None:
        """Let go of the result."""
        self._cursor.close()


class LoopConnection:
    """A connection whose statements run on the event loop; taking the lock and committing do not block it."""

    def __init__(self, path: str) -> None:
        # The name is what SQLAlchemy asks for, to see whether the connection is open.
        self._connection: sqlite3.Connection | None = sqlite3.connect(
            path, isolation_level=None, check_same_thread=False
        )
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="sqlite")
        for pragma in PRAGMAS:
            self._connection.execute(pragma)

    @property
    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            raise ValueError("connection closed")
        return self._connection

    def cursor(self) -> LoopCursor:
        """Make a cursor."""
        return LoopCursor(self._open.cursor())

    async def create_function(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 (passed on)
        """Add a function to the connection's SQL, as SQLAlchemy does for regular expressions."""
        self._open.create_function(*arguments, **options)

    async def begin_reading(self) -> None:
        """Begin a transaction that sees one state of the data throughout."""
        self._open.execute("BEGIN")

    async def begin_writing(self) -> None:
        """Begin a transaction that holds the write lock from its first statement.

        Within the process the lock is nearly always free; while another process has it, a thread waits.
        """
        self._open.execute("PRAGMA busy_timeout = 0")
        try:
            self._open.execute(_LOCK)
        except sqlite3.OperationalError:
            self._open.execute(_PATIENCE)
            await self._apart(lambda: self._open.execute(_LOCK))

    async def commit(self) -> None:
        """Commit; what a reader leaves has nothing to wait for."""
        if self._open.in_transaction:
            await self._apart(self._open.commit)

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


def create_writer(path: str) -> AsyncEngine:
    """Make the engine of the one writer: whoever wants to write next waits for the connection."""
    return _create_engine(path, LoopConnection.begin_writing, size=1)


def create_reader(path: str) -> AsyncEngine:
    """Make the engine of the readers, whom the writer never stops."""
    return _create_engine(path, LoopConnection.begin_reading, size=_READERS)


def _create_engine(
    path: str, begin: Callable[[LoopConnection], Awaitable[None]], *, size: int
) -> AsyncEngine:
    async def connect() -> LoopConnection:
        return LoopConnection(path)

    engine = create_async_engine(
        "sqlite+aiosqlite:///" + path, async_creator=connect, pool_size=size, max_overflow=0
    )

    @event.listens_for(engine.sync_engine, "begin")
    def begin_as_meant(connection: Connection) -> None:
        connection.connection.dbapi_connection.run_async(begin)  # type: ignore[union-attr] # the async drivers' adapter has it

    return engine
