"""The answers as they are shown in the review and sent to the Hub."""

from collections.abc import Iterable, Iterator

from dialogs.path import visible
from dialogs.state import MARKS, Given, State
from dialogs.walkthrough import ChoiceAnswer, DayAnswer, Question, Section, Walkthrough
from domain.dates import say_date
from domain.language import N_, _
from domain.reading_days import read_kept_day
from domain.submission import Said

ALSO_SAID = N_("Also said")
"""The heading over answers whose question is no longer asked by any release."""
UNKNOWN = N_("I don't know")
SKIPPED = N_("Skipped")
NOT_ANSWERED = N_("Not answered")


def summary(walkthrough: Walkthrough, state: State) -> list[tuple[Section, Question, Given, str]]:
    """List every question that is asked with its answer, and the answer as a person reads it."""
    return [
        (section, question, given, _(said) if said != given.text else said)
        for section, question, given, said in _list_answers(walkthrough, state)
    ]


def also_said(walkthrough: Walkthrough, state: State) -> list[tuple[str, str]]:
    """List the answers whose question is gone: what it was about, and the words."""
    return [(_label_of(name), given.text) for name, given in _list_gone(walkthrough, state)]


def as_said(walkthrough: Walkthrough, state: State, *, with_skipped: bool = False) -> tuple[Said, ...]:
    """Give the answers as the submission keeps them: section by section, "Also said" last.

    What was skipped, or only led to other questions, is left out; what is not known is said so. With
    ``with_skipped`` what was skipped of the short form is there too, without words. Sections with the same
    title become one. What we say in them ourselves, such as a choice's title, is kept in English.
    """
    rows = [
        Said(
            name=question.name,
            label=question.label,
            section=section.title,
            text="" if given.skipped else text,
            skipped=given.skipped,
        )
        for section, question, given, text in _list_answers(walkthrough, state)
        if (given.text or given.unknown or (with_skipped and given.skipped and not section.extra))
        and not question.steers
    ]
    titles = order_titles(walkthrough, [said.section for said in rows])
    ordered = sorted(rows, key=lambda said: titles.index(said.section))
    gone = [
        Said(name=name, label=_label_of(name), section=ALSO_SAID, text=given.text)
        for name, given in _list_gone(walkthrough, state)
    ]
    return (*ordered, *gone)


def order_titles(walkthrough: Walkthrough, titles: Iterable[str]) -> list[str]:
    """Put the titles of sections in the order in which their answers are read, each once."""
    present = list(dict.fromkeys(titles))
    known = [title for title in walkthrough.reading if title in present]
    return [*known, *(title for title in present if title not in known)]


def _list_answers(walkthrough: Walkthrough, state: State) -> Iterator[tuple[Section, Question, Given, str]]:
    for section, question in visible(walkthrough, state):
        given = state.answers.get(question.name, Given())
        yield section, question, given, _say(question, given)


def _list_gone(walkthrough: Walkthrough, state: State) -> list[tuple[str, Given]]:
    names = {question.name for _section, question in walkthrough.questions()}
    return [
        (name, given)
        for name, given in state.answers.items()
        if name not in names and name not in MARKS and given.text
    ]


def _say(question: Question, given: Given) -> str:
    if given.unknown:
        return UNKNOWN
    if given.skipped:
        return SKIPPED
    if isinstance(question.answer, ChoiceAnswer):
        choice = question.answer.find(given.text)
        if choice is not None:
            return choice.title
    if isinstance(question.answer, DayAnswer) and (day := read_kept_day(given.text)):
        return f"{say_date(day)} {day.year}"
    return given.text or NOT_ANSWERED


def _label_of(name: str) -> str:
    return name.replace("_", " ").capitalize()
