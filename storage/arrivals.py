"""What a turn needs to know first, in one look: who, where, whether of the Hub, whether a repeat."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import aliased

from domain.conversation import Conversation
from domain.people import Person, Role
from domain.ports import JSON, Place, PlaceKind
from storage.awaited import is_anybody_awaited
from storage.conversations import (
    CONVERSATION,
    ConversationRow,
    Conversations,
    is_the_hub,
    read_conversation,
    renew,
    without_thread,
)
from storage.grants import read_roles, select_roles
from storage.lanes import LaneRow
from storage.people import PERSON, People, PersonRow, read_person, relocate, rename
from storage.repository import Repository
from storage.roster import RosterMemberRow
from storage.turns import Turns


class Sender(Protocol):
    """Who sent an activity, as the activity says."""

    @property
    def aad_object_id(self) -> str:
        """The directory's object id."""
        ...

    @property
    def teams_id(self) -> str:
        """Teams' id of the person."""
        ...

    @property
    def name(self) -> str:
        """What they are called."""
        ...

    @property
    def locale(self) -> str:
        """What their Teams is set to; empty where it does not say."""
        ...


@dataclass(frozen=True, slots=True)
class Arrival:
    """An activity that came in: who sent it, from where, and what the server knows of them."""

    person: Person
    conversation: Conversation
    hub_team_id: str | None
    """The bound Hub's team; None while no channel is bound."""
    is_hub_member: bool
    granted: frozenset[Role] = frozenset()
    is_welcomed: bool = False
    repeat: bool = False
    needs_email: bool = False
    """Somebody is awaited by e-mail, and this may be them: their own is not known yet."""
    has_come: bool = field(default=False, compare=False)
    """They could not be reached before: they are new, or back."""
    earlier_answer: JSON = None
    """For a repeat: what it was answered with before."""


_hub = aliased(ConversationRow)
_STANDING = (
    PersonRow.welcomed_at,
    _hub.team_id,
    RosterMemberRow.person_id,
    select_roles().scalar_subquery(),
    and_(PersonRow.email.is_(None), is_anybody_awaited()),
)
"""What the server knows of somebody besides their name, as ``_stand`` reads it."""
_IS_HUB = and_(is_the_hub(_hub), _hub.gone_at.is_(None))
_IS_MEMBER = and_(RosterMemberRow.team_id == _hub.team_id, RosterMemberRow.person_id == PersonRow.id)
_LOOK = (
    select(*CONVERSATION, *PERSON, ConversationRow.gone_at, *_STANDING)
    .select_from(ConversationRow)
    .join(LaneRow, LaneRow.conversation_id == ConversationRow.id)
    .join(PersonRow, PersonRow.aad_object_id == bindparam("aad_object_id"))
    .outerjoin(_hub, _IS_HUB)
    .outerjoin(RosterMemberRow, _IS_MEMBER)
    .where(ConversationRow.conversation_id == bindparam("theirs"))
    .with_for_update(of=ConversationRow, key_share=True)
)
_STANDING_OF = (
    select(*_STANDING)
    .select_from(PersonRow)
    .outerjoin(_hub, _IS_HUB)
    .outerjoin(RosterMemberRow, _IS_MEMBER)
    .where(PersonRow.id == bindparam("person_id"))
)
_PERSON_STARTS = len(CONVERSATION)
_PERSON_ENDS = _PERSON_STARTS + len(PERSON)


class Arrivals(Repository):
    """The first look of a turn."""

    async def arrive(
        self, place: Place, sender: Sender, team_id: str, activity_id: str, now: datetime
    ) -> Arrival:
        """Know who and where, lock the conversation, and note the activity.

        For somebody known, from a conversation that has not changed, this takes two statements.
        """
        arrival = await self._look(place, sender, team_id) or await self._meet(place, sender, team_id, now)
        if not activity_id:
            return arrival
        repeat = await Turns(self._connection).record(arrival.conversation.id, activity_id, now)
        if repeat is None:
            return arrival
        return replace(arrival, repeat=True, earlier_answer=repeat.answer)

    async def _look(self, place: Place, sender: Sender, team_id: str) -> Arrival | None:
        """Give what is known, or None when anything is new and must be written."""
        keys = {"aad_object_id": sender.aad_object_id, "theirs": without_thread(place.conversation_id)}
        row: Sequence[Any] | None = (await self._connection.execute(_LOOK, keys)).one_or_none()
        if row is None:
            return None
        conversation = read_conversation(row[:_PERSON_STARTS])
        person = read_person(row[_PERSON_STARTS:_PERSON_ENDS])
        if (
            row[_PERSON_ENDS] is not None
            or relocate(rename(person, sender.teams_id, sender.name), sender.locale) != person
            or renew(conversation, place, _whose(place, person.id), team_id) != conversation
        ):
            return None
        return _stand(person, conversation, row[_PERSON_ENDS + 1 :])

    async def _meet(self, place: Place, sender: Sender, team_id: str, now: datetime) -> Arrival:
        people, conversations = People(self._connection), Conversations(self._connection)
        was_here = await conversations.is_here(without_thread(place.conversation_id))
        person = await people.meet(sender.aad_object_id, sender.teams_id, place.tenant_id, sender.name, now)
        person = await people.keep_locale(person, sender.locale)
        conversation = await conversations.arrive(place, _whose(place, person.id), team_id, now)
        standing = (await self._connection.execute(_STANDING_OF, {"person_id": person.id})).one()
        has_come = not was_here and place.kind is PlaceKind.PERSONAL
        return replace(_stand(person, conversation, standing), has_come=has_come)


def _stand(person: Person, conversation: Conversation, standing: Sequence[Any]) -> Arrival:
    """Read the columns in _STANDING."""
    welcomed_at, hub_team_id, hub_member, granted, needs_email = standing
    return Arrival(
        person,
        conversation,
        hub_team_id,
        is_hub_member=hub_member is not None,
        granted=read_roles(granted),
        is_welcomed=welcomed_at is not None,
        needs_email=bool(needs_email),
    )


def _whose(place: Place, person_id: int) -> int | None:
    return person_id if place.kind is PlaceKind.PERSONAL else None
