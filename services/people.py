"""Meeting people, and knowing who is of the Hub."""

from collections.abc import Sequence
from datetime import datetime

from domain.conversation import Conversation
from domain.delivery import Subject, SubjectKind
from domain.errors import BadInput
from domain.language import _
from domain.people import GRANTED_ROLES, Actor, Person, Reach, Role
from domain.picked import NOT_KNOWN, Picked
from domain.ports import Member, PlaceKind
from storage.work import Work

FEW = 30
"""People that a list still shows at a glance."""


def name_roles(
    person: Person, *, is_hub_member: bool, granted: frozenset[Role], admin_ids: frozenset[str]
) -> Actor:
    """Give a person the roles the server knows of; nothing that came with a message counts."""
    roles = {Role.OFFICER, *(role for role in granted if role in GRANTED_ROLES)}
    if is_hub_member:
        roles.add(Role.HUB)
    if person.aad_object_id.casefold() in admin_ids:
        roles.add(Role.ADMIN)
    return Actor(person, frozenset(roles))


async def renew_roster(
    work: Work, team_id: str, tenant_id: str, members: Sequence[Member], now: datetime
) -> None:
    """Take a team's roster as Teams gives it today."""
    rows = []
    for member in members:
        if member.aad_object_id:
            person = await meet_member(work, member, tenant_id, now)
            rows.append((person.id, member.teams_id))
    await work.roster.replace(team_id, rows, now)


async def meet_member(work: Work, member: Member, tenant_id: str, now: datetime) -> Person:
    """Know a person whom Teams describes; whoever was awaited by that e-mail is this person from now on."""
    person = await work.people.meet(member.aad_object_id, member.teams_id, tenant_id, member.name, now)
    await work.awaited.note_email(person.id, member.email)
    if member.email and await work.awaited.end(person.id, member.email, now) is not None:
        for plan_id in await work.plan_overviews.list_supervised(person.id):
            work.touch(Subject(SubjectKind.PLAN, plan_id))
    return person


async def find_or_await(work: Work, picked: Picked, tenant_id: str, now: datetime) -> Person:
    """Give whom somebody picked: known, or awaited from now on; see ``find_reach`` for which.

    Raises:
        BadInput: they were picked by Teams' id alone, and it is nobody's who is known.
    """
    if picked.teams_id:
        known = await work.people.find_by_teams_id(picked.teams_id)
        if known is None:
            raise BadInput(_(NOT_KNOWN), field="person")
        return known
    if picked.object_id:
        known = await work.people.find_by_object_id(picked.object_id)
        return known or await work.people.meet(picked.object_id, "", tenant_id, "", now)
    known = await work.awaited.find_by_email(picked.email)
    return known or await work.awaited.begin(picked.email, tenant_id, now)


async def list_likely(work: Work) -> list[Person]:
    """Give whom a list offers: everybody while few are known; of many, the directory finds them."""
    return await work.people.list_acquainted(FEW)


async def lose(work: Work, conversation: Conversation, now: datetime) -> None:
    """Note that somebody cannot be reached: nothing is sent there, and the cards that name them say so."""
    await work.conversations.forget(conversation.id, now)
    if conversation.person_id is not None and conversation.place.kind is PlaceKind.PERSONAL:
        for submission_id in await work.submissions.list_open_of(conversation.person_id):
            work.touch(Subject(SubjectKind.SUBMISSION, submission_id))
        for plan_id in await work.action_plans.list_supervised(conversation.person_id):
            work.touch(Subject(SubjectKind.PLAN, plan_id))


async def find_reach(work: Work, person_id: int) -> Reach:
    """Tell whether somebody can be reached in Teams."""
    chat = await work.conversations.last_personal_of(person_id)
    if chat is None:
        return Reach.NOT_YET
    return Reach.REACHED if await work.people.is_reachable(person_id) else Reach.LOST


async def dismiss_member(work: Work, team_id: str, teams_id: str, aad_object_id: str) -> None:
    """Take one person out of the team; Teams may name them by its own id alone."""
    await work.roster.remove_by_teams_id(team_id, teams_id)
    person = await work.people.find_by_object_id(aad_object_id)
    if person is not None:
        await work.roster.remove(team_id, person.id)


async def admit_member(work: Work, team_id: str, tenant_id: str, member: Member, now: datetime) -> Person:
    """Add one person whom Teams names as a member of the team."""
    person = await meet_member(work, member, tenant_id, now)
    await work.roster.add(team_id, person.id, member.teams_id, now)
    return person
