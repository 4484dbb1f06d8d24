"""Moving about without answering: back, skip, don't know, review, and telling more."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dialogs.matching import is_choice
from dialogs.path import go_on, list_names, list_open, missing, move, open_question, visible
from dialogs.reading import read_reply
from dialogs.sentences import (
    ALL_DEEPER_ANSWERED,
    EXTRA,
    FIRST_QUESTION,
    NEEDED,
    NOT_ASKED,
    NOTHING_DEEPER,
    NOTHING_OPEN,
    say_example,
    say_missing,
)
from dialogs.state import DEEPER, REVIEW, Given, State
from dialogs.step import Step, put, record
from dialogs.walkthrough import ChoiceAnswer, Question, Walkthrough
from dialogs.words import Word
from domain.language import _


def go(walkthrough: Walkthrough, state: State, word: Word) -> Step:
    """Follow a word. Help says what can be typed; cancel and save change nothing here: the caller acts."""
    return _MOVES[word](walkthrough, state)


def deepen(walkthrough: Walkthrough, state: State) -> Step:
    """Ask the deeper questions from now on ("Tell the Hub more") and open the first that is not answered."""
    shallow = state.model_copy(
        update={"answers": {name: given for name, given in state.answers.items() if name != DEEPER}}
    )
    known = list_names(walkthrough, shallow)
    deepened = put(state, DEEPER, Given(text="yes"))
    deeper = [name for name in list_names(walkthrough, deepened) if name not in known]
    if not deeper:
        return Step(state, note=_(NOTHING_DEEPER))
    unanswered = [question.name for question in list_open(walkthrough, deepened) if question.name in deeper]
    if not unanswered:
        return Step(deepened, note=_(ALL_DEEPER_ANSWERED))
    return Step(move(deepened, unanswered[0]).model_copy(update={"reviewing": False}), note=_(EXTRA))


def jump(walkthrough: Walkthrough, state: State, title: str) -> Step:
    """Go to a section, by its title: to its first open question, or to its first where none is open.

    From an open one the way goes on through what else is open; from an answered one it leads back.
    """
    asked = [question for section, question in visible(walkthrough, state) if section.title == title]
    if not asked:
        return Step(state, note=_(NOT_ASKED), stale=True)
    waiting = [question for question in asked if _is_open(walkthrough, state, question)]
    if not waiting:
        return Step(move(state, asked[0].name))
    return Step(move(state, waiting[0].name).model_copy(update={"reviewing": False}))


def is_ending(walkthrough: Walkthrough, state: State, text: str) -> bool:
    """Tell whether a text at a question means to finish with what is there, as the last button says it."""
    opened = open_question(walkthrough, state)
    if not walkthrough.ends_early or opened is None or is_choice(opened[1], text):
        return False
    return text.strip(" .!").casefold() in {*_ENDINGS, walkthrough.finish.casefold()}


def say_help(walkthrough: Walkthrough, state: State) -> str:
    """Say what can be typed now."""
    opened = open_question(walkthrough, state)
    if opened is None:
        return _(NOTHING_OPEN)
    _section, question = opened
    if isinstance(question.answer, ChoiceAnswer):
        how = _("Pick one, or type its name or its number.")
    else:
        how = _("Answer in your own words, here in the chat or in the card.")
    if question.may_skip:
        also = _("You can also type back, skip, don't know, why, review, save or cancel.")
    else:
        also = _("You can also type back, why, review, save or cancel.")
    return f"{how} {also}"


_ENDINGS = frozenset({"done", "i am done", "i'm done", "that is all", "that's all", "finish it", "end"})
"""What people type to finish; beside them counts what the last button says."""


def _go_back(walkthrough: Walkthrough, state: State) -> Step:
    names = list_names(walkthrough, state)
    number = names.index(state.at) if state.at in names else len(names)
    if number == 0:
        return Step(state, note=_(FIRST_QUESTION))
    return Step(move(state, names[number - 1]))


def _skip(walkthrough: Walkthrough, state: State) -> Step:
    """Pass a question by; one that is answered keeps its answer and the next one opens."""
    opened = open_question(walkthrough, state)
    if opened is None:
        return Step(state, note=_(NOTHING_OPEN))
    _section, question = opened
    if not _is_open(walkthrough, state, question):
        return Step(_step_forward(walkthrough, state))
    if not question.may_skip:
        return Step(state, note=_(NEEDED))
    skipped = put(state, question.name, Given(skipped=True))
    return Step(go_on(walkthrough, state, skipped))


def _step_forward(walkthrough: Walkthrough, state: State) -> State:
    names = list_names(walkthrough, state)
    following = names.index(state.at) + 1
    if state.reviewing or following == len(names):
        return go_on(walkthrough, state, state)
    return move(state, names[following])


def _is_open(walkthrough: Walkthrough, state: State, question: Question) -> bool:
    return any(waiting.name == question.name for waiting in list_open(walkthrough, state))


def _say_unknown(walkthrough: Walkthrough, state: State) -> Step:
    opened = open_question(walkthrough, state)
    if opened is None:
        return Step(state, note=_(NOTHING_OPEN))
    _section, question = opened
    return record(walkthrough, state, question, read_reply(question, Word.DONT_KNOW))


def _review(walkthrough: Walkthrough, state: State) -> Step:
    lacking = missing(walkthrough, state)
    if lacking:
        return Step(move(state, lacking[0].name), note=say_missing(lacking))
    return Step(move(state, REVIEW))


def _help(walkthrough: Walkthrough, state: State) -> Step:
    return Step(state, note=say_help(walkthrough, state))


def _say_why(walkthrough: Walkthrough, state: State) -> Step:
    opened = open_question(walkthrough, state)
    return Step(state, note=_(opened[1].why if opened and opened[1].why else NOTHING_OPEN))


def _say_example(walkthrough: Walkthrough, state: State) -> Step:
    opened = open_question(walkthrough, state)
    return Step(state, note=say_example(opened[1]) if opened else _(NOTHING_OPEN))


def _stay(_walkthrough: Walkthrough, state: State) -> Step:
    return Step(state)


_MOVES: Mapping[Word, Callable[[Walkthrough, State], Step]] = MappingProxyType(
    {
        Word.BACK: _go_back,
        Word.SKIP: _skip,
        Word.DONT_KNOW: _say_unknown,
        Word.REVIEW: _review,
        Word.HELP: _help,
        Word.WHY: _say_why,
        Word.EXAMPLE: _say_example,
        Word.CANCEL: _stay,
        Word.SAVE: _stay,
    }
)
