"""What a walkthrough is made of: sections of questions, as data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from domain.language import N_

NO_NAMES = N_("No names of victims or suspects, please.")
"""Stands in the reason of every question that people might answer with a name."""

LONGEST_ANSWER = 4000
"""Characters the Hub reads in one answer (the Tilley Award's full description runs to 4,000 words)."""


@dataclass(frozen=True, slots=True)
class TextAnswer:
    """An answer in the person's own words; ``lines`` gives a box of several lines."""

    longest: int = LONGEST_ANSWER
    lines: bool = True
    names_people: bool = False
    """A colleague's name or address is what is asked for: nothing personal is looked for in the answer."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several: ``name`` is kept, ``title`` is read, ``words`` are other ways of saying it.

    ``example`` says in a few words what it looks like, where the title alone may not.
    """

    name: str
    title: str
    words: tuple[str, ...] = ()
    example: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceAnswer:
    """One of a few. ``many`` choices are offered as a list with the likeliest as buttons above it."""

    choices: tuple[Choice, ...]
    many: bool = False

    def find(self, name: str) -> Choice | None:
        """Give the choice of that name."""
        return next((choice for choice in self.choices if choice.name == name), None)


@dataclass(frozen=True, slots=True)
class DayAnswer:
    """A day of the calendar, kept as ``2026-11-24``: from so many days ``behind`` to so many ``ahead``.

    Without a year the next such day is meant, or the last where it ``looks_back``. ``limits`` says what to do
    where it is too far away.
    """

    limits: str
    looks_back: bool = False
    behind: int = 0
    ahead: int = 366
    unsure_is_today: bool = False
    """Whoever does not know is taken to mean today, which is offered as a button."""


AnswerModel: TypeAlias = TextAnswer | ChoiceAnswer | DayAnswer

Answers: TypeAlias = Mapping[str, str]
"""What has been answered so far: question name to the words, or to the name of the choice."""


def always(_answers: Answers) -> bool:
    """Ask whatever was said before."""
    return True


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is asked.

    ``name`` is kept with the answer for ever; ``formerly`` are names it had in earlier releases.
    ``label`` is the short form ("Where"); ``why`` says what the answer is good for.
    """

    name: str
    label: str
    prompt: str
    why: str
    answer: AnswerModel
    example: str = ""
    may_skip: bool = False
    asked_when: Callable[[Answers], bool] = always
    formerly: tuple[str, ...] = ()
    steers: bool = False
    """It only decides what is asked next; its answer is no part of what is sent or kept."""


@dataclass(frozen=True, slots=True)
class Section:
    """A group of questions under one heading; an ``extra`` one goes beyond what must be told.

    ``asked_when`` is for all of them together: where it says no, none is looked at.
    """

    name: str
    title: str
    questions: tuple[Question, ...]
    extra: bool = False
    asked_when: Callable[[Answers], bool] = always


@dataclass(frozen=True, slots=True)
class Walkthrough:
    """A conversation as data: adding one is one file and one row in the catalogue."""

    name: str
    version: int
    title: str
    sections: tuple[Section, ...]
    finish: str
    """What the last button says."""
    before_finish: str = ""
    """What a person should know before pressing it."""
    reading: tuple[str, ...] = ()
    """The titles of its sections as the answers are read, where that is not the order of asking."""
    look_through: str = "Review and send"
    """What the button says that leads to the review."""
    ends_early: bool = False
    """Whoever has done a part of it may finish with that; nothing in it is owed to anybody."""
    phrases: tuple[str, ...] = ()
    """What people type to start it, where it is started by its own name."""
    purpose: str = ""
    """What it is good for, as it reads behind its title in a list."""

    _pairs: tuple[tuple[Section, Question], ...] = field(init=False, repr=False, compare=False)
    names: frozenset[str] = field(init=False, repr=False, compare=False)
    """The names of all its questions."""

    def __post_init__(self) -> None:
        """List the questions once: every step asks for them several times."""
        pairs = tuple((section, question) for section in self.sections for question in section.questions)
        object.__setattr__(self, "_pairs", pairs)
        object.__setattr__(self, "names", frozenset(question.name for _, question in pairs))

    def questions(self) -> tuple[tuple[Section, Question], ...]:
        """Give every question with its section, in order."""
        return self._pairs

    def find(self, name: str) -> Question | None:
        """Give the question that has this name, or had it in an earlier release."""
        return next(
            (
                question
                for _, question in self.questions()
                if name == question.name or name in question.formerly
            ),
            None,
        )
