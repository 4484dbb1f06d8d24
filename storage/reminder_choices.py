"""Which reminders people have turned off."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import ForeignKey, bindparam, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from domain.reminder_kinds import ReminderKind
from storage.repository import Repository
from storage.schema import Base, Named


class TurnedOffRow(Base):
    """One kind of reminder that somebody does without."""

    __tablename__ = "reminders_turned_off"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    kind: Mapped[ReminderKind] = mapped_column(Named(ReminderKind), primary_key=True)


_OFF = select(TurnedOffRow.person_id, TurnedOffRow.kind).where(
    TurnedOffRow.person_id.in_(bindparam("people", expanding=True))
)


class ReminderChoices(Repository):
    """What people want to be reminded of."""

    __slots__ = ()

    async def list_off(self, person_id: int) -> frozenset[ReminderKind]:
        """Give what somebody has turned off."""
        return (await self.list_off_of_all([person_id])).get(person_id, frozenset())

    async def list_off_of_all(self, people: Collection[int]) -> Mapping[int, frozenset[ReminderKind]]:
        """Give what several people have turned off; who has everything is not among the keys."""
        off: dict[int, set[ReminderKind]] = defaultdict(set)
        if people:
            for person_id, kind in await self._connection.execute(_OFF, {"people": sorted(people)}):
                off[person_id].add(kind)
        return {person_id: frozenset(kinds) for person_id, kinds in off.items()}

    async def turn_off(self, person_id: int, kind: ReminderKind) -> None:
        """Turn one kind off; twice is as good as once."""
        await self._connection.execute(
            self._insert(TurnedOffRow).values(person_id=person_id, kind=kind).on_conflict_do_nothing()
        )

    async def turn_on(self, person_id: int, kind: ReminderKind) -> None:
        """Turn one kind on again."""
        await self._connection.execute(
            delete(TurnedOffRow).where(TurnedOffRow.person_id == person_id, TurnedOffRow.kind == kind)
        )
