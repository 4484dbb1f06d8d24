"""Who is in a team, as Teams last told us: the Hub's rights hang on it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, delete, func, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from domain.submission import Party
from storage.people import PersonRow
from storage.repository import Repository
from storage.schema import Base


class RosterRow(Base):
    """A team whose roster has been read as a whole."""

    __tablename__ = "rosters"

    team_id: Mapped[str] = mapped_column(primary_key=True)
    refreshed_at: Mapped[datetime]


class RosterMemberRow(Base):
    """One person in one team."""

    __tablename__ = "roster_members"

    team_id: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    teams_id: Mapped[str]
    seen_at: Mapped[datetime]


class Roster(Repository):
    """The members of teams."""

    async def replace(self, team_id: str, members: Sequence[tuple[int, str]], now: datetime) -> None:
        """Take a whole roster, as pairs of our person id and Teams' id; whoever is not in it is out."""
        await self._connection.execute(delete(RosterMemberRow).where(RosterMemberRow.team_id == team_id))
        rows = [
            {"team_id": team_id, "person_id": person_id, "teams_id": teams_id, "seen_at": now}
            for person_id, teams_id in sorted(dict(members).items())
        ]
        if rows:
            await self._connection.execute(insert(RosterMemberRow), rows)
        await self._connection.execute(
            self._insert(RosterRow)
            .values(team_id=team_id, refreshed_at=now)
            .on_conflict_do_update(index_elements=["team_id"], set_={"refreshed_at": now})
        )

    async def add(self, team_id: str, person_id: int, teams_id: str, now: datetime) -> None:
        """Let one person in; seen again, only the day changes."""
        await self._connection.execute(
            self._insert(RosterMemberRow)
            .values(team_id=team_id, person_id=person_id, teams_id=teams_id, seen_at=now)
            .on_conflict_do_update(
                index_elements=["team_id", "person_id"], set_={"teams_id": teams_id, "seen_at": now}
            )
        )

    async def remove(self, team_id: str, person_id: int) -> None:
        """Take one person out."""
        await self._connection.execute(
            delete(RosterMemberRow).where(
                RosterMemberRow.team_id == team_id, RosterMemberRow.person_id == person_id
            )
        )

    async def remove_by_teams_id(self, team_id: str, teams_id: str) -> None:
        """Take one person out, known by Teams' id alone."""
        await self._connection.execute(
            delete(RosterMemberRow).where(
                RosterMemberRow.team_id == team_id, RosterMemberRow.teams_id == teams_id
            )
        )

    async def contains(self, team_id: str, person_id: int) -> bool:
        """Tell whether somebody is in the team."""
        found = select(func.count()).where(
            RosterMemberRow.team_id == team_id, RosterMemberRow.person_id == person_id
        )
        return bool((await self._connection.execute(found)).scalar_one())

    async def list_members(self, team_id: str) -> list[Party]:
        """Give a team's members by name."""
        members = (
            select(PersonRow.id, PersonRow.name, PersonRow.team)
            .join(RosterMemberRow, RosterMemberRow.person_id == PersonRow.id)
            .where(RosterMemberRow.team_id == team_id)
            .order_by(PersonRow.name, PersonRow.id)
        )
        rows = await self._connection.execute(members)
        return [Party(id=person_id, name=name, team=team) for person_id, name, team in rows]

    async def refreshed_at(self, team_id: str) -> datetime | None:
        """Tell when the roster was last read as a whole."""
        read_at = select(RosterRow.refreshed_at).where(RosterRow.team_id == team_id)
        return (await self._connection.execute(read_at)).scalar_one_or_none()
