"""One engine that walks a person through any walkthrough: pure, from a state and a reply to the next state.

Its other rooms: ``path`` (which questions, where one stands), ``reading`` (a reply as an answer),
``moving`` (back, skip, review), ``held`` (replies held back), ``editing`` (edited messages), ``resuming``
(drafts of earlier releases), ``telling`` (the answers as they are shown and sent). All of it is offered here.
"""

from collections.abc import Mapping
from datetime import date

from dialogs.editing import came_from, edit, edit_message
from dialogs.held import (
    add_to_late,
    drop,
    hold_command,
    hold_late,
    keep,
    may_be_late,
    say_held,
    settle_held,
    suggest,
    take_out,
)
from dialogs.matching import is_choice
from dialogs.moving import deepen, go, is_ending, jump, say_help
from dialogs.path import (
    go_on,
    is_complete,
    may_end,
    missing,
    move,
    open_question,
    plain_answers,
    position,
    say_position,
    visible,
)
from dialogs.reading import read_reply
from dialogs.resuming import restore
from dialogs.sentences import ALREADY_ANSWERED, NOT_OFFERED, NOTHING_OPEN
from dialogs.state import Given, Held, State
from dialogs.step import Reply, Step, record
from dialogs.telling import also_said, as_said, summary
from dialogs.tokens import tokenise
from dialogs.walkthrough import ChoiceAnswer, Question, Walkthrough
from dialogs.words import Settling, Word, read_settling, read_word
from domain.language import _

__all__ = [
    "Reply",
    "Settling",
    "Step",
    "Word",
    "also_said",
    "answer",
    "as_said",
    "came_from",
    "deepen",
    "drop",
    "edit",
    "edit_message",
    "go",
    "hold_command",
    "hold_late",
    "is_choice",
    "is_complete",
    "is_ending",
    "jump",
    "keep",
    "may_be_late",
    "may_end",
    "missing",
    "move",
    "open_question",
    "plain_answers",
    "position",
    "read_settling",
    "read_word",
    "restore",
    "say_held",
    "say_help",
    "say_position",
    "start",
    "suggest",
    "summary",
    "take_out",
    "visible",
]


def start(
    walkthrough: Walkthrough,
    *,
    given: Mapping[str, str] | None = None,
    about: str = "",
    cleared: bool = False,
    today: date | None = None,
) -> State:
    """Begin, at the first asked question that ``given`` does not answer (or at the review).

    What is given is read as a reply is: what does not fit waits, held, at its question.
    What is ``cleared`` is for the Hub, whatever it sounds like. A given name that is no question is kept
    as it is.
    """
    answers: dict[str, Given] = {}
    parked: dict[str, Held] = {}
    for name, text in (given or {}).items():
        question = walkthrough.find(name)
        read = read_reply(question, text, cleared=cleared, today=today) if question else Given(text=text)
        kept_as = question.name if question else name
        if isinstance(read, Given):
            answers[kept_as] = read
        elif read.text:
            parked[kept_as] = read
    state = State(
        walkthrough=walkthrough.name,
        version=walkthrough.version,
        at="",
        answers=answers,
        parked=parked,
        about=about,
    )
    return go_on(walkthrough, state, state)


def answer(walkthrough: Walkthrough, state: State, reply: Reply) -> Step:
    """Take a typed or pressed reply to the open question and say where that leads.

    A reply that cannot be taken leaves every answer as it was; the step says why.
    """
    if reply.question is not None and reply.question != state.at:
        return Step(state, note=_(ALREADY_ANSWERED), stale=True)
    opened = open_question(walkthrough, state)
    if opened is None:
        return _read_at_review(walkthrough, state, reply)
    _section, question = opened
    if reply.choice is not None:
        return _choose(walkthrough, state, question, reply)
    if reply.question is None and (together := add_to_late(walkthrough, state, reply)) is not None:
        return together
    if state.held is not None and reply.question is None and not is_choice(question, reply.text):
        settling = read_settling(state.held.doubt, reply.text)
        if settling is not None:
            return settle_held(walkthrough, state, settling, reply.activity_id)
    so_far = state.answers.get(question.name, Given()).text
    return record(
        walkthrough,
        state,
        question,
        read_reply(question, reply.text, reply.activity_id, kept=so_far, today=reply.today),
    )


def _choose(walkthrough: Walkthrough, state: State, question: Question, reply: Reply) -> Step:
    """Take a pressed choice; one that the question does not offer comes from an older card."""
    name = reply.choice or ""
    if not isinstance(question.answer, ChoiceAnswer) or question.answer.find(name) is None:
        return Step(state, note=_(NOT_OFFERED), stale=True)
    return record(walkthrough, state, question, Given(text=name, activity_id=reply.activity_id))


_CHANGING = frozenset({"change", "edit", "correct", "to", "the", "my", "answer", "question", "number"})


def _read_at_review(walkthrough: Walkthrough, state: State, reply: Reply) -> Step:
    """Open the section or the answer that a text names ("analysis", "change 2", "where"); else say how to."""
    words = tokenise(reply.text)
    for section, _question in visible(walkthrough, state):
        title = tokenise(section.title)
        if words in (title, ("open", *title)):
            return jump(walkthrough, state, section.title)
    named = tuple(word for word in words if word not in _CHANGING)
    for number, (_section, question) in enumerate(visible(walkthrough, state), start=1):
        names = {(str(number),), tokenise(question.name), tokenise(question.label)}
        if words in names or named in names:
            return edit(walkthrough, state, question.name)
    return Step(state, note=_(NOTHING_OPEN))
