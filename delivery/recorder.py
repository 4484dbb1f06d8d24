"""Noting what arrived, and what was sent: together, where several were answered in the same moment."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import structlog

from delivery.pacer import Pacer, find_base
from domain.delivery import Landed
from domain.pace import Sent
from domain.ports import Place, WakeUp
from storage.database import Database
from storage.work import Work

log = structlog.get_logger(__name__)

_SENDS_WAIT = 0.3
"""Seconds until plain sentences and menus are counted in the lanes' rows; this process counts at once."""


@dataclass(slots=True)
class _Batch:
    """What is noted in one unit of work."""

    landed: list[Landed] = field(default_factory=list)
    lanes: dict[str, int] = field(default_factory=dict)
    """The lanes of the conversations it is about."""
    written: asyncio.Task[None] | None = None


class Recorder:
    """Writes what the process sent itself. While one unit is waited for, what else arrives joins it."""

    def __init__(self, database: Database, wake_up: WakeUp, pacer: Pacer) -> None:
        self._database = database
        self._wake_up = wake_up
        self._pacer = pacer
        self._batch = _Batch()
        self._sends_noted: asyncio.Task[None] | None = None

    async def note(self, place: Place, lane_id: int, landed: Sequence[Landed]) -> None:
        """Note these; returns when they are kept.

        Raises:
            StorageBusy: they could not be; the worker will send them again.
        """
        batch = self._batch
        batch.landed += landed
        batch.lanes[find_base(place)] = lane_id
        if batch.written is None:
            batch.written = asyncio.create_task(self._write(batch))
        await asyncio.shield(batch.written)

    def note_sends(self) -> None:
        """Have what was sent counted for all processes soon, with what arrives meanwhile."""
        if self._sends_noted is None or self._sends_noted.done():
            self._sends_noted = asyncio.create_task(self._write_sends())

    async def drain(self) -> None:
        """Wait until what was sent is counted."""
        if self._sends_noted is not None:
            await asyncio.wait([self._sends_noted])

    async def _write_sends(self) -> None:
        await self._pacer.sleep(_SENDS_WAIT)
        sent = self._pacer.take_all_unwritten()
        try:
            if sent:
                async with self._database.begin(durable=False) as work:
                    await self._charge(work, sent, {})
        except Exception as error:  # noqa: BLE001 (whatever it is: it is counted with the next)
            log.warning("sends not counted yet", error=type(error).__name__)
            for conversation_id, moments in sent.items():
                self._pacer.give_back(conversation_id, moments)

    async def _charge(self, work: Work, sent: Mapping[str, Sequence[Sent]], lanes: Mapping[str, int]) -> None:
        for conversation_id, moments in sent.items():
            if conversation_id in lanes:
                work.outbox.charge_lane(lanes[conversation_id], moments)
            else:
                await work.outbox.charge(conversation_id, moments)

    async def _write(self, batch: _Batch) -> None:
        sent: dict[str, list[Sent]] = {}
        try:
            async with self._database.begin(durable=False) as work:
                self._close(batch)
                sent = self._pacer.take_all_unwritten()
                await self._charge(work, sent, batch.lanes)
                await work.postings.shown(batch.landed)
        except BaseException:
            for conversation_id, moments in sent.items():
                self._pacer.give_back(conversation_id, moments)
            raise
        finally:
            self._close(batch)
        if work.woken:
            self._wake_up.wake()

    def _close(self, batch: _Batch) -> None:
        """Have what arrives from now on written by the next unit."""
        if self._batch is batch:
            self._batch = _Batch()
