"""Words as they are compared: folded, without punctuation, and in the singular."""

import re

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SHORTEST_PLURAL = 4


def tokenise(text: str, *, singular: bool = True) -> tuple[str, ...]:
    """Split a text into words for comparing; ``singular`` takes a plural's and a genitive's s away."""
    plain = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    words = _WORD.findall(plain)
    return tuple(_to_singular(word) for word in words) if singular else tuple(words)


def find_phrase(phrase: tuple[str, ...], words: tuple[str, ...]) -> int | None:
    """Give where a phrase first stands in a text, word by word, or None."""
    length = len(phrase)
    starts = range(len(words) - length + 1) if length else range(0)
    return next((start for start in starts if words[start : start + length] == phrase), None)


def _to_singular(word: str) -> str:
    stem = word.removesuffix("'s")
    if len(stem) >= _SHORTEST_PLURAL and stem.endswith("s") and not stem.endswith("ss"):
        return stem[:-1]
    return stem
