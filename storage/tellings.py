"""What one person was told about something, or waits to be told."""

from datetime import datetime

from sqlalchemy import or_, select, update

from domain.delivery import Subject
from storage.conversations import ConversationRow
from storage.lanes import LaneRow, key_of_person
from storage.notices import NoticeRow
from storage.repository import Repository


class Tellings(Repository):
    """The messages to one person about one thing."""

    __slots__ = ()

    async def was_told(self, subject: Subject, person_id: int) -> bool:
        """Tell whether somebody was ever sent a message about something."""
        told = (
            select(NoticeRow.id)
            .join(ConversationRow, ConversationRow.id == NoticeRow.conversation_id)
            .where(
                NoticeRow.subject_kind == subject.kind,
                NoticeRow.subject_id == subject.id,
                NoticeRow.sent_at.is_not(None),
                ConversationRow.person_id == person_id,
            )
            .limit(1)
        )
        return (await self._connection.execute(told)).one_or_none() is not None

    async def withdraw(self, subject: Subject, person_id: int, now: datetime) -> None:
        """Let what still waits to be said to somebody about something be worthless from now on."""
        theirs = (
            select(LaneRow.id)
            .outerjoin(ConversationRow, ConversationRow.id == LaneRow.conversation_id)
            .where(or_(ConversationRow.person_id == person_id, LaneRow.key == key_of_person(person_id)))
        )
        await self._connection.execute(
            update(NoticeRow)
            .where(
                NoticeRow.subject_kind == subject.kind,
                NoticeRow.subject_id == subject.id,
                NoticeRow.sent_at.is_(None),
                NoticeRow.lane_id.in_(theirs),
            )
            .values(not_after=now)
        )
