"""Noting what arrived: together, where several conversations were answered in the same moment."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from delivery.errand import Arrived
from domain.delivery import Posting
from domain.ports import WakeUp
from storage.database import Database


@dataclass(slots=True)
class _Batch:
    """What is noted in one unit of work."""

    arrivals: list[tuple[Posting, Arrived]] = field(default_factory=list)
    written: asyncio.Task[None] | None = None


class Recorder:
    """Writes what the process sent itself. While one unit is waited for, what else arrives joins it."""

    def __init__(self, database: Database, wake_up: WakeUp) -> None:
        self._database = database
        self._wake_up = wake_up
        self._batch = _Batch()

    async def note(self, arrivals: Sequence[tuple[Posting, Arrived]]) -> None:
        """Note these; returns when they are kept.

        Raises:
            StorageBusy: they could not be; the worker will send them again.
        """
        batch = self._batch
        batch.arrivals += arrivals
        if batch.written is None:
            batch.written = asyncio.create_task(self._write(batch))
        await asyncio.shield(batch.written)

    async def _write(self, batch: _Batch) -> None:
        try:
            async with self._database.begin() as work:
                self._close(batch)
                await work.postings.shown(
                    [
                        (posting.id, posting.wanted, arrived.activity_id, arrived.thread_id or None)
                        for posting, arrived in batch.arrivals
                    ]
                )
        finally:
            self._close(batch)
        if work.woken:
            self._wake_up.wake()

    def _close(self, batch: _Batch) -> None:
        """Have what arrives from now on written by the next unit."""
        if self._batch is batch:
            self._batch = _Batch()
