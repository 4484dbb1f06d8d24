"""The language that sentences are said in: English as it stands in the code, any other from its catalogue.

A sentence is written ``_("Sent to {name}.").format(name=name)``: whole, never glued of parts, and never an
f-string, since a catalogue knows it by its words. Counts are written
``_n("{count} day", "{count} days", days).format(count=days)``. Neither stands inside an f-string, where the
collector of sentences does not look. Words in tables and constants are marked
``N_("Saved for later")`` where they stand and said with ``_(...)`` where they are drawn. What a walkthrough
asks needs no mark: its fields are known (see ``tools/words.py``), and the cards that draw them say ``_``.

Which language is spoken is set at the edges alone: each turn and each delivery speaks one.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Protocol


class Catalogue(Protocol):
    """Sentences of one language by their English; Python's own ``gettext`` has the classes."""

    def gettext(self, message: str, /) -> str:
        """Give a sentence; what is not translated comes back as it is."""
        ...

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        """Give a sentence for so many."""
        ...


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its tag as the web writes it (``cy``), and its catalogue; English needs none."""

    tag: str
    catalogue: Catalogue | None = None


ENGLISH = Language("en-GB")

_spoken: ContextVar[Language] = ContextVar("spoken", default=ENGLISH)


def _(sentence: str) -> str:
    """Say a sentence in the language that is spoken."""
    catalogue = _spoken.get().catalogue
    return catalogue.gettext(sentence) if catalogue is not None and sentence else sentence


def _n(one: str, many: str, count: int) -> str:
    """Say a sentence that counts something; languages differ in how many forms they have."""
    catalogue = _spoken.get().catalogue
    if catalogue is not None:
        return catalogue.ngettext(one, many, count)
    return one if count == 1 else many


def N_(sentence: str) -> str:  # noqa: N802 (the name that gettext's tools look for)
    """Mark words in a table as words to translate; they are said with ``_`` where they are drawn."""
    return sentence


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak a language until the end of the block."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> Language:
    """Give the language that is spoken."""
    return _spoken.get()


class Languages:
    """The languages there are, and the force's own: the one of channels, groups and whoever has no other."""

    def __init__(self, languages: Iterable[Language] = (), default: str = ENGLISH.tag) -> None:
        """Know these beside English.

        Raises:
            ValueError: there is no catalogue for the force's own.
        """
        self._by_name = {_name(one.tag): one for one in (ENGLISH, *languages)}
        if _name(default) not in self._by_name:
            raise ValueError(f"there is no catalogue for {default!r}; there are {', '.join(self._by_name)}")
        self.default = self._by_name[_name(default)]

    def choose(self, locale: str) -> Language:
        """Give the language of a locale as Teams writes it (``cy-GB``); for a stray one the force's own."""
        return self._by_name.get(_name(locale), self.default)


def _name(locale: str) -> str:
    """Give the language of a locale without its country."""
    return locale.replace("_", "-").partition("-")[0].casefold()
