"""On a phone every button is an Action.Submit: the whole way is the same, and the cards change in place."""

import pytest

from tests.conversations.force import Force
from tests.conversations.officer_chat import ANSWERS, count_said, find_card, see_bottom, walk_to
from tests.fake_teams import Person


@pytest.fixture
async def sam(force: Force) -> Person:
    """Sam, out and about."""
    force.sam.on_phone = True
    return force.sam


async def test_the_whole_way_by_pressing_alone_in_one_card(sam: Person) -> None:
    await sam.installs()
    await sam.presses("Submit something")
    said = count_said(sam)
    for press, answer in (
        ("A problem I keep meeting", None),
        ("Next", ANSWERS["problem"]),
        ("Theft", None),
        ("Next", ANSWERS["place"]),
        ("Next", ANSWERS["analysis"]),
        ("I don't know", None),
        ("Skip", None),
    ):
        await sam.presses(press, {} if answer is None else {"answer": answer})
    assert "New submission: your answers" in see_bottom(sam)
    await sam.presses("Send to the Hub")
    assert "PF-2026-0001" in see_bottom(sam)
    assert "Received (now)" in see_bottom(sam)
    assert count_said(sam) == said


async def test_moving_about_helds_and_drafts(sam: Person) -> None:
    await walk_to(sam, "problem")
    await sam.presses("Next", answer="Ring 01438 555 123 about the bikes")
    assert "That seems to hold a telephone number" in see_bottom(sam)
    await sam.presses("Take it out")
    await sam.presses("Back")
    assert "Ring [removed] about the bikes" in see_bottom(sam)
    await sam.presses("Cancel")
    assert "Throw this away?" in see_bottom(sam)
    await sam.presses("Carry on")
    assert "In a sentence" in see_bottom(sam)
    await sam.presses("Save for later")
    assert "saved for later" in see_bottom(sam)
    await sam.says("drafts")
    await sam.presses("Carry on")
    await sam.says("my submissions")
    await sam.presses("Show my submissions")
    assert "You have sent nothing yet" in see_bottom(sam)
    await sam.presses("Cancel")
    await sam.presses("Yes, throw it away")
    assert "New submission: thrown away" in sam.sees()


async def test_answering_adding_withdrawing_and_reopening(force: Force, sam: Person) -> None:
    await force.bind_hub()
    reference = await force.submit(sam)
    status = sam.screen.last_card
    priya = await force.find_thread(force.priya, reference)
    await priya.says("ask When?")
    await sam.until_sees("Priya Nair in the Hub asks you:")
    await sam.presses("Send my answer", words_reply="At two")
    await priya.until_sees("At two")
    await sam.until(lambda: find_card(sam, "asks you:").find_button("Send my answer") is None)
    await sam.presses("Add it", words_add="Two more on Monday")
    assert "Added. The Hub sees it now." in sam.sees()
    await sam.presses("Yes, withdraw it")
    assert "Withdrawn. You can reopen it from this card." in sam.sees()
    await sam.presses("Reopen it", words_reopen="Again")
    assert "Open again." in sam.sees()
    assert sum(status.message_id == card.message_id for card in sam.screen.cards) == 1
    assert not [card for card in sam.screen.cards if "Something went wrong" in card.text]


async def test_what_does_not_fit_is_said_on_the_card_with_the_text_kept(force: Force, sam: Person) -> None:
    await force.submit(sam)
    long = "word " * 1000
    await sam.presses("Add it", words_add=long)
    assert "That is 4,999 characters; up to 4,000 fit." in see_bottom(sam)
    assert long.strip() in str(sam.screen.last_card.card)


async def test_paging_and_opening_from_the_list(force: Force, sam: Person) -> None:
    for _ in range(6):
        await force.submit(sam)
    await sam.says("my submissions")
    await sam.presses("Next page")
    assert "Page 2 of 2" in see_bottom(sam)
    await sam.presses("Open")
    assert "Received (now)" in see_bottom(sam)


async def test_two_different_devices_walk_through_one_draft(sam: Person) -> None:
    await walk_to(sam, "place")
    sam.on_phone = False
    await sam.presses("Next", answer="The station")
    sam.on_phone = True
    await sam.presses("Skip")
    assert "What has been tried" in see_bottom(sam)
