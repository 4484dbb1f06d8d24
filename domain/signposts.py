"""Noticing words that belong somewhere else than with the Hub, so that their writer is pointed there at once.

A nudge, not a net: it knows a few plain ways of saying four things, in the first person or in the present,
and misses everything that is said otherwise. It says nothing about the writer, and a false alarm costs them
one press. The rules below were written by hand; ``tests/domain/test_signposts.py`` holds the labelled list
they are measured on.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

from domain.signpost_rules import RULES


class Elsewhere(StrEnum):
    """What it sounds like, by where it belongs."""

    EMERGENCY = "emergency"
    WELLBEING = "wellbeing"
    STANDARDS = "standards"
    INTELLIGENCE = "intelligence"


def _compile(rules: Iterable[tuple[str, Iterable[str]]]) -> re.Pattern[str]:
    """Make one expression of all rules; what stands first wins where two begin at the same word."""
    groups = (f"(?P<{name}>{_loosen('|'.join(phrases))})" for name, phrases in rules)
    return re.compile(rf"\b(?:{'|'.join(groups)})(?!\w)")


def _loosen(phrases: str) -> str:
    """Take "dont", "im" and "ive" as well; other words without their apostrophe mean something else."""
    for spelling in ("n't", "'m", "'ve"):
        phrases = phrases.replace(spelling, spelling.replace("'", "'?"))
    return phrases


_SIGNPOSTS = _compile(RULES)
_KINDS = frozenset(Elsewhere)


def find_signpost(text: str, kept: str = "") -> Elsewhere | None:
    """Say where a text belongs, if not with the Hub.

    A phrase that stands already in ``kept``, the answer so far, was meant for the Hub and is not asked about
    again.
    """
    allowed = _flatten(kept)
    for match in _SIGNPOSTS.finditer(_flatten(text)):
        if match.lastgroup in _KINDS and match[0] not in allowed:
            return Elsewhere(match.lastgroup)
    return None


def _flatten(text: str) -> str:
    """Take capitals, curly apostrophes and spare spaces away; a full stop still ends a sentence."""
    return " ".join(text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())
