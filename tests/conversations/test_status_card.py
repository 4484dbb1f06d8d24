"""The officer's card: answer, add, tell more, withdraw, reopen, whatever happened meanwhile."""

import pytest

from tests.conversations.force import Force
from tests.conversations.hub_desk import press
from tests.conversations.officer_chat import count_said, find_status, see_bottom, walk_to
from tests.fake_teams import Person


@pytest.fixture
async def reference(force: Force) -> str:
    """One submission of Sam's, with the Hub."""
    await force.bind_hub()
    return await force.submit(force.sam)


@pytest.fixture
async def priya(force: Force, reference: str) -> Person:
    return await force.find_thread(force.priya, reference)


async def test_detail_is_added_in_the_card_and_pressed_twice_is_added_once(
    force: Force, priya: Person
) -> None:
    sam = force.sam
    card = find_status(sam)
    await sam.presses("Add it", words_add="Two more on Monday", card=card)
    await sam.presses("Add it", words_add="Two more on Monday", card=card)
    assert "Added. The Hub sees it now." in find_status(sam).text
    await priya.until_sees("Two more on Monday")
    await sam.presses("History", card=find_status(sam))
    assert find_status(sam).text.count("Two more on Monday") == 1


async def test_something_personal_in_a_detail_is_asked_about_first(force: Force, priya: Person) -> None:
    sam = force.sam
    await sam.presses("Add it", words_add="Ring 01438 555 123 after nine", card=find_status(sam))
    await sam.until(lambda: "That seems to hold a telephone number" in see_bottom(sam))
    assert "What would you like to add?" in see_bottom(sam)
    await sam.presses("Take it out")
    await sam.presses("Add to the submission")
    await priya.until_sees("Ring [removed] after nine")
    assert "01438" not in priya.sees()


async def test_telling_more_after_sending_walks_through_the_deeper_questions(
    force: Force, priya: Person, reference: str
) -> None:
    sam = force.sam
    await sam.says(f"more {reference}")
    assert "What would better look like" in see_bottom(sam)
    await sam.says("Half as many by March")
    await sam.says("review")
    await sam.presses("Add to the submission")
    assert "Added. The Hub sees it now." in see_bottom(sam)
    assert "Received (now)" in see_bottom(sam)
    await priya.until_sees("More on: aim.")
    await press(priya, "What was sent")
    await priya.until_sees("Half as many by March")
    assert sum("Add detail" in card.buttons() for card in sam.screen.cards) == 1


async def test_telling_more_is_offered_beside_adding_detail_and_begins_once(force: Force) -> None:
    sam = force.sam
    await force.submit(sam)
    card = find_status(sam)
    await sam.presses("Answer more questions instead", card=card)
    await sam.until(lambda: "What would better look like" in see_bottom(sam))
    await sam.presses("Answer more questions instead", card=card)
    await sam.says("save")
    await sam.says("drafts")
    assert see_bottom(sam).count("[Carry on]") == 1


async def test_telling_nothing_more_is_not_sent(force: Force, reference: str) -> None:
    sam = force.sam
    await sam.says(f"more {reference}")
    await sam.says("review")
    await sam.presses("Add to the submission")
    assert "There is nothing to add yet." in sam.sees()


async def test_withdrawing_in_the_card_asks_first_and_can_be_undone(force: Force, priya: Person) -> None:
    sam = force.sam
    card = find_status(sam)
    await sam.presses("Withdraw", card=card)
    assert "The Hub stops working on it. You can reopen it later." in find_status(sam).text
    await sam.presses("Yes, withdraw it", card=find_status(sam))
    assert "Withdrawn. You can reopen it from this card." in find_status(sam).text
    assert "You withdrew it" in find_status(sam).text
    await priya.until_sees("Sam Reed withdrew this.")
    await sam.presses("Reopen it", words_reopen="It has begun again", card=find_status(sam))
    assert "Open again. The Hub has been told." in find_status(sam).text
    await priya.until_sees("It has begun again")


async def test_withdrawing_by_typing_asks_first_too(force: Force, reference: str) -> None:
    sam = force.sam
    said = count_said(sam)
    await sam.says(f"withdraw {reference} It has stopped")
    assert "The Hub stops working on it." in see_bottom(sam)
    assert "Received (now)" in see_bottom(sam)
    await sam.presses("Yes, withdraw it")
    assert "You withdrew it" in see_bottom(sam)
    assert count_said(sam) == said + 1


async def test_a_decision_on_an_older_picture_loses_politely(force: Force, priya: Person) -> None:
    sam = force.sam
    old = find_status(sam)
    await press(priya, "Take it")
    await sam.until(lambda: "Priya Nair has it" in find_status(sam).text)
    await sam.presses("Yes, withdraw it", card=old)
    assert "Somebody was quicker: Priya Nair has it now" in sam.sees()
    assert "Withdraw" in find_status(sam).buttons() or "Yes, withdraw it" in find_status(sam).buttons()


async def test_reopening_needs_a_word_and_takes_nothing_personal(force: Force, reference: str) -> None:
    sam = force.sam
    await sam.presses("Yes, withdraw it", card=find_status(sam))
    await sam.says(f"reopen {reference}")
    assert "What has changed:" in see_bottom(sam)
    await sam.presses("Reopen it", words_reopen="")
    assert "Say in a sentence what has changed" in see_bottom(sam)
    await sam.presses("Reopen it", words_reopen="Ring 01438 555 123")
    assert "That seems to hold a telephone number. Please say it without." in see_bottom(sam)
    assert "Ring 01438 555 123" in see_bottom(sam)


async def test_history_and_all_that_was_sent_open_in_place(force: Force, reference: str) -> None:
    sam = force.sam
    said = count_said(sam)
    assert "What happened, newest first" not in find_status(sam).text
    await sam.presses("History", card=find_status(sam))
    assert "What happened, newest first" in find_status(sam).text
    assert "What to do: Patrols helped for two weeks" in find_status(sam).text
    assert count_said(sam) == said
    assert reference in find_status(sam).text


async def test_what_is_too_long_for_the_card_can_be_read_whole(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "analysis")
    for _ in range(3):
        await sam.says("The racks stand behind the wall. " * 110 + "The last word.")
    await sam.presses("Send to the Hub")
    await sam.until_sees("PF-2026-0001")
    await sam.presses("History")
    await sam.presses("Read all of it")
    await sam.until(lambda: see_bottom(sam).count("The last word.") == 3)


async def test_a_closed_submission_takes_no_detail_and_says_what_to_do(
    force: Force, priya: Person, reference: str
) -> None:
    sam = force.sam
    await press(priya, "Close it", outcome="adopted", words_close="Thank you")
    await sam.until(lambda: "adopted" in find_status(sam).text)
    for words in (f"add {reference} More", f"more {reference}"):
        await sam.says(words)
    assert sam.sees().count("PF-2026-0001 is closed. Reopen it first.") == 2
