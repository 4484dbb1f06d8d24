"""What takes the place of an answer that did not get through: where the person is now, in the background."""

from datetime import datetime, timedelta

import structlog

from delivery.pacer import find_base
from domain.clock import Clock
from domain.conversation import Conversation
from domain.delivery import Notice, NoticeKind, Subject, SubjectKind
from domain.ports import Place, PlaceKind, WakeUp
from services.walkthroughs import Footing, find_open_walk, show_walk
from storage.database import Database
from storage.work import Work

log = structlog.get_logger(__name__)

_WORTH_SAYING = timedelta(hours=1)
"""After that somebody who still waits has asked again."""


class Fallback:
    """Turns an answer that failed into background work, which has all the tries of any other."""

    def __init__(self, database: Database, clock: Clock, wake_up: WakeUp) -> None:
        self._database = database
        self._clock = clock
        self._wake_up = wake_up

    async def say_where(self, place: Place, thread_id: str) -> None:
        """Have the open question brought anew, or a line sent where nothing is open."""
        try:
            async with self._database.begin() as work:
                conversation = await work.conversations.find_theirs(find_base(place))
                if conversation is not None:
                    await self._plan(work, conversation, thread_id)
        except Exception:
            log.exception("an answer is lost")
            return
        self._wake_up.wake()

    async def _plan(self, work: Work, conversation: Conversation, thread_id: str) -> None:
        now = self._clock.now()
        walk = None
        if conversation.place.kind is PlaceKind.PERSONAL:
            walk = await find_open_walk(work, conversation)
        if walk is None:
            work.notify(_say_how_to_go_on(conversation, thread_id, now))
            return
        live = await work.postings.find(walk.draft.live_posting_id or 0)
        if live is None or live.shown > 0:  # one that is on its way brings the person back already
            await show_walk(work, Footing(conversation, now, now, None), walk)


def _say_how_to_go_on(conversation: Conversation, thread_id: str, now: datetime) -> Notice:
    """One in a minute is enough, however many answers failed."""
    return Notice(
        key=f"where you are:{conversation.id}:{thread_id}:{now:%Y-%m-%d %H:%M}",
        kind=NoticeKind.WHERE_YOU_ARE,
        conversation_id=conversation.id,
        subject=Subject(SubjectKind.CONVERSATION, conversation.id),
        event_id=0,
        not_after=now + _WORTH_SAYING,
        thread_id=thread_id,
    )
