"""The cards of six hats: what stands on them, and what never does."""

from dataclasses import replace

from cards.hats import hats_card
from cards.hats_summary import A_PAGE, hats_list, hats_summary, paginate
from domain.hat_session import Thought
from domain.six_hats import HATS, LAST, STEPS
from tests.cards import samples as s
from tests.cards.hats_gallery import BEGUN, MANY, OVER, SAID, THOUGHTS, WORST
from tests.cards.walking import everything_said, of_type


def read(card: object) -> str:
    assert isinstance(card, dict)
    return everything_said(card)


def test_every_hat_stands_on_the_card_with_its_name_in_words_and_its_prompts() -> None:
    for position, step in enumerate(STEPS):
        said = read(hats_card(replace(BEGUN, position=position), [], s.NOW).card)
        assert step.label in said
        assert f"Hat {position + 1} of 6" in said
        assert all(prompt in said for prompt in step.prompts)
    for sheet in HATS.values():
        assert sheet.mark not in sheet.label


def test_the_latest_thoughts_are_shown_and_the_rest_is_counted() -> None:
    said = read(hats_card(BEGUN, MANY, s.NOW).card)
    assert "7 thoughts before these." in said
    assert "Report 11" in said
    assert "Report 6 " not in said


def test_who_thought_something_under_the_red_hat_is_not_on_any_card() -> None:
    for card in (
        hats_card(replace(BEGUN, position=3), THOUGHTS[:4], s.NOW).card,
        hats_list(OVER, THOUGHTS[3:4], 0).card,
    ):
        assert f"\u2022 {SAID[3]}" in read(card)


def test_the_summary_reads_well_as_plain_text_with_the_next_steps_first() -> None:
    summary = hats_summary(OVER, THOUGHTS, s.NOW).summary
    assert summary.startswith(
        "Six hats on \u201cHow do we make the towpath at Hitchin feel safe in winter?\u201d: 6 thoughts. "
        "Blue hat: planning - Sam asks the council for the lamp plan by Friday"
    )
    assert "Red hat: feelings - Uneasy; I would not walk there Green hat: ideas" in summary


def test_the_pages_together_hold_every_thought_once_the_next_steps_first() -> None:
    pages = paginate(WORST, A_PAGE)
    assert sorted(one.id for page in pages for one in page) == [one.id for one in WORST]
    assert pages[0][0].position == LAST
    assert paginate([], A_PAGE) == []


def test_what_is_not_on_the_summary_is_one_press_away() -> None:
    summary = hats_summary(OVER, WORST, s.NOW).card
    assert summary is not None
    titles = {action["title"] for action in of_type(summary, "Action.Execute")}
    assert "All thoughts" in titles
    short = hats_summary(OVER, THOUGHTS, s.NOW).card
    assert short is not None
    assert "All thoughts" not in {action["title"] for action in of_type(short, "Action.Execute")}


def test_names_can_be_left_out_by_a_button_only_until_the_first_thought() -> None:
    for thoughts, offered in (([], True), ([Thought(1, 0, "Bats", s.LEE)], False)):
        card = hats_card(BEGUN, thoughts, s.NOW).card
        assert card is not None
        titles = {action["title"] for action in of_type(card, "Action.Execute")}
        assert ("Leave out all names" in titles) is offered
