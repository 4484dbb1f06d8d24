"""The walkthroughs for thinking alone: asked in the right order, over every branch."""

import pytest

from dialogs import engine
from dialogs.catalogue import CATALOGUE, THINKING
from dialogs.decision_model import DECISION_MODEL
from dialogs.risk_assessment import MOST, RISK_ASSESSMENT
from dialogs.six_hats import IN_ORDER, SIX_HATS
from dialogs.walkthrough import Walkthrough

PROGRAMME = ["white", "yellow", "black", "red", "green", "blue"]


def list_asked(walkthrough: Walkthrough, **given: str) -> list[str]:
    state = engine.start(walkthrough, given=given)
    return [question.name for _, question in engine.visible(walkthrough, state)]


def list_hats(**given: str) -> list[str]:
    hats = [name.partition("_")[0] for name in list_asked(SIX_HATS, **given) if "_" in name]
    return [hat for at, hat in enumerate(hats) if at == 0 or hats[at - 1] != hat]


@pytest.mark.parametrize("way", THINKING, ids=lambda way: way.name)
def test_every_question_may_be_skipped_and_every_way_can_be_started(way: Walkthrough) -> None:
    assert CATALOGUE[way.name] is way
    assert all(question.may_skip for _, question in way.questions())
    assert way.phrases[0] == way.name
    assert way.purpose


def test_six_hats_follow_the_programme_unless_told_otherwise() -> None:
    assert [hat.name for hat in IN_ORDER] == PROGRAMME
    assert list_hats() == PROGRAMME
    assert list_hats(order="programme") == PROGRAMME


def test_the_usual_order_has_planning_at_both_ends() -> None:
    assert list_hats(order="usual") == ["blue", "white", "red", "yellow", "black", "green", "blue"]


@pytest.mark.parametrize("hat", PROGRAMME)
def test_one_hat_is_asked_alone_until_the_others_are_wanted(hat: str) -> None:
    assert list_hats(order=hat) == [hat]
    assert list_asked(SIX_HATS, order=hat)[-1] == "others"
    assert list_hats(order=hat, others="no") == [hat]
    others = [one for one in PROGRAMME if one != hat]
    assert list_hats(order=hat, others="yes") == [hat, *others]


@pytest.mark.parametrize("order", ["programme", "usual"])
def test_each_way_round_asks_the_same_questions(order: str) -> None:
    assert sorted(list_asked(SIX_HATS, order=order)) == sorted(list_asked(SIX_HATS))


@pytest.mark.parametrize("hat", IN_ORDER, ids=lambda hat: hat.name)
def test_a_hat_has_two_or_three_prompts_and_its_colour_in_words(hat: object) -> None:
    assert 2 <= len(hat.questions) <= 3  # type: ignore[attr-defined] # the hats are the walkthrough's own
    assert hat.name.capitalize() in hat.title  # type: ignore[attr-defined] # the same


def test_what_only_steers_is_no_part_of_what_is_kept() -> None:
    given = {"problem": "Racks", "order": "red", "red_own": "Tired", "others": "no"}
    said = engine.as_said(SIX_HATS, engine.start(SIX_HATS, given=given))
    assert [one.name for one in said] == ["problem", "red_own"]


def test_the_decision_model_goes_round_its_steps_with_ethics_first_and_last() -> None:
    titles = [section.title for section, _ in engine.visible(DECISION_MODEL, engine.start(DECISION_MODEL))]
    assert list(dict.fromkeys(titles))[1:] == [
        "Code of Ethics",
        "Information and intelligence",
        "Threat, risk and strategy",
        "Powers and policy",
        "Options and contingencies",
        "Action and review",
        "Back to the Code of Ethics",
    ]


def test_more_about_a_risk_is_asked_once_it_is_named() -> None:
    assert list_asked(RISK_ASSESSMENT) == ["problem", "risk_1"]
    asked = ["risk_1", "likelihood_1", "harm_1", "reduce_1", "owner_1", "another_1"]
    assert list_asked(RISK_ASSESSMENT, risk_1="Thieves move on")[1:] == asked


def test_there_are_three_risks_at_most_and_no_fourth_is_offered() -> None:
    yes = {f"another_{number}": "yes" for number in range(1, MOST + 2)}
    named = {f"risk_{number}": "It fails" for number in range(1, MOST + 2)}
    asked = list_asked(RISK_ASSESSMENT, **yes, **named)
    assert asked[-1] == f"owner_{MOST}"
    assert f"another_{MOST}" not in asked
    assert "risk_2" not in list_asked(RISK_ASSESSMENT, another_1="no", **named)
