"""Every call to Teams, counted and told in a line of the log: what it was, how it ended, how long it took."""

from collections.abc import Awaitable
from time import perf_counter
from typing import TypeVar

import structlog

from domain.ports import (
    Courier,
    DeliveryError,
    Gone,
    Member,
    Meter,
    Opened,
    Outgoing,
    Place,
    Retryable,
    TooLarge,
    Unreachable,
)
from domain.references import References

log = structlog.get_logger(__name__)

T = TypeVar("T")

_OUTCOMES: tuple[tuple[type[DeliveryError], str], ...] = (
    (Retryable, "again later"),
    (Unreachable, "unreachable"),
    (Gone, "gone"),
    (TooLarge, "too large"),
    (DeliveryError, "refused"),
)
"""What the classes of failure are called in the log and in the figures; the first that fits."""


class MeasuredCourier:
    """A courier that counts what another carries.

    Each call has a reference of its own in the log, beside the one of the turn that it belongs to.
    """

    def __init__(self, courier: Courier, meter: Meter, references: References) -> None:
        self._courier = courier
        self._meter = meter
        self._references = references

    async def send(self, place: Place, message: Outgoing) -> str:
        """Post a new message and give its activity id."""
        return await self._measure("send", self._courier.send(place, message))

    async def update(self, place: Place, activity_id: str, message: Outgoing) -> None:
        """Replace a message that was posted before."""
        await self._measure("update", self._courier.update(place, activity_id, message))

    async def open_thread(self, channel: Place, message: Outgoing) -> Opened:
        """Start a new thread in a channel with this message as its root."""
        return await self._measure("open thread", self._courier.open_thread(channel, message))

    async def open_personal(self, place: Place, member: Member) -> Opened:
        """Open the personal chat with one person of the tenant."""
        return await self._measure("open chat", self._courier.open_personal(place, member))

    async def show_typing(self, place: Place) -> None:
        """Let the person see that work goes on."""
        await self._measure("typing", self._courier.show_typing(place))

    async def list_members(self, place: Place, team_id: str) -> list[Member]:
        """Read a team's whole roster, page by page."""
        return await self._measure("roster", self._courier.list_members(place, team_id))

    async def find_member(self, place: Place, teams_id: str) -> Member | None:
        """Look one member of a conversation up, or None when they are not in it."""
        return await self._measure("member", self._courier.find_member(place, teams_id))

    async def _measure(self, deed: str, call: Awaitable[T]) -> T:
        begun, outcome, code, status = perf_counter(), "failed", "", None
        try:
            result = await call
            outcome = "arrived"
        except DeliveryError as error:
            outcome = next(name for kind, name in _OUTCOMES if isinstance(error, kind))
            code, status = error.code, error.status
            raise
        else:
            return result
        finally:
            seconds = perf_counter() - begun
            self._meter.count_delivery(deed, outcome, code, seconds)
            tell, ms = log.info if outcome == "arrived" else log.warning, round(seconds * 1e3, 1)
            call_id = self._references()
            tell("delivery", call=call_id, deed=deed, outcome=outcome, code=code, status=status, ms=ms)
