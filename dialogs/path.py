"""The way through a walkthrough: which questions are asked, which are still open, and where one stands."""

from dialogs.state import REVIEW, Given, State
from dialogs.walkthrough import ChoiceAnswer, Question, Section, Walkthrough
from domain.language import _


def plain_answers(state: State) -> dict[str, str]:
    """Give what was answered: question name to the words, or to the name of the choice.

    What was skipped or is not known is left out; what is hidden at present is in.
    """
    return {name: given.text for name, given in state.answers.items() if _says_something(given)}


def visible(walkthrough: Walkthrough, state: State) -> list[tuple[Section, Question]]:
    """List the questions that are asked, given the answers so far.

    A question sees only answers to questions asked before it, so what is hidden decides nothing. Of
    questions that share a name (one thing asked in several ways) the first that fits is asked.
    """
    plain = plain_answers(state)
    said = {name: words for name, words in plain.items() if name not in walkthrough.names}
    asked: dict[str, tuple[Section, Question]] = {}
    for section in walkthrough.sections:
        if not section.asked_when(said):
            continue
        for question in section.questions:
            if question.name in asked or not question.asked_when(said):
                continue
            asked[question.name] = (section, question)
            if question.name in plain:
                said[question.name] = plain[question.name]
    return list(asked.values())


def find_visible(walkthrough: Walkthrough, state: State, name: str) -> tuple[Section, Question] | None:
    """Give the question of that name as it is asked now, or None while it is hidden or gone."""
    return next((pair for pair in visible(walkthrough, state) if pair[1].name == name), None)


def open_question(walkthrough: Walkthrough, state: State) -> tuple[Section, Question] | None:
    """Give the question that waits for an answer, with its section, or None at the review."""
    return find_visible(walkthrough, state, state.at)


def position(walkthrough: Walkthrough, state: State) -> tuple[int, int]:
    """Say where one is: the open question's number and how many are asked; at the review, the last."""
    names = list_names(walkthrough, state)
    number = names.index(state.at) + 1 if state.at in names else len(names)
    return number, len(names)


def say_position(walkthrough: Walkthrough, state: State) -> str:
    """Say where one is among the questions that must be told: "2 of 7"; beyond them, that it is extra.

    How many more there are is not said: who tells more than is needed shall not be frightened by a number.
    """
    asked = visible(walkthrough, state)
    here = next((section for section, question in asked if question.name == state.at), None)
    if here is not None and here.extra:
        return _("extra")
    needed = [question.name for section, question in asked if not section.extra]
    number = needed.index(state.at) + 1 if state.at in needed else len(needed)
    return _("{number} of {count}").format(number=number, count=len(needed))


def list_names(walkthrough: Walkthrough, state: State) -> list[str]:
    """List the names of the questions that are asked, in order."""
    return [question.name for _, question in visible(walkthrough, state)]


def list_open(walkthrough: Walkthrough, state: State) -> list[Question]:
    """List the questions that are asked and have neither an answer nor been passed by."""
    return _find_open([question for _, question in visible(walkthrough, state)], state)


def missing(walkthrough: Walkthrough, state: State) -> list[Question]:
    """List the open questions that the Hub cannot do without."""
    return [question for question in list_open(walkthrough, state) if not question.may_skip]


def may_end(walkthrough: Walkthrough, state: State) -> bool:
    """Tell whether one may finish here with what is there: a part that says something is behind.

    The first section only says what it is about, and which way is taken.
    """
    if not walkthrough.ends_early or missing(walkthrough, state):
        return False
    asked = visible(walkthrough, state)
    here = next((section.name for section, question in asked if question.name == state.at), "")
    behind = [section.name for section, question in asked if _is_told(state.answers.get(question.name))]
    return any(name not in (here, walkthrough.sections[0].name) for name in behind)


def is_complete(walkthrough: Walkthrough, state: State) -> bool:
    """Tell whether it can be sent."""
    return not missing(walkthrough, state)


def is_settled(question: Question, given: Given | None) -> bool:
    """Tell whether an answer still answers this question; a choice that is no longer offered does not."""
    if given is None:
        return False
    if given.skipped:
        return question.may_skip
    if given.unknown or not isinstance(question.answer, ChoiceAnswer):
        return given.unknown or bool(given.text)
    return question.answer.find(given.text) is not None


def move(state: State, at: str) -> State:
    """Stand at another question, or at the review.

    A held reply stays behind at its question, and one that waits there is held again; of a command's word
    typed over a held reply, the reply stays.
    """
    if at == state.at:
        return state
    parked = dict(state.parked)
    if state.held is not None:
        parked.setdefault(state.at, state.held)
    held = parked.pop(at, None)
    return state.model_copy(
        update={
            "at": at,
            "held": held,
            "parked": parked,
            "reviewing": state.reviewing or at == REVIEW,
        }
    )


def settle(walkthrough: Walkthrough, state: State) -> State:
    """Move to where one can stand, after the questions that are asked have changed; else change nothing."""
    if state.at == REVIEW:
        lacking = missing(walkthrough, state)
        return move(state, lacking[0].name) if lacking else state
    if state.at in list_names(walkthrough, state):
        return state
    waiting = list_open(walkthrough, state)
    return move(state, waiting[0].name if waiting else REVIEW)


def go_on(walkthrough: Walkthrough, before: State, after: State) -> State:
    """Move on from a question that has just been dealt with.

    On the first way through: to the next open question, and at the end to any that was passed over. From
    the review: back to it, or to what is still needed; if the change asks something new, that way through
    begins again.
    """
    asked = [question for _, question in visible(walkthrough, after)]
    waiting = _find_open(asked, after)
    if after.reviewing:
        known = list_names(walkthrough, before)
        if all(question.name in known for question in waiting):
            lacking = [question.name for question in waiting if not question.may_skip]
            return move(after, lacking[0] if lacking else REVIEW)
    names = [question.name for question in asked]
    here = names.index(after.at) if after.at in names else -1
    still_open = {question.name for question in waiting}
    due = [question for question in asked[here + 1 :] if question.name in still_open] or waiting
    moved = move(after, due[0].name if due else REVIEW)
    return moved if moved.at == REVIEW else moved.model_copy(update={"reviewing": False})


def _find_open(asked: list[Question], state: State) -> list[Question]:
    return [question for question in asked if not is_settled(question, state.answers.get(question.name))]


def _is_told(given: Given | None) -> bool:
    return given is not None and bool(given.text or given.unknown)


def _says_something(given: Given) -> bool:
    return bool(given.text) and not given.unknown and not given.skipped
