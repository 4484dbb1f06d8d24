"""What the Hub is told of its library: which sources are due for another look."""

from datetime import datetime

from cards.library import looked_over
from delivery.waiting import OutOfDateError
from domain.clock import in_london
from domain.library import Filters, State
from domain.ports import Outgoing
from storage.work import Work

_SHOWN = 5
"""Entries that are named; a press shows the others."""


async def draw_due_evidence(work: Work, conversation_id: int, now: datetime) -> Outgoing:
    """Draw the digest of what is due.

    Raises:
        OutOfDateError: everything has been looked at meanwhile, or the Hub is elsewhere now.
    """
    hub = await work.conversations.hub()
    if hub is None or hub.id != conversation_id:
        raise OutOfDateError
    today = in_london(now).date()
    due = await work.evidence.list_due(today, _SHOWN)
    if not due:
        raise OutOfDateError
    _first, total = await work.evidence.list_filtered(Filters(state=State.DUE), today, 0, 1)
    return looked_over(tuple(due), total)
