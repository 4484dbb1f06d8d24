"""Entries of the Portal that was there before, as its list was exported: read, or refused with a reason."""

import csv
import io
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from domain.errors import BadInput
from domain.language import _
from domain.picked import read_picked
from domain.privacy import say_kinds, screen
from domain.reading_days import read_day
from domain.submission import Kind, Outcome
from domain.transitions import HUB_OUTCOMES

COLUMNS = (
    *("number", "date", "kind", "problem", "topic", "place", "email"),
    *("closed", "outcome", "reason", "answer"),
)
"""A file's columns, in whatever order."""

NEEDED = frozenset({"number", "date", "kind", "problem", "email"})
"""Those without which there is no entry."""

LONGEST = 4_000
"""Characters of a text; as for what is submitted here."""

_KINDS: Mapping[str, Kind] = {
    **{kind.value: kind for kind in Kind},
    "issue": Kind.OPERATIONAL_ISSUE,
    "operational": Kind.OPERATIONAL_ISSUE,
    "problem": Kind.OPERATIONAL_ISSUE,
}
_ELSEWHERE = "not said"


@dataclass(frozen=True, slots=True)
class OldEntry:
    """One entry as it will be kept."""

    line: int
    number: str
    """What it was called before; brought in once."""
    sent_on: date
    kind: Kind
    problem: str
    topic: str
    place: str
    email: str
    """Its officer's, who may never have met the bot."""
    closed_on: date | None = None
    outcome: Outcome | None = None
    reason: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class RefusedEntry:
    """One row that was not taken: where it stands, what it is called, and why."""

    line: int
    number: str
    reason: str


def read_old_entries(
    content: bytes, today: date, name_topic: Mapping[str, str]
) -> tuple[list[OldEntry], list[RefusedEntry]]:
    """Read the file; ``name_topic`` gives a topic's name for each of its words in small letters.

    Raises:
        BadInput: it is no CSV, or lacks a column that is needed.
    """
    entries: list[OldEntry] = []
    refused: list[RefusedEntry] = []
    seen: set[str] = set()
    for line, row in _read_rows(content):
        number = row.get("number", "")
        try:
            _refuse_twice(number, seen)
            entries.append(_read_entry(line, row, today, name_topic))
            seen.add(number)
        except BadInput as error:
            refused.append(RefusedEntry(line, number, error.sentence))
    return entries, refused


def _read_rows(content: bytes) -> Iterator[tuple[int, Mapping[str, str]]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    reader = csv.reader(io.StringIO(text, newline=""))
    head = ["_".join(cell.casefold().split()) for cell in next(reader, [])]
    if missing := [name for name in COLUMNS if name in NEEDED and name not in head]:
        raise BadInput(
            _("The first row has to name the columns. Missing: {missing}. All of them: {columns}.").format(
                missing=", ".join(missing), columns=", ".join(COLUMNS)
            )
        )
    begins = reader.line_num + 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield begins, {name: cell.strip() for name, cell in zip(head, cells, strict=False)}
        begins = reader.line_num + 1


def _refuse_twice(number: str, seen: Collection[str]) -> None:
    if number in seen:
        raise BadInput(_("This number stands in the file twice."))


def _read_entry(line: int, row: Mapping[str, str], today: date, name_topic: Mapping[str, str]) -> OldEntry:
    sent_on = _read_day(row, "date", today)
    closed_on = _read_day(row, "closed", today) if row.get("closed") else None
    if closed_on is not None and closed_on < sent_on:
        raise BadInput(_("It was closed before it was sent."))
    words = {name: row.get(name, "") for name in ("problem", "place", "reason", "answer")}
    _check_words(words)
    topic = row.get("topic", "").casefold()
    return OldEntry(
        line=line,
        number=_need(row, "number"),
        sent_on=sent_on,
        kind=_read_kind(_need(row, "kind")),
        problem=_need(row, "problem"),
        topic=name_topic.get(topic, name_topic.get("something else", "something else")),
        place=words["place"] or _(_ELSEWHERE),
        email=read_picked("", _need(row, "email")).email,
        closed_on=closed_on,
        outcome=_read_outcome(row.get("outcome", "")) if closed_on else None,
        reason=words["reason"],
        answer=words["answer"],
    )


def _need(row: Mapping[str, str], name: str) -> str:
    if not row.get(name):
        raise BadInput(_("'{column}' is empty.").format(column=name))
    return row[name]


def _read_day(row: Mapping[str, str], name: str, today: date) -> date:
    written = _need(row, name)
    day = read_day(written, today)
    if day is None:
        raise BadInput(_("'{column}' is no day: write it like 24/11/2025.").format(column=name))
    if day > today:
        raise BadInput(_("'{column}' lies in the future.").format(column=name))
    return day


def _read_kind(written: str) -> Kind:
    kind = _KINDS.get(written.casefold())
    if kind is None:
        raise BadInput(_("'kind' has to be one of: {kinds}.").format(kinds=", ".join(Kind)))
    return kind


def _read_outcome(written: str) -> Outcome:
    outcomes = (*HUB_OUTCOMES, Outcome.WITHDRAWN)
    outcome = next((one for one in outcomes if one == written.casefold()), None)
    if outcome is None:
        raise BadInput(_("'outcome' has to be one of: {outcomes}.").format(outcomes=", ".join(outcomes)))
    return outcome


def _check_words(words: Mapping[str, str]) -> None:
    for name, text in words.items():
        if len(text) > LONGEST:
            raise BadInput(
                _("'{column}' is longer than {most} characters.").format(column=name, most=LONGEST)
            )
        if spotted := screen(text):
            raise BadInput(
                _("'{column}' seems to hold {what}. Take it out first.").format(
                    column=name, what=say_kinds(spotted)
                )
            )
