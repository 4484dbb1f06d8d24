"""Secrets that the product makes for itself: shared by all processes, kept beside the data, never logged."""

from datetime import datetime

from sqlalchemy import LargeBinary, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.repository import Repository
from storage.schema import Base


class SigningKeyRow(Base):
    """One key, by what it signs."""

    __tablename__ = "signing_keys"

    purpose: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[datetime]


class SigningKeys(Repository):
    """The keys that links are signed with."""

    async def find(self, purpose: str) -> bytes | None:
        """Give a key, where one has been made."""
        found = await self._connection.execute(
            select(SigningKeyRow.key).where(SigningKeyRow.purpose == purpose)
        )
        return found.scalar_one_or_none()

    async def find_or_keep(self, purpose: str, fresh: bytes, now: datetime) -> bytes:
        """Give a key; the first to ask has theirs kept, whoever asks at once."""
        known = await self.find(purpose)
        if known is not None:
            return known
        await self._connection.execute(
            self._insert(SigningKeyRow)
            .values(purpose=purpose, key=fresh, made_at=now)
            .on_conflict_do_nothing(index_elements=["purpose"])
        )
        return await self.find(purpose) or fresh
