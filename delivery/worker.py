"""The worker: claims lanes that are due and has each served by itself, so that none waits for another."""

import asyncio
from datetime import timedelta
from random import Random

import structlog

from delivery.items import Render
from delivery.pacer import PacedCourier, Pacer
from delivery.rendering import render as draw
from delivery.serving import LEASE_SECONDS, Server
from delivery.tenant import TenantTurns
from delivery.wire import Wire
from domain.clock import Clock
from domain.language import Languages
from domain.pace import TEAMS
from domain.ports import Courier
from storage.database import Database
from storage.errors import StorageBusy
from storage.outbox import Claim

log = structlog.get_logger(__name__)

LONGEST_NAP = timedelta(seconds=2)
"""How long the worker sleeps when nobody wakes it: what another process made due is seen by then."""

_SHORTEST_NAP = timedelta(milliseconds=50)

_LANES_AT_ONCE = 48
"""Conversations that are spoken to at once: half of the connections, so that replies find one free."""

_WORTH_A_CLAIM = 8
"""Places that are free before more is claimed: claims are cheap, but not for one lane each."""


class Worker:
    """Delivers what is due until it is told to stop."""

    def __init__(  # noqa: PLR0913 (what it works with, each named at the call)
        self,
        database: Database,
        courier: Courier,
        clock: Clock,
        *,
        owner: str,
        random: Random,
        pacer: Pacer | None = None,
        wire: Wire | None = None,
        render: Render = draw,
        languages: Languages | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._owner = owner
        self._woken = asyncio.Event()
        self._served: set[asyncio.Task[None]] = set()
        self._may_be_more = False
        pacer = pacer or Pacer(clock, TEAMS)
        self._turns = TenantTurns(database, clock, pacer)
        self._server = Server(
            database,
            PacedCourier(courier, pacer),
            clock,
            pacer=pacer,
            turns=self._turns,
            wire=wire or Wire(),
            random=random,
            wake_up=self,
            render=render,
            languages=languages or Languages(),
        )

    def wake(self) -> None:
        """Ask for a look at once; asking often is cheap and folds."""
        self._woken.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Work until stopped; what is under way is finished first."""
        stopping = asyncio.create_task(stop.wait())
        while not stop.is_set():
            self._woken.clear()
            try:
                free = _LANES_AT_ONCE - len(self._served)
                if free < _WORTH_A_CLAIM or not await self._claim(free):
                    await self._nap(stopping)
            except StorageBusy as error:
                log.warning("no look at what is due", error=type(error).__name__)
                await asyncio.wait([stopping], timeout=LONGEST_NAP.total_seconds())
            except Exception:
                log.exception("delivery round failed")
                await asyncio.wait([stopping], timeout=LONGEST_NAP.total_seconds())
        stopping.cancel()
        self._server.stop()
        if self._served:
            await asyncio.wait(self._served)

    async def deliver_due(self) -> bool:
        """Deliver once what is due now; tells whether there was anything."""
        if not await self._claim(_LANES_AT_ONCE):
            return False
        await asyncio.gather(*self._served)
        return True

    async def _claim(self, most: int) -> int:
        """Claim lanes that are due and have each served; gives how many."""
        async with self._database.begin() as work:
            claims = await work.outbox.claim(self._owner, self._clock.now(), LEASE_SECONDS, most)
        for claim in claims:
            task = asyncio.create_task(self._serve(claim))
            self._served.add(task)
            task.add_done_callback(self._put_down)
        self._may_be_more = len(claims) == most
        return len(claims)

    def _put_down(self, task: "asyncio.Task[None]") -> None:
        """Claim again once enough places are free, where more is due than there were places for."""
        self._served.discard(task)
        if self._may_be_more and _LANES_AT_ONCE - len(self._served) >= _WORTH_A_CLAIM:
            self._woken.set()

    async def _serve(self, claim: Claim) -> None:
        try:
            await self._server.serve(claim)
        except Exception:
            log.exception("lane not served", lane=claim.lane_id)

    async def _nap(self, stopping: "asyncio.Task[bool]") -> None:
        """Sleep until something is due, or somebody says that it is."""
        nap = LONGEST_NAP
        if self._database.is_shared:
            await self._turns.charge_replies()
        if _LANES_AT_ONCE - len(self._served) >= _WORTH_A_CLAIM:
            async with self._database.read() as work:
                due_at = await work.outbox.next_wake()
            if due_at is not None:
                nap = min(nap, max(due_at - self._clock.now(), _SHORTEST_NAP))
        woken = asyncio.create_task(self._woken.wait())
        await asyncio.wait(
            [woken, stopping], timeout=nap.total_seconds(), return_when=asyncio.FIRST_COMPLETED
        )
        woken.cancel()
