"""Activities that were answered before: a repeat gets what it got then, and happens once."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, bindparam, delete, select, types, update
from sqlalchemy.orm import Mapped, mapped_column

from domain.ports import JSON
from storage.repository import Repository, insert_once
from storage.schema import Base


class TurnRow(Base):
    """One activity, by its conversation and Teams' id."""

    __tablename__ = "turns"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 (SQLAlchemy's own declaration)

    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True
    )
    activity_id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    answer: Mapped[JSON] = mapped_column(types.JSON(none_as_null=True), nullable=True)
    """What an invoke was answered with."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """An activity that has been here before, and what it was answered with."""

    answer: JSON


_RECORD = {
    dialect: insert_once(TurnRow, dialect)
    .on_conflict_do_nothing(index_elements=["conversation_id", "activity_id"])
    .returning(TurnRow.activity_id)
    for dialect in ("sqlite", "postgresql")
}
_ANSWER = select(TurnRow.answer).where(
    TurnRow.conversation_id == bindparam("conversation_id"), TurnRow.activity_id == bindparam("activity_id")
)
_KEEP = (
    update(TurnRow)
    .where(TurnRow.conversation_id == bindparam("ours"), TurnRow.activity_id == bindparam("theirs"))
    .values(answer=bindparam("answer", type_=TurnRow.answer.type))
)


class Turns(Repository):
    """The activities of the last days."""

    async def record(self, conversation_id: int, activity_id: str, now: datetime) -> Repeat | None:
        """Note an activity, or tell that it is a repeat."""
        key = {"conversation_id": conversation_id, "activity_id": activity_id}
        added = await self._connection.execute(_RECORD[self._connection.dialect.name], {**key, "at": now})
        if added.one_or_none() is not None:
            return None
        return Repeat((await self._connection.execute(_ANSWER, key)).scalar_one())

    async def keep_answer(self, conversation_id: int, activity_id: str, answer: JSON) -> None:
        """Keep what an invoke was answered with, for its repeats."""
        await self._connection.execute(
            _KEEP, {"ours": conversation_id, "theirs": activity_id, "answer": answer}
        )

    async def forget_before(self, moment: datetime) -> int:
        """Drop what is older; gives how many."""
        return (await self._connection.execute(delete(TurnRow).where(TurnRow.at < moment))).rowcount
