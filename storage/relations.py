"""How submissions belong together: one row for a pair, whichever of the two it was said of."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import BindParameter, ForeignKey, bindparam, case, delete, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from domain.related import Relation
from storage.repository import Repository
from storage.schema import Base, Named


class SubmissionRelationRow(Base):
    """One pair; the submission that came first is ``first_id``."""

    __tablename__ = "submission_relations"

    first_id: Mapped[int] = mapped_column(ForeignKey("submissions.id", ondelete="CASCADE"), primary_key=True)
    second_id: Mapped[int] = mapped_column(
        ForeignKey("submissions.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    relation: Mapped[Relation] = mapped_column(Named(Relation))
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    decided_at: Mapped[datetime]


_ROW = SubmissionRelationRow
_ONE: BindParameter[int] = bindparam("submission")
_OTHER = case((_ROW.first_id == _ONE, _ROW.second_id), else_=_ROW.first_id)
_OF = select(_OTHER, _ROW.relation).where(or_(_ROW.first_id == _ONE, _ROW.second_id == _ONE)).order_by(_OTHER)


class Relations(Repository):
    """What the Hub's people said of pairs of submissions."""

    __slots__ = ()

    async def put(self, one_id: int, other_id: int, relation: Relation, by_id: int, now: datetime) -> None:
        """Keep what somebody says of two submissions; it takes the place of what was said before."""
        said = {"relation": relation, "by_id": by_id, "decided_at": now}
        await self._connection.execute(
            self._insert(_ROW)
            .values(first_id=min(one_id, other_id), second_id=max(one_id, other_id), **said)
            .on_conflict_do_update(index_elements=["first_id", "second_id"], set_=said)
        )

    async def take_back(self, one_id: int, other_id: int) -> None:
        """Forget what was said of two submissions."""
        first, second = min(one_id, other_id), max(one_id, other_id)
        await self._connection.execute(delete(_ROW).where(_ROW.first_id == first, _ROW.second_id == second))

    async def list_of(self, submission_id: int) -> Mapping[int, Relation]:
        """Give what was said of a submission and each other one, by the other's id."""
        rows = await self._connection.execute(_OF, {"submission": submission_id})
        return {other_id: Relation(relation) for other_id, relation in rows}
