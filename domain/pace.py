"""How fast Teams lets us speak: four windows for each conversation, and a rate for the whole tenant.

Pure: what was sent is a value, the present moment is a parameter. Kept as JSON beside each lane, what was
sent lately stands to the millisecond and what was sent longer ago in counts, so that an hour of 1,800
sends takes about a hundred pairs of numbers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Self

from domain.ports import JSON


class Urgency(StrEnum):
    """What a send is for: somebody's own answer goes first."""

    REPLY = "reply"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Window:
    """At most ``limit`` sends in any ``seconds``; ``kept_for_replies`` of them background leaves alone."""

    seconds: float
    limit: int
    kept_for_replies: int = 0


@dataclass(frozen=True, slots=True)
class Pace:
    """The limits that are kept."""

    windows: tuple[Window, ...]
    tenant_a_second: float
    """Sends a second over all conversations and processes."""


TEAMS = Pace(
    windows=(Window(1, 7, 2), Window(2, 8, 2), Window(30, 60, 2), Window(3600, 1800)),
    tenant_a_second=40,
)
"""Teams' limits per bot and conversation, and 40 of the 50 a second that one app has in a tenant.

Source: Microsoft's page on rate limiting for bots in Teams.
"""

LEEWAY_MS = 100
"""Added to each window: two sends may come closer together on their way than they left here."""

_SLOTS = ((2_000, 1), (30_000, 1_000), (3_600_000, 60_000))
"""What is younger than the first number is kept in steps of the second; both in milliseconds."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One send to be counted for all processes; ``planned`` is where it stands already, if it does."""

    at: datetime
    planned: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sends:
    """What a lane has sent lately: pairs of a moment (milliseconds since 1970) and how many, oldest first.

    A pair's sends all happened at its moment or before: whoever counts by the moments never counts too few.
    """

    pairs: tuple[tuple[int, int], ...] = ()

    @classmethod
    def restore(cls, kept: JSON) -> Self:
        """Read what ``keep`` wrote; anything else is taken for nothing sent."""
        if not isinstance(kept, list):
            return cls()
        numbers = [int(number) for number in kept if isinstance(number, int | float)]
        return cls(tuple(zip(numbers[::2], numbers[1::2], strict=False)))

    def keep(self) -> JSON:
        """Write it as one flat list of numbers."""
        return [number for pair in self.pairs for number in pair]

    def plus(self, moments: Iterable[datetime], now: datetime) -> "Sends":
        """Add what was sent, and forget and gather what is old by now."""
        merged = sorted([*self.pairs, *((_count_ms(moment), 1) for moment in moments)])
        return Sends(tuple(_gather(merged, _count_ms(now))))

    def note(self, sent: Sequence[Sent], now: datetime) -> "Sends":
        """Add what was sent; what was planned for another moment goes to its own."""
        pairs = list(self.pairs)
        for one in sent:
            if one.planned is not None:
                _take_out(pairs, _count_ms(one.planned))
        return Sends(tuple(pairs)).plus((one.at for one in sent), now)

    def count(self, window: Window, at_ms: int) -> int:
        """Count what lies in a window that ends at a moment."""
        since = at_ms - round(window.seconds * 1000) - LEEWAY_MS
        return sum(many for moment, many in self.pairs if moment > since)


NOTHING_SENT = Sends()


def next_free(sends: Sends, now: datetime, urgency: Urgency, windows: Sequence[Window]) -> datetime:
    """Say when the next message may go: ``now``, or the first moment at which no window is full."""
    if not sends.pairs:
        return now
    at_ms = _count_ms(now)
    free_ms = max((_find_free(sends, window, at_ms, urgency) for window in windows), default=at_ms)
    return now if free_ms <= at_ms else datetime.fromtimestamp(free_ms / 1000, UTC)


def plan_replies(sends: Sends, now: datetime, many: int, windows: Sequence[Window]) -> list[datetime]:
    """Plan when so many replies may go, one behind the other: now, or as soon as no window is full."""
    planned: list[datetime] = []
    for _ in range(many):
        now = next_free(sends, now, Urgency.REPLY, windows)
        sends = sends.plus([now], now)
        planned.append(now)
    return planned


def _find_free(sends: Sends, window: Window, at_ms: int, urgency: Urgency) -> int:
    """Find when enough of a window's sends have left it."""
    limit = window.limit - (window.kept_for_replies if urgency is Urgency.BACKGROUND else 0)
    must_leave = sends.count(window, at_ms) - limit + 1
    span = round(window.seconds * 1000) + LEEWAY_MS
    for moment, many in sends.pairs:
        if must_leave <= 0:
            break
        if moment > at_ms - span:
            must_leave -= many
            if must_leave <= 0:
                return moment + span
    return at_ms


def _gather(pairs: Sequence[tuple[int, int]], now_ms: int) -> list[tuple[int, int]]:
    """Gather what is old in slots, each named by its latest moment; what no window sees is forgotten."""
    kept: list[tuple[int, int]] = []
    for moment, many in pairs:
        step = _find_step(now_ms - moment)
        if step is None:
            continue
        if kept and kept[-1][0] // step == moment // step:
            many += kept.pop()[1]  # noqa: PLW2901 (the pair takes up the one before it)
        kept.append((moment, many))
    return kept


def _take_out(pairs: list[tuple[int, int]], at_ms: int) -> None:
    """Take one send out of the pair that holds a moment; a pair is named by its latest."""
    for place, (moment, many) in enumerate(pairs):
        if moment >= at_ms:
            pairs[place : place + 1] = [(moment, many - 1)] if many > 1 else []
            return


def _find_step(age_ms: int) -> int | None:
    """Say how coarsely something of an age is kept, or None when it need not be."""
    return next((step for until, step in _SLOTS if age_ms <= until + LEEWAY_MS), None)


def _count_ms(moment: datetime) -> int:
    """Count milliseconds since 1970, rounded up: later is the safe side."""
    return -(-round(moment.timestamp() * 1_000_000) // 1000)


def is_within(sent: Sequence[datetime], windows: Sequence[Window]) -> bool:
    """Tell whether a sequence of sends keeps every window; for whoever checks, not for whoever sends."""
    stamps = sorted(moment.timestamp() for moment in sent)
    return all(
        late - early >= window.seconds
        for window in windows
        for early, late in zip(stamps, stamps[window.limit :], strict=False)
    )


@dataclass(frozen=True, slots=True)
class Grant:
    """Turns to send, taken from the tenant's rate: the first at ``start``, the others evenly after."""

    start: datetime
    many: int
    gap: timedelta

    @property
    def end(self) -> datetime:
        """Say when the next grant begins."""
        return self.start + self.gap * self.many

    def moments(self) -> list[datetime]:
        """Give the moment of each turn."""
        return [self.start + self.gap * number for number in range(self.many)]


_CREDIT = timedelta(milliseconds=200)
"""How far back a grant may reach when nothing was sent just now: what a late look would waste."""


def grant_turns(free_from: datetime | None, now: datetime, many: int, a_second: float) -> Grant:
    """Grant turns of the tenant's rate, from where the last grant ended; ``free_from`` is None at first."""
    earliest = now - _CREDIT
    start = earliest if free_from is None else max(earliest, free_from)
    return Grant(start, many, timedelta(seconds=1 / a_second))
