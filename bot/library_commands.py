"""What people can type about the evidence library."""

import re

from bot.command import BOTH, CHANNEL, Command
from cards.library_payloads import LibraryBrowse, LibraryFind, LibraryForm, LibraryOpen
from cards.workbench_payloads import HubWorkbench
from domain.workbench import Tool

_A_FEW_WORDS = re.compile(r"(?:\s*:\s*|\s+)(?P<words>\S[^\n]{0,119})")
"""What somebody looks for: one short line. A long text that happens to begin so is told, not looked for."""

LIBRARY_COMMANDS: tuple[Command, ...] = (
    Command(
        ("find", "look for", "search", "search for"),
        lambda t: LibraryFind(words=t.words),
        "look in the library",
        BOTH,
        follows=_A_FEW_WORDS,
    ),
    Command(
        ("evidence", "open", "show"),
        lambda t: LibraryOpen(reference=t.reference),
        "open that entry",
        BOTH,
        about_evidence=True,
        takes_words=False,
    ),
    Command(
        ("library", "the library", "evidence library"), lambda _: LibraryBrowse(), "open the library", BOTH
    ),
    Command(
        ("add to the library", "add evidence", "new evidence", "new entry"),
        lambda _: LibraryForm(),
        "add to the library",
        BOTH,
    ),
    Command(
        ("evidence",),
        lambda t: HubWorkbench(reference=t.reference, tool=Tool.EVIDENCE),
        "show what the library has on it",
        CHANNEL,
        about_submission=True,
        takes_words=False,
    ),
)
