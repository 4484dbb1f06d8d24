"""Replies: what a turn says is sent at once by the process that answers, in order in each conversation."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from delivery.errand import Arrived, carry
from delivery.fallback import Fallback
from delivery.pacer import PacedCourier, Pacer
from delivery.recorder import Recorder
from delivery.wire import Wire
from domain.clock import Clock
from domain.delivery import GRACE, Landed, Parcel, Posting
from domain.pace import TEAMS
from domain.ports import (
    CUT,
    Courier,
    DeliveryError,
    Member,
    Outgoing,
    Place,
    PlaceKind,
    Retryable,
    TooLarge,
    WakeUp,
)
from storage.database import Database

log = structlog.get_logger(__name__)

_WAITS = (1.0, 2.0)
"""Seconds before the second and the third try of a plain reply."""

_OURS = 0.9
"""The part of the grace in which a card may still be on its way from here."""

_LANDS_WITHIN = 0.5
"""Seconds an answer waits for the pictures on the wire: none of them may come after it."""


@dataclass(frozen=True, slots=True)
class _Errand:
    """What one turn says."""

    place: Place
    parcels: Sequence[Parcel]
    planned: Sequence[datetime]
    until: datetime
    """When its cards are the worker's."""


class Dispatcher:
    """Sends what turns say. A card that does not arrive stays due, and the worker takes it over."""

    def __init__(  # noqa: PLR0913 (what it works with, each named at the call)
        self,
        database: Database,
        courier: Courier,
        wake_up: WakeUp,
        clock: Clock,
        *,
        pacer: Pacer | None = None,
        wire: Wire | None = None,
    ) -> None:
        self._database = database
        self._pacer = pacer or Pacer(clock, TEAMS)
        self._courier = PacedCourier(courier, self._pacer)
        self._wire = wire or Wire()
        self._wake_up = wake_up
        self._clock = clock
        self._recorder = Recorder(database, wake_up, self._pacer)
        self._fallback = Fallback(database, clock, wake_up)
        self._tails: dict[str, asyncio.Task[None]] = {}
        self._newest: dict[int, int] = {}
        """The newest revision handed in of each posting that is on its way: an older one stays behind."""

    async def dispatch(
        self, place: Place, parcels: Sequence[Parcel], planned: Sequence[datetime] = ()
    ) -> None:
        """Send these, after whatever that conversation is still being sent.

        ``planned`` is when each may go by what other processes send there.
        """
        await asyncio.wait([self._queue(place, parcels, planned)])

    async def dispatch_behind(
        self, place: Place, parcels: Sequence[Parcel], planned: Sequence[datetime] = ()
    ) -> None:
        """Send these behind an invoke's answer, which shows them already.

        Waits a moment for what is on the wire: an older picture that came after the answer would put the
        buttons of the question before under the person's finger.
        """
        before = self._tails.get(place.conversation_id)
        self._queue(place, parcels, planned)
        for posting in _list_postings(parcels):
            await self._wire.wait_for(posting, _LANDS_WITHIN)
        if before is not None:
            await asyncio.wait([before], timeout=_LANDS_WITHIN)

    async def tell_alone(self, place: Place, teams_id: str, aad_object_id: str, message: Outgoing) -> None:
        """Say something in the person's own chat, which is opened where there is none yet."""
        chat = await self._find_chat(aad_object_id)
        if chat is None:
            chat = await self._open_chat(place, Member(teams_id, aad_object_id, name=""))
        if chat is not None:
            await self.dispatch(chat, [Parcel(message)])

    async def _find_chat(self, aad_object_id: str) -> Place | None:
        async with self._database.read() as work:
            person = await work.people.find_by_object_id(aad_object_id)
            chat = await work.conversations.personal_of(person.id) if person else None
        return chat.place if chat else None

    async def _open_chat(self, place: Place, member: Member) -> Place | None:
        try:
            opened = await self._courier.open_personal(place, member)
        except DeliveryError as error:
            log.warning("chat could not be opened", code=error.code, status=error.status)
            return None
        return replace(place, conversation_id=opened.conversation_id, kind=PlaceKind.PERSONAL)

    def _queue(
        self, place: Place, parcels: Sequence[Parcel], planned: Sequence[datetime]
    ) -> asyncio.Task[None]:
        key = place.conversation_id
        until = self._clock.now() + GRACE * _OURS
        for posting in _list_postings(parcels):
            self._newest[posting.id] = max(posting.wanted, self._newest.get(posting.id, 0))
        task = asyncio.create_task(
            self._follow(self._tails.get(key), _Errand(place, parcels, planned, until))
        )
        self._tails[key] = task
        task.add_done_callback(lambda done: self._forget(key, parcels, done))
        return task

    async def drain(self) -> None:
        """Wait until everything that was handed in has been sent or given to the worker."""
        while self._tails:
            await asyncio.wait(list(self._tails.values()))
        await self._recorder.drain()

    def _forget(self, key: str, parcels: Sequence[Parcel], done: asyncio.Task[None]) -> None:
        if self._tails.get(key) is done:
            del self._tails[key]
        for posting in _list_postings(parcels):
            if self._newest.get(posting.id) == posting.wanted:
                del self._newest[posting.id]
        if not done.cancelled() and (error := done.exception()) is not None:
            log.error("replies not recorded", error=type(error).__name__)

    async def _follow(self, before: asyncio.Task[None] | None, errand: _Errand) -> None:
        if before is not None:
            await asyncio.wait([before])
        place = errand.place
        self._pacer.plan(place, errand.planned)
        landed: list[Landed] = []
        lane_id = 0
        for handed_in in errand.parcels:
            await self._pacer.wait_until_free(place)
            parcel = await self._address(handed_in)
            arrived = None if parcel is None else await self._send(place, parcel, errand.until)
            if arrived is not None and parcel is not None and parcel.posting is not None:
                landed.append(self._find_landed(parcel.posting, arrived))
                lane_id = parcel.posting.lane_id
        self._pacer.plan(place, ())
        if landed:
            await self._recorder.note(place, lane_id, landed)
        else:
            self._recorder.note_sends()

    def _find_landed(self, posting: Posting, arrived: Arrived) -> Landed:
        newest = self._newest.get(posting.id, 0)
        behind = newest if newest > posting.wanted else 0
        return Landed(posting.id, posting.wanted, arrived.activity_id, arrived.thread_id, behind)

    async def _address(self, parcel: Parcel) -> Parcel | None:
        """Find the message of a card that the turn before had only just sent.

        Where its message is not known even now, the worker changes it once it is. Where a newer picture of
        the card is behind this one, that one goes.
        """
        posting = parcel.posting
        if posting is None or posting.wanted == 1:
            return parcel
        if self._newest.get(posting.id, 0) > posting.wanted:
            return None
        if posting.activity_id:
            return parcel
        async with self._database.read() as work:
            present = await work.postings.find(posting.id)
        if present is None or not present.activity_id:
            return None
        there = replace(posting, activity_id=present.activity_id, thread_id=present.thread_id)
        return replace(parcel, posting=there)

    async def _send(self, place: Place, parcel: Parcel, until: datetime) -> Arrived | None:
        """Send one parcel; what does not arrive is left to the background."""
        if parcel.posting is not None:
            return await self._send_card(place, parcel, parcel.posting, until)
        waits = iter(_WAITS)
        while True:
            try:
                return await carry(
                    self._courier,
                    place,
                    parcel.message,
                    activity_id=parcel.activity_id or None,
                    thread_id=parcel.thread_id,
                )
            except DeliveryError as error:
                wait = next(waits, None)
                log.warning("reply did not arrive", code=error.code, status=error.status, again_in=wait)
                if not isinstance(error, Retryable | TooLarge):
                    return None
                if wait is None or isinstance(error, TooLarge):
                    await self._fallback.say_where(place, parcel.thread_id)
                    return None
                await self._pacer.sleep(wait)

    async def _send_card(
        self, place: Place, parcel: Parcel, posting: Posting, until: datetime
    ) -> Arrived | None:
        """Send a card while it is this process's: a moment later the worker may be sending it.

        A connection that lay idle may break under the first word on it: then it goes again at once.
        """
        await self._wire.wait_for(posting, _LANDS_WITHIN)
        left = (until - self._clock.now()).total_seconds()
        if left <= 0:
            return None
        try:
            async with asyncio.timeout(left):
                try:
                    return await self._carry_card(place, parcel, posting)
                except Retryable as error:
                    if error.code != CUT:
                        raise
                    return await self._carry_card(place, parcel, posting)
        except (DeliveryError, TimeoutError) as error:
            log.warning("card did not arrive", posting=posting.id, error=str(error))
            return None

    async def _carry_card(self, place: Place, parcel: Parcel, posting: Posting) -> Arrived:
        return await carry(
            self._courier,
            place,
            parcel.message,
            activity_id=posting.activity_id,
            thread_id=posting.thread_id,
        )


def _list_postings(parcels: Sequence[Parcel]) -> list[Posting]:
    return [parcel.posting for parcel in parcels if parcel.posting is not None]
