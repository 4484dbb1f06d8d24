"""Looking in the library: what everybody finds, and what nobody but the Hub does."""

import pytest

from tests.conversations.force import Force
from tests.conversations.library_shelf import GATES, RACKS, VISITS, fill_shelf


@pytest.fixture(autouse=True)
async def _shelf(force: Force) -> None:
    await force.bind_hub()
    await fill_shelf(force, GATES, VISITS, RACKS)


async def test_an_officer_finds_what_is_known_with_the_reason_however_it_is_spelt(force: Force) -> None:
    await force.sam.says("find brglary in aleys")
    await force.sam.until_sees("Lockable gates at the ends of alleys")
    card = force.sam.screen.last_card.text
    assert "Found by: " in card
    assert "burglary" in card
    assert "it worked" in card
    assert "Prison visits" not in card


async def test_what_may_do_harm_is_said_in_words_in_the_list_and_on_the_entry(force: Force) -> None:
    await force.sam.says("find young people")
    await force.sam.until_sees("Take care: this may increase offending.")
    await force.sam.presses("Open")
    await force.sam.until_sees("EV-2026-0002")
    card = force.sam.screen.last_card
    assert "Take care: this may increase offending." in card.text
    assert "Edit" not in card.buttons()


async def test_what_is_not_published_is_not_there_for_an_officer_by_any_road(force: Force) -> None:
    await force.sam.says("find bicycle racks")
    await force.sam.until_sees("I found nothing about that in the library.")
    await force.sam.says("EV-2026-0003")
    await force.sam.until_sees("I know no entry EV-2026-0003.")
    await force.sam.crafts("library.open", {"reference": "EV-2026-0003"})
    assert "Bicycle racks" not in force.sam.sees()


async def test_nothing_found_says_what_to_do_and_the_box_keeps_the_words(force: Force) -> None:
    await force.sam.says("find unicorns")
    await force.sam.until_sees("Try other words, or fewer of them")
    box = next(node for node in force.sam.screen.last_card.inputs() if node["id"] == "words_find")
    assert box["value"] == "unicorns"
    await force.sam.presses("Find", {"words_find": "gates"})
    await force.sam.until_sees("Lockable gates")


async def test_find_alone_asks_what_about(force: Force) -> None:
    await force.sam.says("find")
    await force.sam.until_sees("What are you looking for?")


async def test_many_are_shown_a_page_at_a_time(force: Force) -> None:
    await fill_shelf(force, *({**GATES, "title": f"Alley gates in town {n}"} for n in range(1, 9)))
    await force.sam.says("find alley gates")
    await force.sam.until_sees("Page 1 of 2")
    before = force.sam.screen.last_card.text
    await force.sam.presses("Next page")
    await force.sam.until_sees("Page 2 of 2")
    shown = [line for line in force.sam.screen.last_card.text.splitlines() if "in town" in line]
    assert shown
    assert not any(line in before for line in shown)


async def test_while_a_question_is_open_find_may_be_its_answer(force: Force) -> None:
    await force.sam.says("submit")
    await force.sam.says("problem")
    await force.sam.says("find the gates in the alleys")
    await force.sam.until_sees("look in the library")
    await force.sam.says("do it")
    await force.sam.until_sees("Lockable gates at the ends of alleys")


async def test_a_long_telling_that_begins_with_find_is_not_looked_for(force: Force) -> None:
    told = "Find attached what we know. " + "Bicycles are taken from the racks behind the station. " * 4
    await force.sam.says(told)
    await force.sam.until_sees("Shall I start a submission with this?")


async def test_the_hub_finds_in_its_channel_and_opens_an_entry_by_its_reference(force: Force) -> None:
    await force.priya.says("find alley gates")
    await force.priya.until_sees("Lockable gates at the ends of alleys")
    await force.priya.says("evidence EV-2026-0003")
    await force.priya.until_sees("Not published: the Hub alone sees it.")


async def test_the_tool_shows_what_the_library_has_on_a_submission(force: Force) -> None:
    await fill_shelf(force, {**RACKS, "title": "Racks in sight of the staff", "published": "yes"})
    reference = await force.submit(force.sam)
    there = await force.find_thread(force.priya, reference)
    await there.says("evidence")
    await there.until_sees("What the library has on this")
    card = next(card for card in there.screen.cards if "What the library has on this" in card.text)
    assert "Racks in sight of the staff" in card.text
    assert "Found by: " in card.text
    assert "Lockable gates" not in card.text
    await there.presses("Open", card=card)
    await there.until_sees("Source last looked at")
