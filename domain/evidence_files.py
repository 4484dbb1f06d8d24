"""The evidence library as files: CSV as spreadsheets write it, and JSON, read row by row and written."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from domain.download import LARGEST_FILE
from domain.errors import BadInput
from domain.evidence import Evidence
from domain.evidence_reading import EMMIE, FIELDS, write_texts
from domain.language import _
from domain.ports import JSON, JSONObject

REFERENCE = "reference"
COLUMNS: tuple[str, ...] = (REFERENCE, *FIELDS)
"""A file's columns in their order; where a file has them in another, or lacks some, it is read as well."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet calculates (OWASP, CSV injection)."""

_MARK = "'"
"""What makes such a cell text; taken off again when it is read."""

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a file: the line it begins on, and its texts by column; or why it cannot be read."""

    line: int
    values: Mapping[str, str]
    wrong: str = ""


def read_rows(content: bytes) -> list[Row]:
    """Read a file, CSV or JSON; what of it cannot be read is a row that says why.

    Raises:
        BadInput: it is too large, or neither of them.
    """
    if len(content) > LARGEST_FILE:
        raise BadInput(_("That file is over 20 MB. Bring it in in parts."))
    text = _decode(content)
    if not text.strip():
        raise BadInput(_("That file is empty."))
    return list(_read_json(text) if text.lstrip().startswith(("[", "{")) else _read_csv(text))


def _decode(content: bytes) -> str:
    """Read UTF-8; what is none comes from a spreadsheet under Windows."""
    try:
        return content.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _read_csv(text: str) -> Iterator[Row]:
    first = text.lstrip().partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True)
    columns: list[str] | None = None
    begins = 1
    try:
        for cells in reader:
            if columns is None and any(cells):
                columns = _read_head(cells)
            elif columns is not None and any(cell.strip() for cell in cells):
                yield _read_cells(begins, columns, cells)
            begins = reader.line_num + 1
    except csv.Error:
        yield Row(
            begins, {}, _("This row cannot be read, nor what follows it: a quotation mark is not closed.")
        )


def _read_head(cells: list[str]) -> list[str]:
    columns = ["_".join(cell.casefold().split()) for cell in cells]
    if "title" not in columns:
        raise BadInput(
            _(
                "The first row has to name the columns, one of them 'title'. The columns are: {columns}."
            ).format(columns=", ".join(COLUMNS))
        )
    return columns


def _read_cells(line: int, columns: list[str], cells: list[str]) -> Row:
    if len(cells) > len(columns):
        wrong = _("It has {count} cells, and there are {columns} columns.")
        return Row(line, {}, wrong.format(count=len(cells), columns=len(columns)))
    return Row(line, {name: _unmark(cell) for name, cell in zip(columns, cells, strict=False)})


def _read_json(text: str) -> Iterator[Row]:
    """Read a list of objects one by one, so that each is named by the line it begins on."""
    decoder = json.JSONDecoder()
    at = text.index("[") + 1 if text.lstrip().startswith("[") else 0
    while (at := _skip(text, at, " \t\r\n,")) < len(text) and text[at] != "]":
        line = text.count("\n", 0, at) + 1
        try:
            value, at = decoder.raw_decode(text, at)
        except (json.JSONDecodeError, RecursionError) as error:
            broken = error.lineno if isinstance(error, json.JSONDecodeError) else line
            wrong = _("This entry cannot be read, nor what follows it: it is no JSON at line {line}.")
            yield Row(line, {}, wrong.format(line=broken))
            return
        yield _read_object(line, cast("JSON", value))


def _skip(text: str, at: int, over: str) -> int:
    while at < len(text) and text[at] in over:
        at += 1
    return at


def _read_object(line: int, value: JSON) -> Row:
    if not isinstance(value, dict):
        return Row(line, {}, _("An entry is written as an object, in braces."))
    emmie = value.get("emmie") or {}
    parts = emmie if isinstance(emmie, dict) else {"": emmie}
    flat = {name: one for name, one in value.items() if name != "emmie"}
    flat |= {f"{EMMIE}{part}": one for part, one in parts.items()}
    values: dict[str, str] = {}
    for name, one in flat.items():
        text = _write_text(one)
        if text is None:
            return Row(line, {}, _("{name}: write this as a text.").format(name=name))
        values[name] = text
    return Row(line, values)


def _write_text(value: JSON) -> str | None:
    """Give a value as its text would stand in a cell; None where it is none."""
    if isinstance(value, list):
        texts = [one for one in value if isinstance(one, str)]
        return ", ".join(texts) if len(texts) == len(value) else None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or isinstance(value, (str, int, float)):
        return "" if value is None else str(value)
    return None


def write_csv(entries: Iterable[Evidence]) -> bytes:
    """Write entries as a spreadsheet opens them; no cell of it is taken for a formula."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for entry in entries:
        texts = {REFERENCE: entry.reference, **write_texts(entry)}
        writer.writerow([_mark(texts[name]) for name in COLUMNS])
    return (_BOM + file.getvalue()).encode()


def _mark(cell: str) -> str:
    return _MARK + cell if cell.startswith((*_FORMULA, _MARK)) else cell


def _unmark(cell: str) -> str:
    return cell[1:] if cell.startswith(_MARK) and cell[1:].startswith((*_FORMULA, _MARK)) else cell


def write_json(entries: Iterable[Evidence]) -> bytes:
    """Write entries as a list of objects, with the field names of an entry."""
    return (
        json.dumps([_write_object(entry) for entry in entries], ensure_ascii=False, indent=2) + "\n"
    ).encode()


def _write_object(entry: Evidence) -> JSONObject:
    texts: JSONObject = {
        name: text for name, text in write_texts(entry).items() if not name.startswith(EMMIE)
    }
    emmie: JSONObject = dict(entry.emmie.model_dump())
    topics: list[JSON] = list(entry.topics)
    return {
        REFERENCE: entry.reference,
        **texts,
        "topics": topics,
        "label": entry.label,
        "published": entry.published,
        "emmie": emmie,
    }
