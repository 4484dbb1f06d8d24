"""The evidence library on the command line: files in, files out, and the starter library."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from domain.clock import SystemClock
from domain.errors import BadInput, NotFound
from domain.evidence import Evidence
from domain.evidence_files import write_csv, write_json
from domain.people import Actor, Role
from services.library_files import Report, import_entries, list_everything
from storage.database import Database
from storage.work import Work

STARTER = Path(__file__).with_name("starter_evidence.json")

_NOBODY = "00000000-0000-0000-0000-000000000000"
"""Stands for the command line where somebody has to be named; it has no name, so that no list offers it."""

_WRITERS: dict[str, Callable[[Iterable[Evidence]], bytes]] = {".csv": write_csv, ".json": write_json}


async def stand_in(work: Work, tenant_id: str) -> Actor:
    """Give somebody of the Hub to act as, for what no person does."""
    person = await work.people.meet(_NOBODY, "", tenant_id, "", SystemClock().now())
    return Actor(person, frozenset({Role.OFFICER, Role.HUB}))


async def bring_in(database: Database, file: Path, tenant_id: str) -> Report:
    """Keep a file's entries.

    Raises:
        BadInput: the file as a whole cannot be read.
        NotFound: there is no such file.
    """
    content = _read(file)
    async with database.begin() as work:
        return await import_entries(work, await stand_in(work, tenant_id), content, SystemClock().now())


async def add_starter(work: Work, tenant_id: str, now: datetime) -> None:
    """Add the starter library; what is there already stays as it is."""
    await import_entries(work, await stand_in(work, tenant_id), _read(STARTER), now)


async def take_out(database: Database, file: Path, tenant_id: str) -> int:
    """Write every entry to a file; gives how many.

    Raises:
        BadInput: the file's name says neither CSV nor JSON.
        NotFound: its folder is not there.
    """
    writer = _WRITERS.get(file.suffix.casefold())
    if writer is None:
        raise BadInput("Name the file so that it ends in .csv or .json.")
    async with database.begin() as work:
        entries = await list_everything(work, await stand_in(work, tenant_id))
    _write(file, writer(entries))
    return len(entries)


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise NotFound(f"{file} cannot be written: {error.strerror}.") from error


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise NotFound(f"{file} cannot be read: {error.strerror}.") from error


def show_report(report: Report, console: Console | None = None) -> None:
    """Print what became of a file's rows, each refused one with its line and the reason."""
    console = console or Console()
    said = f"{report.added} added, {report.changed} changed, {report.there} there already"
    console.print(f"{said}, {len(report.refused)} refused.", highlight=False)
    if report.unknown:
        names = ", ".join(report.unknown)
        console.print(f"These columns mean nothing here and were left out: {names}.", markup=False)
    if not report.refused:
        return
    table = Table("Line", "Title", "Why it was refused")
    for row in report.refused:
        table.add_row(str(row.line), _plain(row.title), _plain(row.reason))
    console.print(table)


def _plain(text: str) -> str:
    return " ".join(text.split())[:200].replace("[", r"\[")
