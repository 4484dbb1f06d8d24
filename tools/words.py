"""Renews the catalogues: every sentence people read, from the code and from the tables of what is asked.

    python -m tools.words

``locales/prevention.pot`` is what there is to translate; each language's catalogue is brought up to it, with
what was translated before kept. Sentences whose English has changed are marked ``fuzzy`` and are said in
English until somebody has looked at them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from bot.command import Command
from bot.commands import COMMANDS
from cards.held import as_asked
from dialogs.catalogue import CATALOGUE
from dialogs.coach import RULES, Rule
from dialogs.walkthrough import Choice, Question, Section, Walkthrough
from domain.action_plan import PlanOutcome
from domain.evidence import Effect, EvidenceKind, Label, Quality
from domain.flow import Priority
from domain.library import State
from domain.six_hats import HATS, STEPS, Hat, HatSheet
from domain.submission import Outcome, Stage
from locales.reading import DOMAIN, FOLDER, list_catalogues, read_catalogue

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("bot", "cards", "delivery", "dialogs", "domain", "services", "web")
KEYWORDS: Mapping[str, tuple[int, ...] | None] = MappingProxyType({"_": None, "N_": None, "_n": (1, 2)})

HEADER = "# What Prevention First says, to be translated."
SINCE = datetime(2026, 11, 24, tzinfo=UTC)
"""The date in the heads of the catalogues; git knows the true one, and a new one each time is only noise."""

SPOKEN: Mapping[type, tuple[str, ...]] = MappingProxyType(
    {
        Walkthrough: ("title", "finish", "before_finish", "look_through", "purpose"),
        Section: ("title",),
        Question: ("label", "prompt", "why", "example"),
        Choice: ("title", "example"),
        Rule: ("hint",),
        HatSheet: ("label", "prompts"),
        Command: ("title",),
    }
)
"""Which fields of the tables people read; the cards that draw them say ``_``."""

TABLES: Mapping[str, object] = MappingProxyType(
    {
        "domain/evidence.py": (tuple(EvidenceKind), tuple(Label), tuple(Effect), tuple(Quality)),
        "domain/library.py": tuple(State),
        "dialogs/catalogue.py": tuple(CATALOGUE.values()),
        "dialogs/coach.py": RULES,
        "domain/six_hats.py": (tuple(Hat), tuple(HATS.values()), STEPS),
        "domain/flow.py": tuple(Priority),
        "domain/submission.py": (tuple(Stage), tuple(Outcome)),
        "domain/action_plan.py": tuple(PlanOutcome),
        "bot/commands.py": (COMMANDS, tuple(as_asked(command.title) for command in COMMANDS)),
    }
)
"""The tables, by the file that a translator is pointed to."""


def main() -> None:
    """Write the template, and bring every catalogue up to it."""
    template = collect()
    _write(FOLDER / f"{DOMAIN}.pot", template)
    for file in list_catalogues():
        catalogue = read_catalogue(file)
        catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
        _write(file, catalogue)
        done = sum(any(message.string or ()) for message in catalogue if message.id)
        print(f"{catalogue.locale_identifier}: {done} of {len(catalogue)} translated")


def collect() -> Catalog:
    """Collect every sentence there is to translate."""
    catalog = Catalog(
        project="Prevention First",
        header_comment=HEADER,
        creation_date=SINCE,
        revision_date=SINCE,
        fuzzy=False,
    )
    for sentence, file, comments in sorted([*_read_code(), *_read_tables()], key=lambda one: one[1]):
        catalog.add(sentence, locations=[(file, 0)], auto_comments=comments)
    return catalog


def _read_code() -> Iterator[tuple[str | tuple[str, ...], str, list[str]]]:
    for folder in FOLDERS:
        found = extract_from_dir(
            ROOT / folder, [("**.py", "python")], keywords=KEYWORDS, comment_tags=["Translators:"]
        )
        for file, _line, sentence, comments, _context in found:
            yield sentence, f"{folder}/{file}", comments


def _read_tables() -> Iterator[tuple[str, str, list[str]]]:
    for file, table in TABLES.items():
        for sentence in _walk(table):
            if sentence:
                yield sentence, file, []


def _walk(part: object) -> Iterator[str]:
    """Give what people read of a table: the fields that SPOKEN names, and whatever lies in a row of texts."""
    if isinstance(part, str):
        yield str(part)
    elif isinstance(part, (tuple, list)):
        for one in part:
            yield from _walk(one)
    elif is_dataclass(part):
        for field in fields(part):
            value = getattr(part, field.name)
            if field.name in SPOKEN.get(type(part), ()) or not _is_text(value):
                yield from _walk(value)


def _is_text(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, tuple) and any(isinstance(one, str) for one in value))


def _write(file: Path, catalogue: Catalog) -> None:
    text = BytesIO()
    write_po(text, catalogue, width=110, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    file.write_bytes(text.getvalue().strip() + b"\n")


if __name__ == "__main__":
    main()
