"""The roles on the command line: who has which, and giving and taking them."""

from rich.console import Console
from rich.table import Table

from domain.clock import SystemClock
from domain.dates import say_day
from domain.errors import NotFound
from domain.people import GRANTED_ROLES, Person, Reach
from domain.picked import Picked, read_picked
from services.people import find_or_await, find_reach
from services.roles import read_role
from storage.database import Database
from storage.work import Work

_NOBODY = "Nobody has been given a role yet."


async def show_roles(database: Database) -> None:
    """Print who was given which role."""
    async with database.read() as work:
        grants = await work.grants.list_all()
    console = Console()
    if not grants:
        console.print(_NOBODY)
        return
    table = Table("Who", "Role", "Since", "Given by", "Directory id")
    for grant in grants:
        who = _name(grant.person)
        if grant.reach is Reach.NOT_YET:
            who += " (not met yet)"
        by = grant.granted_by or "the command line"
        table.add_row(who, grant.role.value, say_day(grant.granted_at), by, grant.person.aad_object_id)
    console.print(table)


async def grant(database: Database, role: str, who: str, tenant_id: str) -> str:
    """Give somebody a role; gives the sentence that says so.

    Raises:
        BadInput: there is no such role, or ``who`` is neither an e-mail nor an object id.
    """
    wanted, picked, now = read_role(role), read_picked(who), SystemClock().now()
    async with database.begin() as work:
        person = await find_or_await(work, picked, tenant_id, now)
        is_new = await work.grants.add(person.id, wanted, None, now)
        reach = await find_reach(work, person.id)
    said = f"{_name(person)} has this role {'now' if is_new else 'already'}: {GRANTED_ROLES[wanted]}."
    return f"{said} It counts once they open the assistant." if reach is Reach.NOT_YET else said


async def revoke(database: Database, role: str, who: str) -> str:
    """Take a role away; gives the sentence that says so.

    Raises:
        BadInput: there is no such role, or ``who`` is neither an e-mail nor an object id.
        NotFound: they do not have it.
    """
    wanted, picked = read_role(role), read_picked(who)
    async with database.begin() as work:
        person = await _find(work, picked)
        if person is None or not await work.grants.remove(person.id, wanted):
            raise NotFound(f"{who} does not have that role. Nothing has changed.")
    return f"{_name(person)} does not have this role any more: {GRANTED_ROLES[wanted]}."


def _name(person: Person) -> str:
    return person.name or "somebody whose name is not known yet"


async def _find(work: Work, picked: Picked) -> Person | None:
    if picked.object_id:
        return await work.people.find_by_object_id(picked.object_id)
    return await work.awaited.find_by_email(picked.email)
