"""What holds for every card there is."""

import json
from collections import Counter

import pytest

from cards.payloads import parse
from domain.ports import JSON, JSONObject
from tests.cards.gallery import gallery, outgoing
from tests.cards.walking import (
    MODELS,
    SINCE_1_0_TO_1_2,
    UNTYPED,
    check,
    every_object,
    everything_said,
    list_own,
    of_type,
    strings,
)

CARDS = gallery()
WHOLE = [pytest.param(card, id=name) for name, card in CARDS.items()]
every_card = pytest.mark.parametrize("card", WHOLE)


def _values(node: JSON) -> list[JSON]:
    if isinstance(node, dict):
        return [one for value in node.values() for one in _values(value)]
    if isinstance(node, list):
        return [one for value in node for one in _values(value)]
    return [node]


def test_the_gallery_holds_only_finished_cards_with_a_summary_and_no_text() -> None:
    for made in outgoing().values():
        assert made.card is not None
        assert made.summary.strip()
        assert "\n" not in made.summary
        assert made.text == ""


@every_card
def test_it_fits_the_typed_models(card: JSONObject) -> None:
    check(card)


def test_a_wrong_key_or_type_would_be_found() -> None:
    with pytest.raises(AssertionError):
        check({"type": "TextBlock", "txet": "wrong"})
    with pytest.raises(KeyError):
        check({"type": "TextBlok", "text": "wrong"})
    with pytest.raises(ValueError, match="size"):
        check({"type": "TextBlock", "text": "wrong", "size": "Enormous"})


@every_card
def test_it_says_its_version_schema_language_and_words_for_old_clients(card: JSONObject) -> None:
    assert card["version"] == "1.5"
    assert card["$schema"] == "http://adaptivecards.io/schemas/adaptive-card.json"
    assert card["lang"] == "en-GB"
    assert card["msteams"] == {"width": "full"}
    assert str(card["fallbackText"]).strip()


@every_card
def test_it_is_under_forty_kilobytes(card: JSONObject) -> None:
    assert len(json.dumps(card)) < 40_000


@every_card
def test_it_has_no_nulls_and_no_broken_numbers(card: JSONObject) -> None:
    assert not [value for value in _values(card) if value is None or isinstance(value, float)]


@every_card
def test_what_is_newer_than_1_2_has_a_fallback(card: JSONObject) -> None:
    for key, node in every_object(card):
        if key in UNTYPED or node["type"] in SINCE_1_0_TO_1_2:
            continue
        assert node["type"] in MODELS
        fallback = node["fallback"]
        assert isinstance(fallback, dict)
        assert fallback["type"] in SINCE_1_0_TO_1_2


@every_card
def test_every_button_works_on_phones_too_with_the_same_data(card: JSONObject) -> None:
    for action in of_type(card, "Action.Execute"):
        fallback, data = action["fallback"], action["data"]
        assert isinstance(fallback, dict)
        assert isinstance(data, dict)
        assert fallback["type"] == "Action.Submit"
        assert fallback["data"] == data
        assert fallback["title"] == action["title"]
        assert fallback.get("associatedInputs") == action.get("associatedInputs")
        assert data["verb"] == action["verb"]


@every_card
def test_what_every_button_carries_can_be_read_back(card: JSONObject) -> None:
    for action in of_type(card, "Action.Execute", "Action.Submit"):
        data = action["data"]
        assert isinstance(data, dict)
        payload = parse(data)
        assert payload.verb == data["verb"]
        assert payload.as_data() == data


@every_card
def test_every_input_has_a_label_an_error_and_says_whether_it_is_required(card: JSONObject) -> None:
    for box in of_type(card, "Input.Text", "Input.ChoiceSet", "Input.Date"):
        assert str(box["label"]).strip()
        assert str(box["errorMessage"]).strip()
        assert isinstance(box["isRequired"], bool)
        assert str(box["placeholder"]).strip()


@every_card
def test_ids_are_unique_and_every_toggle_has_its_target(card: JSONObject) -> None:
    ids = Counter(str(node["id"]) for _, node in every_object(card) if "id" in node)
    assert [name for name, count in ids.items() if count > 1] == []
    for action in of_type(card, "Action.ToggleVisibility"):
        targets = action["targetElements"]
        assert isinstance(targets, list)
        assert {str(target) for target in targets} <= set(ids)


@every_card
def test_a_required_box_holds_up_no_button_but_its_own(card: JSONObject) -> None:
    """An action checks the inputs of its own card and of that card's parents, not of cards behind buttons."""
    behind = [action["card"] for action in of_type(card, "Action.ShowCard")]
    for level in (card, *behind):
        assert isinstance(level, dict)
        own = list_own(level)
        if any(node.get("isRequired") for node in own):
            # A dialog knows Action.Submit alone; on any other card that is only a fallback.
            sends = "Action.Execute" if of_type(level, "Action.Execute") else "Action.Submit"
            senders = [node for node in own if node.get("type") == sends]
            assert len([node for node in senders if node.get("associatedInputs") != "none"]) == 1
            assert not of_type(level, "Action.ShowCard"), "it would hold up the boxes behind buttons"


@every_card
def test_buttons_fit_a_phone_and_have_titles(card: JSONObject) -> None:
    assert "actions" not in card
    for row in of_type(card, "ActionSet"):
        actions = row["actions"]
        assert isinstance(actions, list)
        titles = [str(action["title"]) for action in actions if isinstance(action, dict)]
        assert all(titles)
        assert len(titles) <= 4
        assert len(titles) == 1 or sum(len(title) * 7.4 + 40 for title in titles) <= 298


@every_card
def test_our_words_use_no_exclamation_mark(card: JSONObject) -> None:
    assert "!" not in everything_said(card)


@every_card
def test_people_s_words_stand_in_no_block_that_reads_markdown(card: JSONObject) -> None:
    for text in strings(card, "TextBlock", "text"):
        assert not {"Hitchin", "🚲", "é", "Sam", "Priya"} & set(text.replace(",", " ").split())
