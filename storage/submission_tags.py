"""What the Hub has ticked on submissions: reasons, tiers of prevention, drivers of demand."""

from enum import StrEnum
from typing import TypeVar

from sqlalchemy import ForeignKey, bindparam, delete, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from domain.flow import Driver, Reason, Tags, Tier
from storage.repository import Repository
from storage.schema import Base

Word = TypeVar("Word", bound=StrEnum)

_KINDS = ("reasons", "tiers", "drivers")
"""The parts of Tags; a part's name is the kind in its rows."""


class SubmissionTagRow(Base):
    """One tick."""

    __tablename__ = "submission_tags"

    submission_id: Mapped[int] = mapped_column(
        ForeignKey("submissions.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(primary_key=True)
    tag: Mapped[str] = mapped_column(primary_key=True)


_OF = select(SubmissionTagRow.kind, SubmissionTagRow.tag).where(
    SubmissionTagRow.submission_id == bindparam("submission_id")
)


class SubmissionTags(Repository):
    """The ticks."""

    __slots__ = ()

    async def find(self, submission_id: int) -> Tags:
        """Give what is ticked on a submission."""
        rows = await self._connection.execute(_OF, {"submission_id": submission_id})
        ticked = {(row.kind, row.tag) for row in rows}

        def pick(kind: str, words: type[Word]) -> tuple[Word, ...]:
            return tuple(word for word in words if (kind, word.value) in ticked)

        return Tags(pick("reasons", Reason), pick("tiers", Tier), pick("drivers", Driver))

    async def replace(self, submission_id: int, tags: Tags) -> None:
        """Keep what is ticked from now on."""
        await self._connection.execute(
            delete(SubmissionTagRow).where(SubmissionTagRow.submission_id == submission_id)
        )
        rows = [
            {"submission_id": submission_id, "kind": kind, "tag": tag.value}
            for kind in _KINDS
            for tag in getattr(tags, kind)
        ]
        if rows:
            await self._connection.execute(insert(SubmissionTagRow), rows)
