"""Serving one lane: what is due in it goes out one after the other, at the pace, while the lease lasts."""

import asyncio
from datetime import datetime, timedelta
from random import Random

import structlog
from structlog.contextvars import bound_contextvars

from cards.short import shorten
from delivery.errand import Arrived, carry
from delivery.gone import SubjectGoneError
from delivery.items import Item, Picture, Render, list_items
from delivery.notices import NotPostedYetError
from delivery.noting import End, Notes, bury
from delivery.pacer import Pacer
from delivery.schedule import TRIES, plan_next_try
from delivery.tenant import TenantTurns
from delivery.waiting import NotNowError, OutOfDateError
from delivery.wire import Wire
from domain.clock import Clock
from domain.language import Languages, speaking
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
from storage.database import Database
from storage.errors import StorageBusy
from storage.outbox import Claim

log = structlog.get_logger(__name__)

SEND_SECONDS = 20
"""A send's hard time-out, whatever it takes: an update, and posting anew what is gone."""

LEASE_SECONDS = 60
"""How long a lane is one worker's: twice a send's hard time-out and more, so that its last one is over."""

_STOPPING = frozenset({412, 429})
"""What Teams answers when the whole conversation is to be left alone."""

_CARD_TRIES = 2
"""A message that belongs under a card looks again at the first waits of the table, then at this one's."""


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
        wire: Wire,
        random: Random,
        wake_up: WakeUp,
        render: Render,
        languages: Languages,
    ) -> None:
        self._database = database
        self._courier = courier
        self._clock = clock
        self._pacer = pacer
        self._turns = turns
        self._wire = wire
        self._random = random
        self._render = render
        self._languages = languages
        self._notes = Notes(database, clock, pacer, wake_up)
        self._is_stopping = False

    def stop(self) -> None:
        """Begin nothing new: the process shall end. What is on its way is finished."""
        self._is_stopping = self._notes.is_stopping = True

    async def serve(self, claim: Claim) -> None:
        """Send what is due in a lane, then give it back. Whatever happens to one item, the others go on."""
        try:
            with speaking(self._languages.choose(claim.locale)):
                end = await self._go_through(claim)
        except StorageBusy as error:
            log.warning("lane put down", lane=claim.lane_id, error=type(error).__name__)
            end = End(rest_until=self._clock.now())
        if end is not None:
            await self._notes.give_back(claim, end)

    async def _go_through(self, claim: Claim) -> End | None:
        """Send one thing after the other; gives how the last one ended, or None where the lane was lost.

        Raises:
            StorageBusy: the database cannot be had; all that was sent until then is noted.
        """
        now = self._clock.now()
        async with self._database.read() as work:
            postings = await work.outbox.due_postings(claim.lane_id, now)
            notices = await work.outbox.due_notices(claim.lane_id, now)
        items = list_items(claim, postings, notices, self._render)
        end = End()
        while items and not end.stops:
            item = items.pop(0)
            if self._is_stopping or self._has_run_out(claim):
                break
            with bound_contextvars(item=item.name, lane=claim.lane_id):
                end = await self._deliver(claim, item)
            items[:0] = end.instead
            if items and not end.stops and end.note is not None:
                if not await self._notes.note(claim, end):
                    return None
                end = End()
        return end

    def _has_run_out(self, claim: Claim) -> bool:
        """Tell whether a send begun now might still be on its way when the lane is another's."""
        return self._clock.now() > claim.until - timedelta(seconds=SEND_SECONDS)

    async def _deliver(self, claim: Claim, item: Item) -> End:
        place = claim.conversation.place
        if (rest := self._find_rest(claim)) is not None:
            return End(rest_until=rest)
        await self._turns.wait(place.tenant_id)
        if self._has_run_out(claim):
            return End(rest_until=self._clock.now())
        try:
            with self._wire.sending(item.posting_id) as crossing:
                picture, rest = await self._look(claim, item)
                if rest is not None:
                    return End(rest_until=rest)
                if picture is None:
                    return End()
                arrived = await self._send(place, picture)
                at = self._clock.now()
        except StorageBusy:
            raise  # it says nothing about this item
        except Exception as error:  # noqa: BLE001 (whatever it is, it is noted, and the lane goes on)
            return self._judge(claim, item, error)
        return End(lambda work: picture.finish(work, arrived, at, crossing.behind), sent=item)

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

    def _judge(self, claim: Claim, item: Item, error: Exception) -> End:
        """Say what becomes of an item that did not arrive, and of its lane."""
        now, is_personal = self._clock.now(), claim.conversation.place.kind is PlaceKind.PERSONAL
        end = End()
        match error:
            case SubjectGoneError():
                end = bury(item, now, "subject removed")
            case OutOfDateError():
                end = End(lambda work: item.let_go(work, now))
            case NotNowError(until=morning):
                end = End(lambda work: item.delay(work, morning, "out of hours"))
            case NotPostedYetError():
                until = now + TRIES[min(item.tries, _CARD_TRIES)]
                end = End(lambda work: item.delay(work, until, "card not posted yet"))
            case Unreachable() | Gone() if is_personal:
                log.info("unreachable", item=item.name, code=error.code)
                end = End(is_lost=True)
            case Unreachable():
                end = self._put_off(item, error.code, stops=True)
            case Retryable():
                stops = error.status in _STOPPING
                end = self._put_off(item, error.code, after=error.after, stops=stops)
            case DeliveryError():
                log.warning("delivery refused", item=item.name, code=error.code, status=error.status)
                parts = tuple(item.split())
                end = End(instead=parts) if parts else bury(item, now, error.code)
            case _:
                log.error("delivery failed", item=item.name, exc_info=error)
                end = self._put_off(item, type(error).__name__)
        return end

    def _put_off(self, item: Item, code: str, *, after: float | None = None, stops: bool = False) -> End:
        """Try again later; after the last try of the table an administrator sees it."""
        now = self._clock.now()
        until = plan_next_try(item.tries + 1, now, after=after, random=self._random)
        log.warning("delivery put off", item=item.name, code=code, until=until)
        if until is None:
            return bury(item, now, code)
        return End(lambda work: item.delay(work, until, code), rest_until=until if stops else None)
