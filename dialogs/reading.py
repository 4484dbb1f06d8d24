"""Taking a reply as the answer to one question, or saying why it is held back."""

import re
from datetime import date, timedelta

from dialogs.cleaning import clean, has_words
from dialogs.matching import match_choice
from dialogs.state import Doubt, Given, Held
from dialogs.tokens import tokenise
from dialogs.walkthrough import ChoiceAnswer, DayAnswer, Question, TextAnswer
from dialogs.words import Word, read_word
from domain.coming_days import guess_day, read_coming_day
from domain.privacy import Finding, screen
from domain.reading_days import read_day
from domain.signposts import find_signpost

_WITH_YEAR = re.compile(r"\d{4}")


def read_reply(  # noqa: PLR0913 (each part is named at the call)
    question: Question,
    text: str,
    activity_id: str = "",
    *,
    kept: str = "",
    screened: bool = True,
    cleared: bool = False,
    today: date | None = None,
) -> Given | Held:
    """Read a reply.

    What is spotted in it but stands already in ``kept``, the answer so far, was allowed before and is not
    asked about again; without ``screened`` nothing personal is looked for. ``cleared`` words are for the Hub
    whatever they sound like: their writer has said so. Without ``today`` only a day with its year is one.
    A reply held for a doubt in SAID_ALONE is only said, never kept.
    """
    if isinstance(question.answer, ChoiceAnswer):
        return _read_choice(question, question.answer, clean(text, lines=False), activity_id, cleared=cleared)
    if isinstance(question.answer, DayAnswer):
        words = clean(text, lines=False)
        pointed = None if cleared else _point_elsewhere(question, words, activity_id)
        return pointed or _read_day(question, question.answer, words, activity_id, today)
    words = clean(text, lines=question.answer.lines)
    if not has_words(words):
        return Held(question=question.name, text="", doubt=Doubt.EMPTY)
    if read_word(words) is Word.DONT_KNOW:
        return _read_unknown(question, words, activity_id)
    doubts = (
        None if cleared else _point_elsewhere(question, words, activity_id, kept),
        _find_too_long(question, words, activity_id),
        _find_identified(question, words, activity_id, kept)
        if screened and not question.answer.names_people
        else None,
    )
    return next((held for held in doubts if held), Given(text=words, activity_id=activity_id))


def _read_day(
    question: Question, answer: DayAnswer, words: str, activity_id: str, today: date | None
) -> Given | Held:
    """Read a day as people type it, or as a box sends it; ``yesterday`` can be meant of what is over."""
    if read_word(words) is Word.DONT_KNOW:
        unknown = Given(unknown=True, activity_id=activity_id)
        return unknown if answer.unsure_is_today else _read_unknown(question, words, activity_id)
    day = _find_day(answer, words, today)
    if day is not None and (today is None or -answer.behind <= (day - today).days <= answer.ahead):
        return Given(text=day.isoformat(), activity_id=activity_id)
    found = (day.isoformat(),) if day else ()
    guess = guess_day(words, today) if today and not day and not answer.behind else None
    return Held(
        question=question.name,
        text=words,
        doubt=Doubt.NO_DAY,
        found=found,
        guesses=(guess.isoformat(),) if guess else (),
    )


def _find_day(answer: DayAnswer, words: str, today: date | None) -> date | None:
    if today is None:
        return read_day(words, date.min) if _WITH_YEAR.search(words) else None
    if words.casefold().strip(" .") == "yesterday":
        return today - timedelta(days=1)
    if not answer.behind:
        return read_coming_day(words, today)
    since = today - timedelta(days=answer.behind) if answer.looks_back else today
    return read_day(words, today, since=since)


def find_personal(text: str, kept: str = "") -> tuple[Finding, ...]:
    """List likely identifiers that do not stand in the answer so far."""
    return tuple(finding for finding in screen(text) if finding.text not in kept)


def _point_elsewhere(question: Question, words: str, activity_id: str, kept: str = "") -> Held | None:
    kind = find_signpost(words, kept)
    if kind is None:
        return None
    return Held(
        question=question.name, text=words, doubt=Doubt.ELSEWHERE, activity_id=activity_id, elsewhere=kind
    )


def _find_too_long(question: Question, words: str, activity_id: str) -> Held | None:
    if len(words) <= (longest(question) or len(words)):
        return None
    return Held(question=question.name, text=words, doubt=Doubt.TOO_LONG, activity_id=activity_id)


def _find_identified(question: Question, words: str, activity_id: str, kept: str) -> Held | None:
    found = tuple(finding.text for finding in find_personal(words, kept))
    if not found:
        return None
    return Held(
        question=question.name, text=words, doubt=Doubt.PERSONAL, activity_id=activity_id, found=found
    )


def longest(question: Question) -> int | None:
    """Give how many characters an answer may have, or None for a choice."""
    return question.answer.longest if isinstance(question.answer, TextAnswer) else None


def _read_unknown(question: Question, words: str, activity_id: str) -> Given | Held:
    if question.may_skip:
        return Given(unknown=True, activity_id=activity_id)
    return Held(question=question.name, text=words, doubt=Doubt.EMPTY)


def _read_choice(
    question: Question, answer: ChoiceAnswer, words: str, activity_id: str, *, cleared: bool
) -> Given | Held:
    if not tokenise(words):
        return Held(question=question.name, text="", doubt=Doubt.EMPTY)
    pointed = None if cleared else _point_elsewhere(question, words, activity_id)
    if pointed is not None:
        return pointed  # "There is a man with a knife here" is not the topic of knife crime.
    unknown = read_word(words) is Word.DONT_KNOW
    match = match_choice(answer, Word.DONT_KNOW if unknown else words)
    if match.certain is not None:
        return Given(text=match.certain, activity_id=activity_id)
    if unknown:
        return _read_unknown(question, words, activity_id)
    return Held(
        question=question.name,
        text=words,
        doubt=Doubt.UNCLEAR,
        activity_id=activity_id,
        guesses=match.guesses,
    )
