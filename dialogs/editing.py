"""Changing an answer: from the review, from a folded line, or by editing the message it came from."""

from datetime import date

from dialogs.cleaning import has_words
from dialogs.path import find_visible, move, settle
from dialogs.reading import read_reply
from dialogs.sentences import NOT_ASKED, UNCHANGED, say_changed, say_doubt
from dialogs.state import SAID_ALONE, Doubt, Given, Held, State
from dialogs.step import Reply, Step, hold, put, record
from dialogs.walkthrough import Question, TextAnswer, Walkthrough
from dialogs.words import Word, read_word
from domain.language import _


def edit(walkthrough: Walkthrough, state: State, question: str) -> Step:
    """Open a question again; answering it leads back to the review, or on to the first open question."""
    present = walkthrough.find(question)
    if present is None or find_visible(walkthrough, state, present.name) is None:
        return Step(state, note=_(NOT_ASKED), stale=True)
    return Step(move(state, present.name))


def edit_message(
    walkthrough: Walkthrough, state: State, activity_id: str, text: str, today: date | None = None
) -> Step | None:
    """Follow an edited message to its answer or its held reply; None if nothing came from it.

    Where the new words raise a doubt the old answer stands, and the doubt is held at its question, which
    opens; if that question is not asked now, the doubt is only said.
    """
    name = _find_source(state, activity_id) if activity_id else None
    if name is None:
        return None
    if read_word(text) not in {None, Word.DONT_KNOW}:
        return Step(state, note=_(UNCHANGED))
    if state.held is not None and state.held.activity_id == activity_id:
        return _reread_held(walkthrough, state, state.held, text)
    return _reread(walkthrough, state, name, Reply(text, activity_id=activity_id, today=today))


def came_from(state: State, activity_id: str) -> bool:
    """Tell whether a message gave one of the answers, or a reply that is held."""
    return bool(activity_id) and _find_source(state, activity_id) is not None


def _find_source(state: State, activity_id: str) -> str | None:
    """Give the question that a message spoke to: what waits comes before what was taken."""
    waiting = {**state.parked, state.at: state.held} if state.held else state.parked
    spoken = {name: held.activity_id for name, held in waiting.items() if held}
    taken = {name: given.activity_id for name, given in state.answers.items()}
    pairs = (*spoken.items(), *taken.items())
    return next((name for name, came_from in pairs if came_from == activity_id), None)


def _reread_held(walkthrough: Walkthrough, state: State, held: Held, text: str) -> Step | None:
    """Take the edited words as the reply to the open question."""
    pair = find_visible(walkthrough, state, held.question)
    if pair is None:
        return None
    if held.doubt is Doubt.LATE and has_words(text):
        return hold(state, pair[1], held.model_copy(update={"text": text}))
    so_far = state.answers.get(held.question, Given()).text
    return record(walkthrough, state, pair[1], read_reply(pair[1], text, held.activity_id, kept=so_far))


def _reread(walkthrough: Walkthrough, state: State, name: str, edited: Reply) -> Step:
    """Take the edited words as the answer to a question one is not at, or is back at."""
    pair = find_visible(walkthrough, state, name)
    question = pair[1] if pair else _find_former(walkthrough, name)
    before = state.answers.get(name, Given())
    read = read_reply(question, edited.text, edited.activity_id, kept=before.text, today=edited.today)
    if isinstance(read, Given):
        return _replace(walkthrough, state, question, read)
    if read.doubt in SAID_ALONE or pair is None or _is_newer_held(state, name, edited.activity_id):
        return Step(state, doubt=read.doubt, note=f"{say_doubt(question, read)} {_(UNCHANGED)}")
    return hold(move(state, name), question, read)


def _replace(walkthrough: Walkthrough, state: State, question: Question, read: Given) -> Step:
    parked = {name: held for name, held in state.parked.items() if name != question.name}
    changed = put(state, question.name, read).model_copy(update={"parked": parked})
    if changed == state:
        return Step(state)
    return Step(settle(walkthrough, changed), note=say_changed(question))


def _is_newer_held(state: State, name: str, activity_id: str) -> bool:
    """Tell whether a later reply to the same question waits already; it is not pushed aside."""
    waiting = state.held if state.at == name else state.parked.get(name)
    return waiting is not None and waiting.activity_id != activity_id


def _find_former(walkthrough: Walkthrough, name: str) -> Question:
    """Give a hidden question, or for one that is gone a stand-in that takes any words."""
    stand_in = Question(name=name, label=name, prompt="", why="", answer=TextAnswer(), may_skip=True)
    return walkthrough.find(name) or stand_in
