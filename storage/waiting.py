"""What still waits to be delivered: the conditions, and when a lane must be looked at next."""

from sqlalchemy import Integer, Select, and_, bindparam, func, or_, select, union_all

from storage.notices import NoticeRow
from storage.posting_rows import PostingRow
from storage.schema import Moment

NOW = bindparam("now", type_=Moment)
"""The present moment, as a parameter of the statements here."""

POSTING_WAITS = and_(PostingRow.shown < PostingRow.wanted, PostingRow.dead_at.is_(None))
NOTICE_WAITS = and_(NoticeRow.sent_at.is_(None), NoticeRow.dead_at.is_(None), NoticeRow.not_after > NOW)
POSTING_DUE = and_(POSTING_WAITS, or_(PostingRow.not_before.is_(None), PostingRow.not_before <= NOW))
NOTICE_DUE = and_(NOTICE_WAITS, or_(NoticeRow.not_before.is_(None), NoticeRow.not_before <= NOW))


def select_next_look(lane_parameter: str) -> Select[tuple[object]]:
    """Select when something in a lane is next due: now for what may go at once, nothing when all is done."""
    lane_id = bindparam(lane_parameter, type_=Integer)
    waiting = union_all(
        select(func.coalesce(PostingRow.not_before, NOW).label("at")).where(
            PostingRow.lane_id == lane_id, POSTING_WAITS
        ),
        select(func.coalesce(NoticeRow.not_before, NOW).label("at")).where(
            NoticeRow.lane_id == lane_id, NOTICE_WAITS
        ),
    ).subquery()
    return select(func.min(waiting.c.at))
