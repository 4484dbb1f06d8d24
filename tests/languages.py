"""A language that shows what is not translated: every sentence of its catalogue stands in brackets."""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from string import Formatter

from domain.language import Language

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("bot", "cards", "delivery", "dialogs", "domain", "services")

ENDS = re.compile(r"[^\w\s@<>/&%+*#£=~^|-]|\d|[\n\u00a0]| - ")
"""What stands between our sentences and people's words."""

REFERENCE = re.compile("(PF|AP)-")

NOWHERE = "somewhere"

LONG_ENOUGH = 24
"""Characters by which people's words are known, however often they are repeated and wherever they are cut."""

NAMES = frozenset({"Prevention First", "OFFICIAL", "OFFICIAL-SENSITIVE", "and", "or"})
"""What every language says as it is, and the two words of a list that Babel says."""


class Brackets:
    """Puts what a catalogue would translate into brackets, and what is filled into it outside of them."""

    def __init__(self) -> None:
        self.asked: set[str] = set()
        """Every sentence that was said."""

    def gettext(self, message: str, /) -> str:
        """Say a sentence."""
        self.asked.add(message)
        return "".join(_bracket(*part) for part in Formatter().parse(message))

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        """Say a sentence that counts."""
        self.asked |= {one, many}
        return self.gettext(one if count == 1 else many)


def _bracket(words: str, place: str | None, spec: str | None, _conversion: str | None) -> str:
    written = words.replace("{", "{{").replace("}", "}}")
    filled = "" if place is None else f"{{{place}{f':{spec}' if spec else ''}}}"
    return (f"⟦{written}⟧" if written else "") + filled


def bracketed(catalogue: Brackets) -> Language:
    """Give the language of brackets; its dates and lists are English ones."""
    return Language("en", catalogue)


def list_bare(said: str) -> Iterator[str]:
    """Give what stands outside of brackets, piece by piece; a bracket that was cut off reaches to the end."""
    outside, depth = [], 0
    for letter in said:
        depth += (letter == "⟦") - (letter == "⟧")
        outside.append("\n" if depth or letter == "⟧" else letter)
    for piece in ENDS.split("".join(outside)):
        if re.search("[a-z]{2}", piece, re.IGNORECASE):
            yield piece.strip()


def find_untranslated(said: Iterable[str], peoples: Iterable[str] = ()) -> dict[str, str]:
    """Find what is said in no catalogue's words, and where in the code it seems to stand.

    What is part of ``peoples`` words, a name or a reference is left out; a single word has to stand between
    two of their marks, since any other stands somewhere in what people say.
    """
    peoples = list(peoples)
    known = "\n".join(words * 2 for words in peoples).casefold()
    pieces = {piece.strip().casefold() for words in peoples for piece in ENDS.split(words)}
    bare = {piece for one in said for piece in list_bare(one)}
    ours = {
        piece
        for piece in bare - NAMES
        if piece.casefold() not in pieces
        and not (" " in piece and piece[:LONG_ENOUGH].casefold() in known)
        and not REFERENCE.match(piece)
    }
    return {piece: find_file(piece) for piece in sorted(ours)}


def list_literals(file: Path) -> set[str]:
    """Give the texts that stand in a file of samples: people's words, and notes handed in."""
    return {
        node.value
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def find_file(piece: str) -> str:
    """Say which file of the code a text stands in, or NOWHERE."""
    return next((name for name, text in _read_code() if piece in text), NOWHERE)


@cache
def _read_code() -> tuple[tuple[str, str], ...]:
    files = (file for folder in FOLDERS for file in sorted((ROOT / folder).rglob("*.py")))
    return tuple((str(file.relative_to(ROOT)), file.read_text()) for file in files)
