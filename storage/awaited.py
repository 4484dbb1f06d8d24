"""People who are known by e-mail alone: awaited under a row of their own until Teams says who they are.

Somebody who was picked by e-mail has most often never met the bot. Their row carries what is theirs already
(a role, a plan to supervise, messages that wait). Once a person with that e-mail is met, all of it becomes
that person's and the row goes, so that nobody is there twice.
"""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Column, ColumnElement, Table, delete, exists, func, select, update
from sqlalchemy.orm import aliased

from domain.people import Person
from storage.conversations import ConversationRow, Conversations
from storage.lanes import LaneRow, key_of_person
from storage.notices import NoticeRow
from storage.people import PERSON, PersonRow, read_person
from storage.repository import Repository
from storage.schema import Base

_awaited = aliased(PersonRow)
_PREFIX = "awaited:"
"""In place of a directory id, with the e-mail behind it: the same address is awaited once."""


def is_anybody_awaited() -> ColumnElement[bool]:
    """Tell, within a statement, whether anybody is awaited by e-mail."""
    return select(_awaited.id).where(_awaited.awaited_since.is_not(None)).exists()


def write_email(email: str) -> str:
    """Write an e-mail as it is kept and compared."""
    return email.strip().casefold()


class Awaited(Repository):
    """Who is awaited, and how they become the person they are."""

    __slots__ = ()

    async def find_by_email(self, email: str) -> Person | None:
        """Give whoever has that e-mail: somebody who was met before somebody awaited."""
        found = (
            select(*PERSON)
            .where(PersonRow.email == write_email(email))
            .order_by(PersonRow.awaited_since.is_not(None), PersonRow.id)
            .limit(1)
        )
        row = (await self._connection.execute(found)).one_or_none()
        return read_person(row) if row else None

    async def begin(self, email: str, tenant_id: str, now: datetime) -> Person:
        """Await somebody by e-mail, which is their name until they come."""
        kept = write_email(email)
        await self._connection.execute(
            self._insert(PersonRow)
            .values(
                aad_object_id=_PREFIX + kept,
                teams_id="",
                tenant_id=tenant_id,
                name=kept,
                team="",
                met_at=now,
                email=kept,
                awaited_since=now,
                reachable=True,
            )
            .on_conflict_do_nothing(index_elements=["aad_object_id"])
        )
        awaited = select(*PERSON).where(PersonRow.aad_object_id == _PREFIX + kept)
        return read_person((await self._connection.execute(awaited)).one())

    async def note_email(self, person_id: int, email: str) -> None:
        """Keep what Teams says is somebody's e-mail, be it none."""
        kept = write_email(email)
        await self._connection.execute(
            update(PersonRow)
            .where(PersonRow.id == person_id, PersonRow.email.is_distinct_from(kept))
            .values(email=kept)
        )

    async def end(self, person_id: int, email: str, now: datetime) -> int | None:
        """Make somebody's what was kept for their e-mail; gives the id under which they were awaited."""
        waiting = select(PersonRow.id).where(
            PersonRow.aad_object_id == _PREFIX + write_email(email), PersonRow.awaited_since.is_not(None)
        )
        awaited_id = (await self._connection.execute(waiting.with_for_update())).scalar_one_or_none()
        if awaited_id is None:
            return None
        for column in _list_columns():
            await self._hand_over(column, awaited_id, person_id)
        await self._hand_over_messages(awaited_id, person_id, now)
        await self._connection.execute(delete(PersonRow).where(PersonRow.id == awaited_id))
        return awaited_id

    async def _hand_over(self, column: "Column[int]", awaited_id: int, person_id: int) -> None:
        """Hand over the rows of one table; what the person has already stays theirs once."""
        table: Table = column.table
        others = [key for key in table.primary_key if key is not column]
        if column.primary_key:
            theirs = table.alias()
            has_it = exists().where(
                theirs.c[column.name] == person_id, *(theirs.c[key.name] == key for key in others)
            )
            await self._connection.execute(delete(table).where(column == awaited_id, has_it))
        await self._connection.execute(
            update(table).where(column == awaited_id).values({column.name: person_id})
        )

    async def _hand_over_messages(self, awaited_id: int, person_id: int, now: datetime) -> None:
        """Send what waited for them to their chat; where there is none yet it goes on waiting."""
        waiting = select(LaneRow.id).where(LaneRow.key == key_of_person(awaited_id))
        lane_id = (await self._connection.execute(waiting)).scalar_one_or_none()
        if lane_id is None:
            return
        chat = await Conversations(self._connection).last_personal_of(person_id)
        own = select(LaneRow.id).where(LaneRow.key == key_of_person(person_id))
        to_lane = chat.lane_id if chat else (await self._connection.execute(own)).scalar_one_or_none()
        if to_lane is None:
            rename = update(LaneRow).where(LaneRow.id == lane_id).values(key=key_of_person(person_id))
            await self._connection.execute(rename)
            return
        await self._connection.execute(
            update(NoticeRow)
            .where(NoticeRow.lane_id == lane_id)
            .values(lane_id=to_lane, conversation_id=chat.id if chat else None)
        )
        is_here = exists().where(
            ConversationRow.id == LaneRow.conversation_id, ConversationRow.gone_at.is_(None)
        )
        await self._connection.execute(
            update(LaneRow)
            .where(LaneRow.id == to_lane, is_here)
            .values(wanted=LaneRow.wanted + 1, due_at=func.coalesce(LaneRow.lease_until, now))
        )
        await self._connection.execute(delete(LaneRow).where(LaneRow.id == lane_id))


def _list_columns() -> "Iterator[Column[int]]":
    """Give every column in which somebody's id stands, in every table that there is."""
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table is PersonRow.__table__:
                yield key.parent
