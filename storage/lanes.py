"""Lanes: one queue of deliveries for each recipient, with counters that say whether it is due.

A lane is due once ``due_at`` has come. While somebody leases it that is the end of the lease, and ``wanted``,
which grows with each change, tells whether it must be looked at again.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text, types
from sqlalchemy.orm import Mapped, mapped_column

from domain.ports import JSON
from storage.schema import Base

_WAITING = text("due_at IS NOT NULL")
"""Few lanes at any time: their index stays small, however many people there are."""


class LaneRow(Base):
    """One recipient's lane. ``conversation_id`` is empty while the conversation has yet to be opened."""

    __tablename__ = "lanes"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    conversation_id: Mapped[int | None] = mapped_column(ForeignKey("conversations.id"), index=True)
    wanted: Mapped[int]
    shown: Mapped[int]
    due_at: Mapped[datetime | None]
    """When it is looked at next, whoever waits longest first; nothing when nothing waits."""
    lease_until: Mapped[datetime | None]
    """Until when it is somebody's; with no ``owner``, until when the other side wants to be left alone."""
    owner: Mapped[str]
    fence: Mapped[int]
    """Grows with every claim: whoever holds an older number has lost the lane."""
    sends: Mapped[JSON] = mapped_column(types.JSON, nullable=False)
    """What was sent lately, as ``domain.pace.Sends`` keeps it."""

    __table_args__ = (
        Index(
            "ix_lanes_due",
            "due_at",
            "id",
            sqlite_where=_WAITING,
            postgresql_where=_WAITING,
        ),
        {"sqlite_autoincrement": True},
    )


def key_of_conversation(conversation_id: int) -> str:
    """Name the lane of a conversation that exists."""
    return f"conversation:{conversation_id}"


def key_of_person(person_id: int) -> str:
    """Name the lane of somebody whose chat does not exist yet; it stays theirs when it does."""
    return f"person:{person_id}"
