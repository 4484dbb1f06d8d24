"""Serving one lane: what is due in it goes out one after the other, at the pace, while the lease lasts."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import TypeAlias

import structlog

from cards.short import shorten
from delivery.errand import Arrived, carry
from delivery.items import Item, Picture, list_items
from delivery.notices import NotPostedYetError
from delivery.pacer import Pacer
from delivery.rendering import SubjectGoneError
from delivery.schedule import TRIES, plan_next_try
from delivery.tenant import TenantTurns
from domain.clock import Clock
from domain.pace import Urgency
from domain.ports import (
    Courier,
    DeliveryError,
    Gone,
    Place,
    PlaceKind,
    Retryable,
    TooLarge,
    Unreachable,
    WakeUp,
)
from services.people import lose
from storage.database import Database
from storage.outbox import Claim
from storage.work import Work

log = structlog.get_logger(__name__)

SEND_SECONDS = 20
"""A send's hard time-out, whatever it takes: an update, and posting anew what is gone."""

LEASE_SECONDS = 60
"""How long a lane is one worker's: twice a send's hard time-out and more, so that its last one is over."""

_STOPPING = frozenset({412, 429})
"""What Teams answers when the whole conversation is to be left alone."""

_CARD_TRIES = 2
"""A message that belongs under a card looks again at the first waits of the table, then at this one's."""

_NOTING_AGAIN = 1.0
"""Seconds between tries to write down what has arrived, while the database does not answer."""


_Write: TypeAlias = Callable[[Work, Sequence[datetime]], Awaitable[bool]]
"""Writes something of a lane, and when something was sent in it; False when the lane was lost."""


@dataclass(frozen=True, slots=True)
class _End:
    """How one item ended: what is written of it, and whether the lane goes on."""

    note: Callable[[Work], Awaitable[bool]] | None = None
    rest_until: datetime | None = None
    is_lost: bool = False
    """The person has blocked or removed the bot: what waits for them waits until they are back."""
    instead: tuple[Item, ...] = ()

    @property
    def stops(self) -> bool:
        """Tell whether nothing more goes out in this lane now."""
        return self.is_lost or self.rest_until is not None


class Server:
    """Serves lanes that were claimed."""

    def __init__(  # noqa: PLR0913 (what it works with, each named at the call)
        self,
        database: Database,
        courier: Courier,
        clock: Clock,
        *,
        pacer: Pacer,
        turns: TenantTurns,
        random: Random,
        wake_up: WakeUp,
    ) -> None:
        self._database = database
        self._courier = courier
        self._clock = clock
        self._pacer = pacer
        self._turns = turns
        self._random = random
        self._wake_up = wake_up
        self.is_stopping = False
        """Set when the process shall end: what is on its way is finished, nothing new begun."""

    async def serve(self, claim: Claim) -> None:
        """Send what is due in a lane, then give it back. Whatever happens to one item, the others go on."""
        now = self._clock.now()
        async with self._database.read() as work:
            postings = await work.outbox.due_postings(claim.lane_id, now)
            notices = await work.outbox.due_notices(claim.lane_id, now)
        items = list_items(claim, postings, notices)
        end = _End()
        while items and not end.stops:
            item = items.pop(0)
            if self.is_stopping or self._has_run_out(claim):
                break
            end = await self._deliver(claim, item)
            items[:0] = end.instead
            if items and not end.stops and end.note is not None:
                if not await self._note(claim, end):
                    return
                end = _End()
        await self._give_back(claim, end)

    def _has_run_out(self, claim: Claim) -> bool:
        """Tell whether a send begun now might still be on its way when the lane is another's."""
        return self._clock.now() > claim.until - timedelta(seconds=SEND_SECONDS)

    async def _deliver(self, claim: Claim, item: Item) -> _End:
        place = claim.conversation.place
        if (rest := self._find_rest(claim)) is not None:
            return _End(rest_until=rest)
        await self._turns.wait(place.tenant_id)
        if self._has_run_out(claim):
            return _End(rest_until=self._clock.now())
        try:
            picture, rest = await self._look(claim, item)
            if rest is not None:
                return _End(rest_until=rest)
            if picture is None:
                return _End()
            arrived = await self._send(place, picture)
            at = self._clock.now()
        except Exception as error:  # noqa: BLE001 (whatever it is, it is noted, and the lane goes on)
            return self._judge(claim, item, error)
        return _End(lambda work: picture.finish(work, arrived, at))

    def _find_rest(self, claim: Claim) -> datetime | None:
        free = self._pacer.find_free(claim.conversation.place, Urgency.BACKGROUND, claim.sends)
        return free if free > self._clock.now() else None

    async def _look(self, claim: Claim, item: Item) -> tuple[Picture | None, datetime | None]:
        """Look again just before the send: is it due still, how does it look now, and has the pace room."""
        async with self._database.read() as work:
            sends = await work.outbox.sent_lately(claim.lane_id)
            free = self._pacer.find_free(claim.conversation.place, Urgency.BACKGROUND, sends)
            if free > self._clock.now():
                return None, free
            return await item.look(work, self._clock.now()), None

    async def _send(self, place: Place, picture: Picture) -> Arrived:
        """Send it; shorter where Teams finds it too large.

        Raises:
            DeliveryError: it did not arrive.
        """
        how_to_see = "menu" if place.kind is PlaceKind.PERSONAL else "queue"
        too_large = TooLarge("MessageSizeTooBig")
        try:
            async with asyncio.timeout(SEND_SECONDS):
                for message in shorten(picture.message, how_to_see):
                    try:
                        return await carry(
                            self._courier,
                            place,
                            message,
                            activity_id=picture.activity_id,
                            thread_id=picture.thread_id,
                            anew=picture.anew,
                        )
                    except TooLarge as error:
                        too_large = error
        except TimeoutError as error:
            raise Retryable("TimedOut") from error
        raise too_large

    def _judge(self, claim: Claim, item: Item, error: Exception) -> _End:
        """Say what becomes of an item that did not arrive, and of its lane."""
        now, is_personal = self._clock.now(), claim.conversation.place.kind is PlaceKind.PERSONAL
        end = _End()
        match error:
            case SubjectGoneError():
                end = _bury(item, now, "subject removed")
            case NotPostedYetError():
                until = now + TRIES[min(item.tries, _CARD_TRIES)]
                end = _End(lambda work: item.delay(work, until, "card not posted yet"))
            case Unreachable() | Gone() if is_personal:
                log.info("unreachable", item=item.name, code=error.code)
                end = _End(is_lost=True)
            case Unreachable():
                end = self._put_off(item, error.code, stops=True)
            case Retryable():
                stops = error.status in _STOPPING
                end = self._put_off(item, error.code, after=error.after, stops=stops)
            case DeliveryError():
                log.warning("delivery refused", item=item.name, code=error.code, status=error.status)
                parts = tuple(item.split())
                end = _End(instead=parts) if parts else _bury(item, now, error.code)
            case _:
                log.error("delivery failed", item=item.name, exc_info=error)
                end = self._put_off(item, type(error).__name__)
        return end

    def _put_off(self, item: Item, code: str, *, after: float | None = None, stops: bool = False) -> _End:
        """Try again later; after the last try of the table an administrator sees it."""
        now = self._clock.now()
        until = plan_next_try(item.tries + 1, now, after=after, random=self._random)
        log.warning("delivery put off", item=item.name, code=code, until=until)
        if until is None:
            return _bury(item, now, code)
        return _End(lambda work: item.delay(work, until, code), rest_until=until if stops else None)

    async def _note(self, claim: Claim, end: _End) -> bool:
        """Write down how an item ended, and what was sent; False when the lane was lost."""

        async def write(work: Work, sent: Sequence[datetime]) -> bool:
            work.outbox.charge_lane(claim.lane_id, sent)
            return end.note is None or await end.note(work)

        return await self._write(claim, write)

    async def _give_back(self, claim: Claim, end: _End) -> None:
        """Write down how the last item ended and give the lane back, in one unit of work."""

        async def write(work: Work, sent: Sequence[datetime]) -> bool:
            if end.note is not None and not await end.note(work):
                return False
            now = self._clock.now()
            held = await work.outbox.release(claim, now, not_before=end.rest_until, sent=sent)
            if held and end.is_lost:
                await lose(work, claim.conversation, self._clock.now())
            return held

        await self._write(claim, write)

    async def _write(self, claim: Claim, write: _Write) -> bool:
        """Write, again and again while the lease lasts: what Teams has taken shall not be sent twice.

        Raises:
            Exception: the database did not answer until the lease ran out.
        """
        place = claim.conversation.place
        sent = self._pacer.take_unwritten(place)
        while True:
            try:
                async with self._database.begin() as work:
                    held = await write(work, sent)
            except Exception as error:
                if self._clock.now() >= claim.until or self.is_stopping:
                    raise
                log.warning("delivery not noted yet", error=type(error).__name__)
                await self._pacer.sleep(_NOTING_AGAIN)
            else:
                if work.woken:
                    self._wake_up.wake()
                if not held:
                    log.warning("lane lost", lane=claim.lane_id)
                return held


def _bury(item: Item, now: datetime, code: str) -> _End:
    return _End(lambda work: item.bury(work, now, code))
