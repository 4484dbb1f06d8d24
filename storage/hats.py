"""Six hats worn together: the sessions, and the thoughts under each hat."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, case, false, func, insert, select, update
from sqlalchemy.orm import aliased

from domain.hat_session import LEAD_QUIET, FoundThought, HatSession, HatStage, Thought
from domain.submission import Party
from storage.hat_rows import HatSessionRow, HatThoughtRow
from storage.people import PersonRow
from storage.repository import Repository

_starter, _leader = aliased(PersonRow), aliased(PersonRow)
_COLUMNS: tuple[Any, ...] = (
    HatSessionRow.id,
    HatSessionRow.topic,
    HatSessionRow.conversation_id,
    HatSessionRow.thread_id,
    HatSessionRow.started_at,
    HatSessionRow.changed_at,
    HatSessionRow.led_at,
    HatSessionRow.position,
    HatSessionRow.unattributed,
    HatSessionRow.offered,
    HatSessionRow.stage,
    _starter.id,
    _starter.name,
    _starter.team,
    _leader.id,
    _leader.name,
    _leader.team,
)
_SESSION: Select[Any] = (
    select(*_COLUMNS)
    .join(_starter, _starter.id == HatSessionRow.starter_id)
    .join(_leader, _leader.id == HatSessionRow.leader_id)
)
_BY_ID = _SESSION.where(HatSessionRow.id == bindparam("session_id"))
_HERE = _SESSION.where(
    HatSessionRow.conversation_id == bindparam("conversation_id"),
    HatSessionRow.thread_id == bindparam("thread_id"),
).order_by(HatSessionRow.id.desc())
_OPEN_HERE = _HERE.where(HatSessionRow.stage == HatStage.OPEN)
_QUIET = _SESSION.where(
    HatSessionRow.stage == HatStage.OPEN, HatSessionRow.changed_at <= bindparam("moment")
).order_by(HatSessionRow.id)
_LEFT = _SESSION.where(
    HatSessionRow.stage == HatStage.OPEN,
    HatSessionRow.offered.is_(False),
    HatSessionRow.led_at <= bindparam("moment"),
).order_by(HatSessionRow.id)
_LOCK = (
    select(HatSessionRow.id)
    .where(HatSessionRow.id == bindparam("session_id"))
    .with_for_update(key_share=True)
)
_THOUGHTS = (
    select(
        HatThoughtRow.id,
        HatThoughtRow.position,
        HatThoughtRow.text,
        HatThoughtRow.at,
        HatThoughtRow.activity_id,
        PersonRow.id,
        PersonRow.name,
        PersonRow.team,
    )
    .outerjoin(PersonRow, PersonRow.id == HatThoughtRow.person_id)
    .where(HatThoughtRow.session_id == bindparam("session_id"))
    .order_by(HatThoughtRow.id)
)
_OF_MESSAGE = (
    select(HatThoughtRow.session_id, HatThoughtRow.id)
    .join(HatSessionRow, HatSessionRow.id == HatThoughtRow.session_id)
    .where(
        HatSessionRow.conversation_id == bindparam("conversation_id"),
        HatThoughtRow.person_id == bindparam("person_id"),
        HatThoughtRow.activity_id == bindparam("activity_id"),
    )
)
_COUNT = select(func.count()).where(HatThoughtRow.session_id == bindparam("session_id"))


class Hats(Repository):
    """The sessions of six hats, open and ended."""

    async def open(self, session: HatSession) -> HatSession:
        """Keep a new session; gives it with its id."""
        added = await self._connection.execute(
            insert(HatSessionRow)
            .values(
                topic=session.topic,
                conversation_id=session.conversation_id,
                thread_id=session.thread_id,
                starter_id=session.starter.id,
                started_at=session.started_at,
                **_list_changing(session),
            )
            .returning(HatSessionRow.id)
        )
        return replace(session, id=added.scalar_one())

    async def save(self, session: HatSession) -> None:
        """Keep a session as it is after a move; it was read with its lock."""
        await self._connection.execute(
            update(HatSessionRow).where(HatSessionRow.id == session.id).values(**_list_changing(session))
        )

    async def find(self, session_id: int, *, lock: bool = False) -> HatSession | None:
        """Give a session by its id, on request locked for the rest of the unit of work."""
        if lock:
            await self._connection.execute(_LOCK, {"session_id": session_id})
        row = (await self._connection.execute(_BY_ID, {"session_id": session_id})).one_or_none()
        return _read_session(row) if row else None

    async def find_open(self, conversation_id: int, thread_id: str) -> HatSession | None:
        """Give the session that is open in a chat, or in a thread of a channel."""
        return await self._find_here(_OPEN_HERE, conversation_id, thread_id)

    async def find_last(self, conversation_id: int, thread_id: str) -> HatSession | None:
        """Give the newest session of a chat or thread, open or ended."""
        return await self._find_here(_HERE, conversation_id, thread_id)

    async def _find_here(
        self, statement: Select[Any], conversation_id: int, thread_id: str
    ) -> HatSession | None:
        here = {"conversation_id": conversation_id, "thread_id": thread_id}
        row = (await self._connection.execute(statement.limit(1), here)).one_or_none()
        return _read_session(row) if row else None

    async def list_quiet(self, moment: datetime) -> list[HatSession]:
        """Give the open sessions in which nothing has happened since ``moment``."""
        return [_read_session(row) for row in await self._connection.execute(_QUIET, {"moment": moment})]

    async def list_left(self, moment: datetime) -> list[HatSession]:
        """Give the open sessions whose leader has done nothing since ``moment``, and not offered the lead."""
        return [_read_session(row) for row in await self._connection.execute(_LEFT, {"moment": moment})]

    async def add_thought(
        self, session_id: int, thought: Thought, now: datetime, *, by_leader: bool = False
    ) -> int:
        """Keep a thought and that something happened; gives its id."""
        added = await self._connection.execute(
            insert(HatThoughtRow)
            .values(
                session_id=session_id,
                position=thought.position,
                text=thought.text,
                person_id=thought.who.id if thought.who else None,
                at=thought.at,
                activity_id=thought.activity_id,
            )
            .returning(HatThoughtRow.id)
        )
        await self._note_act(session_id, now, by_leader=by_leader)
        return added.scalar_one()

    async def reword_thought(
        self, session_id: int, thought_id: int, words: str, now: datetime, *, by_leader: bool
    ) -> None:
        """Let a thought say something else, and keep that something happened."""
        await self._connection.execute(
            update(HatThoughtRow).where(HatThoughtRow.id == thought_id).values(text=words)
        )
        await self._note_act(session_id, now, by_leader=by_leader)

    async def _note_act(self, session_id: int, now: datetime, *, by_leader: bool) -> None:
        """Keep that something happened; a leader who was away is back, and the lead is theirs again."""
        act: dict[str, object] = {"changed_at": now}
        if by_leader:
            was_away = HatSessionRow.led_at <= now - LEAD_QUIET
            act |= {"led_at": now, "offered": case((was_away, false()), else_=HatSessionRow.offered)}
        await self._connection.execute(
            update(HatSessionRow).where(HatSessionRow.id == session_id).values(**act)
        )

    async def find_thought_of(
        self, conversation_id: int, person_id: int, activity_id: str
    ) -> FoundThought | None:
        """Give the thought that somebody typed in a message, where a name is kept with it."""
        where = {"conversation_id": conversation_id, "person_id": person_id, "activity_id": activity_id}
        row = (await self._connection.execute(_OF_MESSAGE, where)).first() if activity_id else None
        session = await self.find(row.session_id) if row else None
        if row is None or session is None:
            return None
        thoughts = await self.list_thoughts(session.id)
        return next((FoundThought(session, one) for one in thoughts if one.id == row.id), None)

    async def list_thoughts(self, session_id: int) -> list[Thought]:
        """Give what was thought, oldest first."""
        rows = await self._connection.execute(_THOUGHTS, {"session_id": session_id})
        return [
            Thought(
                id=thought_id,
                position=position,
                text=said,
                who=None if person_id is None else Party(id=person_id, name=name, team=team),
                at=at,
                activity_id=activity_id,
            )
            for thought_id, position, said, at, activity_id, person_id, name, team in rows
        ]

    async def count_thoughts(self, session_id: int) -> int:
        """Count what was thought."""
        return (await self._connection.execute(_COUNT, {"session_id": session_id})).scalar_one()


def _list_changing(session: HatSession) -> dict[str, object]:
    return {
        "leader_id": session.leader.id,
        "position": session.position,
        "unattributed": session.unattributed,
        "offered": session.offered,
        "stage": session.stage,
        "changed_at": session.changed_at,
        "led_at": session.led_at,
    }


def _read_session(columns: Sequence[Any]) -> HatSession:
    (
        ours,
        topic,
        conversation_id,
        thread_id,
        started_at,
        changed_at,
        led_at,
        position,
        unattributed,
        offered,
        stage,
    ) = columns[:11]
    starter, leader = columns[11:14], columns[14:17]
    return HatSession(
        id=ours,
        topic=topic,
        conversation_id=conversation_id,
        thread_id=thread_id,
        starter=_read_party(starter),
        leader=_read_party(leader),
        started_at=started_at,
        changed_at=changed_at,
        led_at=led_at,
        position=position,
        unattributed=unattributed,
        offered=offered,
        stage=stage,
    )


def _read_party(columns: Sequence[Any]) -> Party:
    person_id, name, team = columns
    return Party(id=person_id, name=name, team=team)
