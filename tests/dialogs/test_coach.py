"""The coach: each rule with a text that makes it speak and a near one that does not, and when it is quiet."""

import pytest
from hypothesis import given, settings

from dialogs import coaching, engine
from dialogs.coach import RULES, Draft, find_rule
from dialogs.engine import Reply, Word
from dialogs.state import REVIEW, State
from dialogs.submission import SUBMISSION
from dialogs.tell_more import TELL_MORE
from tests.dialogs.random_walkthroughs import ACTS, Act
from tests.dialogs.test_answering import QUICK, stand_at

SPEAKS: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "response without analysis": (
        {"response": "Put a camera over the racks"},
        {"response": "Put a camera over the racks", "analysis": "The racks are hidden"},
    ),
    "cause is our own lack": (
        {"analysis": "There are not enough officers on late turns"},
        {"analysis": "There are not enough lights behind the station"},
    ),
    "guess without a sign": (
        {"analysis": "Probably just bored kids from around there"},
        {"analysis": "Probably the school's pupils: I saw their blazers twice"},
    ),
    "explanation without a test": (
        {"explanation": "Nobody can see the racks from the platform"},
        {"explanation": "Nobody can see the racks; wrong if the front ones lose as many"},
    ),
    "data not looked at": (
        {"data": "I have not looked at any records"},
        {"data": "Not yet the camera times, but 31 thefts by hour"},
    ),
    "no measure": (
        {"response": "Ask the operator to mend the light"},
        {"response": "Ask the operator to mend the light", "measure": "31 since May"},
    ),
    "assessment without a measure": (
        {"assessment": "People would feel happier about the station"},
        {"assessment": "People would report fewer thefts at the station"},
    ),
    "measure without a baseline": (
        {"measure": "Bicycles reported stolen from the racks"},
        {"measure": "Bicycles reported stolen: thirty-one, or about ten a month"},
    ),
    "aim without figure or date": (
        {"aim": "Commuters feel that their bicycles are safe"},
        {"aim": "Commuters lose half as many bicycles"},
    ),
    "patrols alone": (
        {"response": "More patrols and high visibility in the afternoons"},
        {"response": "More patrols, and ask the council to cut the hedge"},
    ),
    "no partner": (
        {"plan": "I walk past daily, my sergeant checks weekly"},
        {"plan": "I walk past daily, the landlord mends the door"},
    ),
    "problem in a word": (
        {"problem": "Bikes stolen"},
        {"problem": "Bikes stolen behind the station, mostly on weekdays"},
    ),
    "problem names an answer": (
        {"problem": "We need more cameras at the station"},
        {"problem": "Thieves know that we need more cameras at the station"},
    ),
    "one incident": (
        {"problem": "A bicycle was taken from the racks last night"},
        {"problem": "A bicycle was taken again last night, the third this week"},
    ),
    "place too wide": (
        {"place": "All over the town"},
        {"place": "The hall over the road from the town hall"},
    ),
}
"""By rule: answers it speaks of, and near ones it does not."""


def look_at(answers: dict[str, str]) -> Draft:
    return Draft(answers, settled=frozenset({*answers, "assessment"}))


def test_every_rule_is_tried_and_says_one_kind_sentence_with_its_source() -> None:
    assert [rule.name for rule in RULES] == list(SPEAKS)
    names = {question.name for _, question in SUBMISSION.questions()}
    for rule in RULES:
        assert rule.question in names
        assert rule.source
        assert len(rule.hint) <= 100
        assert "!" not in rule.hint
        assert not {"wrongly", "mistake", "must", "should have"} & set(rule.hint.casefold().split())


@pytest.mark.parametrize("name", SPEAKS)
def test_a_rule_speaks_of_its_text_and_not_of_a_near_one(name: str) -> None:
    rule = find_rule(name)
    assert rule is not None
    speaks, quiet = SPEAKS[name]
    assert rule.when(look_at(speaks))
    assert not rule.when(look_at(quiet))


@pytest.mark.parametrize(
    "answers",
    [
        {"analysis": "no patrols"},
        {"response": "more patrols"},
        {"aim": "Less of it"},
        {"measure": "thefts reported"},
        {"plan": "I would"},
        {"data": "not yet"},
    ],
)
def test_a_text_that_is_short_on_purpose_is_left_in_peace(answers: dict[str, str]) -> None:
    draft = Draft(answers, settled=frozenset(answers))
    assert [rule.name for rule in RULES if rule.when(draft)] == []


def test_an_idea_is_let_be_an_answer_without_an_analysis() -> None:
    idea = {"kind": "idea", "problem": "We need more cameras", "place": "Everywhere"}
    assert [rule.name for rule in RULES if rule.when(look_at(idea))] == []


def walk(*texts: str) -> State:
    """Answer a new submission by typing, the coach following."""
    state = engine.start(SUBMISSION)
    for text in texts:
        step = (
            engine.go(SUBMISSION, state, word)
            if (word := engine.read_word(text))
            else engine.answer(SUBMISSION, state, Reply(text=text))
        )
        state = coaching.follow(SUBMISSION, state, step.state)
    return state


def list_names(state: State) -> list[str]:
    return [rule.name for rule in coaching.list_hints(SUBMISSION, state)]


BIKES = ("problem", "Bicycles are taken every week", "theft", "The racks")


def test_after_an_answer_one_hint_stands_on_the_next_card() -> None:
    state = walk(*BIKES, "There are not enough officers on late turns")
    assert state.at == "response"
    assert list_names(state) == ["cause is our own lack"]


def test_going_on_waves_a_hint_away_for_good() -> None:
    state = walk(*BIKES, "There are not enough officers on late turns", "skip", "Fewer reports by spring")
    assert state.at == REVIEW
    assert "cause is our own lack" in state.waved
    assert list_names(state) == []


def test_a_hint_that_is_waved_away_does_not_come_back_when_the_same_is_said_again() -> None:
    state = walk(*BIKES, "There are not enough officers on late turns")
    waved = coaching.wave(SUBMISSION, state)
    assert (waved.hint, list_names(waved)) == ("", [])
    back = engine.edit(SUBMISSION, waved, "analysis").state
    again = engine.answer(SUBMISSION, back, Reply(text="There are no officers there at night")).state
    assert list_names(coaching.follow(SUBMISSION, back, again)) == []


def test_help_and_back_do_not_make_it_speak() -> None:
    state = walk(*BIKES, "There is a wall in front of the racks", "back", "help", "skip")
    assert list_names(state) == []


def test_not_knowing_is_a_real_answer_and_is_not_coached() -> None:
    state = walk(*BIKES, "I don't know", "Ask the operator to mend the light", "I don't know")
    assert state.at == REVIEW
    assert list_names(state) == []


def test_at_the_review_three_at_most_with_analysis_and_assessment_first() -> None:
    answers = {
        "problem": "We need more cameras at the station",
        "place": "All over the town",
        "analysis": "There are not enough officers on late turns",
        "response": "More patrols and high visibility in the afternoons",
        "assessment": "People would feel happier about the station",
    }
    state = engine.start(SUBMISSION, given={**QUICK, **answers})
    assert list_names(state) == ["cause is our own lack", "assessment without a measure", "patrols alone"]
    waved = coaching.wave(SUBMISSION, state, "cause is our own lack")
    assert list_names(waved) == ["assessment without a measure", "patrols alone", "problem names an answer"]
    assert list_names(coaching.wave(SUBMISSION, state)) == ["problem names an answer", "place too wide"]


def test_opening_what_a_hint_at_the_review_is_about_is_enough_for_it() -> None:
    state = engine.start(SUBMISSION, given={**QUICK, "place": "All over the town"})
    assert "place too wide" in list_names(state)
    opened = coaching.follow(SUBMISSION, state, engine.edit(SUBMISSION, state, "place").state)
    same = coaching.follow(SUBMISSION, opened, engine.go(SUBMISSION, opened, Word.REVIEW).state)
    assert same.at == REVIEW
    assert "place too wide" not in list_names(same)


def test_it_never_speaks_of_what_is_not_asked() -> None:
    later = engine.start(TELL_MORE, given={"aim": "Half as many by March"}, about="PF-2026-0001")
    at_review = engine.go(TELL_MORE, later, Word.REVIEW).state
    assert coaching.list_hints(TELL_MORE, at_review) == []


def test_a_rule_of_an_earlier_release_is_quiet() -> None:
    state = engine.start(SUBMISSION).model_copy(update={"hint": "a rule that is gone", "waved": ("another",)})
    assert list_names(engine.restore(SUBMISSION, state.model_dump(mode="json"))) == []


@settings(max_examples=150, deadline=None)
@given(ACTS)
def test_whatever_is_done_the_coach_changes_no_answer_and_never_repeats_itself(acts: list[Act]) -> None:
    state, passed = stand_at("analysis"), set[str]()
    for act in acts:
        after = act.do(SUBMISSION, state).state
        followed = coaching.follow(SUBMISSION, state, after)
        untouched = {"hint": after.hint, "waved": after.waved}
        assert followed.model_copy(update=untouched) == after
        assert engine.restore(SUBMISSION, followed.model_dump(mode="json")) == followed
        assert len(list_names(followed)) <= (coaching.MOST_AT_REVIEW if followed.at == REVIEW else 1)
        assert not passed.intersection(list_names(followed))
        passed |= set(followed.waved)
        assert passed == set(followed.waved)
        state = followed
