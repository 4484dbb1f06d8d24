"""Counting what is sent: every call to Teams, at once in this process, and soon in the lane's row for all."""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

from domain.clock import Clock
from domain.pace import NOTHING_SENT, Pace, Sends, Sent, Urgency, next_free
from domain.ports import CUT, Courier, Member, Opened, Outgoing, Place, Retryable

Sleep = Callable[[float], Awaitable[None]]
"""Waits so many seconds; whoever moves a clock by hand hands in their own."""

_REMEMBERED = 4_000
"""Conversations that were spoken to last; the lanes' rows know the others."""

_ON_TIME = timedelta(milliseconds=50)
"""What goes so soon after the moment it was planned for stands in the lane's row as it should."""


class Pacer:
    """What this process has sent lately, for each conversation, and what of it is not written down yet."""

    def __init__(self, clock: Clock, pace: Pace, sleep: Sleep = asyncio.sleep) -> None:
        self.pace = pace
        self.sleep = sleep
        self._clock = clock
        self._sends: OrderedDict[str, Sends] = OrderedDict()
        self._unwritten: dict[str, list[Sent]] = {}
        self._planned: dict[str, deque[datetime]] = {}
        self.sent = 0
        """How many calls there were altogether."""
        self.tenants: set[str] = set()
        """Where they went to."""

    def charge(self, place: Place) -> None:
        """Count one call to Teams, whether it succeeds or not."""
        now, conversation_id = self._clock.now(), find_base(place)
        self._sends[conversation_id] = self._sends.get(conversation_id, NOTHING_SENT).plus([now], now)
        self._sends.move_to_end(conversation_id)
        if len(self._sends) > _REMEMBERED:
            self._sends.popitem(last=False)
        plans = self._planned.get(conversation_id)
        planned = plans.popleft() if plans else None
        if planned is None or now > planned + _ON_TIME:
            self._unwritten.setdefault(conversation_id, []).append(Sent(now, planned))
        self.sent += 1
        self.tenants.add(place.tenant_id)

    def plan(self, place: Place, planned: Sequence[datetime]) -> None:
        """Take over when the next replies go; the lane's row counts them already. Nothing ends the plan."""
        if planned:
            self._planned[find_base(place)] = deque(planned)
        else:
            self._planned.pop(find_base(place), None)

    def find_free(self, place: Place, urgency: Urgency, kept: Sends = NOTHING_SENT) -> datetime:
        """Say when the next message may go, by what this process knows and by what the lane's row says."""
        now, ours = self._clock.now(), self._sends.get(find_base(place), NOTHING_SENT)
        return max(next_free(sends, now, urgency, self.pace.windows) for sends in (ours, kept))

    async def wait_until_free(self, place: Place) -> None:
        """Wait until a reply may go; only where somebody has had more than Teams lets through."""
        while (wait := self._find_reply(place) - self._clock.now()) > timedelta(0):
            await self.sleep(wait.total_seconds())

    def _find_reply(self, place: Place) -> datetime:
        free, plans = self.find_free(place, Urgency.REPLY), self._planned.get(find_base(place))
        return max(free, plans[0]) if plans else free

    async def take_turn(self, place: Place) -> None:
        """Wait until one more call fits into every window, and count it.

        Whoever sends has looked at the pace before; but one card may take several calls, where it is too
        large or its message is gone.
        """
        await self.wait_until_free(place)
        self.charge(place)

    def take_unwritten(self, place: Place) -> Sequence[Sent]:
        """Take what is to be written of one conversation."""
        return self._unwritten.pop(find_base(place), ())

    def take_all_unwritten(self) -> dict[str, list[Sent]]:
        """Take everything that is to be written, by conversation."""
        taken, self._unwritten = self._unwritten, {}
        return taken

    def give_back(self, conversation_id: str, sent: Sequence[Sent]) -> None:
        """Take back what could not be written."""
        self._unwritten.setdefault(conversation_id, []).extend(sent)


class PacedCourier:
    """A courier whose every call keeps the pace and is counted."""

    def __init__(self, courier: Courier, pacer: Pacer) -> None:
        self._courier = courier
        self._pacer = pacer

    async def send(self, place: Place, message: Outgoing) -> str:
        """Post a new message and give its activity id."""
        await self._pacer.take_turn(place)
        return await self._courier.send(place, message)

    async def update(self, place: Place, activity_id: str, message: Outgoing) -> None:
        """Replace a message that was posted before."""
        await self._pacer.take_turn(place)
        try:
            await self._courier.update(place, activity_id, message)
        except Retryable as error:
            if error.code == CUT:
                # The HTTP client has sent an update twice by then, as it may: both were calls.
                self._pacer.charge(place)
            raise

    async def open_thread(self, channel: Place, message: Outgoing) -> Opened:
        """Start a new thread in a channel with this message as its root."""
        await self._pacer.take_turn(channel)
        return await self._courier.open_thread(channel, message)

    async def open_personal(self, place: Place, member: Member) -> Opened:
        """Open the personal chat with one person; it counts for the tenant alone."""
        self._pacer.sent += 1
        return await self._courier.open_personal(place, member)

    async def show_typing(self, place: Place) -> None:
        """Let the person see that work goes on."""
        await self._pacer.take_turn(place)
        await self._courier.show_typing(place)

    async def list_members(self, place: Place, team_id: str) -> list[Member]:
        """Read a team's whole roster; reading is not sending."""
        return await self._courier.list_members(place, team_id)

    async def find_member(self, place: Place, teams_id: str) -> Member | None:
        """Look one member of a conversation up; reading is not sending."""
        return await self._courier.find_member(place, teams_id)


def find_base(place: Place) -> str:
    """Name the conversation without its thread: Teams counts a channel as one."""
    return place.conversation_id.partition(";messageid=")[0]
