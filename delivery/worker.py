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
from domain.ports import Courier, DeliveryError, Outgoing, PlaceKind, Retryable, Unreachable
from storage.database import Database
from storage.outbox import Claim, StoredNotice

log = structlog.get_logger(__name__)

LEASE_SECONDS = 60
"""How long a lane is one worker's: at least twice a send's hard time-out."""

LONGEST_NAP = timedelta(seconds=2)
"""How long the worker sleeps when nobody wakes it: what another process made due is seen by then."""

_LANES_AT_ONCE = 16

_CARD_TRIES = 2
"""A message that belongs under a card looks again at the first waits of the table, then at this one's."""


class _LostError(Exception):
    """The person has blocked or removed the bot: what waits for them waits until they are back."""


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
                if not await self.deliver_due():
                    await self._nap(stopping)
            except Exception:
                log.exception("delivery round failed")
                await asyncio.wait([stopping], timeout=LONGEST_NAP.total_seconds())
        stopping.cancel()

    async def deliver_due(self) -> bool:
        """Deliver once what is due now; tells whether there was anything."""
        now = self._clock.now()
        async with self._database.begin() as work:
            claims = await work.outbox.claim(self._owner, now, LEASE_SECONDS, _LANES_AT_ONCE)
        ends = await asyncio.gather(*(self._serve(claim) for claim in claims), return_exceptions=True)
        for end in ends:
            if isinstance(end, Exception):
                log.error("lane not served", error=type(end).__name__, exc_info=end)
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
        is_reachable = True
        try:
            for posting in postings:
                await self._deliver(claim, self._as_item(claim, posting))
            for notice in notices:
                await self._deliver_notice(claim, notice)
        except _LostError:
            is_reachable = False
        async with self._database.begin() as work:
            await work.outbox.release(claim, self._clock.now())
            if not is_reachable:
                await work.conversations.forget(claim.conversation.id, self._clock.now())

    async def _deliver_notice(self, claim: Claim, notice: StoredNotice) -> None:
        try:
            async with self._database.read() as work:
                thread_id = await find_thread(work, claim, notice)
        except NotPostedYetError:
            async with self._database.begin() as work:
                until = self._clock.now() + TRIES[min(notice.tries, _CARD_TRIES)]
                await work.outbox.delay_notice(claim, notice.id, until, "card not posted yet")
            return
        await self._deliver(claim, self._as_notice_item(claim, notice, thread_id))

    async def _deliver(self, claim: Claim, item: _Item) -> None:
        """Send one item; whatever happens to it, the lane's other items go on."""
        place = claim.conversation.place
        try:
            arrived = await carry(
                self._courier,
                place,
                await item.draw(),
                activity_id=item.activity_id,
                thread_id=item.thread_id,
            )
        except SubjectGoneError:
            await item.bury("subject removed")
        except Unreachable as error:
            if place.kind is PlaceKind.PERSONAL:
                log.info("unreachable", item=item.name, code=error.code)
                raise _LostError from error
            await self._put_off(item, error.code)
        except Retryable as error:
            await self._put_off(item, error.code, after=error.after)
        except DeliveryError as error:
            log.warning("delivery refused", item=item.name, code=error.code, status=error.status)
            await item.bury(error.code)
        except Exception as error:
            log.exception("delivery failed", item=item.name)
            await self._put_off(item, type(error).__name__)
        else:
            await item.finish(arrived)

    async def _put_off(self, item: _Item, code: str, *, after: float | None = None) -> None:
        """Try again later; after the last try of the table an administrator sees it."""
        until = plan_next_try(item.tries + 1, self._clock.now(), after=after, random=self._random)
        log.warning("delivery put off", item=item.name, code=code, until=until)
        if until is None:
            await item.bury(code)
        else:
            await item.delay(until, code)

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
