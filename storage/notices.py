"""Notices: messages that are sent once. Their keys are kept for ever, so that asking twice sends once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, bindparam, select, text, update
from sqlalchemy.orm import Mapped, mapped_column

from domain.delivery import Notice, NoticeKind, Subject, SubjectKind
from storage.repository import Repository
from storage.schema import Base, Moment, Named

_WAITING = text("sent_at IS NULL AND dead_at IS NULL")
_DEAD = text("dead_at IS NOT NULL")


class NoticeRow(Base):
    """One message."""

    __tablename__ = "notices"

    id: Mapped[int] = mapped_column(primary_key=True)
    lane_id: Mapped[int] = mapped_column(ForeignKey("lanes.id"))
    conversation_id: Mapped[int | None] = mapped_column(ForeignKey("conversations.id"))
    """Nothing while the person it is for has yet to come."""
    key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[NoticeKind] = mapped_column(Named(NoticeKind))
    subject_kind: Mapped[SubjectKind] = mapped_column(Named(SubjectKind))
    subject_id: Mapped[int]
    event_id: Mapped[int]
    """The event it tells of; nought where there is none, so no foreign key."""
    thread_id: Mapped[str]
    made_at: Mapped[datetime]
    not_before: Mapped[datetime | None]
    not_after: Mapped[datetime]
    """From then on it is worthless and is no longer sent."""
    tries: Mapped[int]
    sent_at: Mapped[datetime | None]
    activity_id: Mapped[str | None]
    dead_at: Mapped[datetime | None]
    error: Mapped[str]

    __table_args__ = (
        Index("ix_notices_subject", "subject_kind", "subject_id"),
        Index(
            "ix_notices_waiting",
            "lane_id",
            sqlite_where=_WAITING,
            postgresql_where=_WAITING,
        ),
        Index("ix_notices_dead", "id", sqlite_where=_DEAD, postgresql_where=_DEAD),
        {"sqlite_autoincrement": True},
    )


NOTICE = (
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
"""The columns of a StoredNotice, as ``read_notice`` takes them."""


@dataclass(frozen=True, slots=True)
class StoredNotice(Notice):
    """A notice that waits."""

    id: int = 0
    lane_id: int = 0
    tries: int = 0


def read_notice(columns: Sequence[Any]) -> StoredNotice:
    """Build a notice of the columns in NOTICE."""
    key, kind, where, about, subject_id, event_id, not_after, thread_id, ours, lane_id, tries = columns
    return StoredNotice(
        key=key,
        kind=kind,
        conversation_id=where,
        subject=Subject(about, subject_id),
        event_id=event_id,
        not_after=not_after,
        thread_id=thread_id,
        id=ours,
        lane_id=lane_id,
        tries=tries,
    )


_MADE_AT = select(NoticeRow.made_at).where(NoticeRow.key == bindparam("notice_key"))
_MADE = select(NoticeRow.key).where(NoticeRow.key.in_(bindparam("keys", expanding=True)))
_EXPIRE = (
    update(NoticeRow)
    .where(
        NoticeRow.subject_kind == bindparam("of_kind", type_=Named(SubjectKind)),
        NoticeRow.subject_id == bindparam("of_subject"),
        NoticeRow.sent_at.is_(None),
    )
    .values(not_after=bindparam("at", type_=Moment))
)


class Notices(Repository):
    """What is known of messages besides their delivery."""

    async def find_moment(self, key: str) -> datetime | None:
        """Tell when the message of that key was made, if it ever was."""
        moment: datetime | None = (
            await self._connection.execute(_MADE_AT, {"notice_key": key})
        ).scalar_one_or_none()
        return moment

    async def list_made(self, keys: Collection[str]) -> set[str]:
        """Tell which of these keys have been used."""
        if not keys:
            return set()
        return set((await self._connection.execute(_MADE, {"keys": list(keys)})).scalars())

    async def expire(self, subject: Subject, now: datetime) -> None:
        """Let what still waits to be said about something be worthless from now on."""
        await self._connection.execute(
            _EXPIRE, {"of_kind": subject.kind, "of_subject": subject.id, "at": now}
        )
