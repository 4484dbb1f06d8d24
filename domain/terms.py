"""What a text is about, as a search compares it: the stems of its words, and the ideas they stand for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from snowballstemmer import stemmer

from domain.vocabulary import IDEAS, PROBLEMS

READ_UP_TO = 6_000
"""Characters of a text that are looked at; what follows rarely says what it is about."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_IDEA = "="
_EMPTY_WORDS = frozenset(
    _WORD.findall(
        "a an the of to in on at by for with and or but is are was be been being it its their they them "
        "he she his her we our us you your i my me this that these those from as so not no than then "
        "there here when where who whom which what while if into onto out off up down over under about "
        "around near round some any all every each more most less have has had do does did will would can "
        "could should may might get gets getting got go goes going come comes again still just very too "
        "also only same say says said tell told people person someone one two three "
    )
)
"""Words that say nothing of what a text is about."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a text is about; each term once."""

    words: Mapping[str, str]
    """Stems of its words, each with the word as it was written."""
    ideas: frozenset[str]
    """Ideas it names, each marked so that no word can be taken for one."""

    @property
    def every(self) -> frozenset[str]:
        """Give words and ideas together, as they are indexed."""
        return self.ideas.union(self.words)


def find_terms(text: str) -> Terms:
    """Find what a text is about. Longer phrases use their words up: a level crossing is no crossing."""
    spoken = _split(text[:READ_UP_TO])
    stems = tuple(_stem(word) for word in spoken)
    words = {stem: word for stem, word in zip(stems, spoken, strict=True) if word not in _EMPTY_WORDS}
    return Terms(words, frozenset(_find_ideas(stems)))


def find_problems(text: str) -> frozenset[str]:
    """Find the ideas in a text that say what a problem is; its other words may be about anything."""
    return find_terms(text).ideas & _PROBLEMS


def is_idea(term: str) -> bool:
    """Tell whether a term is an idea and no word."""
    return term.startswith(_IDEA)


def name_idea(term: str) -> str:
    """Name an idea as people read it."""
    return term.removeprefix(_IDEA)


def _split(text: str) -> list[str]:
    plain = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("-", " ")
    return [word.removesuffix("'s") for word in _WORD.findall(plain)]


@cache
def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))


_STEMMER = stemmer("english")


def _find_ideas(stems: tuple[str, ...]) -> set[str]:
    ideas: set[str] = set()
    used = [False] * len(stems)
    for length in _LENGTHS:
        for start in range(len(stems) - length + 1):
            found = _PHRASES.get(stems[start : start + length])
            if found is None or (length == 1 and used[start]):
                continue
            ideas |= found
            if length > 1:
                used[start : start + length] = [True] * length
    return ideas


def _list_phrases() -> dict[tuple[str, ...], frozenset[str]]:
    phrases: dict[tuple[str, ...], frozenset[str]] = {}
    for idea in IDEAS:
        for phrase in idea.phrases:
            key = tuple(_stem(word) for word in _split(phrase))
            phrases[key] = phrases.get(key, frozenset()) | {_IDEA + idea.name}
    return phrases


_PROBLEMS = frozenset(_IDEA + idea.name for idea in PROBLEMS)
_PHRASES = _list_phrases()
_LENGTHS = tuple(sorted({len(phrase) for phrase in _PHRASES}, reverse=True))
