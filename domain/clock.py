"""Time, asked for and never taken: UTC inside, Europe/London for people."""

from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


class Clock(Protocol):
    """Tells the time; tests and the local mode hand in their own."""

    def now(self) -> datetime:
        """Give the present moment, aware and in UTC."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Give the present moment, aware and in UTC."""
        return datetime.now(UTC)


def in_london(moment: datetime) -> datetime:
    """Show an aware moment as people here read it."""
    return moment.astimezone(LONDON)
