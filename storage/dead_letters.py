"""What could not be delivered, and how much waits: the administrator's side of the outbox."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, delete, false, func, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.clock import Clock
from domain.delivery import Backlog, DeadLetter, LetterKind, Subject, SubjectKind
from domain.ports import PlaceKind
from storage.changes import Changes
from storage.conversations import HUB, ConversationRow
from storage.drafts import DraftRow
from storage.lanes import LaneRow
from storage.notices import NoticeRow
from storage.people import PersonRow
from storage.posting_rows import PostingRow
from storage.repository import Repository
from storage.submission_rows import SubmissionRow
from storage.waiting import LANE_DUE, NOTICE_WAITS, POSTING_WAITS

_WAITING = {
    LetterKind.POSTING: select(func.count(), func.min(PostingRow.wanted_at)).where(POSTING_WAITS),
    LetterKind.NOTICE: select(func.count(), func.min(NoticeRow.made_at)).where(NOTICE_WAITS),
}
_DUE_SINCE = select(func.min(LaneRow.due_at)).where(LaneRow.due_at.is_not(None), LANE_DUE)
"""One look into the index, however much waits."""


def _select_dead(row: type[PostingRow | NoticeRow]) -> Select[*tuple[Any, ...]]:
    what = row.view if issubclass(row, PostingRow) else row.kind
    # A message to somebody who had yet to come knows no conversation; their lane does, once they have come.
    where = func.coalesce(row.conversation_id, LaneRow.conversation_id)
    about = and_(row.subject_kind == SubjectKind.SUBMISSION, SubmissionRow.id == row.subject_id)
    return (
        select(
            literal(str(LetterKind.POSTING if issubclass(row, PostingRow) else LetterKind.NOTICE)),
            row.id,
            ConversationRow.id,
            row.subject_kind,
            row.subject_id,
            what,
            row.dead_at,
            row.tries,
            row.error,
            func.coalesce(ConversationRow.kind, PlaceKind.PERSONAL),
            func.coalesce(PersonRow.name, ""),
            func.coalesce(ConversationRow.purpose == HUB, false()),
            func.coalesce(SubmissionRow.reference, ""),
        )
        .join(LaneRow, LaneRow.id == row.lane_id)
        .outerjoin(ConversationRow, ConversationRow.id == where)
        .outerjoin(PersonRow, PersonRow.id == ConversationRow.person_id)
        .outerjoin(SubmissionRow, about)
        .where(row.dead_at.is_not(None))
    )


_DEAD = tuple(_select_dead(row) for row in (PostingRow, NoticeRow))
_COUNT_DEAD = tuple(
    select(func.count()).select_from(row).where(row.dead_at.is_not(None)) for row in (PostingRow, NoticeRow)
)


class DeadLetters(Repository):
    """What was given up, until somebody decides."""

    __slots__ = ("_changes", "_clock")

    def __init__(self, connection: AsyncConnection, changes: Changes, clock: Clock) -> None:
        super().__init__(connection)
        self._changes = changes
        self._clock = clock

    async def count_waiting(self) -> Backlog:
        """Count what waits and what was given up."""
        now = {"now": self._clock.now()}
        waiting, moments = 0, list[datetime]()
        for statement in _WAITING.values():
            count, oldest = (await self._connection.execute(statement, now)).one()
            waiting += count
            moments += [oldest] if oldest else []
        due_since = (await self._connection.execute(_DUE_SINCE, now)).scalar_one()
        dead = [(await self._connection.execute(statement)).scalar_one() for statement in _COUNT_DEAD]
        return Backlog(waiting, sum(dead), min(moments, default=None), due_since)

    async def forget_everything_posted(self) -> None:
        """Forget every card and message, sent or waiting: where the other side has lost them all."""
        for row in (PostingRow, NoticeRow):
            await self._connection.execute(delete(row))
        await self._connection.execute(update(DraftRow).values(live_posting_id=None))

    async def list_dead(self) -> list[DeadLetter]:
        """Give what was given up, newest first."""
        letters = [
            DeadLetter(LetterKind(kind), ours, where, Subject(about, subject_id), str(what), *rest)
            for statement in _DEAD
            for kind, ours, where, about, subject_id, what, *rest in await self._connection.execute(statement)
        ]
        return sorted(letters, key=lambda letter: letter.dead_at, reverse=True)

    async def revive(self, kind: LetterKind, letter_id: int) -> bool:
        """Have something tried again from the start; False when it is not among the dead."""
        row = _ROWS[kind]
        revived = await self._connection.execute(
            update(row)
            .where(row.id == letter_id, row.dead_at.is_not(None))
            .values(dead_at=None, not_before=None, tries=0, error="")
            .returning(row.lane_id)
        )
        lane_id = revived.scalar_one_or_none()
        if lane_id is not None:
            self._changes.lanes.bump(lane_id)
        return lane_id is not None

    async def drop(self, kind: LetterKind, letter_id: int) -> bool:
        """Let go of something for good; False when it is not among the dead.

        A card counts as shown, until its subject changes again. A message is worthless from now on; its key
        stays taken, so that it is not made a second time.
        """
        row = _ROWS[kind]
        gone = {"shown": PostingRow.wanted} if row is PostingRow else {"not_after": self._clock.now()}
        dropped = await self._connection.execute(
            update(row)
            .where(row.id == letter_id, row.dead_at.is_not(None))
            .values(dead_at=None, not_before=None, **gone)
        )
        return dropped.rowcount == 1


_ROWS: dict[LetterKind, type[PostingRow | NoticeRow]] = {
    LetterKind.POSTING: PostingRow,
    LetterKind.NOTICE: NoticeRow,
}
