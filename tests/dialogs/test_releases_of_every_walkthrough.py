"""A release in mid-conversation, for every walkthrough there is: no kind of change loses an answer.

A walkthrough in the catalogue is here by being there. Each is walked twice, to where everything is answered
and to half-way, and then meets a release that has changed one thing about one of its questions.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeAlias

import pytest

from dialogs import engine
from dialogs.catalogue import CATALOGUE
from dialogs.engine import Reply, Word
from dialogs.path import is_settled
from dialogs.state import REVIEW, State
from dialogs.walkthrough import Answers, ChoiceAnswer, DayAnswer, Question, Section, TextAnswer, Walkthrough

Change: TypeAlias = Callable[[Walkthrough, str], Walkthrough]

TODAY = date(2026, 3, 2)
NEW = Question(name="brand_new", label="Brand new", prompt="What is new?", why="", answer=TextAnswer())


def never(_answers: Answers) -> bool:
    return False


def change_each(
    walkthrough: Walkthrough, name: str, change: Callable[[Question], list[Question]]
) -> Walkthrough:
    """Make the walkthrough of a later release, in which every question of that name is changed."""
    sections = tuple(
        replace(
            section,
            questions=tuple(
                changed
                for question in section.questions
                for changed in (change(question) if question.name == name else [question])
            ),
        )
        for section in walkthrough.sections
    )
    return replace(walkthrough, version=walkthrough.version + 1, sections=sections)


def find_section(walkthrough: Walkthrough, name: str) -> int:
    """Give the place of the first section that has a question of that name."""
    return next(
        place
        for place, section in enumerate(walkthrough.sections)
        if any(question.name == name for question in section.questions)
    )


def add(walkthrough: Walkthrough, name: str) -> Walkthrough:
    return change_each(walkthrough, name, lambda question: [NEW, question])


def remove(walkthrough: Walkthrough, name: str) -> Walkthrough:
    return change_each(walkthrough, name, lambda _: [])


def rename(walkthrough: Walkthrough, name: str) -> Walkthrough:
    return change_each(
        walkthrough, name, lambda question: [replace(question, name=f"{name}_now", formerly=(name,))]
    )


def move_to_the_end(walkthrough: Walkthrough, name: str) -> Walkthrough:
    moved = [question for _, question in walkthrough.questions() if question.name == name]
    without = remove(walkthrough, name)
    return replace(without, sections=(*without.sections, Section("moved", "Moved", tuple(moved))))


def move_section_to_the_end(walkthrough: Walkthrough, name: str) -> Walkthrough:
    place = find_section(walkthrough, name)
    sections = walkthrough.sections
    moved = (*sections[:place], *sections[place + 1 :], sections[place])
    return replace(walkthrough, version=walkthrough.version + 1, sections=moved)


def hide(walkthrough: Walkthrough, name: str) -> Walkthrough:
    return change_each(walkthrough, name, lambda question: [replace(question, asked_when=never)])


def offer_less(walkthrough: Walkthrough, name: str) -> Walkthrough:
    """Take away the first choice, which is the one that was answered."""

    def without_first(question: Question) -> list[Question]:
        if not isinstance(question.answer, ChoiceAnswer):
            return [question]
        return [replace(question, answer=replace(question.answer, choices=question.answer.choices[1:]))]

    return change_each(walkthrough, name, without_first)


CHANGES: tuple[Change, ...] = (
    add,
    remove,
    rename,
    move_to_the_end,
    move_section_to_the_end,
    hide,
    offer_less,
)


def walk(walkthrough: Walkthrough, answers: int) -> State:
    """Answer so many questions, each in its own words or with its first choice."""
    state = engine.start(walkthrough, about="PF-2026-0001")
    for number in range(answers):
        opened = engine.open_question(walkthrough, state)
        if opened is None:
            break
        state = engine.answer(walkthrough, state, _reply_to(opened[1], number)).state
    return state


def _reply_to(question: Question, number: int) -> Reply:
    if isinstance(question.answer, ChoiceAnswer):
        return Reply(choice=question.answer.choices[0].name, activity_id=f"m{number}")
    if isinstance(question.answer, DayAnswer):
        day = TODAY + timedelta(days=number)
        return Reply(text=day.isoformat(), activity_id=f"m{number}", today=TODAY)
    return Reply(text=f"Thought {number}", activity_id=f"m{number}")


def count_answers(walkthrough: Walkthrough) -> int:
    """Count what is answered until everything is."""
    return len(walk(walkthrough, 200).answers)


def list_meetings() -> Iterator[tuple[str, int, str]]:
    """Give every walkthrough, half-way and at its end, with a question answered by then or open there."""
    for walkthrough in CATALOGUE.values():
        whole = count_answers(walkthrough)
        for answers in sorted({whole // 2, whole}):
            state = walk(walkthrough, answers)
            asked = [question.name for _, question in engine.visible(walkthrough, state)]
            touched = [name for name in asked if name in state.answers or name == state.at]
            for name in dict.fromkeys((touched[0], touched[len(touched) // 2], touched[-1])):
                yield walkthrough.name, answers, name


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize(("walkthrough_name", "answers", "name"), list(list_meetings()))
def test_a_release_loses_nothing_and_the_way_goes_on(
    walkthrough_name: str, answers: int, name: str, change: Change
) -> None:
    old = CATALOGUE[walkthrough_name]
    before = walk(old, answers)
    new = change(old, name)
    after = engine.restore(new, before.model_dump(mode="json"))

    assert after.version == old.version + 1
    words = {given.text for given in before.answers.values() if given.text}
    assert {given.text for given in after.answers.values() if given.text} == words
    assert_can_be_seen(new, before, after)

    asked = [question.name for _, question in engine.visible(new, after)]
    assert after.at == REVIEW or after.at in asked
    if before.at in asked and before.at != REVIEW:
        assert after.at == before.at
    assert finish(new, after).at == REVIEW
    assert engine.restore(new, after.model_dump(mode="json")) == after


def assert_can_be_seen(new: Walkthrough, before: State, after: State) -> None:
    """Check that every answer stands in the review, waits at a hidden question, or is "also said"."""
    shown = {question.name for _, question in engine.visible(new, after)}
    hidden = new.names - shown
    also = {text for _, text in engine.also_said(new, after)}
    for name, given in after.answers.items():
        assert name in shown or name in hidden or given.text in also
    for name in before.answers:
        question = new.find(name)
        assert question is None or question.name in after.answers


def finish(walkthrough: Walkthrough, state: State) -> State:
    """Answer or skip whatever is still asked; there is always an end."""
    for number in range(300):
        opened = engine.open_question(walkthrough, state)
        if opened is None:
            return state
        step = engine.answer(walkthrough, state, _reply_to(opened[1], number))
        assert step.doubt is None
        assert step.state.at != state.at
        state = step.state
    raise AssertionError(f"no end: {state.at}")


@pytest.mark.parametrize("walkthrough", CATALOGUE.values(), ids=lambda walkthrough: walkthrough.name)
def test_a_choice_that_is_gone_is_asked_again_and_kept_until_then(walkthrough: Walkthrough) -> None:
    whole = walk(walkthrough, 200)
    chosen = [
        question.name
        for _, question in engine.visible(walkthrough, whole)
        if isinstance(question.answer, ChoiceAnswer)
    ]
    for name in chosen:
        new = offer_less(walkthrough, name)
        after = engine.restore(new, whole.model_dump(mode="json"))
        assert after.answers[name] == whole.answers[name]
        question = next(question for _, question in engine.visible(new, after) if question.name == name)
        assert not is_settled(question, after.answers[name])
        assert after.at == (REVIEW if question.may_skip else name)


@pytest.mark.parametrize("walkthrough", CATALOGUE.values(), ids=lambda walkthrough: walkthrough.name)
def test_a_question_added_is_asked_of_who_was_done_already(walkthrough: Walkthrough) -> None:
    whole = walk(walkthrough, 200)
    first = next(question.name for _, question in engine.visible(walkthrough, whole))
    new = add(walkthrough, first)
    after = engine.restore(new, whole.model_dump(mode="json"))
    assert after.at == NEW.name
    assert engine.answer(new, after, Reply(text="Something")).state.at == REVIEW


@pytest.mark.parametrize("walkthrough", CATALOGUE.values(), ids=lambda walkthrough: walkthrough.name)
def test_what_is_also_said_goes_along_when_it_is_sent(walkthrough: Walkthrough) -> None:
    whole = walk(walkthrough, 200)
    written = [
        question.name
        for _, question in engine.visible(walkthrough, whole)
        if isinstance(question.answer, TextAnswer)
    ]
    new = remove(walkthrough, written[-1])
    after = engine.restore(new, whole.model_dump(mode="json"))
    kept = [said.text for said in engine.as_said(new, after)]
    assert whole.answers[written[-1]].text in kept
    assert engine.go(new, after, Word.REVIEW).state.at in {REVIEW, *new.names}
