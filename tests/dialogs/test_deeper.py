"""Telling the Hub more: what is asked depends on what is brought and on what was said before."""

import pytest

from dialogs import engine
from dialogs.deeper import READING
from dialogs.engine import Reply, Word
from dialogs.matching import match_choice
from dialogs.state import BRINGS, REVIEW, State
from dialogs.submission import SUBMISSION
from dialogs.tell_more import TELL_MORE
from dialogs.walkthrough import Choice, ChoiceAnswer, Question
from domain.ports import JSONObject
from domain.submission import Kind
from tests.dialogs.test_answering import QUICK

VICTIMS = {"harm", "repeats", "victim", "guardian", "offender", "handler", "not_happening"}
SIDES = {
    "offender": {"offender", "handler"},
    "victim": {"victim", "guardian"},
    "place": {"scene", "manager"},
}


def deepen(kind: Kind, **given: str) -> State:
    return engine.deepen(SUBMISSION, engine.start(SUBMISSION, given={**QUICK, "kind": kind, **given})).state


def list_asked(state: State) -> list[str]:
    walkthrough = TELL_MORE if state.walkthrough == TELL_MORE.name else SUBMISSION
    return [question.name for _, question in engine.visible(walkthrough, state)]


def test_the_objective_is_asked_first_and_read_first() -> None:
    state = deepen(Kind.OPERATIONAL_ISSUE)
    assert state.at == "aim"
    assert list_asked(state)[7:9] == ["aim", "kind_of_aim"]
    titles = {section.title for section, _ in SUBMISSION.questions()}
    assert titles == set(READING)


def test_an_idea_is_not_asked_for_victims() -> None:
    assert not VICTIMS.intersection(list_asked(deepen(Kind.IDEA, repeats="victim")))
    assert {"harm", "repeats", "not_happening"} <= set(list_asked(deepen(Kind.OPERATIONAL_ISSUE)))


def test_an_initiative_is_asked_what_has_happened_so_far() -> None:
    assert "results" in list_asked(deepen(Kind.INITIATIVE))
    assert "results" not in list_asked(deepen(Kind.OPERATIONAL_ISSUE))
    assert "results" not in list_asked(deepen(Kind.IDEA))


@pytest.mark.parametrize("kind", Kind)
def test_later_the_same_is_asked_of_each_kind_as_before_sending(kind: Kind) -> None:
    later = engine.start(TELL_MORE, given={BRINGS: kind}, about="PF-2026-0001")
    assert list_asked(later) == list_asked(deepen(kind))[7:]
    assert engine.also_said(TELL_MORE, later) == []


@pytest.mark.parametrize(("repeats", "sides"), [*((side, {side}) for side in SIDES), ("", set[str]())])
def test_only_the_side_of_the_triangle_that_repeats_is_asked_about(repeats: str, sides: set[str]) -> None:
    asked = set(list_asked(deepen(Kind.OPERATIONAL_ISSUE, **({"repeats": repeats} if repeats else {}))))
    every = set().union(*SIDES.values())
    assert asked & every == set().union(*(SIDES[side] for side in sides))


def test_of_more_than_one_all_sides_are_asked_about() -> None:
    asked = set(list_asked(deepen(Kind.OPERATIONAL_ISSUE, repeats="more than one")))
    assert set().union(*SIDES.values()) <= asked


def list_techniques() -> list[Question]:
    unique = {question.name: question for _, question in SUBMISSION.questions()}
    return [question for name, question in unique.items() if name.startswith("technique_")]


def test_there_are_five_mechanisms_of_five_techniques_each_with_an_example() -> None:
    mechanism = SUBMISSION.find("mechanism")
    assert mechanism is not None
    assert isinstance(mechanism.answer, ChoiceAnswer)
    assert len(mechanism.answer.choices) == len(list_techniques()) == 5
    every: list[Choice] = []
    for question in list_techniques():
        assert isinstance(question.answer, ChoiceAnswer)
        assert len(question.answer.choices) == 5
        every += question.answer.choices
    assert len({choice.name for choice in every}) == 25
    for choice in (*every, *mechanism.answer.choices):
        assert choice.example.endswith(".")
        assert len(choice.title) <= 30


def test_choosing_a_mechanism_asks_for_one_of_its_five_and_for_a_second_mechanism() -> None:
    state = engine.edit(SUBMISSION, deepen(Kind.OPERATIONAL_ISSUE), "mechanism").state
    state = engine.answer(SUBMISSION, state, Reply(text="riskier")).state
    assert state.at == "technique_risk"
    state = engine.answer(SUBMISSION, state, Reply(text="2")).state
    assert state.answers["technique_risk"].text == "natural surveillance"
    assert state.at == "second_mechanism"
    state = engine.answer(SUBMISSION, state, Reply(text="make it worth less")).state
    assert state.at == "technique_reward"
    assert "technique_risk" in list_asked(state)


def test_the_picker_can_be_passed_by() -> None:
    state = engine.edit(SUBMISSION, deepen(Kind.OPERATIONAL_ISSUE), "mechanism").state
    state = engine.go(SUBMISSION, state, Word.SKIP).state
    assert state.at == "plan"
    assert not {name for name in list_asked(state) if name.startswith("technique")}


def test_the_same_mechanism_twice_asks_for_its_technique_once() -> None:
    state = deepen(Kind.OPERATIONAL_ISSUE, mechanism="risk", second_mechanism="risk")
    assert list_asked(state).count("technique_risk") == 1


@pytest.mark.parametrize(
    ("typed", "kind"), [("stop it", "eliminate"), ("fewer", "reduce"), ("less serious", "lessen")]
)
def test_the_kind_of_aim_is_understood_in_plain_words(typed: str, kind: str) -> None:
    question = SUBMISSION.find("kind_of_aim")
    assert question is not None
    assert isinstance(question.answer, ChoiceAnswer)
    assert match_choice(question.answer, typed).certain == kind


def test_a_draft_of_the_first_release_goes_on_in_depth_without_loss() -> None:
    stored: JSONObject = {
        "walkthrough": "submission",
        "version": 1,
        "at": "data",
        "answers": {
            **{name: {"text": text} for name, text in QUICK.items()},
            "deeper": {"text": "yes"},
            "aim": {"text": "Half as many by March"},
            "repeats": {"text": "place"},
        },
    }
    state = engine.restore(SUBMISSION, stored)
    assert state.at == "data"
    assert engine.plain_answers(state)["aim"] == "Half as many by March"
    said = engine.as_said(SUBMISSION, state)
    assert [one.section for one in said if one.name in ("aim", "repeats")] == ["Objective", "Analysis"]


def test_why_gives_the_reason_again_and_changes_nothing() -> None:
    state = deepen(Kind.OPERATIONAL_ISSUE)
    for text in ("why", "Why?", "why do you ask"):
        word = engine.read_word(text)
        assert word is Word.WHY
        step = engine.go(SUBMISSION, state, word)
        assert step.state == state
        assert step.note == "An aim everybody can picture makes it easier to choose what to do."
    assert engine.read_word("Why it happens nobody knows") is None


def test_an_example_is_given_and_changes_nothing() -> None:
    state = deepen(Kind.OPERATIONAL_ISSUE)
    for text in ("example", "An example, please.", "give me an example"):
        word = engine.read_word(text)
        assert word is Word.EXAMPLE
        step = engine.go(SUBMISSION, state, word)
        assert step.state == state
        assert step.note.startswith("For example: “By the end of March, half as many bicycles")
    assert engine.read_word("For example the racks behind the station") is None


def test_a_jump_opens_a_section_at_its_first_open_question_and_goes_on_from_there() -> None:
    state = engine.go(SUBMISSION, deepen(Kind.OPERATIONAL_ISSUE), Word.REVIEW).state
    jumped = engine.jump(SUBMISSION, state, "Assessment").state
    assert jumped.at == "measure"
    assert engine.answer(SUBMISSION, jumped, Reply(text="31 since May")).state.at == "review_date"


def test_a_jump_to_a_finished_section_opens_its_first_question_and_leads_back() -> None:
    state = engine.start(SUBMISSION, given=QUICK)
    jumped = engine.jump(SUBMISSION, state, "Scanning").state
    assert jumped.at == "problem"
    assert engine.answer(SUBMISSION, jumped, Reply(text="Bikes go")).state.at == REVIEW


def test_a_section_is_found_by_its_typed_name_and_a_gone_one_changes_nothing() -> None:
    state = engine.go(SUBMISSION, deepen(Kind.OPERATIONAL_ISSUE), Word.REVIEW).state
    for text in ("Analysis", "open analysis", "analysis."):
        assert engine.answer(SUBMISSION, state, Reply(text=text)).state.at == "repeats"
    assert engine.answer(SUBMISSION, state, Reply(text="change the analysis")).state.at == "analysis"
    step = engine.jump(SUBMISSION, state, "Yesterday's section")
    assert step.stale
    assert step.state == state
