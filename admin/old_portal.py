"""The old Portal's list on the command line: brought in, with a report of each refused row."""

from pathlib import Path

from rich.console import Console
from rich.table import Table

from domain.clock import SystemClock
from domain.errors import NotFound
from domain.old_entries import RefusedEntry
from domain.people import Actor, Role
from domain.picked import read_picked
from services.old_portal import bring_in_old_entries
from services.people import find_or_await
from storage.database import Database


async def bring_in(database: Database, file: Path, by: str, tenant_id: str) -> str:
    """Keep the list's entries in one unit of work; gives the sentence that counts them.

    Raises:
        BadInput: the file as a whole cannot be read, or ``by`` is no e-mail.
        NotFound: there is no such file.
    """
    picked, now = read_picked(by), SystemClock().now()
    content = _read(file)
    async with database.begin() as work:
        person = await find_or_await(work, picked, tenant_id, now)
        actor = Actor(person, frozenset({Role.OFFICER, Role.HUB}))
        report = await bring_in_old_entries(work, actor, content, tenant_id, now)
    _show(report.refused)
    return f"{report.added} added, {report.there} there already, {len(report.refused)} refused."


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise NotFound(f"{file} cannot be read: {error.strerror}.") from error


def _show(refused: tuple[RefusedEntry, ...]) -> None:
    if not refused:
        return
    table = Table("Line", "Number", "Why it was refused")
    for one in refused:
        table.add_row(str(one.line), one.number.replace("[", r"\["), one.reason.replace("[", r"\["))
    Console().print(table)
