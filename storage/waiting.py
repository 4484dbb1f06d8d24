"""What still waits to be delivered: the conditions, and when a lane must be looked at next."""

from datetime import datetime

from sqlalchemy import Integer, Select, and_, bindparam, exists, func, or_, select, union_all
from sqlalchemy.orm import aliased

from storage.lanes import LaneRow
from storage.notices import NoticeRow
from storage.posting_rows import PostingRow
from storage.schema import Moment

NOW = bindparam("now", type_=Moment)
"""The present moment, as a parameter of the statements here."""

POSTING_WAITS = and_(PostingRow.shown < PostingRow.wanted, PostingRow.dead_at.is_(None))
NOTICE_WAITS = and_(NoticeRow.sent_at.is_(None), NoticeRow.dead_at.is_(None), NoticeRow.not_after > NOW)
POSTING_DUE = and_(POSTING_WAITS, or_(PostingRow.not_before.is_(None), PostingRow.not_before <= NOW))
NOTICE_DUE = and_(NOTICE_WAITS, or_(NoticeRow.not_before.is_(None), NoticeRow.not_before <= NOW))
LANE_DUE = LaneRow.due_at <= NOW
"""Leased and resting lanes are not: their next look stands where the lease or the rest ends."""

_earlier = aliased(NoticeRow)
BEHIND_A_LATE_ONE = exists().where(
    _earlier.lane_id == NoticeRow.lane_id,
    _earlier.subject_kind == NoticeRow.subject_kind,
    _earlier.subject_id == NoticeRow.subject_id,
    _earlier.id < NoticeRow.id,
    _earlier.sent_at.is_(None),
    _earlier.dead_at.is_(None),
    _earlier.not_after > NOW,
    _earlier.not_before > NOW,
)
"""Messages about one thing keep their order: the next waits while one before it waits to be tried again."""


def select_next_look(lane_parameter: str) -> Select[datetime | None]:
    """Select when something in a lane is next due: now for what may go at once, nothing when all is done."""
    lane_id = bindparam(lane_parameter, type_=Integer)
    waiting = union_all(
        select(func.coalesce(PostingRow.not_before, NOW).label("at")).where(
            PostingRow.lane_id == lane_id, POSTING_WAITS
        ),
        select(func.coalesce(NoticeRow.not_before, NOW).label("at")).where(
            NoticeRow.lane_id == lane_id, NOTICE_WAITS, ~BEHIND_A_LATE_ONE
        ),
    ).subquery()
    return select(func.min(waiting.c.at))
