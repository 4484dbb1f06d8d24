"""Replies that are held back until the person says what they meant."""

from datetime import datetime

from dialogs.cleaning import has_words
from dialogs.elsewhere import TAKEN_OUT
from dialogs.matching import is_choice
from dialogs.path import open_question
from dialogs.reading import read_reply
from dialogs.sentences import FORGOTTEN, NOTHING_HELD, NOTHING_LEFT, say_command, say_doubt
from dialogs.state import REVIEW, Doubt, Given, Held, State
from dialogs.step import Reply, Step, hold, record
from dialogs.walkthrough import DayAnswer, Question, Walkthrough
from dialogs.words import Settling, read_settling
from domain.language import _
from domain.signposts import find_signpost

REMOVED = "[removed]"
"""What stands where an identifier was taken out."""

_CLEARED = frozenset({Doubt.ELSEWHERE, Doubt.PERSONAL})
"""Whoever decides on these means the Hub: where words belong is asked before what is personal in them."""


def hold_command(state: State, text: str, command: str, activity_id: str = "") -> Step:
    """Hold a reply that reads like a command's word, until the person says which it was.

    ``command`` says what would be done if it was meant; the engine never does it. Whatever was held
    before waits behind it. At the review no answer is due, so nothing is held.
    """
    if state.at == REVIEW:
        return Step(state)
    held = Held(question=state.at, text=text, doubt=Doubt.COMMAND, activity_id=activity_id, command=command)
    behind = state.held if state.held is not None and state.held.doubt is not Doubt.COMMAND else None
    parked = {**state.parked, state.at: behind} if behind else state.parked
    return Step(
        state.model_copy(update={"held": held, "parked": parked}),
        doubt=Doubt.COMMAND,
        note=say_command(held),
    )


def may_be_late(walkthrough: Walkthrough, state: State, text: str) -> bool:
    """Tell whether words that come long after the open question was left may be meant for something else.

    One of its choices cannot be, nor anything where a day is asked for, nor what settles a reply that waits
    there; and what belongs elsewhere is pointed there at once, whenever it comes.
    """
    opened = open_question(walkthrough, state)
    if opened is None or state.held is not None or not has_words(text):
        return False
    if isinstance(opened[1].answer, DayAnswer):
        return False
    return not is_choice(opened[1], text) and find_signpost(text) is None


def hold_late(walkthrough: Walkthrough, state: State, reply: Reply, left_at: datetime) -> Step:
    """Hold words that come long after the question was left, until the person says what they are for.

    ``left_at`` is when they were here before.
    """
    opened = open_question(walkthrough, state)
    if opened is None:
        return Step(state)
    held = Held(
        question=state.at,
        text=reply.text,
        doubt=Doubt.LATE,
        activity_id=reply.activity_id,
        left_at=left_at,
    )
    return hold(state, opened[1], held)


def add_to_late(walkthrough: Walkthrough, state: State, reply: Reply) -> Step | None:
    """Let words that follow such a reply wait with it, as one message; None where none waits so."""
    opened, held = open_question(walkthrough, state), state.held
    if opened is None or held is None or held.doubt is not Doubt.LATE:
        return None
    decides = read_settling(Doubt.LATE, reply.text) is not None or is_choice(opened[1], reply.text)
    if decides or not has_words(reply.text):
        return None
    text = f"{held.text}\n{reply.text}"
    if find_signpost(reply.text) is not None:
        return record(walkthrough, state, opened[1], read_reply(opened[1], text, reply.activity_id))
    together = held.model_copy(update={"text": text, "activity_id": reply.activity_id})
    return hold(state, opened[1], together)


def suggest(state: State, question: str, text: str) -> State:
    """Lay words ready at a question that is not open: shown there, and an answer once they are taken."""
    held = Held(question=question, text=text, doubt=Doubt.SUGGESTED)
    return state.model_copy(update={"parked": {**state.parked, question: held}})


def say_held(walkthrough: Walkthrough, state: State) -> str:
    """Say again why the reply at the open question is held back, or nothing when none is."""
    opened = open_question(walkthrough, state)
    return say_doubt(opened[1], state.held) if opened and state.held else ""


def keep(walkthrough: Walkthrough, state: State, activity_id: str = "") -> Step:
    """Take the held reply as it is: "yes, that is my answer".

    ``activity_id`` is used where the held reply has none of its own. A reply that is too long or fits no
    choice cannot be kept so; it stays held.
    """
    pending = _find_pending(walkthrough, state)
    if pending is None:
        return Step(state, note=_(NOTHING_HELD), stale=True)
    question, held = pending
    message = held.activity_id or activity_id
    if held.doubt is Doubt.UNCLEAR and len(held.guesses) == 1:
        return record(walkthrough, state, question, Given(text=held.guesses[0], activity_id=message))
    so_far = state.answers.get(question.name, Given()).text
    screened = held.doubt is not Doubt.PERSONAL
    cleared = held.doubt in _CLEARED
    read = read_reply(question, held.text, message, kept=so_far, screened=screened, cleared=cleared)
    return record(walkthrough, state, question, read)


def drop(state: State) -> State:
    """Forget the held reply; one that a command's word was typed over is held again."""
    parked = dict(state.parked)
    behind = parked.pop(state.at, None)
    return state.model_copy(update={"held": behind, "parked": parked})


def take_out(walkthrough: Walkthrough, state: State) -> Step:
    """Answer with the held reply without what was spotted in it; what belongs elsewhere goes as a whole."""
    pending = _find_pending(walkthrough, state)
    if pending is not None and pending[1].doubt is Doubt.ELSEWHERE:
        return Step(drop(state), note=_(TAKEN_OUT))
    if pending is None or pending[1].doubt is not Doubt.PERSONAL:
        return Step(state, note=_(NOTHING_HELD), stale=True)
    question, held = pending
    text = held.text
    for found in sorted(held.found, key=len, reverse=True):
        text = text.replace(found, REMOVED)
    if not has_words(text.replace(REMOVED, "")):
        return Step(drop(state), doubt=Doubt.EMPTY, note=_(NOTHING_LEFT))
    so_far = state.answers.get(question.name, Given()).text
    read = read_reply(question, text, held.activity_id, kept=so_far, cleared=True)
    return record(walkthrough, state, question, read)


def settle_held(walkthrough: Walkthrough, state: State, settling: Settling, activity_id: str) -> Step:
    """Do what was typed about the held reply."""
    pending = _find_pending(walkthrough, state)
    if settling is Settling.KEEP:
        return keep(walkthrough, state, activity_id)
    if settling is Settling.TAKE_OUT:
        return take_out(walkthrough, state)
    if settling is Settling.DROP or pending is None:
        return Step(drop(state), note=_(FORGOTTEN))
    return hold(state, *pending)


def _find_pending(walkthrough: Walkthrough, state: State) -> tuple[Question, Held] | None:
    opened = open_question(walkthrough, state)
    return (opened[1], state.held) if opened and state.held else None
