"""Whatever is asked and whatever is answered: one always stands somewhere sensible, and nothing is lost."""

import json

from hypothesis import event, given, settings

from dialogs import engine
from dialogs.engine import Reply, Word
from dialogs.path import is_settled
from dialogs.state import REVIEW, Doubt, State
from dialogs.walkthrough import ChoiceAnswer, Question, Walkthrough
from tests.dialogs.random_walkthroughs import ACTS, Act, walkthroughs, wander

MANY = settings(max_examples=6000, deadline=None)


def assert_sensible(walkthrough: Walkthrough, state: State) -> None:
    names = [question.name for _, question in engine.visible(walkthrough, state)]
    assert state.at == REVIEW or state.at in names
    if state.at == REVIEW:
        assert state.reviewing
        assert engine.is_complete(walkthrough, state)
        assert state.held is None
    if state.held is not None:
        assert state.held.question == state.at
        assert engine.say_held(walkthrough, state)
    if state.at in state.parked:
        assert state.held is not None
        assert state.held.doubt is Doubt.COMMAND
    number, of = engine.position(walkthrough, state)
    assert 0 <= number <= of == len(names)


def find_before(walkthrough: Walkthrough, state: State) -> Question | None:
    questions = [question for _, question in engine.visible(walkthrough, state)]
    names = [question.name for question in questions]
    here = names.index(state.at) if state.at in names else len(names)
    return questions[here - 1] if here else None


@MANY
@given(walkthroughs(), ACTS)
def test_every_reply_leads_somewhere_sensible(walkthrough: Walkthrough, acts: list[Act]) -> None:
    state = engine.start(walkthrough)
    assert_sensible(walkthrough, state)
    for act in acts:
        step = act.do(walkthrough, state)
        if step.stale:
            assert step.state == state
            assert step.note
        if step.doubt is not None:
            assert step.note
        state = step.state
        assert_sensible(walkthrough, state)


@MANY
@given(walkthroughs(), ACTS)
def test_no_reply_ever_loses_another_answer(walkthrough: Walkthrough, acts: list[Act]) -> None:
    state = engine.start(walkthrough)
    for act in acts:
        after = act.do(walkthrough, state).state
        for name, answer in state.answers.items():
            assert name in after.answers
            edited = act.what.startswith("message") and answer.activity_id != ""
            parked = name in state.parked
            if name != state.at and not edited and not parked:
                assert after.answers[name] == answer
        state = after


@MANY
@given(walkthroughs(), ACTS)
def test_saving_and_resuming_at_any_point_changes_nothing(walkthrough: Walkthrough, acts: list[Act]) -> None:
    state = engine.start(walkthrough)
    for act in acts:
        state = act.do(walkthrough, state).state
        stored = json.loads(json.dumps(state.model_dump(mode="json")))
        assert engine.restore(walkthrough, stored) == state


@MANY
@given(walkthroughs(), ACTS)
def test_back_and_then_forward_is_where_one_was(walkthrough: Walkthrough, acts: list[Act]) -> None:
    for state in wander(walkthrough, acts):
        before = find_before(walkthrough, state)
        if before is None or is_changing_one_answer(state) or is_open(before, state):
            continue
        event("went back")
        back = engine.go(walkthrough, state, Word.BACK).state
        assert back.at != state.at
        assert engine.go(walkthrough, back, Word.SKIP).state == state


@MANY
@given(walkthroughs(), ACTS)
def test_back_and_the_same_answer_again_is_where_one_was(walkthrough: Walkthrough, acts: list[Act]) -> None:
    for state in wander(walkthrough, acts):
        before = find_before(walkthrough, state)
        if before is None or is_changing_one_answer(state) or not is_first_open(walkthrough, state):
            continue
        answer = state.answers.get(before.name)
        if answer is None or not answer.text or before.name in state.parked:
            continue
        event("answered again")
        choice = answer.text if isinstance(before.answer, ChoiceAnswer) else None
        back = engine.go(walkthrough, state, Word.BACK).state
        again = Reply(text=answer.text, choice=choice, question=back.at, activity_id=answer.activity_id)
        assert engine.answer(walkthrough, back, again).state == state


@MANY
@given(walkthroughs(), ACTS)
def test_what_is_sent_is_what_the_review_shows(walkthrough: Walkthrough, acts: list[Act]) -> None:
    for state in wander(walkthrough, acts):
        rows = engine.summary(walkthrough, state)
        shown = {(question.name, text) for _, question, given, text in rows if given.text or given.unknown}
        sent = [(said.name, said.text) for said in engine.as_said(walkthrough, state)]
        assert shown == set(sent)
        assert len(shown) == len(sent)


def is_open(question: Question, state: State) -> bool:
    return not is_settled(question, state.answers.get(question.name))


def is_first_open(walkthrough: Walkthrough, state: State) -> bool:
    """Tell whether all before the open question is answered, so that the next answer leads here again."""
    waiting = [
        question.name for _, question in engine.visible(walkthrough, state) if is_open(question, state)
    ]
    return state.at == REVIEW or waiting[:1] == [state.at]


def is_changing_one_answer(state: State) -> bool:
    """Tell whether one came from the review (forward leads there), or is asked about a command's word."""
    asked = state.held is not None and state.held.doubt is Doubt.COMMAND
    return asked or (state.reviewing and state.at != REVIEW)
