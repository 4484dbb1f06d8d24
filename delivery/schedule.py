"""When a message that did not arrive is tried again."""

from datetime import datetime, timedelta
from random import Random

TRIES = tuple(timedelta(seconds=seconds) for seconds in (2, 10, 30, 120, 300, 900, 1800, 3600))
"""The waits after each failed try; after the last one the message is a dead letter."""

_JITTER = 0.2
"""A wait is lengthened by up to this share, so that many failures do not come back as one."""


def plan_next_try(tries: int, now: datetime, *, after: float | None, random: Random) -> datetime | None:
    """Say when to try again after ``tries`` failures, or None when it is time to give up.

    ``after`` is the wait in seconds that the other side asked for; it replaces the table's.
    """
    if tries > len(TRIES):
        return None
    wait = timedelta(seconds=after) if after is not None else TRIES[tries - 1]
    return now + wait * (1 + _JITTER * random.random())
