"""What is filled in on the Hub's card is checked on the server; what does not fit is kept, never spread."""

from dataclasses import dataclass

import pytest
from structlog.testing import capture_logs

from tests.conversations.force import Force
from tests.conversations.hub_desk import press, see_head
from tests.fake_teams import Person, ShownCard
from tests.fake_teams.cards import find_inputs

ASK_FIRST = "Write the question first, then send it."


@pytest.fixture
async def reference(force: Force) -> str:
    await force.bind_hub()
    return await force.submit(force.sam)


@pytest.fixture
async def priya(force: Force, reference: str) -> Person:
    return await force.find_thread(force.priya, reference)


def read_open_box(card: ShownCard, key: str) -> str:
    """Read what stands in a box of the card itself, open behind no button."""
    return next(str(node.get("value", "")) for node in find_inputs(card.card) if node["id"] == key)


@dataclass(frozen=True)
class Wrong:
    """A press that does not fit: what is filled in, what it is met with, and what then stands in a box."""

    verb: str
    filled: dict[str, str]
    sentence: str
    box: str
    kept: str = ""


OUTCOMES = "Choose how it ends"
WRONG = (
    Wrong("hub.ask", {"words_ask": ""}, ASK_FIRST, "words_ask"),
    Wrong("hub.ask", {"words_ask": " \n "}, ASK_FIRST, "words_ask", " \n "),
    Wrong("hub.ask", {"words_ask": "q" * 4001}, "4,001 characters", "words_ask", "q" * 4001),
    Wrong("hub.answer", {}, "Write the answer first", "words_answer"),
    Wrong("hub.answer", {"words_answer": "a" * 12000}, "12,000 characters", "words_answer", "a" * 12000),
    Wrong("hub.note", {"words_note": ""}, "Write the note first", "words_note"),
    Wrong("hub.give", {}, "Choose one of the Hub's team: Lee Marsh, Priya Nair.", "colleague"),
    Wrong("hub.give", {"colleague": "4711"}, "Choose one of the Hub's team", "colleague"),
    Wrong("hub.close", {"words_close": "Done"}, OUTCOMES, "words_close", "Done"),
    Wrong("hub.close", {"outcome": "won", "words_close": "Done"}, OUTCOMES, "words_close", "Done"),
    Wrong("hub.close", {"outcome": "withdrawn", "words_close": "Done"}, OUTCOMES, "words_close", "Done"),
    Wrong("hub.close", {"outcome": "adopted"}, "Say in a sentence why", "outcome", "adopted"),
)


@pytest.mark.parametrize("wrong", WRONG, ids=[f"{number} {one.verb}" for number, one in enumerate(WRONG)])
async def test_an_input_that_does_not_fit_is_met_in_the_answer_with_the_box_open_and_the_text_kept(
    force: Force, priya: Person, reference: str, wrong: Wrong
) -> None:
    shown = [message.revision for message in force.channel.messages]
    data = {"reference": reference, "version": 1, **wrong.filled}
    await priya.crafts(wrong.verb, data, card=see_head(priya))
    card = see_head(priya)
    assert wrong.sentence in card.text
    assert read_open_box(card, wrong.box) == wrong.kept
    assert [message.revision for message in force.channel.messages] == shown


async def test_a_text_no_box_can_hold_leaves_the_card_alone_so_that_the_client_still_has_it(
    priya: Person, reference: str
) -> None:
    before = see_head(priya).card
    for length, sentence in ((20_000, "20,000 characters"), (20_001, "more than I can take in at once")):
        data = {"reference": reference, "words_note": "x" * length}
        await priya.crafts("hub.note", data, card=see_head(priya))
        assert priya.screen.flash is not None
        assert sentence in priya.screen.flash.text
    assert see_head(priya).card == before


async def test_correcting_it_in_the_box_that_stands_open_goes_through(
    force: Force, priya: Person, reference: str
) -> None:
    await priya.crafts("hub.ask", {"reference": reference, "words_ask": "q" * 4001}, card=see_head(priya))
    await press(priya, "Send the question", words_ask="When?")
    await force.sam.until_sees("When?")
    assert "4,001" not in see_head(priya).text


@pytest.mark.parametrize("length", [0, 4001, 20_000, 20_001])
async def test_on_a_phone_the_error_goes_to_the_person_alone_with_their_text(
    force: Force, priya: Person, reference: str, length: int
) -> None:
    said = "So dark " * (length // 8) + "!" * (length % 8)
    channel = [message.revision for message in force.channel.messages]
    data = {"reference": reference, "words_ask": said}
    await priya.crafts("hub.ask", data, card=see_head(priya), by_submit=True)
    alone = force.teams.person_of(force.priya.account)
    await alone.until(lambda: alone.screen.cards)
    assert said.strip() in alone.screen.last_card.text
    assert [message.revision for message in force.channel.messages] == channel


async def test_somebody_who_has_no_chat_with_the_bot_yet_gets_one_for_that(
    force: Force, priya: Person, reference: str
) -> None:
    lee = force.lee.at(force.channel, priya.root_id)
    await lee.crafts("hub.ask", {"reference": reference}, card=see_head(lee), by_submit=True)
    await force.teams.person_of(lee.account).until_sees(ASK_FIRST)
    created = [call.body for call in force.teams.calls if call.path.endswith("/v3/conversations")]
    assert {"id": lee.account.teams_id} in [member for body in created for member in body.get("members", ())]


async def test_where_no_chat_can_be_opened_nothing_is_said_in_the_channel_either(
    force: Force, priya: Person, reference: str
) -> None:
    lee = force.lee.at(force.channel, priya.root_id)
    lee.account.installed = False
    said = priya.sees()
    data = {"reference": reference, "words_ask": "q" * 4001}
    await lee.crafts("hub.ask", data, card=see_head(lee), by_submit=True)
    assert priya.sees() == said


async def test_on_a_phone_an_action_shows_in_the_same_card(force: Force, priya: Person) -> None:
    priya.on_phone = True
    await press(priya, "Take it")
    await priya.until(lambda: "Priya Nair has it" in see_head(priya).text)
    await press(priya, "Send the question", words_ask="When?")
    await force.sam.until_sees("When?")
    await priya.until(lambda: "asked the officer: When?" in see_head(priya).text)


async def test_markup_and_mentions_in_peoples_words_stay_words(force: Force, priya: Person) -> None:
    said = "**Look** [here](https://example.org) <at>Everyone</at> ![](x.png)"
    await press(priya, "Send the answer", words_answer=said)
    await force.sam.until_sees("**Look** [here]")
    await force.sam.crafts("submission.add", {"reference": "PF-2026-0001", "words_add": said})
    await priya.until_sees("**Look** [here]")
    for call in force.teams.calls:
        assert "<at>Everyone</at>" not in str(call.body)
        assert "https://example.org" not in str(call.body)


@pytest.mark.parametrize("verb", ["hub.fly", "", "HUB.TAKE", "hub.bind", None, 7])
async def test_a_verb_that_is_none_is_met_with_a_sentence(priya: Person, verb: str) -> None:
    await priya.crafts(verb, {"reference": "PF-2026-0001", "version": 1}, card=see_head(priya))
    assert "I could not read that press." in priya.sees()


async def test_a_card_from_another_release_is_drawn_anew(priya: Person, reference: str) -> None:
    await priya.crafts("hub.take", {"reference": reference, "v": 9, "version": 1}, card=see_head(priya))
    assert "That card is from before a change here." in see_head(priya).text
    assert "Nobody has it" in see_head(priya).text


async def test_a_slow_turn_that_is_delivered_again_gets_the_same_answer_and_acts_once(
    force: Force, priya: Person
) -> None:
    first = await press(priya, "Send the question", words_ask="When?")
    assert await priya.repeats() == first
    await force.sam.until_sees("When?")
    priya.on_phone = True
    await press(priya, "Send the answer", words_answer="At two")
    await priya.repeats()
    await force.sam.until_sees("At two")
    assert force.sam.sees().count("asks you:") == 1
    assert force.sam.sees().count("writes to you:") == 1


async def test_an_error_that_is_delivered_again_is_said_once(
    force: Force, priya: Person, reference: str
) -> None:
    await priya.crafts("hub.ask", {"reference": reference}, card=see_head(priya), by_submit=True)
    await priya.repeats()
    alone = force.teams.person_of(force.priya.account)
    await alone.until_sees(ASK_FIRST)
    assert alone.sees().count(ASK_FIRST) == 1


async def test_when_something_breaks_nothing_changes_and_the_sentence_carries_a_code_that_is_in_the_log(
    priya: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def break_down(*_: object, **__: object) -> None:
        raise RuntimeError("out of paper")

    monkeypatch.setattr("storage.submissions.Submissions.save", break_down)
    with capture_logs() as logs:
        await priya.presses("Take it")
    assert priya.screen.flash is not None
    assert "Something went wrong on our side; nothing you wrote is lost." in priya.screen.flash.text
    code = next(line["reference"] for line in logs if line["event"] == "turn failed")
    assert f"this code: {code}." in priya.screen.flash.text
    monkeypatch.undo()
    await priya.presses("Take it")
    assert "Priya Nair has it" in see_head(priya).text
