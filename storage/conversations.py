"""Conversations the bot takes part in: where they are, whose, and which of them is the Hub's."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, Index, bindparam, func, insert, select, text, update
from sqlalchemy.orm import Mapped, mapped_column

from domain.conversation import Conversation
from domain.ports import Place, PlaceKind
from storage.lanes import LaneRow, key_of_conversation, key_of_person
from storage.notices import NoticeRow
from storage.people import PersonRow
from storage.repository import Repository
from storage.schema import Base, Named

HUB = "hub"
"""The purpose of the one channel that is the Hub's."""
_HAS_PURPOSE = text("purpose <> ''")


class ConversationRow(Base):
    """One Teams conversation; the threads of a channel are not kept apart."""

    __tablename__ = "conversations"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(unique=True)
    """Teams' id, without the thread."""
    kind: Mapped[PlaceKind] = mapped_column(Named(PlaceKind))
    service_url: Mapped[str]
    tenant_id: Mapped[str]
    bot_id: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    team_id: Mapped[str]
    purpose: Mapped[str]
    open_draft_id: Mapped[int | None]
    """No foreign key: drafts point here, and a circle of them cannot be made or copied in one go."""
    refreshed_at: Mapped[datetime]
    """When Teams last told us something new about it."""
    gone_at: Mapped[datetime | None]
    """When the bot was removed from it; nothing is sent there until it is heard from again."""

    __table_args__ = (
        Index(
            "uq_conversations_hub",
            "purpose",
            unique=True,
            sqlite_where=_HAS_PURPOSE,
            postgresql_where=_HAS_PURPOSE,
        ),
        {"sqlite_autoincrement": True},
    )


def is_the_hub(row: type[ConversationRow]) -> ColumnElement[bool]:
    """Say that a row is the Hub's channel.

    The second part says no more than the first; it is what lets a database use the index of the few that
    have a purpose, instead of reading every conversation there is.
    """
    return (row.purpose == HUB) & (row.purpose != text("''"))


CONVERSATION = (
    ConversationRow.id,
    ConversationRow.service_url,
    ConversationRow.tenant_id,
    ConversationRow.conversation_id,
    ConversationRow.kind,
    ConversationRow.bot_id,
    ConversationRow.person_id,
    ConversationRow.team_id,
    ConversationRow.open_draft_id,
    LaneRow.id,
)
"""The columns of a Conversation, as ``read_conversation`` takes them."""

WITH_LANE = select(*CONVERSATION).join(LaneRow, LaneRow.conversation_id == ConversationRow.id)
_BY_ID = WITH_LANE.where(ConversationRow.id == bindparam("ours"))
_THEIRS = WITH_LANE.where(ConversationRow.conversation_id == bindparam("theirs"))
_LAST_PERSONAL = WITH_LANE.where(
    ConversationRow.person_id == bindparam("person_id"),
    ConversationRow.kind == PlaceKind.PERSONAL,
).order_by(ConversationRow.refreshed_at.desc(), ConversationRow.id.desc())
_PERSONAL = _LAST_PERSONAL.where(ConversationRow.gone_at.is_(None))
_HUB = WITH_LANE.where(is_the_hub(ConversationRow), ConversationRow.gone_at.is_(None))
_ARRIVING = (
    WITH_LANE.add_columns(ConversationRow.gone_at)
    .where(ConversationRow.conversation_id == bindparam("theirs"))
    .with_for_update(of=ConversationRow, key_share=True)
)
_SET_OPEN_DRAFT = (
    update(ConversationRow)
    .where(ConversationRow.id == bindparam("ours"))
    .values(open_draft_id=bindparam("draft_id"))
)


def without_thread(conversation_id: str) -> str:
    """Give the channel's id where Teams names a thread of it (``channel;messageid=root``)."""
    return conversation_id.partition(";messageid=")[0]


def read_conversation(columns: Sequence[Any]) -> Conversation:
    """Build a conversation of the columns in CONVERSATION."""
    ours, url, tenant, theirs, kind, bot, person_id, team_id, open_draft_id, lane_id = columns
    return Conversation(
        id=ours,
        place=Place(url, tenant, theirs, kind, bot),
        person_id=person_id,
        team_id=team_id,
        open_draft_id=open_draft_id,
        lane_id=lane_id,
    )


def renew(known: Conversation, place: Place, person_id: int | None, team_id: str) -> Conversation:
    """Give a conversation as an activity from it describes it; what the activity leaves out stays."""
    return replace(
        known,
        place=replace(place, conversation_id=known.place.conversation_id),
        person_id=known.person_id if person_id is None else person_id,
        team_id=team_id or known.team_id,
    )


class Conversations(Repository):
    """The conversations, each with its lane."""

    async def arrive(self, place: Place, person_id: int | None, team_id: str, now: datetime) -> Conversation:
        """Know the conversation an activity came from, and lock it for the rest of the unit of work.

        ``person_id`` says whose personal chat it is: None for channels and groups.
        """
        theirs = without_thread(place.conversation_id)
        row = (await self._connection.execute(_ARRIVING, {"theirs": theirs})).one_or_none()
        if row is None:
            await self._add(replace(place, conversation_id=theirs), person_id, team_id, now)
            row = (await self._connection.execute(_ARRIVING, {"theirs": theirs})).one()
        *columns, gone_at = row
        known = read_conversation(columns)
        today = renew(known, place, person_id, team_id)
        if today != known or gone_at is not None:
            await self._refresh(today, now, returned=gone_at is not None)
        return today

    async def _add(self, place: Place, person_id: int | None, team_id: str, now: datetime) -> None:
        """Two processes may hear of it in the same moment: the second finds what the first wrote."""
        added = await self._connection.execute(
            self._insert(ConversationRow)
            .values(
                conversation_id=place.conversation_id,
                kind=place.kind,
                service_url=place.service_url,
                tenant_id=place.tenant_id,
                bot_id=place.bot_id,
                person_id=person_id,
                team_id=team_id,
                purpose="",
                refreshed_at=now,
            )
            .on_conflict_do_nothing(index_elements=["conversation_id"])
            .returning(ConversationRow.id)
        )
        ours = added.scalar_one_or_none()
        if ours is None:
            return
        if place.kind is not PlaceKind.PERSONAL or not await self._take_over_lane(ours, person_id, now):
            await self._connection.execute(
                insert(LaneRow).values(
                    key=key_of_conversation(ours),
                    conversation_id=ours,
                    wanted=0,
                    shown=0,
                    owner="",
                    fence=0,
                    sends=[],
                )
            )

    async def _take_over_lane(self, ours: int, person_id: int | None, now: datetime) -> bool:
        """Send what has waited for somebody's first word to the chat that begins with it."""
        if person_id is None:
            return False
        taken = await self._connection.execute(
            update(LaneRow)
            .where(LaneRow.key == key_of_person(person_id), LaneRow.conversation_id.is_(None))
            .values(conversation_id=ours, wanted=LaneRow.wanted + 1, due_at=now)
            .returning(LaneRow.id)
        )
        lane_id = taken.scalar_one_or_none()
        if lane_id is None:
            return False
        await self._connection.execute(
            update(NoticeRow).where(NoticeRow.lane_id == lane_id).values(conversation_id=ours)
        )
        return True

    async def is_here(self, theirs: str) -> bool:
        """Tell whether the bot is in a conversation, named as Teams does."""
        here = select(ConversationRow.id).where(
            ConversationRow.conversation_id == theirs, ConversationRow.gone_at.is_(None)
        )
        return (await self._connection.execute(here)).one_or_none() is not None

    async def find_theirs(self, theirs: str) -> Conversation | None:
        """Give a conversation by Teams' id of it, without the thread."""
        row = (await self._connection.execute(_THEIRS, {"theirs": theirs})).one_or_none()
        return read_conversation(row) if row else None

    async def _refresh(self, today: Conversation, now: datetime, *, returned: bool) -> None:
        await self._connection.execute(
            update(ConversationRow)
            .where(ConversationRow.id == today.id)
            .values(
                service_url=today.place.service_url,
                tenant_id=today.place.tenant_id,
                kind=today.place.kind,
                bot_id=today.place.bot_id,
                person_id=today.person_id,
                team_id=today.team_id,
                refreshed_at=now,
                gone_at=None,
            )
        )
        if returned:
            await self._set_reachable(today.id, reachable=True)
            await self._connection.execute(
                update(LaneRow)
                .where(LaneRow.id == today.lane_id)
                .values(wanted=LaneRow.wanted + 1, due_at=func.coalesce(LaneRow.lease_until, now))
            )

    async def personal_of(self, person_id: int) -> Conversation | None:
        """Give somebody's personal chat, while the bot is in it."""
        row = (await self._connection.execute(_PERSONAL, {"person_id": person_id})).first()
        return read_conversation(row) if row else None

    async def last_personal_of(self, person_id: int) -> Conversation | None:
        """Give somebody's last personal chat, also while the bot is out of it: what waits goes later."""
        row = (await self._connection.execute(_LAST_PERSONAL, {"person_id": person_id})).first()
        return read_conversation(row) if row else None

    async def find(self, conversation_id: int) -> Conversation | None:
        """Give a conversation by our own id."""
        row = (await self._connection.execute(_BY_ID, {"ours": conversation_id})).one_or_none()
        return read_conversation(row) if row else None

    async def hub(self) -> Conversation | None:
        """Give the Hub's channel, once there is one."""
        row = (await self._connection.execute(_HUB)).one_or_none()
        return read_conversation(row) if row else None

    async def bind_hub(self, conversation_id: int, team_id: str) -> None:
        """Make one channel the Hub's; the one before it is an ordinary channel again."""
        await self._connection.execute(
            update(ConversationRow)
            .where(is_the_hub(ConversationRow), ConversationRow.id != conversation_id)
            .values(purpose="")
        )
        await self._connection.execute(
            update(ConversationRow)
            .where(ConversationRow.id == conversation_id)
            .values(purpose=HUB, team_id=team_id)
        )

    async def forget(self, conversation_id: int, now: datetime) -> None:
        """Leave a conversation the bot was removed from: nothing more is sent there until it is back.

        Drafts and cards stay known, so that coming back continues where it stopped.
        """
        await self._connection.execute(
            update(ConversationRow).where(ConversationRow.id == conversation_id).values(gone_at=now)
        )
        await self._set_reachable(conversation_id, reachable=False)
        await self._connection.execute(
            update(LaneRow)
            .where(LaneRow.conversation_id == conversation_id)
            .values(shown=LaneRow.wanted, due_at=None)
        )

    async def _set_reachable(self, conversation_id: int, *, reachable: bool) -> None:
        whose = select(ConversationRow.person_id).where(
            ConversationRow.id == conversation_id, ConversationRow.kind == PlaceKind.PERSONAL
        )
        await self._connection.execute(
            update(PersonRow).where(PersonRow.id == whose.scalar_subquery()).values(reachable=reachable)
        )

    async def set_open_draft(self, conversation_id: int, draft_id: int | None) -> None:
        """Note which draft a conversation's next words belong to."""
        await self._connection.execute(_SET_OPEN_DRAFT, {"ours": conversation_id, "draft_id": draft_id})
