"""Noting how things ended in a lane: while the lease lasts, since what Teams has taken is not sent twice."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

import structlog

from delivery.items import Item, Note
from delivery.pacer import Pacer, find_base
from domain.clock import Clock
from domain.pace import Sent
from domain.ports import WakeUp
from services.people import lose
from storage.database import Database
from storage.errors import StorageBusy
from storage.outbox import Claim
from storage.work import Work

log = structlog.get_logger(__name__)

_NOTING_AGAIN = 1.0
"""Seconds between tries to write down what has arrived, while the database does not answer."""

_NOTING_TRIES = 3
"""Tries where the database answers, and it is the noting itself that fails."""

_Write: TypeAlias = Callable[[Work, Sequence[Sent]], Awaitable[bool]]
"""Writes something of a lane, and when something was sent in it; False when the lane was lost."""


@dataclass(frozen=True, slots=True)
class End:
    """How one item ended: what is written of it, and whether the lane goes on."""

    note: Note | None = None
    rest_until: datetime | None = None
    is_lost: bool = False
    """The person has blocked or removed the bot: what waits for them waits until they are back."""
    instead: tuple[Item, ...] = ()
    sent: Item | None = None
    """What has arrived, and is sent again if that is not noted."""

    @property
    def stops(self) -> bool:
        """Tell whether nothing more goes out in this lane now."""
        return self.is_lost or self.rest_until is not None


def bury(item: Item, now: datetime, code: str) -> End:
    """Say that an item is given up; an administrator sees it."""
    return End(lambda work: item.bury(work, now, code))


class Notes:
    """Writes down how items ended, and gives lanes back."""

    def __init__(self, database: Database, clock: Clock, pacer: Pacer, wake_up: WakeUp) -> None:
        self._database = database
        self._clock = clock
        self._pacer = pacer
        self._wake_up = wake_up
        self.is_stopping = False
        """Set when the process shall end: nothing is waited for any more."""

    async def note(self, claim: Claim, end: End) -> bool:
        """Write down how an item ended, and what was sent; False when the lane was lost."""
        return await self._keep(claim, end, self._write_note)

    async def give_back(self, claim: Claim, end: End) -> bool:
        """Write down how the last item ended and give the lane back; False when it was lost."""
        return await self._keep(claim, end, self._write_release)

    async def _keep(self, claim: Claim, end: End, step: Callable[[Claim, End], Awaitable[bool]]) -> bool:
        """Write down how an item ended; False when the lane was lost.

        What has arrived and cannot be noted for a reason of its own is given up, where an administrator
        sees it: left as it was, it would be sent again with every lease.
        """
        try:
            return await step(claim, end)
        except StorageBusy:
            raise
        except Exception:
            if end.sent is None:
                raise
            log.exception("arrived, but cannot be noted", item=end.sent.name)
            buried = bury(end.sent, self._clock.now(), "NotNoted")
            return await step(claim, replace(end, note=buried.note, sent=None))

    async def _write_note(self, claim: Claim, end: End) -> bool:
        """Write down how an item ended, and what was sent."""

        async def write(work: Work, sent: Sequence[Sent]) -> bool:
            work.outbox.charge_lane(claim.lane_id, sent)
            return end.note is None or await end.note(work)

        return await self._write(claim, write)

    async def _write_release(self, claim: Claim, end: End) -> bool:
        """Write down how the last item ended and give the lane back, in one unit of work."""

        async def write(work: Work, sent: Sequence[Sent]) -> bool:
            if end.note is not None and not await end.note(work):
                return False
            now = self._clock.now()
            held = await work.outbox.release(claim, now, not_before=end.rest_until, sent=sent)
            if held and end.is_lost:
                await lose(work, claim.conversation, self._clock.now())
            return held

        return await self._write(claim, write)

    async def _write(self, claim: Claim, write: _Write) -> bool:
        """Write, again and again while the lease lasts: what Teams has taken shall not be sent twice.

        Raises:
            StorageBusy: the database did not answer until the lease ran out.
            Exception: it fails for another reason, whatever is tried.
        """
        place = claim.conversation.place
        sent, tries = self._pacer.take_unwritten(place), 0
        while True:
            try:
                async with self._database.begin() as work:
                    held = await write(work, sent)
            except Exception as error:
                tries += not isinstance(error, StorageBusy)
                if self._clock.now() >= claim.until or self.is_stopping or tries >= _NOTING_TRIES:
                    self._pacer.give_back(find_base(place), sent)
                    raise
                log.warning("delivery not noted yet", error=type(error).__name__)
                await self._pacer.sleep(_NOTING_AGAIN)
            else:
                if work.woken:
                    self._wake_up.wake()
                if not held:
                    log.warning("lane lost", lane=claim.lane_id)
                return held
