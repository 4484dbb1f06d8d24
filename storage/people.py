"""People, keyed by the directory's object id."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Index, bindparam, func, select, text, update
from sqlalchemy.orm import Mapped, mapped_column

from domain.people import Person
from storage.repository import Repository
from storage.schema import Base

_AWAITED = text("awaited_since IS NOT NULL")


class PersonRow(Base):
    """Somebody the bot has met, or knows from a roster."""

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    aad_object_id: Mapped[str] = mapped_column(unique=True)
    teams_id: Mapped[str]
    tenant_id: Mapped[str]
    name: Mapped[str]
    team: Mapped[str]
    met_at: Mapped[datetime]
    welcomed_at: Mapped[datetime | None]
    locale: Mapped[str] = mapped_column(server_default="")
    """What their Teams was set to when they last did something."""
    email: Mapped[str | None] = mapped_column(index=True)
    """In small letters; nothing where Teams was never asked, empty where it knows none."""
    awaited_since: Mapped[datetime | None]
    """For somebody who is known by e-mail alone: since when. Nothing once they are met."""
    reachable: Mapped[bool]
    """False once they have blocked or removed the bot, until they come back."""

    __table_args__ = (
        Index("ix_people_awaited", "id", sqlite_where=_AWAITED, postgresql_where=_AWAITED),
        {"sqlite_autoincrement": True},
    )


PERSON = (
    PersonRow.id,
    PersonRow.aad_object_id,
    PersonRow.teams_id,
    PersonRow.name,
    PersonRow.team,
    PersonRow.locale,
)
"""The columns of a Person, in its order."""

_BY_OBJECT_ID = select(*PERSON).where(PersonRow.aad_object_id == bindparam("aad_object_id"))
_BY_ID = select(*PERSON).where(PersonRow.id == bindparam("person_id"))


def read_person(columns: Sequence[Any]) -> Person:
    """Build a person of the columns in PERSON."""
    return Person(*columns)


def rename(person: Person, teams_id: str, name: str) -> Person:
    """Give a person with today's Teams id and name; what is left empty stays."""
    return replace(person, teams_id=teams_id or person.teams_id, name=name or person.name)


def relocate(person: Person, locale: str) -> Person:
    """Give a person with today's locale; where Teams does not say, it stays."""
    return replace(person, locale=locale or person.locale)


class People(Repository):
    """Everybody the bot knows."""

    async def meet(
        self, aad_object_id: str, teams_id: str, tenant_id: str, name: str, now: datetime
    ) -> Person:
        """Know a person by the directory's object id, with today's name and Teams id.

        An empty Teams id or name leaves what is known.

        Raises:
            ValueError: without an object id nobody can be told apart.
        """
        if not aad_object_id:
            raise ValueError("a person without an object id cannot be known")
        known = await self.find_by_object_id(aad_object_id)
        if known is None:
            return await self._add(aad_object_id, teams_id, tenant_id, name, now)
        today = rename(known, teams_id, name)
        if today != known:
            await self._connection.execute(
                update(PersonRow)
                .where(PersonRow.id == known.id)
                .values(teams_id=today.teams_id, name=today.name)
            )
        return today

    async def _add(
        self, aad_object_id: str, teams_id: str, tenant_id: str, name: str, now: datetime
    ) -> Person:
        """Two processes may meet somebody in the same moment: the second finds what the first wrote."""
        await self._connection.execute(
            self._insert(PersonRow)
            .values(
                aad_object_id=aad_object_id,
                teams_id=teams_id,
                tenant_id=tenant_id,
                name=name,
                team="",
                met_at=now,
                reachable=True,
            )
            .on_conflict_do_nothing(index_elements=["aad_object_id"])
        )
        return read_person(
            (await self._connection.execute(_BY_OBJECT_ID, {"aad_object_id": aad_object_id})).one()
        )

    async def keep_locale(self, person: Person, locale: str) -> Person:
        """Note what somebody's Teams is set to; an empty locale leaves what is known."""
        today = relocate(person, locale)
        if today != person:
            await self._connection.execute(
                update(PersonRow).where(PersonRow.id == person.id).values(locale=today.locale)
            )
        return today

    async def find(self, person_id: int) -> Person | None:
        """Give a person by our own id."""
        row = (await self._connection.execute(_BY_ID, {"person_id": person_id})).one_or_none()
        return read_person(row) if row else None

    async def find_by_object_id(self, aad_object_id: str) -> Person | None:
        """Give a person by the directory's object id."""
        found = await self._connection.execute(_BY_OBJECT_ID, {"aad_object_id": aad_object_id})
        row = found.one_or_none()
        return read_person(row) if row else None

    async def find_by_teams_id(self, teams_id: str) -> Person | None:
        """Give a person by Teams' id of them; of several, who was met last."""
        found = select(*PERSON).where(PersonRow.teams_id == teams_id).order_by(PersonRow.id.desc()).limit(1)
        row = (await self._connection.execute(found)).one_or_none()
        return read_person(row) if row else None

    async def list_acquainted(self, most: int) -> list[Person]:
        """Give everybody who was met, by name, or nobody where that is more than ``most``."""
        met = (
            select(*PERSON)
            .where(PersonRow.awaited_since.is_(None), PersonRow.name != "")
            .order_by(PersonRow.name, PersonRow.id)
            .limit(most + 1)
        )
        rows = (await self._connection.execute(met)).all()
        return [read_person(row) for row in rows] if len(rows) <= most else []

    async def is_reachable(self, person_id: int) -> bool:
        """Tell whether somebody has not blocked or removed the bot."""
        lost = select(func.count()).where(PersonRow.id == person_id, PersonRow.reachable.is_(False))
        return not (await self._connection.execute(lost)).scalar_one()

    async def name_team(self, person_id: int, team: str) -> None:
        """Keep which team somebody says they are of."""
        await self._connection.execute(update(PersonRow).where(PersonRow.id == person_id).values(team=team))

    async def is_welcomed(self, person_id: int) -> bool:
        """Tell whether somebody has had their welcome."""
        known = select(func.count()).where(PersonRow.id == person_id, PersonRow.welcomed_at.is_not(None))
        return bool((await self._connection.execute(known)).scalar_one())

    async def welcome(self, person_id: int, now: datetime) -> bool:
        """Note the welcome; True the first time only, whoever asks at once."""
        done = await self._connection.execute(
            update(PersonRow)
            .where(PersonRow.id == person_id, PersonRow.welcomed_at.is_(None))
            .values(welcomed_at=now)
        )
        return done.rowcount == 1

    async def forget_welcomes(self) -> None:
        """Have everybody welcomed again: where their chats have been emptied."""
        await self._connection.execute(update(PersonRow).values(welcomed_at=None))
