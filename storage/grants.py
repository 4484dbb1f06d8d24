"""Roles that an administrator gave: who has which, from whom, since when."""

from datetime import datetime

from sqlalchemy import ForeignKey, Select, String, delete, func, literal_column, select, type_coerce
from sqlalchemy.orm import Mapped, aliased, mapped_column

from domain.grants import Grant
from domain.people import GRANTED_ROLES, Role
from storage.people import PERSON, PersonRow, read_person
from storage.reach import REACH, read_reach
from storage.repository import Repository
from storage.schema import Base, Named


class GrantedRoleRow(Base):
    """One role of one person."""

    __tablename__ = "granted_roles"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[Role] = mapped_column(Named(Role), primary_key=True)
    granted_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    """Nothing where it was given on the command line."""
    granted_at: Mapped[datetime]


_BETWEEN = ","


def select_roles() -> Select[str]:
    """Select a person's roles as one text, to stand in the statement that reads the person."""
    as_word = type_coerce(GrantedRoleRow.role, String)
    # As a parameter, what stands between would be written into the statement anew at every execution.
    between = literal_column(f"'{_BETWEEN}'", String)
    gathered = select(func.aggregate_strings(as_word, between))  # type: ignore[arg-type] # it takes a column too
    gathered = gathered.select_from(GrantedRoleRow)
    return gathered.where(GrantedRoleRow.person_id == PersonRow.id)


def read_roles(gathered: str | None) -> frozenset[Role]:
    """Read what ``select_roles`` gathered; a role that this release does not know is none."""
    words = (gathered or "").split(_BETWEEN)
    return frozenset(role for role in GRANTED_ROLES if role in words)


_giver = aliased(PersonRow)
_GRANTS = (
    select(*PERSON, GrantedRoleRow.role, _giver.name, GrantedRoleRow.granted_at, *REACH)
    .join(PersonRow, PersonRow.id == GrantedRoleRow.person_id)
    .outerjoin(_giver, _giver.id == GrantedRoleRow.granted_by)
    .where(GrantedRoleRow.role.in_(GRANTED_ROLES))
    .order_by(GrantedRoleRow.role, PersonRow.name, PersonRow.id)
)


class Grants(Repository):
    """Who was given which role."""

    __slots__ = ()

    async def add(self, person_id: int, role: Role, granted_by: int | None, now: datetime) -> bool:
        """Give a role; tells whether that is new."""
        added = await self._connection.execute(
            self._insert(GrantedRoleRow)
            .values(person_id=person_id, role=role, granted_by=granted_by, granted_at=now)
            .on_conflict_do_nothing(index_elements=["person_id", "role"])
            .returning(GrantedRoleRow.person_id)
        )
        return added.scalar_one_or_none() is not None

    async def remove(self, person_id: int, role: Role) -> bool:
        """Take a role away; tells whether they had it."""
        of_person = delete(GrantedRoleRow).where(
            GrantedRoleRow.person_id == person_id, GrantedRoleRow.role == role
        )
        return (await self._connection.execute(of_person)).rowcount == 1

    async def list_all(self) -> list[Grant]:
        """Give everybody who was given a role, by role and name."""
        rows = await self._connection.execute(_GRANTS)
        return [
            Grant(read_person(columns), role, giver or "", granted_at, read_reach(has_chat, is_reachable))
            for *columns, role, giver, granted_at, has_chat, is_reachable in rows
        ]

    async def list_people(self, roles: frozenset[Role]) -> list[int]:
        """Give the ids of those who have one of these roles."""
        having = select(GrantedRoleRow.person_id).distinct().where(GrantedRoleRow.role.in_(roles))
        return list((await self._connection.execute(having.order_by(GrantedRoleRow.person_id))).scalars())
