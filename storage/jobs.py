"""Jobs: what runs when, so that each time is run by one process once."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Mapped, mapped_column

from storage.repository import Repository
from storage.schema import Base


class JobRow(Base):
    """One job."""

    __tablename__ = "jobs"

    name: Mapped[str] = mapped_column(primary_key=True)
    next_at: Mapped[datetime]
    last_at: Mapped[datetime | None]
    """The time it was last claimed for."""


class Jobs(Repository):
    """The timetable."""

    async def ensure(self, name: str, next_at: datetime) -> None:
        """Put a job on the timetable, unless it is there."""
        await self._connection.execute(
            self._insert(JobRow)
            .values(name=name, next_at=next_at)
            .on_conflict_do_nothing(index_elements=["name"])
        )

    async def due(self, now: datetime) -> dict[str, datetime]:
        """Give the jobs whose time has come, each with that time."""
        rows = await self._connection.execute(
            select(JobRow.name, JobRow.next_at).where(JobRow.next_at <= now).order_by(JobRow.next_at)
        )
        return {row.name: row.next_at for row in rows}

    async def claim(self, name: str, seen_next_at: datetime, next_at: datetime) -> bool:
        """Move a job on from the time that was seen; False when somebody else did so first.

        Its effect belongs in the same unit of work: then both are kept, or neither.
        """
        moved = await self._connection.execute(
            update(JobRow)
            .where(JobRow.name == name, JobRow.next_at == seen_next_at)
            .values(next_at=next_at, last_at=seen_next_at)
        )
        return moved.rowcount == 1

    async def put_off(self, name: str, next_at: datetime) -> None:
        """Have a job that has gone through run next at a time of its own choice."""
        await self._connection.execute(update(JobRow).where(JobRow.name == name).values(next_at=next_at))
