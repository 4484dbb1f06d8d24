"""One turn at a time in each conversation."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

LONGEST_WAIT = 5.0
"""Seconds a message waits for the one before it."""


class StillBusyError(Exception):
    """The message before this one has not been answered yet."""


class ConversationLocks:
    """A lock per conversation in this process; across processes the conversation's row is locked."""

    def __init__(self, longest_wait: float = LONGEST_WAIT) -> None:
        self._longest_wait = longest_wait
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def hold(self, conversation_id: str) -> AsyncIterator[None]:
        """Hold a conversation while a turn runs.

        Raises:
            StillBusyError: it could not be had in time.
        """
        lock = self._locks.setdefault(conversation_id, asyncio.Lock())
        await self._acquire(lock)
        try:
            yield
        finally:
            lock.release()

    async def _acquire(self, lock: asyncio.Lock) -> None:
        if not lock.locked():
            await lock.acquire()
            return
        try:
            await asyncio.wait_for(lock.acquire(), self._longest_wait)
        except TimeoutError as error:
            raise StillBusyError from error
