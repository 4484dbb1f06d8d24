"""Who follows which submission, and what work was not done twice because they do."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    BindParameter,
    ForeignKey,
    Index,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from domain.following import Crowd, Following
from storage.repository import Repository
from storage.schema import Base


class SubmissionFollowerRow(Base):
    """One person who follows one submission."""

    __tablename__ = "submission_followers"

    submission_id: Mapped[int] = mapped_column(
        ForeignKey("submissions.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)
    since: Mapped[datetime]
    is_affected: Mapped[bool]
    through_id: Mapped[int | None] = mapped_column(ForeignKey("submissions.id", ondelete="SET NULL"))
    """The submission whose merging made them follow this one; nothing where they chose to."""


class AvoidedDuplicateRow(Base):
    """Once that somebody joined a submission instead of bringing the same again."""

    __tablename__ = "avoided_duplicates"

    id: Mapped[int] = mapped_column(primary_key=True)
    submission_id: Mapped[int] = mapped_column(ForeignKey("submissions.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]

    __table_args__ = (
        UniqueConstraint("submission_id", "person_id"),
        Index(None, "at"),
        {"sqlite_autoincrement": True},
    )


_ROW, _AVOIDED = SubmissionFollowerRow, AvoidedDuplicateRow
_SUBMISSION: BindParameter[int] = bindparam("of_submission")
_PERSON: BindParameter[int] = bindparam("of_person")
_THIS = (_ROW.submission_id == _SUBMISSION, _ROW.person_id == _PERSON)
_FIND = select(_ROW.since, _ROW.is_affected).where(*_THIS)
_COUNT = select(func.count(), func.count().filter(_ROW.is_affected)).where(_ROW.submission_id == _SUBMISSION)
_PEOPLE = select(_ROW.person_id).where(_ROW.submission_id == _SUBMISSION).order_by(_ROW.person_id)
_FOLLOWED = (
    select(_ROW.submission_id)
    .where(_ROW.person_id == _PERSON)
    .order_by(_ROW.since.desc(), _ROW.submission_id.desc())
    .limit(bindparam("most"))
)


class Followers(Repository):
    """Who follows what."""

    __slots__ = ()

    async def add(
        self,
        submission_id: int,
        person_id: int,
        now: datetime,
        *,
        is_affected: bool = False,
        through_id: int | None = None,
    ) -> bool:
        """Let somebody follow a submission; False where they do already."""
        added = await self._connection.execute(
            self._insert(_ROW)
            .values(
                submission_id=submission_id,
                person_id=person_id,
                since=now,
                is_affected=is_affected,
                through_id=through_id,
            )
            .on_conflict_do_nothing(index_elements=["submission_id", "person_id"])
            .returning(_ROW.person_id)
        )
        return added.first() is not None

    async def remove(self, submission_id: int, person_id: int) -> None:
        """Let somebody follow a submission no more; it counts no more as work that was not done twice."""
        slots = {"of_submission": submission_id, "of_person": person_id}
        await self._connection.execute(delete(_ROW).where(*_THIS), slots)
        await self._connection.execute(
            delete(_AVOIDED).where(_AVOIDED.submission_id == _SUBMISSION, _AVOIDED.person_id == _PERSON),
            slots,
        )

    async def remove_through(
        self, submission_id: int, through_id: int, *, among: Sequence[int] | None = None
    ) -> Sequence[int]:
        """Let those follow a submission no more whom the merging of another one brought; gives who they were.

        ``among`` are the people it is about, else everybody. It counts no more as work not done twice.
        """
        brought = (_ROW.submission_id == submission_id, _ROW.through_id == through_id)
        some = () if among is None else (_ROW.person_id.in_(among),)
        removed = await self._connection.execute(
            delete(_ROW).where(*brought, *some).returning(_ROW.person_id)
        )
        people = sorted(removed.scalars())
        await self._connection.execute(
            delete(_AVOIDED).where(_AVOIDED.submission_id == submission_id, _AVOIDED.person_id.in_(people))
        )
        return people

    async def mark_affected(self, submission_id: int, person_id: int, *, is_affected: bool) -> None:
        """Keep whether a submission affects a follower's area too."""
        slots = {"of_submission": submission_id, "of_person": person_id}
        await self._connection.execute(update(_ROW).where(*_THIS).values(is_affected=is_affected), slots)

    async def find(self, submission_id: int, person_id: int) -> Following | None:
        """Tell since when somebody follows a submission."""
        slots = {"of_submission": submission_id, "of_person": person_id}
        row = (await self._connection.execute(_FIND, slots)).one_or_none()
        return Following(*row) if row is not None else None

    async def count(self, submission_id: int) -> Crowd:
        """Count who follows a submission."""
        row = (await self._connection.execute(_COUNT, {"of_submission": submission_id})).one()
        return Crowd(*row)

    async def list_people(self, submission_id: int) -> Sequence[int]:
        """Give the ids of those who follow a submission."""
        return (await self._connection.execute(_PEOPLE, {"of_submission": submission_id})).scalars().all()

    async def list_followed(self, person_id: int, most: int) -> Sequence[int]:
        """Give the ids of the submissions that somebody follows, the latest first."""
        slots = {"of_person": person_id, "most": most}
        return (await self._connection.execute(_FOLLOWED, slots)).scalars().all()

    async def note_avoided(self, submission_id: int, person_id: int, now: datetime) -> None:
        """Note that somebody joined a submission instead of bringing the same again; once for each pair."""
        await self._connection.execute(
            self._insert(_AVOIDED)
            .values(submission_id=submission_id, person_id=person_id, at=now)
            .on_conflict_do_nothing(index_elements=["submission_id", "person_id"])
        )

    async def count_avoided(self, since: datetime, until: datetime) -> int:
        """Count the times that work was not done twice, from one moment until before another."""
        counted = select(func.count()).select_from(_AVOIDED)
        found = await self._connection.execute(counted.where(_AVOIDED.at >= since, _AVOIDED.at < until))
        return int(found.scalar_one())
