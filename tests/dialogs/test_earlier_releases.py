"""A draft outlives the release it was begun in: each kind of change to a walkthrough."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from dialogs import engine
from dialogs.engine import Reply, Word
from dialogs.state import REVIEW, Doubt, State
from dialogs.walkthrough import Choice, ChoiceAnswer, Question, Section, TextAnswer, Walkthrough

NAME = Question(name="name", label="Name", prompt="What is it?", why="", answer=TextAnswer())
PLACE = replace(NAME, name="place", label="Where")
COLOUR = replace(
    NAME, name="colour", label="Colour", answer=ChoiceAnswer((Choice("red", "Red"), Choice("blue", "Blue")))
)
NOTE = replace(NAME, name="note", label="Note", may_skip=True)


def made_of(*questions: Question, version: int = 2) -> Walkthrough:
    return Walkthrough("w", version, "W", (Section("s", "S", questions),), finish="Send")


OLD = made_of(NAME, PLACE, COLOUR, version=1)


def begin(*texts: str) -> State:
    state = engine.start(OLD)
    for text in texts:
        state = engine.answer(OLD, state, Reply(text=text, activity_id=text)).state
    return state


def bring_back(walkthrough: Walkthrough, state: State) -> State:
    return engine.restore(walkthrough, state.model_dump(mode="json"))


def test_an_added_question_is_asked_before_the_end() -> None:
    new = made_of(replace(NAME, name="who", label="Who"), NAME, PLACE, COLOUR)
    state = bring_back(new, begin("A bike"))
    assert (state.at, state.version) == ("place", 2)
    state = engine.answer(new, state, Reply(text="Here")).state
    state = engine.answer(new, state, Reply(choice="red")).state
    assert state.at == "who"


def test_an_added_needed_question_is_asked_even_from_the_review() -> None:
    new = made_of(NAME, PLACE, COLOUR, replace(NAME, name="who", label="Who"))
    finished = begin("A bike", "Here", "red")
    assert finished.at == REVIEW
    state = bring_back(new, finished)
    assert state.at == "who"
    assert engine.answer(new, state, Reply(text="Commuters")).state.at == REVIEW


def test_an_added_optional_question_leaves_the_review_alone() -> None:
    assert bring_back(made_of(NAME, PLACE, COLOUR, NOTE), begin("A bike", "Here", "red")).at == REVIEW


def test_the_answer_to_a_removed_question_is_kept_as_also_said() -> None:
    new = made_of(NAME, COLOUR)
    state = bring_back(new, begin("A bike", "Here"))
    assert state.at == "colour"
    assert engine.also_said(new, state) == [("Place", "Here")]
    state = engine.answer(new, state, Reply(choice="red")).state
    said = engine.as_said(new, state)
    assert (said[-1].section, said[-1].label, said[-1].text) == ("Also said", "Place", "Here")


def test_an_edit_of_a_message_reaches_an_answer_whose_question_is_gone() -> None:
    new = made_of(NAME, COLOUR)
    state = bring_back(new, begin("A bike", "Here"))
    step = engine.edit_message(new, state, "Here", "There")
    assert step is not None
    assert engine.also_said(new, step.state) == [("Place", "There")]


def test_when_the_open_question_is_gone_the_first_open_one_opens() -> None:
    state = begin("A bike")
    assert state.at == "place"
    assert bring_back(made_of(NAME, NOTE, COLOUR), state).at == "note"
    assert bring_back(made_of(NAME), state).at == REVIEW


def test_a_reply_held_at_a_removed_question_is_not_shown_anywhere_else() -> None:
    held = engine.answer(OLD, begin("A bike"), Reply(text="Ring 07700 900123")).state
    state = bring_back(made_of(NAME, COLOUR), held)
    assert state.held is None
    assert state.parked["place"] == held.held


def test_a_renamed_question_keeps_its_answer_and_its_place() -> None:
    new = made_of(NAME, replace(PLACE, name="where", formerly=("place", "spot")), COLOUR)
    state = bring_back(new, begin("A bike", "Here"))
    assert state.answers["where"].text == "Here"
    assert "place" not in state.answers
    assert engine.also_said(new, state) == []
    assert bring_back(new, begin("A bike")).at == "where"


def test_a_reply_held_at_a_renamed_question_stays_held() -> None:
    new = made_of(NAME, replace(PLACE, name="where", formerly=("place",)), COLOUR)
    held = engine.answer(OLD, begin("A bike"), Reply(text="Ring 07700 900123")).state
    state = bring_back(new, held)
    assert state.held is not None
    assert (state.held.question, state.held.doubt) == ("where", Doubt.PERSONAL)
    assert engine.take_out(new, state).state.answers["where"].text == "Ring [removed]"


def test_an_old_name_never_overwrites_an_answer_under_the_new_one() -> None:
    new = made_of(NAME, replace(PLACE, name="where", formerly=("place",)), COLOUR)
    state = bring_back(new, begin("A bike", "Here"))
    both = state.model_copy(update={"answers": {**state.answers, "place": state.answers["name"]}})
    restored = bring_back(new, both)
    assert restored.answers["where"].text == "Here"
    assert engine.also_said(new, restored) == [("Place", "A bike")]


def test_a_moved_question_takes_its_answer_along() -> None:
    new = made_of(COLOUR, PLACE, NAME)
    state = bring_back(new, begin("A bike"))
    assert state.at == "place"
    assert engine.position(new, state) == (2, 3)
    state = engine.answer(new, state, Reply(text="Here")).state
    assert state.at == "colour"


def test_a_choice_that_is_no_longer_offered_is_asked_again_and_kept_until_then() -> None:
    green = replace(COLOUR, answer=ChoiceAnswer((Choice("green", "Green"), Choice("blue", "Blue"))))
    new = made_of(NAME, PLACE, green)
    state = bring_back(new, begin("A bike", "Here", "red"))
    assert state.at == "colour"
    assert state.answers["colour"].text == "red"


def test_a_question_that_has_become_needed_is_asked_of_those_who_skipped_it() -> None:
    old = made_of(NAME, NOTE, version=1)
    state = engine.answer(old, engine.start(old), Reply(text="A bike")).state
    state = engine.go(old, state, Word.SKIP).state
    assert state.at == REVIEW
    assert bring_back(made_of(NAME, replace(NOTE, may_skip=False)), state).at == "note"


def test_what_was_hidden_by_a_changed_answer_is_kept_and_comes_back() -> None:
    tint = replace(NOTE, name="tint", may_skip=False, asked_when=lambda said: said.get("colour") == "red")
    walkthrough = made_of(COLOUR, tint)
    state = engine.answer(walkthrough, engine.start(walkthrough), Reply(choice="red")).state
    state = engine.answer(walkthrough, state, Reply(text="Brick")).state
    state = engine.edit(walkthrough, state, "colour").state
    state = engine.answer(walkthrough, state, Reply(choice="blue")).state
    assert [said.name for said in engine.as_said(walkthrough, state)] == ["colour"]
    assert engine.also_said(walkthrough, state) == []
    state = engine.edit(walkthrough, state, "colour").state
    state = engine.answer(walkthrough, state, Reply(choice="red")).state
    assert state.at == REVIEW
    assert engine.plain_answers(state)["tint"] == "Brick"


def test_an_answer_that_is_hidden_decides_nothing() -> None:
    tint = replace(COLOUR, name="tint", asked_when=lambda said: said.get("colour") == "red")
    shade = replace(NOTE, name="shade", asked_when=lambda said: said.get("tint") == "blue")
    walkthrough = made_of(COLOUR, tint, shade)
    state = engine.start(walkthrough, given={"colour": "red", "tint": "blue"})
    assert state.at == "shade"
    state = engine.edit(walkthrough, state, "colour").state
    state = engine.answer(walkthrough, state, Reply(choice="blue")).state
    assert [question.name for _, question in engine.visible(walkthrough, state)] == ["colour"]
    assert state.at == REVIEW


def test_an_edited_message_that_hides_the_open_question_leads_on() -> None:
    tint = replace(NOTE, name="tint", asked_when=lambda said: said.get("colour") == "red")
    walkthrough = made_of(COLOUR, tint, NAME)
    state = engine.answer(walkthrough, engine.start(walkthrough), Reply(text="red", activity_id="m1")).state
    assert state.at == "tint"
    step = engine.edit_message(walkthrough, state, "m1", "blue")
    assert step is not None
    assert step.state.at == "name"


def test_a_draft_of_a_later_release_is_read_without_what_is_not_known_here() -> None:
    stored = begin("A bike").model_dump(mode="json") | {"mood": "sunny", "version": 9}
    assert engine.restore(OLD, stored) == begin("A bike")


def test_what_is_no_state_is_refused() -> None:
    with pytest.raises(ValidationError):
        engine.restore(OLD, {"answers": "none"})
