"""What one process made due wakes the workers of all others: LISTEN and NOTIFY, on PostgreSQL alone.

Only to be quick: who hears nothing looks every two seconds anyway.
"""

import asyncio

import structlog
from psycopg import AsyncConnection, Error
from sqlalchemy import func, select
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection as Connection

from domain.ports import WakeUp

log = structlog.get_logger(__name__)

_CHANNEL = "deliveries"
_SHORTEST_REST, _LONGEST_REST = 0.5, 10.0
"""Seconds before another try to listen; twice as long each time it fails."""

_LINE = {"connect_timeout": "5", "keepalives_idle": "10", "keepalives_interval": "5", "keepalives_count": "3"}
"""A line on which nothing is said is found dead in half a minute."""


async def announce(connection: Connection, announcer: str) -> None:
    """Tell the other processes, once this unit of work is kept, that it made something due."""
    await connection.execute(select(func.pg_notify(_CHANNEL, announcer)))


class WakeUps:
    """Listens to what other processes announce."""

    def __init__(self, url: URL, announcer: str, wake_up: WakeUp) -> None:
        """Take where to listen, and the name under which this process announces: it wakes itself."""
        address = url.set(drivername="postgresql").update_query_dict(_LINE)
        self._address = address.render_as_string(hide_password=False)
        self._announcer = announcer
        self._wake_up = wake_up

    async def run(self, stop: asyncio.Event) -> None:
        """Listen until told to stop; a line that breaks is laid anew."""
        listening = asyncio.create_task(self._listen_on())
        await stop.wait()
        listening.cancel()
        await asyncio.wait([listening])

    async def _listen_on(self) -> None:
        rest = _SHORTEST_REST
        while True:
            try:
                async with await AsyncConnection.connect(self._address, autocommit=True) as line:
                    rest = _SHORTEST_REST
                    await self._listen(line)
            except (Error, OSError) as error:
                log.warning("not listening", error=type(error).__name__, again_in=rest)
            await asyncio.sleep(rest)
            rest = min(rest * 2, _LONGEST_REST)

    async def _listen(self, line: AsyncConnection) -> None:
        await line.execute(f"LISTEN {_CHANNEL}")
        self._wake_up.wake()  # for what was announced while nobody listened
        async for heard in line.notifies():
            if heard.payload != self._announcer:
                self._wake_up.wake()
