"""The end of a unit of work: what it wants delivered later is written, once, in the order of the keys.

Postings come first, then notices, then lanes, each by key. Two transactions that take rows in the same
order never wait for each other in a circle, so PostgreSQL finds no deadlock.
"""

from datetime import datetime

from sqlalchemy import JSON, and_, bindparam, case, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.delivery import Notice, Subject, SubjectKind, View
from domain.pace import Sends, plan_replies
from domain.ports import PlaceKind
from storage.changes import Changes, LaneChanges, Replies
from storage.conversations import ConversationRow
from storage.lanes import LaneRow, key_of_person
from storage.notices import NoticeRow
from storage.posting_rows import PostingRow
from storage.repository import insert_once
from storage.schema import Moment, Named
from storage.waiting import NOW, select_next_look

_POSTINGS_OF = (
    select(PostingRow.id, PostingRow.lane_id, PostingRow.dead_at, ConversationRow.gone_at)
    .join(ConversationRow, ConversationRow.id == PostingRow.conversation_id)
    .where(
        PostingRow.subject_kind == bindparam("kind", type_=Named(SubjectKind)),
        PostingRow.subject_id == bindparam("subject_id"),
    )
)
_LIVING_OF = _POSTINGS_OF.where(or_(PostingRow.view != View.FOLDED, PostingRow.shown < PostingRow.wanted))
_TOUCH = (
    update(PostingRow)
    .where(PostingRow.id == bindparam("posting_id"))
    .values(wanted=PostingRow.wanted + 1, wanted_at=bindparam("at", type_=Moment))
)
_CHANGE = _TOUCH.values(
    view=bindparam("as_view", type_=Named(View)),
    shape=bindparam("in_shape", type_=JSON),
    subject_kind=bindparam("of_kind", type_=Named(SubjectKind)),
    subject_id=bindparam("of_subject"),
)
_CHANGE_HELD = _CHANGE.values(not_before=bindparam("until", type_=Moment))

_LANE_OF = (
    select(LaneRow.id, LaneRow.conversation_id, ConversationRow.gone_at)
    .join(ConversationRow, ConversationRow.id == LaneRow.conversation_id)
    .where(LaneRow.conversation_id == bindparam("conversation_id"))
)
_LANE_OF_PERSON = (
    select(LaneRow.id, LaneRow.conversation_id, ConversationRow.gone_at)
    .join(ConversationRow, ConversationRow.id == LaneRow.conversation_id)
    .where(ConversationRow.person_id == bindparam("person_id"), ConversationRow.kind == PlaceKind.PERSONAL)
    .order_by(ConversationRow.refreshed_at.desc(), ConversationRow.id.desc())
)
_LANE_IN_WAITING = select(LaneRow.id, LaneRow.conversation_id).where(LaneRow.key == bindparam("lane_key"))
_NOTICE = {
    dialect: insert_once(NoticeRow, dialect)
    .on_conflict_do_nothing(index_elements=["key"])
    .returning(NoticeRow.id)
    for dialect in ("sqlite", "postgresql")
}

_UNTIL = bindparam("until", type_=Moment)
_CAN_BE_REACHED = exists().where(
    ConversationRow.id == LaneRow.conversation_id, ConversationRow.gone_at.is_(None)
)
"""A lane whose person has left, or has yet to come, is not due: their coming makes it so."""
_BUMP = (
    update(LaneRow)
    .where(LaneRow.id == bindparam("lane_id"), _CAN_BE_REACHED)
    .values(
        wanted=LaneRow.wanted + 1,
        due_at=case(
            (LaneRow.lease_until > NOW, LaneRow.lease_until),
            (LaneRow.due_at < NOW, LaneRow.due_at),
            else_=NOW,
        ),
    )
)
_HOLD = (
    update(LaneRow)
    .where(LaneRow.id == bindparam("lane_id"), _CAN_BE_REACHED)
    .values(
        due_at=case(
            (LaneRow.lease_until > _UNTIL, LaneRow.lease_until),
            (LaneRow.due_at < _UNTIL, LaneRow.due_at),
            else_=_UNTIL,
        )
    )
)
_LOCK = (
    select(LaneRow.due_at, LaneRow.sends)
    .where(LaneRow.id == bindparam("lane_id"))
    .with_for_update(key_share=True)
)
_LOOK_TO_PLAN = (
    select(LaneRow.sends, and_(LaneRow.owner != "", LaneRow.lease_until > NOW))
    .where(LaneRow.id == bindparam("lane_id"))
    .with_for_update(key_share=True)
)
_SETTLE = (
    update(LaneRow)
    .where(LaneRow.id == bindparam("lane_id"))
    .values(
        due_at=case(
            (or_(LaneRow.lease_until > NOW, LaneRow.wanted > LaneRow.shown), LaneRow.due_at),
            else_=select_next_look("lane_id").scalar_subquery(),
        )
    )
)
_CHARGE = (
    update(LaneRow)
    .where(LaneRow.id == bindparam("lane_id"))
    .values(sends=bindparam("sent_lately", type_=JSON))
)
_SETTLE_CHARGED = _SETTLE.values(sends=bindparam("sent_lately", type_=JSON))


async def write_changes(connection: AsyncConnection, changes: Changes, now: datetime) -> None:
    """Write everything a unit of work gathered."""
    if changes.subjects or changes.postings:
        await _write_postings(connection, changes, now)
    for key in sorted(changes.notices):
        await _write_notice(connection, changes.notices[key], changes.lanes, now)
    await _write_lanes(connection, changes.lanes, now)


async def _write_postings(connection: AsyncConnection, changes: Changes, now: datetime) -> None:
    touched: set[int] = set()
    for subject, all_of_them in changes.subjects.items():
        touched |= await _find_touched(connection, changes, subject, all_of_them=all_of_them)
    for posting_id in sorted(touched | changes.postings.keys()):
        change = changes.postings.get(posting_id)
        if change is None:
            await connection.execute(_TOUCH, {"posting_id": posting_id, "at": now})
            continue
        values = {
            "posting_id": posting_id,
            "at": now,
            "as_view": change.posting.view,
            "in_shape": change.posting.shape,
            "of_kind": change.posting.subject.kind,
            "of_subject": change.posting.subject.id,
        }
        if change.held_until is None:
            await connection.execute(_CHANGE, values)
        else:
            await connection.execute(_CHANGE_HELD, {**values, "until": change.held_until})


async def _find_touched(
    connection: AsyncConnection, changes: Changes, subject: Subject, *, all_of_them: bool
) -> set[int]:
    """Find the postings of a subject that this unit has not drawn itself, and make their lanes due."""
    statement = _POSTINGS_OF if all_of_them else _LIVING_OF
    rows = await connection.execute(statement, {"kind": subject.kind, "subject_id": subject.id})
    touched = set()
    for posting_id, lane_id, dead_at, gone_at in rows:
        if posting_id in changes.placed or posting_id in changes.postings:
            continue
        touched.add(posting_id)
        if dead_at is None and gone_at is None:
            changes.lanes.bump(lane_id)
    return touched


async def _write_notice(
    connection: AsyncConnection, notice: Notice, lanes: LaneChanges, now: datetime
) -> None:
    lane_id, conversation_id, is_here = await _find_lane(connection, notice)
    added = await connection.execute(
        _NOTICE[connection.dialect.name],
        {
            "lane_id": lane_id,
            "conversation_id": conversation_id,
            "key": notice.key,
            "kind": notice.kind,
            "subject_kind": notice.subject.kind,
            "subject_id": notice.subject.id,
            "event_id": notice.event_id,
            "thread_id": notice.thread_id,
            "made_at": now,
            "not_after": notice.not_after,
            "tries": 0,
            "error": "",
        },
    )
    if added.one_or_none() is not None and is_here:
        lanes.bump(lane_id)


async def _find_lane(connection: AsyncConnection, notice: Notice) -> tuple[int, int | None, bool]:
    """Find the lane a message waits in: its conversation's, its person's, or that of who has yet to come."""
    if notice.person_id is None:
        row = (await connection.execute(_LANE_OF, {"conversation_id": notice.conversation_id})).one()
        return row.id, row.conversation_id, row.gone_at is None
    chat = (await connection.execute(_LANE_OF_PERSON, {"person_id": notice.person_id})).first()
    if chat is not None:
        return chat.id, chat.conversation_id, chat.gone_at is None
    key = key_of_person(notice.person_id)
    fresh = {"key": key, "wanted": 0, "shown": 0, "owner": "", "fence": 0, "sends": []}
    await connection.execute(
        insert_once(LaneRow, connection.dialect.name)
        .values(**fresh)
        .on_conflict_do_nothing(index_elements=["key"])
    )
    waiting = (await connection.execute(_LANE_IN_WAITING, {"lane_key": key})).one()
    return waiting.id, waiting.conversation_id, False


async def _write_lanes(connection: AsyncConnection, lanes: LaneChanges, now: datetime) -> None:
    replies = lanes.replies if connection.dialect.name != "sqlite" else None
    spoken = set() if replies is None else {replies.lane_id}
    for lane_id in sorted(lanes.bumped | lanes.held.keys() | lanes.settled | lanes.charged.keys() | spoken):
        if lane_id in lanes.settled or lane_id in lanes.charged:
            await _settle(connection, lane_id, lanes, now)
        if replies is not None and lane_id in spoken:
            await _plan(connection, replies, now)
        if lane_id in lanes.bumped:
            await connection.execute(_BUMP, {"lane_id": lane_id, "now": now})
        if lane_id in lanes.held:
            await connection.execute(_HOLD, {"lane_id": lane_id, "until": lanes.held[lane_id]})


async def _plan(connection: AsyncConnection, replies: Replies, now: datetime) -> None:
    """Work out when replies may go, by what all processes have sent, and count them there at once.

    Whoever holds the lane may have one on the wire that is not noted yet: it counts as sent just now.
    """
    key = {"lane_id": replies.lane_id}
    kept, is_held = (await connection.execute(_LOOK_TO_PLAN, {**key, "now": now})).one()
    sends = Sends.restore(kept)
    seen = sends.plus([now], now) if is_held else sends
    replies.planned = plan_replies(seen, now, replies.many, replies.windows)
    planned = sends.plus(replies.planned, now).keep()
    await connection.execute(_CHARGE, {**key, "sent_lately": planned})


async def _settle(connection: AsyncConnection, lane_id: int, lanes: LaneChanges, now: datetime) -> None:
    """Count what was sent, and work out the next look, with the row locked: nobody adds to it unseen."""
    if lane_id not in lanes.charged and connection.dialect.name == "sqlite":
        # There the whole unit of work holds the one write lock.
        await connection.execute(_SETTLE, {"lane_id": lane_id, "now": now})
        return
    due_at, sends = (await connection.execute(_LOCK, {"lane_id": lane_id})).one()
    settles = lane_id in lanes.settled and due_at is not None
    if lane_id in lanes.charged:
        sent = Sends.restore(sends).note(lanes.charged[lane_id], now).keep()
        values = {"lane_id": lane_id, "sent_lately": sent}
        await connection.execute(
            *((_SETTLE_CHARGED, {**values, "now": now}) if settles else (_CHARGE, values))
        )
    elif settles:
        await connection.execute(_SETTLE, {"lane_id": lane_id, "now": now})
