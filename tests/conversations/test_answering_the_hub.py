"""Answering the Hub: in the card, in the question's own message, by typing, and when it comes too late."""

import pytest

from tests.conversations.force import Force
from tests.conversations.hub_desk import press
from tests.conversations.officer_chat import find_card, find_status, reload, see_bottom
from tests.fake_teams import NotSentError, Person, ShownCard

QUESTION = "At what time of day?"
ANSWER = "Between two and five"


@pytest.fixture
async def reference(force: Force) -> str:
    """One submission of Sam's, with the Hub."""
    await force.bind_hub()
    return await force.submit(force.sam)


@pytest.fixture
async def priya(force: Force, reference: str) -> Person:
    return await force.find_thread(force.priya, reference)


@pytest.fixture
async def asked(force: Force, priya: Person) -> ShownCard:
    """The message with the Hub's question, in Sam's chat."""
    await priya.says(f"ask {QUESTION}")
    await force.sam.until_sees("Priya Nair in the Hub asks you:")
    await force.sam.until(lambda: QUESTION in find_status(force.sam).text)
    return force.sam.screen.last_card


async def test_a_question_stands_on_the_card_and_comes_as_a_message_with_a_box(
    force: Force, asked: ShownCard
) -> None:
    status = find_status(force.sam)
    assert "Priya Nair asked you" in status.text
    assert "Next: the Hub carries on once it has your answer." in status.text
    assert status.find_button("Send my answer") is not None
    assert asked.buttons() == ["Send my answer", "Show my submission"]


async def test_answered_in_the_card_it_says_so_and_the_questions_box_closes(
    force: Force, asked: ShownCard, priya: Person
) -> None:
    sam = force.sam
    await sam.presses("Send my answer", words_reply=ANSWER, card=find_status(sam))
    assert "Sent to the Hub." in find_status(sam).text
    assert "Last: You answered the Hub" in find_status(sam).text
    await priya.until_sees(ANSWER)
    await sam.until(lambda: find_card(sam, "asks you:").find_button("Send my answer") is None)
    assert QUESTION in find_card(sam, "asks you:").text
    assert asked.message_id == find_card(sam, "asks you:").message_id
    await reload(sam, "Sent to the Hub.")


async def test_answered_in_the_questions_own_message_its_box_closes_for_good(
    force: Force, asked: ShownCard, priya: Person
) -> None:
    sam = force.sam
    await sam.presses("Send my answer", words_reply=ANSWER, card=asked)
    assert "Send my answer" not in find_card(sam, "asks you:").buttons()
    assert "Sent to the Hub." in find_card(sam, "asks you:").text
    await priya.until_sees(ANSWER)
    await sam.until(lambda: "You answered the Hub" in find_status(sam).text)
    sam.screen.reload()
    await sam.until(lambda: not any(card.find_button("Send my answer") for card in sam.screen.cards))


@pytest.mark.usefixtures("asked")
async def test_answered_by_typing_freely_it_is_sent_with_one_press(force: Force, priya: Person) -> None:
    sam = force.sam
    await sam.says(ANSWER)
    assert f"Your answer: {ANSWER}" in see_bottom(sam)
    await sam.presses("Send to the Hub")
    await priya.until_sees(ANSWER)
    assert "Sent to the Hub." in see_bottom(sam)
    assert "You answered the Hub" in see_bottom(sam)


@pytest.mark.usefixtures("asked")
async def test_answered_by_a_typed_command_it_is_sent_at_once(
    force: Force, priya: Person, reference: str
) -> None:
    sam = force.sam
    await sam.says(f"answer {reference.lower()}: {ANSWER}")
    assert "Sent to the Hub." in sam.sees()
    await priya.until_sees(ANSWER)
    await sam.until(lambda: "You answered the Hub" in find_status(sam).text)


@pytest.mark.usefixtures("asked")
async def test_answer_typed_without_words_brings_the_card_with_its_box(force: Force, reference: str) -> None:
    await force.sam.says(f"answer {reference}")
    assert "Your answer:" in see_bottom(force.sam)
    await force.sam.presses("Send my answer", words_reply=ANSWER)
    assert "Sent to the Hub." in see_bottom(force.sam)


async def test_words_typed_freely_for_one_of_several_questions_ask_for_which(
    force: Force, asked: ShownCard, priya: Person
) -> None:
    sam = force.sam
    assert QUESTION in asked.text
    second = await force.submit(force.sam)
    other = await force.find_thread(force.priya, second)
    await other.says("ask And which racks?")
    await sam.until_sees("And which racks?")
    await sam.says(ANSWER)
    assert "The Hub has asked you about more than one submission. Which is this for?" in see_bottom(sam)
    title = next(title for title in sam.screen.last_card.buttons() if title.startswith(second))
    await sam.presses(title)
    await other.until_sees(ANSWER)
    assert ANSWER not in priya.sees()
    assert "Which is this for?" not in sam.sees()
    assert title not in [button for card in sam.screen.cards for button in card.buttons()]
    await reload(sam, "Sent to the Hub.")
    assert "Which is this for?" not in sam.sees()


async def test_none_of_these_leaves_no_buttons_behind(force: Force, asked: ShownCard) -> None:
    sam = force.sam
    assert QUESTION in asked.text
    second = await force.submit(sam)
    other = await force.find_thread(force.priya, second)
    await other.says("ask And which racks?")
    await sam.until_sees("And which racks?")
    await sam.says(ANSWER)
    await sam.presses("None of these")
    await sam.until(lambda: "Submit something" in sam.screen.last_card.buttons())
    assert "Carried on below." in sam.sees()
    assert "None of these" not in sam.sees()


async def test_an_empty_answer_is_asked_for_again(force: Force, asked: ShownCard) -> None:
    for card in (asked, find_status(force.sam)):
        with pytest.raises(NotSentError, match=r"Write your answer first\."):
            await force.sam.presses("Send my answer", words_reply=" ", card=card)
    await force.sam.crafts("submission.reply", {"reference": "PF-2026-0001"}, card=find_status(force.sam))
    assert "Write your answer first, then send it." in find_status(force.sam).text


@pytest.mark.usefixtures("asked")
async def test_too_long_an_answer_is_kept_in_its_box(force: Force) -> None:
    sam = force.sam
    long = "word " * 1000
    await sam.presses("Send my answer", words_reply=long, card=find_status(sam))
    assert "That is 4,999 characters; up to 4,000 fit." in find_status(sam).text
    assert long.strip() in str(find_status(sam).card)


@pytest.mark.parametrize("in_message", [True, False])
async def test_when_the_hub_has_closed_it_meanwhile_the_answer_is_not_lost(
    force: Force, asked: ShownCard, priya: Person, *, in_message: bool
) -> None:
    sam = force.sam
    card = asked if in_message else find_status(sam)
    await press(priya, "Close it", outcome="addressed", words_close="Mended")
    await sam.until_sees("has closed this")
    await sam.presses("Send my answer", words_reply=ANSWER, card=card)
    shown = sam.screen.show(sam.conversation.find(card.message_id))  # type: ignore[arg-type] # it is there
    assert "PF-2026-0001 is closed. Reopen it first." in shown.text
    await sam.presses("Reopen it", card=shown)
    await priya.until_sees("opened this again")
    await priya.until_sees(ANSWER)


@pytest.mark.usefixtures("asked")
async def test_a_free_answer_to_what_was_closed_meanwhile_stays_in_its_draft(
    force: Force, priya: Person, reference: str
) -> None:
    sam = force.sam
    await sam.says(ANSWER)
    await press(priya, "Close it", outcome="addressed", words_close="Mended")
    await sam.until_sees("has closed this")
    await sam.presses("Send to the Hub")
    await sam.until_sees("PF-2026-0001 is closed. Reopen it first.")
    await sam.says(f"reopen {reference} They are back")
    await sam.says("send it")
    await priya.until_sees(ANSWER)


async def test_words_typed_with_nothing_open_are_shown_beside_the_question_they_may_answer(
    force: Force,
) -> None:
    sam, priya = await _be_asked(force)
    await sam.says("I want to report a problem with vans")
    assert "Is this your answer to the Hub?" in sam.sees()
    assert "At what time of day?" in sam.screen.last_card.text
    await sam.says("submit")
    await sam.presses("Throw it away")
    assert "You answered the Hub" not in sam.sees()
    await sam.until_sees("What would you like to bring to the Hub?")
    assert "vans" not in priya.sees()


async def test_a_thank_you_is_no_answer(force: Force) -> None:
    sam, _ = await _be_asked(force)
    await sam.says("thanks!")
    assert "You are welcome." in sam.sees()
    assert "Is this your answer" not in sam.sees()


async def _be_asked(force: Force) -> tuple[Person, Person]:
    await force.bind_hub()
    reference = await force.submit(force.sam)
    priya = await force.find_thread(force.priya, reference)
    await press(priya, "Send the question", words_ask="At what time of day?")
    await force.sam.until_sees("Priya Nair in the Hub asks you:")
    return force.sam, priya
