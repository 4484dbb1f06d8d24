"""Six hats worn together, as tables: the sessions, and the thoughts under each hat."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.hat_session import HatStage
from storage.schema import Base, Named

_IS_OPEN = text("stage = 'open'")


class HatSessionRow(Base):
    """One session; in one chat or thread one is open at a time."""

    __tablename__ = "hat_sessions"

    id: Mapped[int] = mapped_column(primary_key=True)
    topic: Mapped[str]
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    thread_id: Mapped[str]
    starter_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    leader_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    position: Mapped[int]
    unattributed: Mapped[bool]
    offered: Mapped[bool]
    stage: Mapped[HatStage] = mapped_column(Named(HatStage))
    started_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    led_at: Mapped[datetime]

    __table_args__ = (
        Index(
            "uq_hat_sessions_open",
            "conversation_id",
            "thread_id",
            unique=True,
            sqlite_where=_IS_OPEN,
            postgresql_where=_IS_OPEN,
        ),
        Index("ix_hat_sessions_quiet", "changed_at", sqlite_where=_IS_OPEN, postgresql_where=_IS_OPEN),
        Index("ix_hat_sessions_place", "conversation_id", "thread_id"),
        {"sqlite_autoincrement": True},
    )


class HatThoughtRow(Base):
    """One thought. Where nobody is named the row has neither a person nor a moment."""

    __tablename__ = "hat_thoughts"

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("hat_sessions.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    text: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime | None]
    activity_id: Mapped[str]
    """The message it was typed in; empty where nobody is named, and for the card's box."""

    __table_args__ = ({"sqlite_autoincrement": True},)
