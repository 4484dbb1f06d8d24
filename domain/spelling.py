"""What a word that stands nowhere may have been meant to be."""

from collections.abc import Sequence

from rapidfuzz.distance import DamerauLevenshtein

_SHORTEST = 4
_LONG = 7
"""From this many letters on, two slips are forgiven; before, one."""


def is_worth_guessing(word: str) -> bool:
    """Tell whether a word is long enough to be guessed; a short one is near too many others."""
    return len(word) >= _SHORTEST and word.isalpha()


def list_beginnings(word: str) -> tuple[str, ...]:
    """Give how the word meant may begin: with its first letter, or with the second if the two changed."""
    return tuple(dict.fromkeys((word[0], word[1])))


def guess_meant(word: str, known: Sequence[str]) -> str | None:
    """Give the known word that was likeliest meant; of two as near, the one that ``known`` names first."""
    slips = 2 if len(word) >= _LONG else 1
    near = [
        (DamerauLevenshtein.distance(word, one, score_cutoff=slips), place, one)
        for place, one in enumerate(known)
        if abs(len(one) - len(word)) <= slips
    ]
    distance, _, nearest = min(near, default=(slips + 1, 0, ""))
    return nearest if distance <= slips else None
