"""Roles that an administrator gives and takes away. They count, or count no more, from the next act on."""

from datetime import datetime

from domain.errors import BadInput, NotFound
from domain.grants import Grant
from domain.language import _
from domain.people import GRANTED_ROLES, Actor, Permission, Person, Role
from domain.picked import Picked
from services.people import find_or_await
from services.permission import require
from storage.work import Work


async def list_grants(work: Work, actor: Actor) -> list[Grant]:
    """Give everybody who was given a role.

    Raises:
        Refused: the actor is no administrator.
    """
    require(actor, Permission.MANAGE_ROLES)
    return await work.grants.list_all()


def read_role(named: str) -> Role:
    """Read a role that can be given.

    Raises:
        BadInput: it is none.
    """
    for role in GRANTED_ROLES:
        if named.strip().casefold() in (role.value, GRANTED_ROLES[role].casefold()):
            return role
    known = ", ".join(GRANTED_ROLES)
    raise BadInput(_("Choose which role: {roles}.").format(roles=known), field="role", kept=named)


async def give_role(  # noqa: PLR0913 (each part is named at the call)
    work: Work, actor: Actor, picked: Picked, role: Role, *, tenant_id: str, now: datetime
) -> tuple[Person, bool]:
    """Give somebody a role; gives the person, and whether it is new to them.

    Raises:
        Refused: the actor is no administrator.
    """
    require(actor, Permission.MANAGE_ROLES)
    person = await find_or_await(work, picked, tenant_id, now)
    return person, await work.grants.add(person.id, role, actor.person.id, now)


async def take_role(work: Work, actor: Actor, person_id: int, role: Role) -> Person:
    """Take a role away.

    Raises:
        Refused: the actor is no administrator.
        NotFound: they do not have it, or not any more.
    """
    require(actor, Permission.MANAGE_ROLES)
    person = await work.people.find(person_id)
    if person is None or not await work.grants.remove(person_id, role):
        raise NotFound(_("They do not have that role any more. Here is who has which."))
    return person
