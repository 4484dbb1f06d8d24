"""What the Portal before this one called its entries, so that none is brought in twice."""

from collections.abc import Collection

from sqlalchemy import ForeignKey, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.repository import Repository
from storage.schema import Base


class OldEntryRow(Base):
    """One number of before, and the submission it is now."""

    __tablename__ = "old_entries"

    number: Mapped[str] = mapped_column(primary_key=True)
    submission_id: Mapped[int] = mapped_column(ForeignKey("submissions.id", ondelete="CASCADE"), index=True)


class OldEntries(Repository):
    """The numbers that were brought in."""

    __slots__ = ()

    async def add(self, number: str, submission_id: int) -> None:
        """Remember a number."""
        await self._connection.execute(
            insert(OldEntryRow), {"number": number, "submission_id": submission_id}
        )

    async def list_known(self, numbers: Collection[str]) -> frozenset[str]:
        """Tell which of these numbers were brought in before."""
        known: set[str] = set()
        wanted = sorted(numbers)
        for start in range(0, len(wanted), 500):
            part = wanted[start : start + 500]
            found = await self._connection.execute(
                select(OldEntryRow.number).where(OldEntryRow.number.in_(part))
            )
            known.update(row.number for row in found)
        return frozenset(known)
