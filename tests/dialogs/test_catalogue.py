"""The walkthroughs as they are asked: what holds of every one, and what the Hub relies on."""

import itertools
from collections import defaultdict
from dataclasses import replace

import pytest

from dialogs import engine
from dialogs.catalogue import CATALOGUE, find_walkthrough
from dialogs.matching import match_choice
from dialogs.path import list_open
from dialogs.state import DEEPER, Given
from dialogs.submission import SUBMISSION
from dialogs.tell_more import TELL_MORE
from dialogs.topics import SOMETHING_ELSE, TOPICS, suggest_topics
from dialogs.walkthrough import Choice, ChoiceAnswer, Question, Walkthrough
from domain.errors import NotFound
from domain.privacy import screen
from domain.submission import Kind

EVERY = list(CATALOGUE.values())
QUICK = ["kind", "problem", "topic", "place", "analysis", "response", "assessment"]


def list_questions(walkthrough: Walkthrough) -> list[Question]:
    return [question for _, question in walkthrough.questions()]


@pytest.mark.parametrize("walkthrough", EVERY, ids=lambda walkthrough: walkthrough.name)
def test_every_question_says_what_it_asks_why_and_gives_an_example(walkthrough: Walkthrough) -> None:
    for question in list_questions(walkthrough):
        assert question.prompt.endswith("?")
        assert question.why.endswith(".")
        assert question.example.endswith(".")
        assert len(question.label) <= 25
        for sentence in (question.prompt, question.why, question.example):
            assert "!" not in sentence
            assert len(sentence) <= 160
            assert screen(sentence) == ()


@pytest.mark.parametrize("walkthrough", EVERY, ids=lambda walkthrough: walkthrough.name)
def test_an_old_name_never_stands_for_two_questions(walkthrough: Walkthrough) -> None:
    names = {question.name for question in list_questions(walkthrough)}
    former = [name for question in list_questions(walkthrough) for name in question.formerly]
    assert len(former) == len(set(former))
    assert not names.intersection(former)
    assert DEEPER not in names


def test_one_thing_asked_in_several_ways_differs_in_its_words_alone() -> None:
    ways: defaultdict[str, set[object]] = defaultdict(set)
    choices: defaultdict[tuple[str, str], set[Choice]] = defaultdict(set)
    for question in list_questions(SUBMISSION):
        model = question.answer
        if isinstance(model, ChoiceAnswer):
            for choice in model.choices:
                choices[question.name, choice.name].add(choice)
            model = replace(model, choices=())
        ways[question.name].add((model, question.may_skip, question.formerly))
    assert all(len(different) == 1 for different in ways.values())
    assert all(len(different) == 1 for different in choices.values())


@pytest.mark.parametrize("walkthrough", CATALOGUE.values(), ids=lambda walkthrough: walkthrough.name)
def test_why_we_ask_reads_as_sentences(walkthrough: Walkthrough) -> None:
    for question in list_questions(walkthrough):
        assert not question.why.startswith(("So that", "Because", "To ", "In order"))
        assert question.why.endswith(".")


def test_a_second_mechanism_is_another_than_the_first() -> None:
    for first in ("effort", "risk", "reward", "provocation", "excuse"):
        state = engine.start(TELL_MORE, given={"mechanism": first})
        pair = next(pair for pair in engine.visible(TELL_MORE, state) if pair[1].name == "second_mechanism")
        assert isinstance(pair[1].answer, ChoiceAnswer)
        assert pair[1].answer.find(first) is None
        assert len(pair[1].answer.choices) == 4


def test_a_second_mechanism_of_an_earlier_release_that_was_the_first_is_kept_and_asked_again() -> None:
    given = {"mechanism": Given(text="risk"), "second_mechanism": Given(text="risk")}
    stored = engine.start(TELL_MORE).model_copy(update={"answers": given})
    state = engine.restore(TELL_MORE, stored.model_dump(mode="json"))
    assert state.answers["second_mechanism"].text == "risk"
    assert "second_mechanism" in [question.name for question in list_open(TELL_MORE, state)]


@pytest.mark.parametrize("kind", [None, *Kind])
def test_a_first_submission_asks_seven_questions_whatever_is_brought(kind: Kind | None) -> None:
    state = engine.start(SUBMISSION, given={"kind": kind} if kind else {})
    assert [question.name for _, question in engine.visible(SUBMISSION, state)] == QUICK


def test_every_kind_is_a_button() -> None:
    kind = SUBMISSION.find("kind")
    assert kind is not None
    assert isinstance(kind.answer, ChoiceAnswer)
    assert {choice.name for choice in kind.answer.choices} == set(Kind)


def test_all_the_deeper_questions_can_be_passed_by_and_added_later_under_the_same_names() -> None:
    first = {question.name for question in list_questions(SUBMISSION)} - set(QUICK)
    later = {question.name for question in list_questions(TELL_MORE)}
    assert first == later
    assert all(question.may_skip for question in list_questions(TELL_MORE))


@pytest.mark.parametrize("walkthrough", EVERY, ids=lambda walkthrough: walkthrough.name)
def test_every_choice_can_be_typed_by_its_name_title_and_number(walkthrough: Walkthrough) -> None:
    for question in list_questions(walkthrough):
        if not isinstance(question.answer, ChoiceAnswer):
            continue
        for number, choice in enumerate(question.answer.choices, start=1):
            for text in (choice.name, choice.title, choice.title.upper(), str(number)):
                assert match_choice(question.answer, text).certain == choice.name


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("bikes", "theft"),
        ("pedal cycle", "theft"),
        ("shoplifting", "retail crime"),
        ("shop lifters", "retail crime"),
        ("ASB", "anti-social behaviour"),
        ("antisocial behavour", "anti-social behaviour"),
        ("off-road bikes", "anti-social behaviour"),
        ("cuckooing", "county lines"),
        ("VAWG", "violence against women and girls"),
        ("knives", "knife crime"),
        ("mispers", "missing people"),
        ("catalytic converters", "vehicle crime"),
        ("NTE", "night-time economy"),
        ("domestics", "domestic abuse"),
        ("our own process", "internal process and demand"),
        ("burglery", "burglary"),
        ("none of these", SOMETHING_ELSE),
        ("it's county lines I think", "county lines"),
    ],
)
def test_topics_are_understood_in_the_words_officers_use(typed: str, topic: str) -> None:
    question = SUBMISSION.find("topic")
    assert question is not None
    assert isinstance(question.answer, ChoiceAnswer)
    match = match_choice(question.answer, typed)
    assert match.certain == topic or (typed == "off-road bikes" and topic in match.guesses)


@pytest.mark.parametrize(
    ("text", "likeliest"),
    [
        ("Bicycles behind the station are taken on weekday afternoons", ["theft"]),
        ("Off-road bikes tear through the park on Sundays", ["anti-social behaviour"]),
        ("Young women are spiked in bars", ["night-time economy", "violence against women and girls"]),
        ("The same people go shoplifting and threaten shop staff", ["retail crime"]),
        ("Flats of vulnerable people are cuckooed", ["county lines"]),
        ("It keeps raining", []),
        ("", []),
    ],
)
def test_the_likeliest_topics_are_read_from_the_problem(text: str, likeliest: list[str]) -> None:
    assert suggest_topics(text) == likeliest


def test_no_more_than_three_topics_are_suggested_and_all_exist() -> None:
    everything = " ".join(itertools.chain.from_iterable(topic.words for topic in TOPICS))
    suggested = suggest_topics(everything)
    assert len(suggested) == 3
    assert set(suggested) <= {topic.name for topic in TOPICS}


def test_words_within_words_suggest_nothing() -> None:
    assert suggest_topics("The vanguard barely shedded a tear") == []


def test_the_mark_for_telling_more_is_never_said_to_the_hub() -> None:
    state = engine.start(SUBMISSION).model_copy(update={"answers": {DEEPER: Given(text="yes")}})
    assert engine.as_said(SUBMISSION, state) == ()
    assert engine.also_said(SUBMISSION, state) == []


def test_a_walkthrough_is_found_by_its_name() -> None:
    assert find_walkthrough("submission") is SUBMISSION
    with pytest.raises(NotFound):
        find_walkthrough("yesterday's")
