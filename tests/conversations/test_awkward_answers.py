"""Whatever comes as an answer gets a sensible sentence, and nothing is lost."""

import asyncio

import pytest

from tests.conversations.force import Force
from tests.conversations.officer_chat import ANSWERS, find_card, see_bottom, walk_to

PHONE = "Ring the shop on 01438 555 123, they see it every day"


@pytest.mark.parametrize(
    "words", ["", "   ", "\N{THUMBS UP SIGN}", "\N{BICYCLE}\N{POLICE CARS REVOLVING LIGHT}", "...", "\u200b"]
)
async def test_an_answer_without_words_is_asked_for_again(force: Force, words: str) -> None:
    await walk_to(force.sam, "problem")
    await force.sam.says(words)
    assert "There are no words in that. Please answer in a sentence." in see_bottom(force.sam)
    assert "In a sentence: what keeps happening" in see_bottom(force.sam)


async def test_emoji_beside_words_stay(force: Force) -> None:
    await walk_to(force.sam, "problem")
    await force.sam.says("Bikes \N{BICYCLE} vanish")
    assert "In short: Bikes \N{BICYCLE} vanish" in force.sam.sees()


@pytest.mark.parametrize("in_card", [True, False])
async def test_far_too_long_an_answer_is_kept_shortened_and_sent(force: Force, *, in_card: bool) -> None:
    sam = force.sam
    await walk_to(sam, "analysis")
    long = ("The racks cannot be seen from anywhere. " * 155)[:6200]
    await (sam.presses("Next", answer=long) if in_card else sam.says(long))
    assert "the Hub reads up to 4,000. Your text is kept here: shorten it" in see_bottom(sam)
    assert see_bottom(sam).count("characters") == 1
    kept = next(node for node in sam.screen.last_card.inputs() if node["id"] == "answer")["value"]
    assert kept == long.strip()
    await sam.presses("Next", answer=kept[:3900])
    assert "What has been tried" in see_bottom(sam)
    await sam.says("review")
    await sam.presses("Send to the Hub")
    await sam.until_sees("PF-2026-0001")


async def test_what_was_too_long_waits_at_its_question_while_one_looks_elsewhere(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "analysis")
    await sam.says("long " * 1200)
    await sam.says("back")
    assert "Where is it?" in see_bottom(sam)
    await sam.says("The town hall")
    assert "5,999 characters" in see_bottom(sam)
    assert "long long long" in see_bottom(sam)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (
            "**Bikes** and _scooters_ [here](https://example.org)",
            "**Bikes** and _scooters_ [here](https://example.org)",
        ),
        ("<b>Bikes</b> & <script>alert(1)</script>", "<b>Bikes</b> & <script>alert(1)</script>"),
        ("# Bikes\n\n- one\n- two", "# Bikes\n\n- one\n- two"),
        ("<at>Priya Nair</at> knows the bikes", "Priya Nair knows the bikes"),
        ("{{DATE(2026-01-01)}} bikes gone", "{{DATE(2026-01-01)}} bikes gone"),
    ],
)
async def test_pasted_formatting_is_shown_as_typed_and_never_formats(
    force: Force, typed: str, shown: str
) -> None:
    sam = force.sam
    await walk_to(sam, "problem")
    await sam.says(typed)
    await sam.says("theft")
    await sam.says("The station")
    await sam.says("review")
    plain = see_bottom(sam).replace("\u200b", "")
    assert shown in plain
    await sam.presses("Send to the Hub")
    await sam.until(lambda: "PF-2026-0001" in see_bottom(sam))
    for call in force.teams.calls:
        for entity in call.body.get("entities") or () if isinstance(call.body, dict) else ():
            assert entity["type"] != "mention"
        if isinstance(call.body, dict):
            assert "Bikes" not in (call.body.get("text") or "")


async def test_a_file_instead_of_words_leaves_the_question_open(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "problem")
    await sam.sends_file("racks.png")
    assert "I cannot take files or pictures yet. Say in words what matters in it" in see_bottom(sam)
    assert "In a sentence: what keeps happening" in see_bottom(sam)


async def test_a_file_with_words_is_told_apart_from_them(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "problem")
    await sam.sends_file("racks.png", words="Bikes vanish from these racks")
    assert "I can read your words, but I cannot take files or pictures yet" in sam.sees()
    assert "In short: Bikes vanish from these racks" in sam.sees()
    assert "Which topic is nearest?" in see_bottom(sam)


async def test_a_file_while_nothing_is_open_gets_a_kind_sentence(force: Force) -> None:
    await force.sam.sends_file("racks.png")
    assert "I cannot take files or pictures yet." in force.sam.sees()


async def test_two_answers_at_once_are_both_taken(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "place")
    await asyncio.gather(sam.says("The racks by the station"), sam.says("Nobody can see them"))
    assert "What has been tried" in see_bottom(sam)
    await sam.says("review")
    assert "The racks by the station" in see_bottom(sam)
    assert "Nobody can see them" in see_bottom(sam)


async def test_after_many_messages_at_once_only_one_card_can_still_be_answered(force: Force) -> None:
    sam = force.sam
    await sam.says("submit")
    await asyncio.gather(
        *(sam.says(answer) for answer in ("problem", "Bikes vanish", "theft", "The station"))
    )
    await sam.until(lambda: sum("Next" in card.buttons() for card in sam.screen.cards) <= 1)
    await sam.says("review")
    for _ in range(5):
        if "your answers" in see_bottom(sam):
            break
        await sam.says("theft")
    await sam.until(lambda: sum("Cancel" in card.buttons() for card in sam.screen.cards) == 1)
    lines = [card.text for card in sam.screen.cards if card.buttons() == ["Change"]]
    assert len(lines) == len(set(lines))


async def test_something_personal_is_asked_about_before_it_goes_anywhere(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "problem")
    await sam.says(PHONE)
    assert "That seems to hold a telephone number. It goes no further until you decide" in see_bottom(sam)
    assert (
        "Spotted: \N{LEFT DOUBLE QUOTATION MARK}01438 555 123\N{RIGHT DOUBLE QUOTATION MARK}"
        in see_bottom(sam)
    )
    assert sam.screen.last_card.buttons()[1:4] == ["Take it out", "Keep it as it is", "Next"]


@pytest.mark.parametrize(
    ("decision", "kept"),
    [
        ("[Take it out]", "Ring the shop on [removed], they see it every day"),
        ("take it out", "Ring the shop on [removed], they see it every day"),
        ("[Keep it as it is]", PHONE),
        ("keep it", PHONE),
        ("Ask at the shop, they see it every day", "Ask at the shop, they see it every day"),
    ],
)
async def test_the_writer_decides_what_becomes_of_it(force: Force, decision: str, kept: str) -> None:
    sam = force.sam
    await walk_to(sam, "problem")
    await sam.says(PHONE)
    await (sam.presses(decision.strip("[]")) if decision.startswith("[") else sam.says(decision))
    assert "Which topic is nearest?" in see_bottom(sam)
    for answer in ("theft", "The station", "review"):
        await sam.says(answer)
    assert f"In short: {kept}" in see_bottom(sam)


async def test_a_vague_yes_about_something_personal_decides_nothing(force: Force) -> None:
    await walk_to(force.sam, "problem")
    await force.sam.says(PHONE)
    await force.sam.says("ok")
    assert "It goes no further until you decide" in see_bottom(force.sam)


async def test_a_choice_misspelt_is_asked_about_with_the_nearest_ones(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "topic")
    await sam.says("crime")
    assert "Do you mean" in see_bottom(sam) or "I could not find that among the choices" in see_bottom(sam)
    await sam.says("burglry")
    assert "Where is it?" in see_bottom(sam)
    assert "Topic: Burglary" in find_card(sam, "Topic:").text


async def test_words_about_several_choices_offer_them(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "topic")
    await sam.says("robbery and burglary")
    assert "Do you mean" in see_bottom(sam)
    assert "robbery and burglary" in see_bottom(sam)
    await sam.presses("Robbery")
    assert "Where is it?" in see_bottom(sam)


async def test_a_very_long_word_and_a_wall_of_lines_do_not_break_the_card(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "problem")
    await sam.says("x" * 3000)
    await sam.says("theft")
    await sam.says("\n".join(["line"] * 50))
    await sam.says(ANSWERS["analysis"])
    await sam.says("review")
    await sam.presses("Send to the Hub")
    await sam.until_sees("PF-2026-0001")
    assert len(str(sam.screen.last_card.card)) < 40_000


async def test_a_problem_told_before_it_is_asked_for_is_kept_for_its_question(force: Force) -> None:
    sam = force.sam
    await sam.says("submit")
    await sam.says("Bicycles keep being taken from the racks behind the station")
    assert "I have kept your words for the next question. First, which of these is it?" in see_bottom(sam)
    await sam.presses("A problem I keep meeting")
    assert "Which topic is nearest?" in see_bottom(sam)
    await sam.says("review")
    await sam.until_sees("Bicycles keep being taken from the racks")
