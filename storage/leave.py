"""Marked leave: on which days somebody is away."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import ForeignKey, Index, bindparam, delete, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from domain.working_days import Days
from storage.repository import Repository
from storage.schema import Base


class LeaveRow(Base):
    """Some days in a row."""

    __tablename__ = "leave"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    first_day: Mapped[date]
    last_day: Mapped[date]

    __table_args__ = (Index(None, "person_id", "last_day"), {"sqlite_autoincrement": True})


_COMING = (
    select(LeaveRow.person_id, LeaveRow.first_day, LeaveRow.last_day)
    .where(LeaveRow.person_id.in_(bindparam("people", expanding=True)), LeaveRow.last_day >= bindparam("day"))
    .order_by(LeaveRow.person_id, LeaveRow.first_day)
)


class Leave(Repository):
    """When people are away. Two spans of one person's never overlap."""

    __slots__ = ()

    async def list_of(self, person_id: int, today: date) -> tuple[Days, ...]:
        """Give the leave of somebody that is not over, the earliest first."""
        return (await self.list_of_all([person_id], today)).get(person_id, ())

    async def list_of_all(self, people: Collection[int], today: date) -> Mapping[int, tuple[Days, ...]]:
        """Give the leave of several people that is not over; who has none is not among the keys."""
        away: dict[int, list[Days]] = defaultdict(list)
        if people:
            rows = await self._connection.execute(_COMING, {"people": sorted(people), "day": today})
            for person_id, first, last in rows:
                away[person_id].append(Days(first, last))
        return {person_id: tuple(days) for person_id, days in away.items()}

    async def replace(self, person_id: int, days: Sequence[Days]) -> None:
        """Keep this leave of somebody's and no other."""
        await self._connection.execute(delete(LeaveRow).where(LeaveRow.person_id == person_id))
        if days:
            rows = [{"person_id": person_id, "first_day": one.first, "last_day": one.last} for one in days]
            await self._connection.execute(insert(LeaveRow), rows)

    async def forget_before(self, day: date) -> None:
        """Forget leave that is over: nobody needs to know when somebody was away."""
        await self._connection.execute(delete(LeaveRow).where(LeaveRow.last_day < day))
