"""Drafts: what people have begun to say."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, bindparam, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from domain.draft import UNFINISHED, Draft, DraftStatus
from domain.ports import JSONObject
from storage.repository import Repository
from storage.schema import Base, Moment, Named

_BEGUN = text("status IN ('open', 'parked')")
"""Few drafts at any time: their index stays small, however many were sent."""


class DraftRow(Base):
    """One walk through one walkthrough."""

    __tablename__ = "drafts"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id"))
    walkthrough: Mapped[str]
    about: Mapped[str]
    state: Mapped[JSONObject] = mapped_column(JSON)
    status: Mapped[DraftStatus] = mapped_column(Named(DraftStatus))
    opened_at: Mapped[datetime]
    touched_at: Mapped[datetime]
    live_posting_id: Mapped[int | None] = mapped_column(ForeignKey("postings.id", ondelete="SET NULL"))

    __table_args__ = (
        Index(None, "person_id", "status"),
        Index("ix_drafts_unfinished", "id", sqlite_where=_BEGUN, postgresql_where=_BEGUN),
        {"sqlite_autoincrement": True},
    )


_DRAFT = (
    DraftRow.id,
    DraftRow.person_id,
    DraftRow.conversation_id,
    DraftRow.walkthrough,
    DraftRow.about,
    DraftRow.state,
    DraftRow.status,
    DraftRow.opened_at,
    DraftRow.touched_at,
    DraftRow.live_posting_id,
)
_BY_ID = select(*_DRAFT).where(DraftRow.id == bindparam("draft_id"))
_BY_ID_LOCKED = _BY_ID.with_for_update(key_share=True)
_WRITE = (
    update(DraftRow)
    .where(DraftRow.id == bindparam("draft_id"))
    .values(
        state=bindparam("as_state", type_=JSON),
        touched_at=bindparam("at", type_=Moment),
        status=bindparam("as_status", type_=Named(DraftStatus)),
        conversation_id=bindparam("in_conversation"),
        live_posting_id=bindparam("posting_id"),
    )
)


class Drafts(Repository):
    """The drafts, finished ones too. One that was read or written in this unit of work is not read again."""

    __slots__ = ("_changed", "_known")

    def __init__(self, connection: AsyncConnection) -> None:
        super().__init__(connection)
        self._known: dict[int, Draft] = {}
        self._changed: set[int] = set()

    async def open(  # noqa: PLR0913 (a draft has these parts, and each is named at the call)
        self,
        *,
        person_id: int,
        conversation_id: int,
        walkthrough: str,
        about: str = "",
        state: JSONObject,
        now: datetime,
    ) -> Draft:
        """Begin one."""
        values = {
            "person_id": person_id,
            "conversation_id": conversation_id,
            "walkthrough": walkthrough,
            "about": about,
            "state": state,
            "status": DraftStatus.OPEN,
            "opened_at": now,
            "touched_at": now,
        }
        added = await self._connection.execute(insert(DraftRow).returning(*_DRAFT), values)
        draft = _read_draft(added.one())
        self._known[draft.id] = draft
        return draft

    async def find(self, draft_id: int, *, lock: bool = False) -> Draft | None:
        """Give a draft by its id, on request locked for the rest of the unit of work."""
        if draft_id in self._known and not lock:
            return self._known[draft_id]
        await self.flush()
        statement = _BY_ID_LOCKED if lock else _BY_ID
        row = (await self._connection.execute(statement, {"draft_id": draft_id})).one_or_none()
        if row is None:
            return None
        draft = self._known[draft_id] = _read_draft(row)
        return draft

    async def save(self, draft_id: int, state: JSONObject, now: datetime) -> None:
        """Keep where its writer is now."""
        await self._change(draft_id, state=state, touched_at=now)

    async def set_live_posting(self, draft_id: int, posting_id: int | None) -> None:
        """Note which card is the living one."""
        await self._change(draft_id, live_posting_id=posting_id)

    async def park(self, draft_id: int) -> None:
        """Save it for later."""
        await self.end(draft_id, DraftStatus.PARKED)

    async def resume(self, draft_id: int, conversation_id: int, now: datetime) -> None:
        """Carry on with it in a conversation, the same or another."""
        await self._change(draft_id, status=DraftStatus.OPEN, conversation_id=conversation_id, touched_at=now)

    async def end(self, draft_id: int, status: DraftStatus) -> None:
        """Leave it: sent, cancelled, or parked."""
        await self._change(draft_id, status=status)

    async def _change(self, draft_id: int, **changes: Any) -> None:  # noqa: ANN401 (a draft's own fields)
        """Change a draft as it is known; it is written once, at the end of the unit of work."""
        present = await self.find(draft_id)
        if present is not None:
            self._known[draft_id] = replace(present, **changes)
            self._changed.add(draft_id)

    async def flush(self) -> None:
        """Write what was changed, in the order of the keys."""
        for draft_id in sorted(self._changed):
            draft = self._known[draft_id]
            await self._connection.execute(
                _WRITE,
                {
                    "draft_id": draft_id,
                    "as_state": draft.state,
                    "at": draft.touched_at,
                    "as_status": draft.status,
                    "in_conversation": draft.conversation_id,
                    "posting_id": draft.live_posting_id,
                },
            )
        self._changed.clear()

    async def list_latest(self, person_id: int, most: int) -> list[Draft]:
        """Give somebody's drafts, whatever became of them, the last touched first."""
        await self.flush()
        latest = (
            select(*_DRAFT)
            .where(DraftRow.person_id == person_id)
            .order_by(DraftRow.touched_at.desc(), DraftRow.id.desc())
            .limit(most)
        )
        return [_read_draft(row) for row in await self._connection.execute(latest)]

    async def list_unfinished(self, person_id: int) -> list[Draft]:
        """Give what somebody has begun and neither sent nor cancelled, the last touched first."""
        await self.flush()
        begun = (
            select(*_DRAFT)
            .where(DraftRow.person_id == person_id, DraftRow.status.in_(UNFINISHED))
            .order_by(DraftRow.touched_at.desc(), DraftRow.id.desc())
        )
        return [_read_draft(row) for row in await self._connection.execute(begun)]

    async def list_left(self, before: datetime, after_id: int, most: int) -> list[Draft]:
        """Give what was begun and not touched since a moment, by id, from behind one id on."""
        await self.flush()
        left = (
            select(*_DRAFT)
            .where(_BEGUN, DraftRow.id > after_id, DraftRow.touched_at <= before)
            .order_by(DraftRow.id)
            .limit(most)
        )
        return [_read_draft(row) for row in await self._connection.execute(left)]


def _read_draft(columns: Sequence[Any]) -> Draft:
    return Draft(*columns)
