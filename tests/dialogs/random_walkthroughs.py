"""Walkthroughs nobody wrote, and people who type and press anything, for the property stories."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from dialogs import engine
from dialogs.engine import Reply, Step, Word
from dialogs.state import DEEPER, State
from dialogs.walkthrough import (
    AnswerModel,
    Answers,
    Choice,
    ChoiceAnswer,
    DayAnswer,
    Question,
    Section,
    TextAnswer,
    Walkthrough,
    always,
)

_COLOURS = (Choice("red", "Red", ("crimson",)), Choice("green", "Green"), Choice("blue", "Deep blue"))
_MODELS: tuple[AnswerModel, ...] = (
    TextAnswer(longest=60),
    TextAnswer(lines=False),
    ChoiceAnswer(_COLOURS),
    DayAnswer("Give a nearer day.", behind=30),
    DayAnswer("Give a nearer day.", unsure_is_today=True),
)
_TODAY = date(2026, 3, 2)
_MOST_QUESTIONS = 6


def _after(name: str, wanted: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.get(name) == wanted


@st.composite
def walkthroughs(draw: st.DrawFn) -> Walkthrough:
    """Draw a walkthrough whose questions depend on earlier answers, or on wanting to tell more."""
    sections = []
    for number in range(draw(st.integers(1, _MOST_QUESTIONS))):
        conditions: list[Callable[[Answers], bool]] = [always, always, _after(DEEPER, "yes")]
        conditions += [_after(f"q{earlier}", "red") for earlier in range(number)]
        question = Question(
            name=f"q{number}",
            label=f"Question {number}",
            prompt="What?",
            why="",
            answer=draw(st.sampled_from(_MODELS)),
            may_skip=draw(st.booleans()),
            asked_when=draw(st.sampled_from(conditions)),
        )
        sections.append(Section(f"s{number}", f"Section {number % 2}", (question,)))
    return Walkthrough(name="random", version=1, title="Random", sections=tuple(sections), finish="Send")


@dataclass(frozen=True, slots=True)
class Act:
    """One thing a person does, readable when a story fails."""

    what: str
    do: Callable[[Walkthrough, State], Step] = field(repr=False)


TEXTS = st.one_of(
    st.sampled_from(
        [
            "The racks behind the station",
            "red",
            "2",
            "grene",
            "don't know",
            "not sure",
            "tomorrow",
            "4 March",
            "1 January 2035",
            "yes",
            "keep it",
            "take it out",
            "😀😀",
            "...",
            "",
            "Ring me on 07700 900123 please",
            "07700 900123",
            "x y " * 40,
            "z" * 5000,
        ]
    ),
    st.text(max_size=80),
)
_NAMES = st.sampled_from([None, *(f"q{number}" for number in range(_MOST_QUESTIONS))])
_IDS = st.sampled_from(["", "m1", "m2", "m3"])


def _act(what: str, do: Callable[[Walkthrough, State], Step | State | None]) -> Act:
    def step(walkthrough: Walkthrough, state: State) -> Step:
        result = do(walkthrough, state)
        if isinstance(result, State):
            return Step(result)
        return result or Step(state)

    return Act(what, step)


def _replying(reply: Reply) -> Act:
    return _act(f"{reply!r:.150}", lambda walkthrough, state: engine.answer(walkthrough, state, reply))


def _pressing_choice(choice: str) -> Act:
    return _act(
        f"press {choice}",
        lambda walkthrough, state: engine.answer(walkthrough, state, Reply(choice=choice, question=state.at)),
    )


def _going(word: Word) -> Act:
    return _act(f"go {word}", lambda walkthrough, state: engine.go(walkthrough, state, word))


def _editing(name: str) -> Act:
    return _act(f"edit {name}", lambda walkthrough, state: engine.edit(walkthrough, state, name))


def _editing_message(message: str, text: str) -> Act:
    return _act(
        f"message {message} now says {text!r:.80}",
        lambda walkthrough, state: engine.edit_message(walkthrough, state, message, text),
    )


_GOOD: Mapping[type[AnswerModel], str] = {
    ChoiceAnswer: "red",
    DayAnswer: "2026-03-04",
    TextAnswer: "At the station",
}
"""What answers a question of each kind."""


def _answer_well(walkthrough: Walkthrough, state: State) -> Step:
    opened = engine.open_question(walkthrough, state)
    text = _GOOD[type(opened[1].answer)] if opened else "At the station"
    return engine.answer(walkthrough, state, Reply(text=text, question=state.at, activity_id="m2"))


def _come_hours_later(walkthrough: Walkthrough, state: State) -> Step:
    text = "Something else altogether"
    if not engine.may_be_late(walkthrough, state, text):
        return Step(state)
    return engine.hold_late(
        walkthrough, state, Reply(text, activity_id="m4"), datetime(2026, 3, 3, 9, 10, tzinfo=UTC)
    )


_ANSWERING = _act("a good answer", _answer_well)
_REPLIES = st.builds(
    Reply,
    text=TEXTS,
    choice=st.sampled_from([None, None, "red", "gone"]),
    question=_NAMES,
    activity_id=_IDS,
    today=st.sampled_from([None, _TODAY]),
)
_TYPED = st.builds(Reply, text=TEXTS, activity_id=_IDS, today=st.just(_TODAY))
ACTS: st.SearchStrategy[list[Act]] = st.lists(
    st.one_of(
        st.just(_ANSWERING),
        st.just(_ANSWERING),
        _TYPED.map(_replying),
        _REPLIES.map(_replying),
        st.sampled_from(["red", "green", "blue"]).map(_pressing_choice),
        st.sampled_from(list(Word)).map(_going),
        st.integers(0, _MOST_QUESTIONS).map(lambda number: _editing(f"q{number}")),
        st.builds(_editing_message, _IDS, TEXTS),
        st.sampled_from(
            [
                _act("tell more", engine.deepen),
                _act("queue", lambda _, state: engine.hold_command(state, "queue", "queue", "m9")),
                _act("hours later", _come_hours_later),
                _act("jump", lambda walkthrough, state: engine.jump(walkthrough, state, "Section 1")),
                _act("keep", engine.keep),
                _act("drop", lambda _, state: engine.drop(state)),
                _act("take out", engine.take_out),
            ]
        ),
    ),
    max_size=14,
)


def wander(walkthrough: Walkthrough, acts: list[Act]) -> Iterator[State]:
    """Do one thing after another and give every place that leads through."""
    state = engine.start(walkthrough)
    yield state
    for act in acts:
        state = act.do(walkthrough, state).state
        yield state
