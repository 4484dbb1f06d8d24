"""The outbox: who delivers a lane now, what is due in it, and what became of it.

A claim leases a lane; its fence is a number that every later claim makes larger. What is noted under a
claim is one statement that also asks for the fence, so that whoever has lost the lane changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import JSON, Update, and_, bindparam, case, exists, func, or_, select, update

from domain.conversation import Conversation
from domain.delivery import Posting
from domain.pace import NOTHING_SENT, Sends, Sent
from storage.conversations import CONVERSATION, WITH_LANE, ConversationRow, read_conversation
from storage.dead_letters import DeadLetters
from storage.lanes import LaneRow
from storage.notices import NOTICE, NoticeRow, StoredNotice, read_notice
from storage.people import PersonRow
from storage.posting_rows import POSTING, PostingRow, read_posting
from storage.schema import Moment
from storage.waiting import BEHIND_A_LATE_ONE, LANE_DUE, NOTICE_DUE, NOW, POSTING_DUE, select_next_look


@dataclass(frozen=True, slots=True)
class Claim:
    """A lane that is one worker's for a while. ``noted_wanted`` is how far it is looked through."""

    lane_id: int
    fence: int
    noted_wanted: int
    conversation: Conversation
    until: datetime
    """When the lease ends: whoever sends then sends what is another's."""
    sends: Sends = NOTHING_SENT
    """What the lane has sent lately."""
    locale: str = ""
    """What the Teams of the person is set to whose chat it is; empty for channels and groups."""


_AT_ONCE = 50
"""Items of a lane that one look takes; one person's long queue does not become one long transaction."""

_CLAIM = (
    update(LaneRow)
    .where(
        LaneRow.id.in_(
            select(LaneRow.id)
            .where(LANE_DUE)
            .order_by(LaneRow.due_at, LaneRow.id)
            .limit(bindparam("most"))
            .with_for_update(skip_locked=True, key_share=True, of=LaneRow)
        )
    )
    .values(
        owner=bindparam("claimed_by"),
        lease_until=bindparam("until", type_=Moment),
        due_at=bindparam("until", type_=Moment),
        fence=LaneRow.fence + 1,
    )
    .returning(LaneRow.id, LaneRow.fence, LaneRow.wanted, LaneRow.sends)
)
_CLAIMED = (
    WITH_LANE.add_columns(PersonRow.locale)
    .outerjoin(PersonRow, PersonRow.id == ConversationRow.person_id)
    .where(LaneRow.id.in_(bindparam("lane_ids", expanding=True)))
)
_POSTINGS = (
    select(*POSTING)
    .where(PostingRow.lane_id == bindparam("lane_id"), POSTING_DUE)
    .order_by(PostingRow.id)
    .limit(_AT_ONCE)
)
_HELD = exists().where(LaneRow.id == bindparam("lane_id"), LaneRow.fence == bindparam("held_fence"))
_DUE_POSTING = select(*POSTING).where(PostingRow.id == bindparam("posting_id"), POSTING_DUE, _HELD)
_DUE_NOTICES = select(NoticeRow.id).where(
    NoticeRow.id.in_(bindparam("notice_ids", expanding=True)), NOTICE_DUE, _HELD
)
_LATELY = select(LaneRow.sends).where(LaneRow.id == bindparam("lane_id"))
_LANE_OF = (
    select(LaneRow.id)
    .join(ConversationRow, ConversationRow.id == LaneRow.conversation_id)
    .where(ConversationRow.conversation_id == bindparam("theirs"))
)
_NOTICES = (
    select(*NOTICE)
    .where(NoticeRow.lane_id == bindparam("lane_id"), NOTICE_DUE, ~BEHIND_A_LATE_ONE)
    .order_by(NoticeRow.id)
    .limit(_AT_ONCE)
)
_NEXT_WAKE = select(func.min(LaneRow.due_at)).where(LaneRow.due_at.is_not(None))
_MINE = (LaneRow.id == bindparam("lane_id"), LaneRow.fence == bindparam("held_fence"))
_LOCK_MINE = select(LaneRow.wanted, LaneRow.sends).where(*_MINE).with_for_update(key_share=True)
_NEXT_LOOK = select_next_look("lane_id")
_RELEASE = (
    update(LaneRow)
    .where(*_MINE)
    .values(
        owner="",
        lease_until=bindparam("rest_until", type_=Moment),
        shown=bindparam("noted"),
        due_at=bindparam("next_at", type_=Moment),
        sends=bindparam("sent_lately", type_=JSON),
    )
)
_FREE = (
    update(LaneRow)
    .where(LaneRow.owner != "")
    .values(owner="", lease_until=None, due_at=NOW, fence=LaneRow.fence + 1)
)


class Outbox(DeadLetters):
    """The lanes as a worker sees them."""

    async def free_lanes(self, now: datetime) -> None:
        """Take every lane back from whoever held it: for a process that knows that it is the only one."""
        await self._connection.execute(_FREE, {"now": now})

    async def claim(self, owner: str, now: datetime, lease_seconds: float, most: int) -> list[Claim]:
        """Lease up to ``most`` lanes that are due and nobody's; no two workers get the same one."""
        until = now + timedelta(seconds=lease_seconds)
        lease = {"claimed_by": owner, "until": until, "now": now, "most": most}
        lanes = {row.id: row for row in await self._connection.execute(_CLAIM, lease)}
        if not lanes:
            return []
        rows = await self._connection.execute(_CLAIMED, {"lane_ids": sorted(lanes)})
        places = [(read_conversation(row[: len(CONVERSATION)]), row.locale or "") for row in rows]
        return [
            Claim(
                where.lane_id,
                lanes[where.lane_id].fence,
                lanes[where.lane_id].wanted,
                where,
                until,
                Sends.restore(lanes[where.lane_id].sends),
                locale,
            )
            for where, locale in sorted(places, key=lambda place: place[0].lane_id)
        ]

    async def look_again(self, claim: Claim, posting_id: int, now: datetime) -> Posting | None:
        """Give a card as it is wanted now; None when it is due no more, or the lane was lost."""
        held = {"lane_id": claim.lane_id, "held_fence": claim.fence, "posting_id": posting_id, "now": now}
        row = (await self._connection.execute(_DUE_POSTING, held)).one_or_none()
        return read_posting(row) if row else None

    async def keep_due(self, claim: Claim, notice_ids: Sequence[int], now: datetime) -> set[int]:
        """Tell which of these messages are due still; none when the lane was lost."""
        held = {"lane_id": claim.lane_id, "held_fence": claim.fence, "now": now}
        held |= {"notice_ids": list(notice_ids)}
        return {row.id for row in await self._connection.execute(_DUE_NOTICES, held)}

    async def sent_lately(self, lane_id: int) -> Sends:
        """Give what a lane has sent lately, whoever sent it."""
        found = await self._connection.execute(_LATELY, {"lane_id": lane_id})
        return Sends.restore(found.scalar_one_or_none())

    def charge_lane(self, lane_id: int, sent: Sequence[Sent]) -> None:
        """Count what was sent in a lane against its pace."""
        if sent:
            self._changes.lanes.charge(lane_id, sent)

    async def charge(self, conversation_id: str, sent: Sequence[Sent]) -> None:
        """Count what was sent in a conversation, named as Teams does, against its lane's pace."""
        found = await self._connection.execute(_LANE_OF, {"theirs": conversation_id})
        lane_id = found.scalar_one_or_none()
        if lane_id is not None:
            self.charge_lane(lane_id, sent)

    async def due_postings(self, lane_id: int, now: datetime) -> list[Posting]:
        """Give the cards of a lane that may go now, oldest first."""
        rows = await self._connection.execute(_POSTINGS, {"lane_id": lane_id, "now": now})
        return [read_posting(row) for row in rows]

    async def due_notices(self, lane_id: int, now: datetime) -> list[StoredNotice]:
        """Give the messages of a lane that may go now and are still worth it, oldest first."""
        rows = await self._connection.execute(_NOTICES, {"lane_id": lane_id, "now": now})
        return [read_notice(row) for row in rows]

    async def finish_posting(  # noqa: PLR0913 (what arrived, each part named at the call)
        self,
        claim: Claim,
        posting_id: int,
        noted: int,
        activity_id: str | None,
        thread_id: str,
        *,
        at: datetime | None = None,
        behind: int = 0,
    ) -> bool:
        """Note that a card shows the revision that was noted; False when the lane was lost meanwhile.

        Where a turn made a later revision before this one had arrived (``at``), and has sent it or is about
        to, nobody knows which of the two lies on top: the card is due once more. Up to ``behind`` it is
        known: that was sent after this one had arrived.
        """
        seen = case((PostingRow.shown < noted, noted), else_=PostingRow.shown)
        newest = max(noted, behind)
        crossed = PostingRow.shown > newest
        if at is not None:
            arrived_at = bindparam(None, at, type_=Moment)
            on_its_way = and_(PostingRow.wanted > newest, PostingRow.not_before > arrived_at)
            crossed = and_(or_(crossed, on_its_way), PostingRow.wanted_at <= arrived_at)
        wanted = case((crossed, PostingRow.wanted + 1), else_=PostingRow.wanted)
        held = case((PostingRow.wanted > noted, PostingRow.not_before), else_=None)
        return await self._note(
            claim,
            _change_posting(
                posting_id,
                shown=seen,
                wanted=wanted,
                activity_id=activity_id,
                thread_id=thread_id or PostingRow.thread_id,
                tries=0,
                not_before=held,
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

    async def expire_notice(self, claim: Claim, notice_id: int, now: datetime) -> bool:
        """Let a message be worthless from now on; its key stays taken."""
        return await self._note(claim, _change_notice(notice_id, not_after=now, error="out of date"))

    async def _note(self, claim: Claim, statement: Update) -> bool:
        held = exists().where(LaneRow.id == claim.lane_id, LaneRow.fence == claim.fence)
        return (await self._connection.execute(statement.where(held))).rowcount == 1

    async def release(
        self,
        claim: Claim,
        now: datetime,
        *,
        not_before: datetime | None = None,
        sent: Sequence[Sent] = (),
    ) -> bool:
        """Give a lane back, looked through as far as the claim noted; False when it was lost meanwhile.

        With ``not_before`` the lane stays due, and rests until then: the other side wants to be left alone,
        or the pace has no room. ``sent`` is what was sent in it and is not counted yet.
        """
        mine = {"lane_id": claim.lane_id, "held_fence": claim.fence}
        row = (await self._connection.execute(_LOCK_MINE, mine)).one_or_none()
        if row is None:
            return False
        due_at: datetime | None = now
        if row.wanted <= claim.noted_wanted:
            looked = await self._connection.execute(_NEXT_LOOK, {"lane_id": claim.lane_id, "now": now})
            due_at = looked.scalar_one()
        if due_at is not None and not_before is not None:
            due_at = max(due_at, not_before)
        self._changes.lanes.is_due_again = due_at is not None and due_at <= now
        values = {
            "noted": claim.noted_wanted,
            "rest_until": not_before,
            "next_at": due_at,
            "sent_lately": Sends.restore(row.sends).note(sent, now).keep(),
        }
        await self._connection.execute(_RELEASE, {**mine, **values})
        return True

    async def next_wake(self) -> datetime | None:
        """Tell when a lane is next due: a moment past for at once, None when nothing waits."""
        found = await self._connection.execute(_NEXT_WAKE)
        due_at: datetime | None = found.scalar_one()
        return due_at


def _change_posting(posting_id: int, **values: object) -> Update:
    return update(PostingRow).where(PostingRow.id == posting_id).values(**values)


def _change_notice(notice_id: int, **values: object) -> Update:
    return update(NoticeRow).where(NoticeRow.id == notice_id).values(**values)
