"""PostgreSQL as this product uses it: nobody waits for it longer than a person would for an answer."""

import asyncio
import os
import socket
from contextlib import suppress
from typing import Any, TypeVar

from psycopg import AsyncConnection
from psycopg.abc import PQGen
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from domain.patience import seconds_left

CONNECTIONS = 10
CONNECT_SECONDS = 4
_OPTIONS = "-c lock_timeout=5s -c idle_in_transaction_session_timeout=15s -c timezone=UTC"
"""PostgreSQL waits no longer than this for a row, nor for us once a transaction is begun."""

_LONGEST = 20.0
"""Seconds for one statement where nobody waits for its answer, as in the background."""

_IN_TIME = 0.3
"""Seconds before the end of the patience at which the line is cut, so that nothing has to be cancelled."""

RV = TypeVar("RV")


class ImpatientConnection(AsyncConnection[Any]):
    """A connection that is cut when the server stays silent for too long.

    Cancelling would ask the server first, which is the one that does not answer. A line that is cut is seen
    as one at once, by whoever waits and by the pool.
    """

    async def wait(self, gen: PQGen[RV], *arguments: Any, **named: Any) -> RV:  # noqa: ANN401 (passed on)
        """Wait for one answer of the server."""
        patience = max(0.0, seconds_left(_LONGEST) - _IN_TIME)
        cutting = asyncio.get_running_loop().call_later(patience, self._cut)
        try:
            return await super().wait(gen, *arguments, **named)
        finally:
            cutting.cancel()

    def _cut(self) -> None:
        # A second name for the same line: libpq keeps its own, and closes it when it sees the end.
        with suppress(OSError), socket.socket(fileno=os.dup(self.fileno())) as line:
            line.shutdown(socket.SHUT_RDWR)


def create_engine(url: URL) -> AsyncEngine:
    """Make the engine; a connection that broke while it lay idle is noticed before it is used."""
    return create_async_engine(
        url,
        pool_size=CONNECTIONS,
        max_overflow=CONNECTIONS,
        pool_pre_ping=True,
        hide_parameters=True,  # they hold what people wrote, and would stand in every error
        connect_args={
            "options": _OPTIONS,
            "connect_timeout": CONNECT_SECONDS,
            "async_creator_fn": ImpatientConnection.connect,
        },
    )
