"""What somebody sees who is walked through questions."""

from cards.folded import folded_answer
from cards.menu import menu, offer, welcome
from cards.question import question
from cards.review import review
from cards.whole import whole_submission
from dialogs.catalogue import CATALOGUE
from dialogs.engine import say_held, start, visible
from dialogs.state import REVIEW, Doubt, State
from dialogs.walkthrough import TextAnswer
from domain.ports import JSONObject, Outgoing
from tests.cards import samples as s
from tests.cards.walking import check, everything_said, of_type


def _card(made: Outgoing) -> JSONObject:
    assert made.card is not None
    return made.card


def _verbs(card: JSONObject) -> list[str]:
    return [str(node["verb"]) for node in of_type(card, "Action.Execute")]


def _ask(state: State, note: str = "", kept: str = "") -> JSONObject:
    return _card(question(s.WALK, state, 12, note=note, kept=kept))


def test_every_question_of_every_walkthrough_can_be_asked() -> None:
    for walkthrough in CATALOGUE.values():
        begun = start(walkthrough)
        for _, asked in visible(walkthrough, begun):
            card = _card(question(walkthrough, begun.model_copy(update={"at": asked.name}), 12))
            check(card)
            assert asked.prompt in everything_said(card)
            assert isinstance(asked.answer, TextAnswer) == bool(of_type(card, "Input.Text"))


def test_a_small_line_says_where_one_is() -> None:
    assert "Scanning · 2 of 7" in everything_said(_ask(s.at("problem")))


def test_a_choice_is_buttons_and_never_a_form() -> None:
    card = _ask(s.at("kind"))
    assert not of_type(card, "Input.Text", "Input.ChoiceSet")
    assert _verbs(card)[:3] == ["walk.choose"] * 3


def test_of_many_choices_the_likeliest_are_buttons_and_all_are_in_a_list() -> None:
    card = _ask(s.at("topic"))
    buttons = [
        str(node["title"]) for node in of_type(card, "Action.Execute") if node["verb"] == "walk.choose"
    ]
    assert "Theft" in buttons
    assert len(buttons) <= 3
    choices = of_type(card, "Input.ChoiceSet")[0]["choices"]
    assert isinstance(choices, list)
    assert len(choices) > 20


def test_the_ways_out_stand_last_and_need_nothing_in_the_box() -> None:
    card = _ask(s.at("analysis"))
    assert _verbs(card) == [
        "walk.answer",
        "walk.back",
        "walk.skip",
        "walk.unknown",
        "walk.save",
        "walk.cancel",
    ]
    for press in of_type(card, "Action.Execute")[1:]:
        assert press["associatedInputs"] == "none"


def test_what_must_be_answered_cannot_be_skipped_and_the_first_has_no_back() -> None:
    assert "walk.skip" not in _verbs(_ask(s.at("problem")))
    assert "walk.unknown" not in _verbs(_ask(s.at("problem")))
    assert "walk.back" not in _verbs(_ask(s.at("kind")))


def test_an_edit_from_the_review_shows_the_answer_and_the_way_back() -> None:
    card = _ask(s.at("problem", answers=s.ANSWERS, reviewing=True))
    assert of_type(card, "Input.Text")[0]["value"] == s.ANSWERS["problem"].text
    assert "walk.review" in _verbs(card)


def test_a_personal_identifier_is_shown_and_can_be_taken_out_or_kept() -> None:
    told = "Her number is 07700 900123."
    card = _ask(s.holding("problem", Doubt.PERSONAL, told, found=("07700 900123",)))
    assert _verbs(card)[:3] == ["walk.take_out", "walk.keep", "walk.answer"]
    assert "Spotted: “07700 900123”" in everything_said(card)
    assert of_type(card, "Input.Text")[0]["value"] == told


def test_a_command_s_word_asks_which_it_was() -> None:
    card = _ask(s.holding("problem", Doubt.COMMAND, "queue", command="open the queue"))
    titles = [str(node["title"]) for node in of_type(card, "Action.Execute")][:3]
    assert titles == ["That is my answer", "Open the queue", "Neither"]


def test_too_long_a_reply_is_kept_whole_in_the_box() -> None:
    long = "The light is out. " * 350
    card = _ask(s.holding("problem", Doubt.TOO_LONG, long))
    assert of_type(card, "Input.Text")[0]["value"] == long
    assert "6,300 characters" in everything_said(card)


def test_a_reply_like_no_choice_brings_the_nearest_first() -> None:
    card = _ask(s.holding("kind", Doubt.UNCLEAR, "an ideal", guesses=("idea",)))
    titles = [str(node["title"]) for node in of_type(card, "Action.Execute")][:3]
    assert titles == ["An idea", "A problem I keep meeting", "Something we have started"]


def test_a_held_reply_s_sentence_is_said_once() -> None:
    state = s.holding("problem", Doubt.TOO_LONG, "x" * 5000)
    sentence = say_held(s.WALK, state)
    runs = [str(node["text"]) for node in of_type(_ask(state, note=sentence), "TextRun")]
    assert runs.count(sentence) == 1


def test_at_the_review_every_answer_can_be_changed_and_sending_comes_first() -> None:
    card = _card(review(s.WALK, s.REVIEWING, 12))
    verbs = _verbs(card)
    assert verbs.count("walk.edit") == 7
    assert verbs[7:] == ["walk.send", "walk.deeper", "walk.save", "walk.cancel"]
    assert everything_said(card).count("I don't know") == 1


def test_a_section_that_is_called_like_its_one_question_is_named_once() -> None:
    said = everything_said(_card(review(s.WALK, s.REVIEWING, 12)))
    assert said.count("What it is") == 2, "the answer's name, and what its Change button changes"


def test_who_has_told_more_is_not_asked_to_again() -> None:
    assert "walk.deeper" not in _verbs(_card(review(s.WALK, s.at(REVIEW, answers=s.WORST_ANSWERS), 12)))


def test_the_question_card_becomes_the_review_when_all_is_asked() -> None:
    assert _ask(s.REVIEWING) == _card(review(s.WALK, s.REVIEWING, 12))


def test_an_answered_question_folds_to_one_line_with_a_way_to_change_it() -> None:
    made = folded_answer(s.WALK, s.REVIEWING, 12, "place", can_change=True)
    assert made.summary == "Where: Hitchin station forecourt"
    assert _verbs(_card(made)) == ["walk.edit"]
    assert _verbs(_card(folded_answer(s.WALK, s.REVIEWING, 12, "place", can_change=False))) == []


def test_the_whole_submission_loses_no_character() -> None:
    untitled = s.WORST.model_copy(update={"title": "Without end"})
    text = "".join(everything_said(_card(page)) for page in whole_submission(untitled))
    assert text.count("🚲") == 15 * 4000


def test_the_welcome_says_what_this_is_what_happens_and_how_long_it_takes() -> None:
    said = welcome("Sam").summary
    for part in (
        "Hello Sam.",
        "Here you bring the Prevention Hub",
        "A person in the Hub reads it",
        "three minutes",
    ):
        assert part in said


def test_the_menu_offers_what_is_unfinished_only_when_something_is() -> None:
    assert "portal.drafts" not in _verbs(_card(menu(0)))
    assert "portal.drafts" in _verbs(_card(menu(1)))


def test_words_typed_with_nothing_open_start_a_submission_unchanged() -> None:
    typed = "see https://example.org/a, it is the same place"
    press, *_ = of_type(_card(offer(typed)), "Action.Execute")
    data = press["data"]
    assert isinstance(data, dict)
    assert data["words"] == typed


def test_a_hint_stands_below_the_answer_with_two_ways_on() -> None:
    card = _ask(s.at("assessment").model_copy(update={"hint": "patrols alone"}))
    assert "What would still be there when they stop?" in everything_said(card)
    assert _verbs(card)[:3] == ["walk.answer", "walk.edit", "walk.wave"]


def test_no_card_says_more_than_three_hints_and_a_held_reply_is_alone() -> None:
    card = _card(review(s.WALK, s.at(REVIEW, answers=s.HINTED_ANSWERS), 12))
    assert _verbs(card).count("walk.wave") == 3
    held = s.holding("assessment", Doubt.PERSONAL, "Ring 07700 900123", found=("07700 900123",))
    assert "walk.wave" not in _verbs(_ask(held.model_copy(update={"hint": "patrols alone"})))


def test_every_technique_is_explained_and_one_press() -> None:
    card = _ask(s.at("technique_risk", answers=s.DEEP_ANSWERS))
    assert _verbs(card)[:5] == ["walk.choose"] * 5
    assert "2. Open up the view: " in everything_said(card)
    assert "Hedges cut, the light mended." in everything_said(card)


def test_every_extra_answer_can_be_changed_and_every_section_opened() -> None:
    card = _card(review(s.WALK, s.at(REVIEW, answers=s.FULL_ANSWERS), 12))
    assert _verbs(card).count("walk.jump") == 6
    assert _verbs(card).count("walk.pick") == 1
    options = of_type(card, "Input.ChoiceSet")[0]["choices"]
    assert isinstance(options, list)
    listed = {str(one["value"]) for one in options if isinstance(one, dict)}
    presses = [node["data"] for node in of_type(card, "Action.Execute") if node["verb"] == "walk.edit"]
    changed = {str(data["question"]) for data in presses if isinstance(data, dict)}
    asked = {one.name for _, one in visible(s.WALK, s.at(REVIEW, answers=s.FULL_ANSWERS))}
    assert listed | changed == asked


def test_what_the_hub_sees_holds_nothing_of_the_coach() -> None:
    full = s.WORST.model_copy(update={"answers": s.FULL_SAID})
    for page in whole_submission(full):
        assert "A thought" not in everything_said(_card(page))
        assert "would help the Hub most" not in everything_said(_card(page))
