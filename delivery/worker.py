"""The worker: claims a lane, renders what is due in it, sends it, and notes what arrived."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

import structlog

from delivery.errand import Arrived, carry
from delivery.notices import NotPostedYetError, find_thread, keep_alive, render_notice
from delivery.rendering import SubjectGoneError, render
from delivery.schedule import TRIES, plan_next_try
from domain.clock import Clock
from domain.delivery import Posting
from domain.ports import Courier, DeliveryError, Outgoing, Retryable
from storage.database import Database
from storage.outbox import Claim, StoredNotice

log = structlog.get_logger(__name__)

LEASE_SECONDS = 60
"""How long a lane is one worker's: at least twice a send's hard time-out."""

LONGEST_NAP = timedelta(seconds=2)
"""How long the worker sleeps when nobody wakes it: what another process made due is seen by then."""

_LANES_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class _Item:
    """One thing that is due in a lane, posting or notice, and how its end is noted."""

    name: str
    draw: Callable[[], Awaitable[Outgoing]]
    activity_id: str | None
    thread_id: str
    tries: int
    finish: Callable[[Arrived], Awaitable[object]]
    delay: Callable[[datetime, str], Awaitable[object]]
    bury: Callable[[str], Awaitable[object]]


class Worker:
    """Delivers what is due until it is told to stop."""

    def __init__(
        self, database: Database, courier: Courier, clock: Clock, *, owner: str, random: Random
    ) -> None:
        self._database = database
        self._courier = courier
        self._clock = clock
        self._owner = owner
        self._random = random
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Ask for a look at once; asking often is cheap and folds."""
        self._woken.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Work until stopped; what is under way is finished first."""
        stopping = asyncio.create_task(stop.wait())
        while not stop.is_set():
            self._woken.clear()
            try:
                busy = await self.deliver_due()
            except Exception:
                log.exception("delivery round failed")
                busy = False
            if not busy:
                await self._nap(stopping)
        stopping.cancel()

    async def deliver_due(self) -> bool:
        """Deliver once what is due now; tells whether there was anything."""
        now = self._clock.now()
        async with self._database.begin() as work:
            claims = await work.outbox.claim(self._owner, now, LEASE_SECONDS, _LANES_AT_ONCE)
        await asyncio.gather(*(self._serve(claim) for claim in claims))
        return bool(claims)

    async def _nap(self, stopping: "asyncio.Task[bool]") -> None:
        async with self._database.read() as work:
            wake_at = await work.outbox.next_wake()
        nap = LONGEST_NAP
        if wake_at is not None:
            nap = min(nap, max(wake_at - self._clock.now(), timedelta(milliseconds=50)))
        woken = asyncio.create_task(self._woken.wait())
        await asyncio.wait(
            [woken, stopping], timeout=nap.total_seconds(), return_when=asyncio.FIRST_COMPLETED
        )
        woken.cancel()

    async def _serve(self, claim: Claim) -> None:
        now = self._clock.now()
        async with self._database.read() as work:
            postings = await work.outbox.due_postings(claim.lane_id, now)
            notices = await work.outbox.due_notices(claim.lane_id, now)
        for posting in postings:
            await self._deliver(claim, self._as_item(claim, posting))
        for notice in notices:
            await self._deliver_notice(claim, notice)
        async with self._database.begin() as work:
            await work.outbox.release(claim, self._clock.now())

    async def _deliver_notice(self, claim: Claim, notice: StoredNotice) -> None:
        try:
            async with self._database.read() as work:
                thread_id = await find_thread(work, claim, notice)
        except NotPostedYetError:
            async with self._database.begin() as work:
                until = self._clock.now() + TRIES[0]
                await work.outbox.delay_notice(claim, notice.id, until, "card not posted yet")
            return
        await self._deliver(claim, self._as_notice_item(claim, notice, thread_id))

    async def _deliver(self, claim: Claim, item: _Item) -> None:
        """Send one item; whatever happens to it, the lane's other items go on."""
        try:
            message = await item.draw()
        except SubjectGoneError:
            await item.bury("subject removed")
            return
        try:
            arrived = await carry(
                self._courier,
                claim.conversation.place,
                message,
                activity_id=item.activity_id,
                thread_id=item.thread_id,
            )
        except DeliveryError as error:
            await self._note_failure(item, error)
            return
        await item.finish(arrived)

    async def _note_failure(self, item: _Item, error: DeliveryError) -> None:
        until = None
        if isinstance(error, Retryable):
            until = plan_next_try(item.tries + 1, self._clock.now(), after=error.after, random=self._random)
        log.warning("delivery failed", item=item.name, code=error.code, status=error.status, again_at=until)
        if until is None:
            await item.bury(error.code)
        else:
            await item.delay(until, error.code)

    def _as_item(self, claim: Claim, posting: Posting) -> _Item:
        database, clock = self._database, self._clock

        async def draw() -> Outgoing:
            async with database.read() as work:
                return await render(work, posting, clock.now())

        async def finish(arrived: Arrived) -> None:
            async with database.begin() as work:
                await work.outbox.finish_posting(
                    claim, posting.id, posting.wanted, arrived.activity_id, arrived.thread_id
                )

        async def delay(until: datetime, code: str) -> None:
            async with database.begin() as work:
                await work.outbox.delay_posting(claim, posting.id, until, code)

        async def bury(code: str) -> None:
            async with database.begin() as work:
                await work.outbox.bury_posting(claim, posting.id, clock.now(), code)

        return _Item(
            name=f"posting {posting.id}",
            draw=draw,
            activity_id=posting.activity_id,
            thread_id=posting.thread_id,
            tries=posting.tries,
            finish=finish,
            delay=delay,
            bury=bury,
        )

    def _as_notice_item(self, claim: Claim, notice: StoredNotice, thread_id: str) -> _Item:
        database, clock = self._database, self._clock

        async def draw() -> Outgoing:
            async with database.read() as work:
                return await render_notice(work, notice, clock.now())

        async def finish(arrived: Arrived) -> None:
            async with database.begin() as work:
                if await work.outbox.finish_notice(claim, notice.id, arrived.activity_id, clock.now()):
                    await keep_alive(work, claim, notice, arrived.activity_id)

        async def delay(until: datetime, code: str) -> None:
            async with database.begin() as work:
                await work.outbox.delay_notice(claim, notice.id, until, code)

        async def bury(code: str) -> None:
            async with database.begin() as work:
                await work.outbox.bury_notice(claim, notice.id, clock.now(), code)

        return _Item(
            name=f"notice {notice.id}",
            draw=draw,
            activity_id=None,
            thread_id=thread_id,
            tries=notice.tries,
            finish=finish,
            delay=delay,
            bury=bury,
        )
