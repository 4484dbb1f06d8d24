"""Keeping on while the database is away: somebody waits, and it may be back in a moment."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog

from domain.patience import seconds_left
from storage.errors import StorageAway, StorageUnsure

log = structlog.get_logger(__name__)

T = TypeVar("T")

_AGAIN = 0.5
"""Seconds between two tries."""


async def keep_trying(deed: Callable[[], Awaitable[T]]) -> T:
    """Do something in the database, again and again until the patience is used up.

    Only for what knows itself again: where the line broke at the very end, it may be done already.

    Raises:
        StorageAway: the database did not come back in time.
        StorageUnsure: neither did it, and one of the tries may have been kept.
    """
    unsure: StorageUnsure | None = None
    while True:
        try:
            return await deed()
        except StorageAway as error:
            unsure = error if isinstance(error, StorageUnsure) else unsure
            if seconds_left(_AGAIN) < _AGAIN:
                raise unsure or error from error.__cause__
            log.warning("database away", again_in=_AGAIN)
            await asyncio.sleep(_AGAIN)
