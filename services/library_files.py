"""Bringing files into the evidence library, with a report of each row that was refused; taking it out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from domain.clock import in_london
from domain.errors import BadInput, ProductError
from domain.evidence import Evidence
from domain.evidence_files import COLUMNS, REFERENCE, Row, read_rows
from domain.evidence_reading import Written, read_written, write_texts
from domain.people import Actor, Permission
from services.library import TOPIC_NAMES, keep_changed, keep_new
from services.permission import require
from storage.work import Work

_AT_ONCE = 200
"""Entries that are read together when the library is taken out."""


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """One row that was not kept: where it stands, what it is called, and why."""

    line: int
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a file's rows."""

    added: int = 0
    changed: int = 0
    there: int = 0
    """Rows that say what the library says already."""
    refused: tuple[RefusedRow, ...] = ()
    unknown: tuple[str, ...] = field(default=())
    """Columns that mean nothing here."""


async def import_entries(work: Work, actor: Actor, content: bytes, now: datetime) -> Report:
    """Keep a file's entries, each whole or not at all. Bringing the same file in again adds nothing.

    A row with the reference of an entry here changes that entry; else it is a new one, unless there is one of
    its kind and title, which stays as it is.

    Raises:
        Refused: the actor is not of the Hub.
        BadInput: the file as a whole cannot be read.
    """
    require(actor, Permission.KEEP_EVIDENCE)
    rows = read_rows(content)
    names = dict.fromkeys(name for row in rows for name in row.values)
    report = Report(unknown=tuple(name for name in names if name not in COLUMNS))
    for row in rows:
        try:
            report = await _take_row(work, actor, row, report, now)
        except ProductError as error:
            reason = error.sentence
            if isinstance(error, BadInput) and error.field:
                reason = f"{error.field}: {reason}"
            refused = RefusedRow(row.line, row.values.get("title", ""), reason)
            report = replace(report, refused=(*report.refused, refused))
    return report


async def _take_row(work: Work, actor: Actor, row: Row, report: Report, now: datetime) -> Report:
    if row.wrong:
        raise BadInput(row.wrong)
    reference = row.values.get(REFERENCE, "").strip().upper()
    present = await work.evidence.find(reference) if reference else None
    values = _fill_up(row.values, present)
    written = read_written(values, TOPIC_NAMES, in_london(now).date())
    if present is not None:
        if _says_the_same(present, written):
            return replace(report, there=report.there + 1)
        await keep_changed(work, actor, reference, written, seen_version=present.version, now=now)
        return replace(report, changed=report.changed + 1)
    if await work.evidence.find_same(written.kind, written.title) is not None:
        return replace(report, there=report.there + 1)
    await keep_new(work, actor, written, now)
    return replace(report, added=report.added + 1)


def _fill_up(values: Mapping[str, str], present: Evidence | None) -> Mapping[str, str]:
    """Leave what a file has no column for as it is."""
    return {**write_texts(present), **values} if present is not None else values


def _says_the_same(entry: Evidence, written: Written) -> bool:
    parts = {name: getattr(written, name) for name in written.__slots__}
    if written.review_on is None:
        del parts["review_on"]
    return entry.model_copy(update=parts) == entry


async def list_everything(work: Work, actor: Actor) -> list[Evidence]:
    """Give every entry, published or not, the first kept first.

    Raises:
        Refused: the actor is not of the Hub.
    """
    require(actor, Permission.KEEP_EVIDENCE)
    entries: list[Evidence] = []
    while page := await work.evidence.list_after(entries[-1].id if entries else 0, _AT_ONCE):
        entries += page
    return entries
