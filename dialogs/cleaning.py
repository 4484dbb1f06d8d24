"""What is typed or pasted, made fit to keep: the person's words stay exactly as they are."""

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
"""These hold an emoji or a script's letters together."""


def clean(text: str, *, lines: bool = True) -> str:
    """Compose accents, drop what cannot be seen (controls, direction marks), and tidy the spaces.

    Without ``lines`` the text becomes one line; with them, no more than one empty line stays in a row.
    """
    visible = "".join(character for character in _LINE_ENDS.sub("\n", text) if _is_kept(character))
    composed = unicodedata.normalize("NFC", visible)
    tidied = (" ".join(line.split()) for line in composed.split("\n"))
    if not lines:
        return " ".join(line for line in tidied if line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(tidied)).strip()


def has_words(text: str) -> bool:
    """Tell whether anything in a text can be read aloud: a letter or a figure."""
    return any(character.isalnum() for character in text)


def _is_kept(character: str) -> bool:
    return character in "\n\t" or character in _JOINERS or unicodedata.category(character) not in _UNSEEN
