"""Moving the clock of a bot in local mode, to see in minutes what takes months."""

import re
from datetime import datetime, timedelta

from domain.clock import in_london
from domain.dates import say_day
from domain.working_days import next_working_morning
from storage.moved_clock import MovedClock

MORNING = "morning"
"""To the next working morning."""

HOW = "Say how far, such as +14d, +6h or +30m; or 'morning', for nine o'clock on the next working day."

NOT_HERE = "The clock can be moved in local mode alone: on a developer's machine, with LOCAL_MODE=1."

_FAR = re.compile(r"\+(?P<count>\d{1,4})(?P<unit>[dhm])")
_UNITS = {"d": timedelta(days=1), "h": timedelta(hours=1), "m": timedelta(minutes=1)}


def read_move(typed: str, now: datetime) -> timedelta | None:
    """Read how far the clock shall go; None where it is not said."""
    if typed == MORNING:
        return next_working_morning(now) - now
    found = _FAR.fullmatch(typed)
    return int(found["count"]) * _UNITS[found["unit"]] if found else None


def say_clock(clock: MovedClock) -> str:
    """Say what the clock says."""
    local = in_london(clock.now())
    return f"The clock says {say_day(local)} {local.year}, {local:%H:%M}."
