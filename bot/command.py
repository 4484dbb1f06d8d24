"""What one command is: its words, where they work, and what they mean."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from cards.carried import Carried
from domain.piece import PLAN_LETTERS
from domain.ports import PlaceKind

BETWEEN = " :,-\u2013\n"
"""What may stand between a reference and the words about it."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stood after a command's word."""

    reference: str = ""
    words: str = ""
    letter: str = ""


Build: TypeAlias = Callable[[Typed], Carried]


@dataclass(frozen=True, slots=True)
class Command:
    """One row: the words, where they work, what they mean, and what they are called in a sentence."""

    phrases: tuple[str, ...]
    build: Build
    title: str
    places: frozenset[PlaceKind]
    about_submission: bool = False
    """True: a reference follows; in the submission's own thread it may be left out."""
    about_plan: bool = False
    """True: the reference of an action plan follows."""
    about_evidence: bool = False
    """True: the reference of an entry of the library follows."""
    takes_words: bool = True
    """Whether more words may follow the reference."""
    about_letter: bool = False
    """True: the name of a delivery that was given up follows."""
    follows: re.Pattern[str] | None = None
    """What may stand behind the words, with a group called ``words``."""

    @property
    def takes_reference(self) -> bool:
        """Tell whether it is about something with a reference."""
        return self.about_submission or self.about_plan or self.about_evidence

    @property
    def stands_alone(self) -> bool:
        """Tell whether it is about nothing that has to be named with it."""
        return not (self.takes_reference or self.about_letter)

    def is_about(self, reference: str) -> bool:
        """Tell whether a reference of this kind may follow."""
        others = {PLAN_LETTERS: self.about_plan, EVIDENCE_LETTERS: self.about_evidence}
        return others.get(reference[:3], self.about_submission)


EVIDENCE_LETTERS = "EV-"
"""What the reference of an entry of the library begins with."""

PERSONAL = frozenset({PlaceKind.PERSONAL})
CHANNEL = frozenset({PlaceKind.CHANNEL})
BOTH = PERSONAL | CHANNEL
