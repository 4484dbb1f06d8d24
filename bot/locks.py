"""One turn at a time in each conversation."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from domain.ports import Place, PlaceKind

LONGEST_WAIT = 5.0
"""Seconds a message waits for the one before it."""

LONGEST_WAIT_IN_COMPANY = 7.0
"""The same where others write too, and one waits for them; it leaves a second of the turn's patience."""


class StillBusyError(Exception):
    """The message before this one has not been answered yet."""


class ConversationLocks:
    """A lock per conversation in this process; across processes the conversation's row is locked."""

    def __init__(
        self, longest_wait: float = LONGEST_WAIT, in_company: float = LONGEST_WAIT_IN_COMPANY
    ) -> None:
        self._longest_wait = longest_wait
        self._in_company = in_company
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def hold(self, place: Place) -> AsyncIterator[None]:
        """Hold a conversation while a turn runs; the threads of a channel are one.

        Raises:
            StillBusyError: it could not be had in time.
        """
        lock = self._locks.setdefault(place.conversation_id, asyncio.Lock())
        alone = place.kind is PlaceKind.PERSONAL
        await self._acquire(lock, self._longest_wait if alone else self._in_company)
        try:
            yield
        finally:
            lock.release()

    async def _acquire(self, lock: asyncio.Lock, longest_wait: float) -> None:
        if not lock.locked():
            await lock.acquire()
            return
        try:
            await asyncio.wait_for(lock.acquire(), longest_wait)
        except TimeoutError as error:
            raise StillBusyError from error
