"""What comes in and what comes out: a reply, and the step it leads to."""

from dataclasses import dataclass
from datetime import date

from dialogs.path import go_on
from dialogs.sentences import say_doubt
from dialogs.state import SAID_ALONE, Doubt, Given, Held, State
from dialogs.walkthrough import Question, Walkthrough


@dataclass(frozen=True, slots=True)
class Reply:
    """A typed or pressed answer.

    ``choice`` is the name of a pressed choice; ``question`` the question the card showed, None for typing;
    ``activity_id`` the message it came with; ``today`` the day it was said on, for "tomorrow" and the like.
    """

    text: str = ""
    choice: str | None = None
    question: str | None = None
    activity_id: str = ""
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Where a reply leads: the state to keep, and what to say beside it.

    ``doubt`` says why the reply was not taken; ``note`` is a sentence for the person, or nothing; ``stale``
    means that it came too late and that nothing changed.
    """

    state: State
    doubt: Doubt | None = None
    note: str = ""
    stale: bool = False


def record(walkthrough: Walkthrough, state: State, question: Question, read: Given | Held) -> Step:
    """Keep what was read at the open question and go on, or hold it and say why."""
    if isinstance(read, Held):
        return hold(state, question, read)
    answered = put(_unpark(state, question.name), question.name, read).model_copy(update={"held": None})
    return Step(go_on(walkthrough, state, answered))


def hold(state: State, question: Question, held: Held) -> Step:
    """Hold a reply back at the open question, instead of any earlier one.

    One without words, or without a day where one is asked for, is spoken of and not held.
    """
    sentence = say_doubt(question, held)
    if held.doubt in SAID_ALONE:
        return Step(state, doubt=held.doubt, note=sentence)
    kept = _unpark(state, question.name).model_copy(update={"held": held})
    return Step(kept, doubt=held.doubt, note=sentence)


def put(state: State, name: str, given: Given) -> State:
    """Write one answer down, wherever one stands."""
    return state.model_copy(update={"answers": {**state.answers, name: given}})


def _unpark(state: State, name: str) -> State:
    parked = {parked_at: held for parked_at, held in state.parked.items() if parked_at != name}
    return state.model_copy(update={"parked": parked})
