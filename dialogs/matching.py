"""Finding the choice that somebody typed, forgivingly, but never by guessing behind their back."""

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from dialogs.tokens import find_phrase, tokenise
from dialogs.walkthrough import Choice, ChoiceAnswer, Question

_READ_UP_TO = 300
"""Characters that are compared; a choice is never longer."""
_SURE = 86
_LEAD = 8
_WORTH_ASKING = 60
_MOST_GUESSES = 3
_NUMBER = re.compile(r"(?:(?:no|number|option|choice)\.?\s*)?(\d{1,2})[.)]?")
_NEGATIONS = frozenset({"not", "no", "isn't", "isnt", "never", "neither"})


@dataclass(frozen=True, slots=True)
class Match:
    """What a text may mean: one choice for certain, or the nearest ones to ask about."""

    certain: str | None = None
    guesses: tuple[str, ...] = ()


def match_choice(answer: ChoiceAnswer, text: str) -> Match:
    """Find the choice a text means: by number, name, title, other words, or near enough in spelling."""
    plain = text[:_READ_UP_TO].strip()
    if answer.find(plain) is not None:
        return Match(certain=plain)
    number = _NUMBER.fullmatch(plain.casefold())
    if number:
        return _match_number(answer, int(number[1]))
    words = tokenise(plain)
    named = [choice for choice in answer.choices if words in _phrases(choice)]
    if not named and not _NEGATIONS.intersection(words):
        named = [choice for choice in answer.choices if _is_mentioned(choice, words)]
    if len(named) == 1:
        return Match(certain=named[0].name)
    if named:
        return Match(guesses=tuple(choice.name for choice in named[:_MOST_GUESSES]))
    return _match_spelling(answer, words)


def is_choice(question: Question, text: str) -> bool:
    """Tell whether a text names one of the question's own choices for certain."""
    return (
        isinstance(question.answer, ChoiceAnswer) and match_choice(question.answer, text).certain is not None
    )


def _match_number(answer: ChoiceAnswer, number: int) -> Match:
    if 1 <= number <= len(answer.choices):
        return Match(certain=answer.choices[number - 1].name)
    return Match()


@cache
def _phrases(choice: Choice) -> tuple[tuple[str, ...], ...]:
    return tuple(tokenise(phrase) for phrase in (choice.name, choice.title, *choice.words))


def _is_mentioned(choice: Choice, words: tuple[str, ...]) -> bool:
    return any(find_phrase(phrase, words) is not None for phrase in _phrases(choice))


def _match_spelling(answer: ChoiceAnswer, words: tuple[str, ...]) -> Match:
    spoken = " ".join(words)
    scores = sorted(
        ((_likeness(choice, spoken), choice.name) for choice in answer.choices),
        key=lambda scored: -scored[0],
    )
    best, second = scores[0][0], scores[1][0] if len(scores) > 1 else 0.0
    if best >= _SURE and best - second >= _LEAD and not _NEGATIONS.intersection(words):
        return Match(certain=scores[0][1])
    near = tuple(name for score, name in scores if score >= _WORTH_ASKING)
    return Match(guesses=near[:_MOST_GUESSES])


def _likeness(choice: Choice, spoken: str) -> float:
    return max(fuzz.token_sort_ratio(spoken, " ".join(phrase)) for phrase in _phrases(choice))
