"""Pieces of thinking: what people have thought through, each its writer's own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Mapped, mapped_column

from domain.piece import Piece
from domain.ports import JSONObject
from domain.submission import Said
from storage.repository import Repository
from storage.schema import Base, Moment


class ThinkingPieceRow(Base):
    """One finished piece."""

    __tablename__ = "thinking_pieces"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    kind: Mapped[str]
    title: Mapped[str]
    about: Mapped[str]
    said: Mapped[list[JSONObject]] = mapped_column(JSON)
    made_at: Mapped[datetime]
    attached_to: Mapped[str]
    attached_at: Mapped[datetime | None]
    draft_id: Mapped[int]

    __table_args__ = (Index(None, "person_id", "made_at"), {"sqlite_autoincrement": True})


_PIECE = (
    ThinkingPieceRow.id,
    ThinkingPieceRow.person_id,
    ThinkingPieceRow.kind,
    ThinkingPieceRow.title,
    ThinkingPieceRow.about,
    ThinkingPieceRow.said,
    ThinkingPieceRow.made_at,
    ThinkingPieceRow.attached_to,
    ThinkingPieceRow.attached_at,
    ThinkingPieceRow.draft_id,
)
_BY_ID = select(*_PIECE).where(ThinkingPieceRow.id == bindparam("piece_id"))
_BY_ID_LOCKED = _BY_ID.with_for_update(key_share=True)
_OF_PERSON = (
    select(*_PIECE)
    .where(ThinkingPieceRow.person_id == bindparam("person_id"))
    .order_by(ThinkingPieceRow.made_at.desc(), ThinkingPieceRow.id.desc())
    .limit(bindparam("size"))
    .offset(bindparam("start"))
)
_COUNT = (
    select(func.count())
    .select_from(ThinkingPieceRow)
    .where(ThinkingPieceRow.person_id == bindparam("person_id"))
)
_ATTACH = (
    update(ThinkingPieceRow)
    .where(ThinkingPieceRow.id == bindparam("piece_id"))
    .values(attached_to=bindparam("reference"), attached_at=bindparam("at", type_=Moment))
)
_REMOVE = delete(ThinkingPieceRow).where(ThinkingPieceRow.id == bindparam("key"))


class ThinkingPieces(Repository):
    """What people have thought through. Whether somebody may read a piece is the service's to ask."""

    __slots__ = ()

    async def add(self, piece: Piece) -> Piece:
        """Keep a new one; gives it with its id."""
        values = {
            "person_id": piece.person_id,
            "kind": piece.kind,
            "title": piece.title,
            "about": piece.about,
            "said": [said.model_dump(mode="json") for said in piece.said],
            "made_at": piece.made_at,
            "attached_to": piece.attached_to,
            "attached_at": piece.attached_at,
            "draft_id": piece.draft_id,
        }
        added = await self._connection.execute(
            insert(ThinkingPieceRow).returning(ThinkingPieceRow.id), values
        )
        return replace(piece, id=added.scalar_one())

    async def find(self, piece_id: int, *, lock: bool = False) -> Piece | None:
        """Give a piece by its id, on request locked for the rest of the unit of work."""
        statement = _BY_ID_LOCKED if lock else _BY_ID
        row = (await self._connection.execute(statement, {"piece_id": piece_id})).one_or_none()
        return _read_piece(row) if row is not None else None

    async def list_of(self, person_id: int, page: int, size: int) -> tuple[list[Piece], int]:
        """Give one page of somebody's pieces, the newest first, and how many there are in all."""
        total = (await self._connection.execute(_COUNT, {"person_id": person_id})).scalar_one()
        slots = {"person_id": person_id, "size": size, "start": max(page, 0) * size}
        rows = await self._connection.execute(_OF_PERSON, slots)
        return [_read_piece(row) for row in rows], total

    async def attach(self, piece_id: int, reference: str, now: datetime) -> None:
        """Note with which submission a piece went to the Hub."""
        await self._connection.execute(_ATTACH, {"piece_id": piece_id, "reference": reference, "at": now})

    async def remove(self, piece_id: int) -> None:
        """Delete a piece."""
        await self._connection.execute(_REMOVE, {"key": piece_id})


def _read_piece(columns: Sequence[Any]) -> Piece:
    piece_id, person_id, kind, title, about, said, made_at, attached_to, attached_at, draft_id = columns
    return Piece(
        id=piece_id,
        person_id=person_id,
        kind=kind,
        title=title,
        about=about,
        said=tuple(Said.model_validate(one) for one in said),
        made_at=made_at,
        attached_to=attached_to,
        attached_at=attached_at,
        draft_id=draft_id,
    )
