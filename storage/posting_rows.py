"""The table of postings, and how its rows become postings."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.delivery import Posting, Subject, SubjectKind, View
from domain.ports import JSONObject
from storage.schema import Base, Named

_WAITING = text("shown < wanted")
_DEAD = text("dead_at IS NOT NULL")


class PostingRow(Base):
    """One card in one place."""

    __tablename__ = "postings"

    id: Mapped[int] = mapped_column(primary_key=True)
    lane_id: Mapped[int] = mapped_column(ForeignKey("lanes.id"))
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id"))
    subject_kind: Mapped[SubjectKind] = mapped_column(Named(SubjectKind))
    subject_id: Mapped[int]
    view: Mapped[View] = mapped_column(Named(View))
    shape: Mapped[JSONObject] = mapped_column(JSON)
    activity_id: Mapped[str | None]
    thread_id: Mapped[str]
    wanted: Mapped[int]
    shown: Mapped[int]
    tries: Mapped[int]
    not_before: Mapped[datetime | None]
    """Until then somebody else sees to it: the turn that is sending it, or a wait after a failure."""
    wanted_at: Mapped[datetime]
    """When it was last changed."""
    dead_at: Mapped[datetime | None]
    error: Mapped[str]

    __table_args__ = (
        Index("ix_postings_subject", "subject_kind", "subject_id"),
        Index("ix_postings_activity", "conversation_id", "activity_id"),
        Index(
            "ix_postings_waiting",
            "lane_id",
            sqlite_where=_WAITING,
            postgresql_where=_WAITING,
        ),
        Index("ix_postings_dead", "id", sqlite_where=_DEAD, postgresql_where=_DEAD),
        {"sqlite_autoincrement": True},
    )


POSTING = (
    PostingRow.id,
    PostingRow.lane_id,
    PostingRow.conversation_id,
    PostingRow.subject_kind,
    PostingRow.subject_id,
    PostingRow.view,
    PostingRow.shape,
    PostingRow.activity_id,
    PostingRow.thread_id,
    PostingRow.wanted,
    PostingRow.shown,
    PostingRow.tries,
)
"""The columns of a Posting, as ``read_posting`` takes them."""


def read_posting(columns: Sequence[Any]) -> Posting:
    """Build a posting of the columns in POSTING."""
    ours, lane_id, conversation_id, kind, subject_id, view, shape, activity_id, thread_id, *counters = columns
    return Posting(
        ours,
        lane_id,
        conversation_id,
        Subject(kind, subject_id),
        view,
        shape,
        activity_id,
        thread_id,
        *counters,
    )
