"""A reply that belongs somewhere else: it waits, and its writer says what becomes of it."""

import pytest

from dialogs import engine
from dialogs.engine import Reply, Step, Word
from dialogs.reply import REPLY
from dialogs.state import Doubt, State
from dialogs.submission import SUBMISSION
from domain.signposts import Elsewhere

ALARM = "A resident wrote: I can't go on like this."
GIVEN = {
    "kind": "operational issue",
    "problem": "Bicycles are taken.",
    "topic": "theft",
    "place": "The racks",
}


def stand_at(name: str) -> State:
    before = list(GIVEN)[: list(GIVEN).index(name)] if name in GIVEN else list(GIVEN)
    return engine.start(SUBMISSION, given={earlier: GIVEN[earlier] for earlier in before})


def type_in(state: State, text: str, activity_id: str = "m1") -> Step:
    return engine.answer(SUBMISSION, state, Reply(text=text, activity_id=activity_id))


@pytest.mark.parametrize("question", ["kind", "problem", "topic", "place", "analysis"])
def test_it_is_held_at_any_question_and_answers_nothing(question: str) -> None:
    here = stand_at(question)
    step = type_in(here, ALARM)
    assert step.doubt is Doubt.ELSEWHERE
    assert step.note == "If this is about you, thank you for saying it. You do not have to carry it alone."
    assert step.state.answers == here.answers
    assert step.state.held is not None
    assert step.state.held.elsewhere is Elsewhere.WELLBEING
    assert engine.restore(SUBMISSION, step.state.model_dump(mode="json")) == step.state


@pytest.mark.parametrize("words", ["carry on", "It is not that: carry on", "Carry on."])
def test_carried_on_with_it_is_the_answer_as_it_was_typed(words: str) -> None:
    held = type_in(stand_at("problem"), ALARM).state
    kept = engine.keep(SUBMISSION, held).state
    assert kept.answers["problem"].text == ALARM
    assert kept.answers["problem"].activity_id == "m1"
    assert type_in(held, words, "m2").state == kept
    back = engine.go(SUBMISSION, kept, Word.BACK).state
    assert type_in(back, f"{ALARM} It is the noise.").doubt is None


@pytest.mark.parametrize("words", ["take out", "Take my words out", "forget it"])
def test_taken_out_nothing_is_left_of_it(words: str) -> None:
    here = stand_at("problem")
    held = type_in(here, ALARM).state
    assert engine.take_out(SUBMISSION, held).state == here
    assert type_in(held, words).state == here


def test_a_vague_yes_decides_nothing() -> None:
    held = type_in(stand_at("problem"), ALARM).state
    assert type_in(held, "yes").state == held


def test_somebody_else_in_it_is_asked_about_after_it_and_it_is_not_asked_twice() -> None:
    state = type_in(stand_at("problem"), f"{ALARM} Her number is 07700 900123.").state
    state = type_in(state, "carry on").state
    assert state.held is not None
    assert state.held.doubt is Doubt.PERSONAL
    assert type_in(state, "take it out").state.answers["problem"].text == f"{ALARM} Her number is [removed]."
    assert "07700" in type_in(state, "keep it").state.answers["problem"].text


def test_what_is_laid_into_a_walkthrough_waits_too_unless_its_writer_has_said_that_it_is_for_the_hub() -> (
    None
):
    waiting = engine.start(REPLY, given={"reply": ALARM})
    assert waiting.held is not None
    assert waiting.held.doubt is Doubt.ELSEWHERE
    assert engine.start(REPLY, given={"reply": ALARM}, cleared=True).answers["reply"].text == ALARM
