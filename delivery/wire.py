"""Cards on the wire in the background: a turn of this process sends its newer picture of one behind it."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from domain.delivery import Posting


@dataclass(slots=True)
class Crossing:
    """One card on its way in the background."""

    behind: int = 0
    """The newest revision that a turn sends once this one has landed; 0 where it has not waited for it."""
    landed: asyncio.Event = field(default_factory=asyncio.Event)


class Wire:
    """What the worker is sending, for whoever answers in the same process."""

    def __init__(self) -> None:
        self._crossings: dict[int, Crossing] = {}

    @contextmanager
    def sending(self, posting_id: int | None) -> Iterator[Crossing]:
        """Tell that a card is being drawn and sent in this block; None for what is no card."""
        crossing = Crossing()
        if posting_id is not None:
            self._crossings[posting_id] = crossing
        try:
            yield crossing
        finally:
            crossing.landed.set()
            if posting_id is not None and self._crossings.get(posting_id) is crossing:
                del self._crossings[posting_id]

    async def wait_for(self, posting: Posting, seconds: float) -> None:
        """Wait until an older picture of a card has landed, for so long at most: an answer goes first."""
        crossing = self._crossings.get(posting.id)
        if crossing is None:
            return
        crossing.behind = max(crossing.behind, posting.wanted)
        try:
            await asyncio.wait_for(crossing.landed.wait(), seconds)
        except TimeoutError:
            crossing.behind = 0
