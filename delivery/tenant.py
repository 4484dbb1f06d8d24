"""The tenant's rate in this process: turns are taken from the shared row in batches, and waited for."""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import isinf

from delivery.pacer import Pacer
from domain.clock import Clock
from storage.database import Database

_MOST_AT_ONCE = 10
"""Turns in a batch: a quarter of a second's, so that another process is not kept waiting longer."""

_MOST_UNUSED = 48
"""Turns that may be waited for at one time."""

_STALE = timedelta(milliseconds=200)
"""A turn that was not used for so long is gone: used later, it would come on top of somebody else's."""


@dataclass(slots=True)
class _Line:
    """Who waits for one tenant's turns, first come first served."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    moments: deque[datetime] = field(default_factory=deque)
    waiting: int = 0
    covered: int = 0
    """How many of the process's sends had a turn; the others were replies, which never wait for one."""


class TenantTurns:
    """Hands out turns to send in the background."""

    def __init__(self, database: Database, clock: Clock, pacer: Pacer) -> None:
        self._database = database
        self._clock = clock
        self._pacer = pacer
        self._lines: dict[str, _Line] = {}

    async def wait(self, tenant_id: str) -> None:
        """Wait for a turn."""
        if isinf(self._pacer.pace.tenant_a_second):
            return
        line = self._lines.setdefault(tenant_id, _Line())
        line.waiting += 1
        try:
            async with line.lock:
                moment = await self._take(tenant_id, line)
        finally:
            line.waiting -= 1
        pause = (moment - self._clock.now()).total_seconds()
        if pause > 0:
            await self._pacer.sleep(pause)

    async def charge_replies(self) -> None:
        """Take the turns that replies have used, where nothing in the background asks for any."""
        if isinf(self._pacer.pace.tenant_a_second):
            return
        for tenant_id in self._pacer.tenants:
            line = self._lines.setdefault(tenant_id, _Line())
            async with line.lock:
                if self._pacer.sent > line.covered:
                    await self._refill(tenant_id, line, most_replies=_MOST_UNUSED)

    async def _take(self, tenant_id: str, line: _Line) -> datetime:
        while line.moments and line.moments[0] < self._clock.now() - _STALE:
            line.moments.popleft()
        if not line.moments:
            await self._refill(tenant_id, line)
        line.covered += 1
        return line.moments.popleft()

    async def _refill(self, tenant_id: str, line: _Line, most_replies: int = _MOST_AT_ONCE) -> None:
        """Take a batch, and with it the turns that replies have used without asking."""
        sent = self._pacer.sent
        replies = min(max(sent - line.covered, 0), most_replies)
        many = min(line.waiting, _MOST_AT_ONCE)
        async with self._database.begin() as work:
            grant = await work.tenant_paces.take(
                tenant_id, self._clock.now(), replies + many, self._pacer.pace.tenant_a_second
            )
        # Turns that were taken and not yet used stay covered; so many at most, should some never be used.
        line.covered = min(max(line.covered, sent), sent + _MOST_UNUSED)
        line.moments.extend(grant.moments()[replies:])
