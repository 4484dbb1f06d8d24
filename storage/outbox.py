"""The outbox: who delivers a lane now, what is due in it, and what became of it.

A claim leases a lane; its fence is a number that every later claim makes larger. What is noted under a
claim is one statement that also asks for the fence, so that whoever has lost the lane changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Update, bindparam, case, exists, func, or_, select, update

from domain.conversation import Conversation
from domain.delivery import Notice, Posting, Subject
from storage.conversations import CONVERSATION, WITH_LANE, ConversationRow, read_conversation
from storage.dead_letters import DeadLetters
from storage.lanes import LaneRow
from storage.notices import NoticeRow
from storage.posting_rows import POSTING, PostingRow, read_posting
from storage.schema import Moment
from storage.waiting import NOTICE_DUE, NOW, POSTING_DUE, select_next_look


@dataclass(frozen=True, slots=True)
class Claim:
    """A lane that is one worker's for a while. ``noted_wanted`` is how far it is looked through."""

    lane_id: int
    fence: int
    noted_wanted: int
    conversation: Conversation


@dataclass(frozen=True, slots=True)
class StoredNotice(Notice):
    """A notice that waits."""

    id: int = 0
    lane_id: int = 0
    tries: int = 0


_FREE = or_(LaneRow.lease_until.is_(None), LaneRow.lease_until <= NOW)
_WAITS = or_(LaneRow.wanted > LaneRow.shown, LaneRow.wake_at.is_not(None))
"""As the partial index says it, so that both databases use it."""
_DUE = or_(LaneRow.wanted > LaneRow.shown, LaneRow.wake_at <= NOW)

_CLAIM = (
    update(LaneRow)
    .where(
        LaneRow.id.in_(
            select(LaneRow.id)
            .join(ConversationRow, ConversationRow.id == LaneRow.conversation_id)
            .where(_WAITS, _DUE, _FREE)
            .order_by(LaneRow.id)
            .limit(bindparam("most"))
            .with_for_update(skip_locked=True, key_share=True, of=LaneRow)
        )
    )
    .values(
        owner=bindparam("claimed_by"),
        lease_until=bindparam("until", type_=Moment),
        fence=LaneRow.fence + 1,
    )
    .returning(LaneRow.id, LaneRow.fence, LaneRow.wanted)
)
_CLAIMED = WITH_LANE.where(LaneRow.id.in_(bindparam("lane_ids", expanding=True)))
_POSTINGS = (
    select(*POSTING).where(PostingRow.lane_id == bindparam("lane_id"), POSTING_DUE).order_by(PostingRow.id)
)
_NOTICES = (
    select(
        NoticeRow.key,
        NoticeRow.kind,
        NoticeRow.conversation_id,
        NoticeRow.subject_kind,
        NoticeRow.subject_id,
        NoticeRow.event_id,
        NoticeRow.not_after,
        NoticeRow.thread_id,
        NoticeRow.id,
        NoticeRow.lane_id,
        NoticeRow.tries,
    )
    .where(NoticeRow.lane_id == bindparam("lane_id"), NOTICE_DUE)
    .order_by(NoticeRow.id)
)
_NEXT_WAKE = select(
    func.min(
        case(
            (LaneRow.wanted > LaneRow.shown, func.coalesce(LaneRow.lease_until, NOW)),
            (LaneRow.lease_until > LaneRow.wake_at, LaneRow.lease_until),
            else_=LaneRow.wake_at,
        )
    )
).where(_WAITS)


class Outbox(DeadLetters):
    """The lanes as a worker sees them."""

    async def claim(self, owner: str, now: datetime, lease_seconds: float, most: int) -> list[Claim]:
        """Lease up to ``most`` lanes that are due and nobody's; no two workers get the same one."""
        lease = {
            "claimed_by": owner,
            "until": now + timedelta(seconds=lease_seconds),
            "now": now,
            "most": most,
        }
        lanes = {row.id: row for row in await self._connection.execute(_CLAIM, lease)}
        if not lanes:
            return []
        rows = await self._connection.execute(_CLAIMED, {"lane_ids": sorted(lanes)})
        conversations = [read_conversation(row[: len(CONVERSATION)]) for row in rows]
        return [
            Claim(where.lane_id, lanes[where.lane_id].fence, lanes[where.lane_id].wanted, where)
            for where in sorted(conversations, key=lambda one: one.lane_id)
        ]

    async def due_postings(self, lane_id: int, now: datetime) -> list[Posting]:
        """Give the cards of a lane that may go now, oldest first."""
        rows = await self._connection.execute(_POSTINGS, {"lane_id": lane_id, "now": now})
        return [read_posting(row) for row in rows]

    async def due_notices(self, lane_id: int, now: datetime) -> list[StoredNotice]:
        """Give the messages of a lane that may go now and are still worth it, oldest first."""
        rows = await self._connection.execute(_NOTICES, {"lane_id": lane_id, "now": now})
        return [_read_notice(row) for row in rows]

    async def finish_posting(
        self, claim: Claim, posting_id: int, noted: int, activity_id: str | None, thread_id: str
    ) -> bool:
        """Note that a card shows the revision that was noted; False when the lane was lost meanwhile."""
        seen = case((PostingRow.shown < noted, noted), else_=PostingRow.shown)
        return await self._note(
            claim,
            _change_posting(
                posting_id,
                shown=seen,
                activity_id=activity_id,
                thread_id=thread_id or PostingRow.thread_id,
                tries=0,
                not_before=None,
                error="",
            ),
        )

    async def finish_notice(
        self, claim: Claim, notice_id: int, activity_id: str | None, now: datetime
    ) -> bool:
        """Note that a message was sent; False when the lane was lost meanwhile."""
        return await self._note(
            claim, _change_notice(notice_id, sent_at=now, activity_id=activity_id, error="")
        )

    async def delay_posting(self, claim: Claim, posting_id: int, until: datetime, code: str) -> bool:
        """Have a card tried again at ``until``; the rest of its lane goes on."""
        values = {"not_before": until, "error": code, "tries": PostingRow.tries + 1}
        return await self._note(claim, _change_posting(posting_id, **values))

    async def delay_notice(self, claim: Claim, notice_id: int, until: datetime, code: str) -> bool:
        """Have a message tried again at ``until``; the rest of its lane goes on."""
        values = {"not_before": until, "error": code, "tries": NoticeRow.tries + 1}
        return await self._note(claim, _change_notice(notice_id, **values))

    async def bury_posting(self, claim: Claim, posting_id: int, now: datetime, code: str) -> bool:
        """Give up on a card; an administrator sees it."""
        return await self._note(claim, _change_posting(posting_id, dead_at=now, error=code))

    async def bury_notice(self, claim: Claim, notice_id: int, now: datetime, code: str) -> bool:
        """Give up on a message; an administrator sees it."""
        return await self._note(claim, _change_notice(notice_id, dead_at=now, error=code))

    async def _note(self, claim: Claim, statement: Update) -> bool:
        held = exists().where(LaneRow.id == claim.lane_id, LaneRow.fence == claim.fence)
        return (await self._connection.execute(statement.where(held))).rowcount == 1

    async def release(self, claim: Claim, now: datetime, *, not_before: datetime | None = None) -> bool:
        """Give a lane back, looked through as far as the claim noted; False when it was lost meanwhile.

        With ``not_before`` the other side wants to be left alone: the lane stays due, and rests until then.
        """
        mine = (LaneRow.id == claim.lane_id, LaneRow.fence == claim.fence)
        locked = select(LaneRow.id).where(*mine).with_for_update(key_share=True)
        if (await self._connection.execute(locked)).one_or_none() is None:
            return False
        values: dict[str, object] = {"owner": "", "lease_until": not_before}
        if not_before is None:
            next_look = select_next_look("lane").params(lane=claim.lane_id, now=now)
            values |= {"shown": claim.noted_wanted, "wake_at": next_look.scalar_subquery()}
        await self._connection.execute(update(LaneRow).where(*mine).values(**values))
        return True

    async def next_wake(self) -> datetime | None:
        """Tell when a lane is next due: now or a moment past for at once, None when nothing waits."""
        found = await self._connection.execute(_NEXT_WAKE, {"now": self._clock.now()})
        wake_at: datetime | None = found.scalar_one()
        return wake_at


def _read_notice(columns: Sequence[Any]) -> StoredNotice:
    key, kind, conversation_id, subject_kind, subject_id, *rest = columns
    return StoredNotice(key, kind, conversation_id, Subject(subject_kind, subject_id), *rest)


def _change_posting(posting_id: int, **values: object) -> Update:
    return update(PostingRow).where(PostingRow.id == posting_id).values(**values)


def _change_notice(notice_id: int, **values: object) -> Update:
    return update(NoticeRow).where(NoticeRow.id == notice_id).values(**values)
