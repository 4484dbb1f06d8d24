"""Files for people to fetch: kept in pieces until they expire, with a record that stays."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, delete, insert, select, update
from sqlalchemy.orm import Mapped, mapped_column

from domain.download import Download, FileDeed, FileEvent
from storage.repository import Repository
from storage.schema import Base, Named

PIECE = 512 * 1024
"""Bytes read or written in one statement: on SQLite it runs on the event loop, so it has to be short."""


class DownloadRow(Base):
    """One file that was offered; the row stays when its content is gone, so that an old link is known."""

    __tablename__ = "downloads"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    name: Mapped[str]
    content_type: Mapped[str]
    size: Mapped[int]
    made_at: Mapped[datetime]
    until: Mapped[datetime]
    once: Mapped[bool]
    used_at: Mapped[datetime | None]

    __table_args__ = (Index("ix_downloads_until", "until"), {"sqlite_autoincrement": True})


class DownloadPieceRow(Base):
    """A piece of a file's content."""

    __tablename__ = "download_pieces"

    download_id: Mapped[int] = mapped_column(ForeignKey("downloads.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class DownloadEventRow(Base):
    """Who had what, when."""

    __tablename__ = "download_events"

    id: Mapped[int] = mapped_column(primary_key=True)
    download_id: Mapped[int] = mapped_column(ForeignKey("downloads.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    name: Mapped[str]
    deed: Mapped[FileDeed] = mapped_column(Named(FileDeed))
    at: Mapped[datetime]

    __table_args__ = ({"sqlite_autoincrement": True},)


_DOWNLOAD = (
    DownloadRow.id,
    DownloadRow.person_id,
    DownloadRow.name,
    DownloadRow.content_type,
    DownloadRow.size,
    DownloadRow.made_at,
    DownloadRow.until,
    DownloadRow.once,
    DownloadRow.used_at,
)


class Downloads(Repository):
    """The files that wait to be fetched, and the record of those that were."""

    async def add(self, download: Download, content: bytes) -> Download:
        """Keep a file; gives it with its id."""
        added = await self._connection.execute(
            insert(DownloadRow)
            .values(
                person_id=download.person_id,
                name=download.name,
                content_type=download.content_type,
                size=download.size,
                made_at=download.made_at,
                until=download.until,
                once=download.once,
            )
            .returning(DownloadRow.id)
        )
        kept = replace(download, id=added.scalar_one())
        for position, piece in enumerate(_cut(content)):
            await self._connection.execute(
                insert(DownloadPieceRow).values(download_id=kept.id, position=position, content=piece)
            )
        await self.note(kept, FileDeed.OFFERED, download.made_at)
        return kept

    async def find(self, download_id: int) -> Download | None:
        """Give a file without its content, whether or not it can still be fetched."""
        row = (
            await self._connection.execute(select(*_DOWNLOAD).where(DownloadRow.id == download_id))
        ).one_or_none()
        return Download(*row) if row else None

    async def use_up(self, download_id: int, now: datetime) -> bool:
        """Note that a file was fetched for the one time it may be; False when somebody was quicker."""
        used = await self._connection.execute(
            update(DownloadRow)
            .where(DownloadRow.id == download_id, DownloadRow.used_at.is_(None), DownloadRow.until > now)
            .values(used_at=now)
        )
        return used.rowcount == 1

    async def read_piece(self, download_id: int, position: int) -> bytes | None:
        """Give one piece of the content, counted from nought; None behind the last."""
        found = await self._connection.execute(
            select(DownloadPieceRow.content).where(
                DownloadPieceRow.download_id == download_id, DownloadPieceRow.position == position
            )
        )
        return found.scalar_one_or_none()

    async def note(self, download: Download, deed: FileDeed, now: datetime) -> None:
        """Add a line to the record."""
        await self._connection.execute(
            insert(DownloadEventRow).values(
                download_id=download.id, person_id=download.person_id, name=download.name, deed=deed, at=now
            )
        )

    async def list_events(self, person_id: int) -> list[FileEvent]:
        """Give the record of one person's files, oldest first."""
        rows = await self._connection.execute(
            select(
                DownloadEventRow.download_id,
                DownloadEventRow.person_id,
                DownloadEventRow.name,
                DownloadEventRow.deed,
                DownloadEventRow.at,
            )
            .where(DownloadEventRow.person_id == person_id)
            .order_by(DownloadEventRow.id)
        )
        return [FileEvent(*row) for row in rows]

    async def remove_contents(self, moment: datetime) -> int:
        """Remove the content of what could be fetched until ``moment``, and of what was used up before it."""
        over = select(DownloadRow.id).where((DownloadRow.until <= moment) | (DownloadRow.used_at <= moment))
        removed = await self._connection.execute(
            delete(DownloadPieceRow).where(DownloadPieceRow.download_id.in_(over))
        )
        return removed.rowcount


def _cut(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), PIECE):
        yield content[start : start + PIECE]
