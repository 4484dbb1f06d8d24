"""Sent together what comes together; shorter what is too large; another way where an answer failed."""

import asyncio

import pytest

from tests.conversations.force import Force
from tests.conversations.hats_room import begin, look, see_hats, sit_in_group, think
from tests.conversations.hub_desk import press
from tests.conversations.officer_chat import reload
from tests.delivery.passing import GLANCE, settle, wait_for
from tests.fake_teams import Fault, Person

TOLD = "Priya Nair in the Hub writes to you:"


@pytest.fixture
async def priya(force: Force) -> Person:
    await force.bind_hub()
    priya = await force.find_thread(force.priya, await force.submit(force.sam))
    await settle(force)
    return priya


def count_updates(force: Force, person: Person) -> int:
    """Count the updates of cards in somebody's chat."""
    return sum(
        call.method == "PUT" and person.account.aad_object_id in call.path for call in force.teams.calls
    )


async def test_five_changes_while_one_update_is_on_the_wire_make_one_more_and_the_last_state_stays(
    force: Force, priya: Person
) -> None:
    before, stuck = count_updates(force, force.sam), asyncio.Event()
    force.sam.goes_wrong(Fault(hold=stuck, keeps=True, status=0))
    await press(priya, "Take it")
    await force.sam.until(lambda: force.teams.connector.most_at_once == 1)
    for move in (
        "On to analysis",
        "On to response",
        "Back to analysis",
        "Back to scanning",
        "On to analysis",
    ):
        await press(priya, move)
    stuck.set()
    await settle(force)
    assert count_updates(force, force.sam) == before + 2
    assert "● Analysis (now)" in force.sam.sees().replace("\N{NO-BREAK SPACE}", " ")


async def test_several_messages_that_wait_for_somebody_come_as_one_in_their_order(
    force: Force, priya: Person
) -> None:
    force.sam.account.blocked = True
    await press(priya, "Take it")
    await priya.until_sees("The officer cannot be reached in Teams.")
    for words in ("First", "Second", "Third"):
        await press(priya, "Send the answer", words_answer=words)
    tried = count_updates(force, force.sam)
    force.passes(hours=2)
    force.sam.account.blocked = False
    await force.sam.installs()
    await force.sam.until_sees("Third")
    await settle(force)
    messages = [card.text for card in force.sam.screen.cards if TOLD in card.text]
    assert len(messages) == 1
    assert messages[0].index("First") < messages[0].index("Second") < messages[0].index("Third")
    assert "cannot be reached" not in priya.sees()
    assert count_updates(force, force.sam) <= tried + 2


async def test_a_card_that_is_too_large_comes_shorter_and_then_as_a_line(force: Force, priya: Person) -> None:
    force.sam.goes_wrong(Fault(413, "MessageSizeTooBig"))
    await press(priya, "Take it")
    await force.sam.until_sees("Priya Nair has it")
    assert "[History]" not in force.sam.sees()
    force.sam.goes_wrong(Fault(413, "MessageSizeTooBig", times=2))
    await press(priya, "On to analysis")
    await force.sam.until_sees("This is too long to show here. Type 'menu' to see it.")


@pytest.mark.usefixtures("priya")
async def test_an_answer_that_failed_three_times_is_replaced_by_the_way_on(force: Force) -> None:
    force.sam.goes_wrong(Fault(503, "ServiceUnavailable", times=3))
    await force.sam.says("help")
    await wait_for(force, force.sam, lambda: "My last answer to you did not get through." in force.sam.sees())


async def test_an_answer_that_failed_while_a_question_is_open_brings_the_question_down(
    force: Force,
) -> None:
    await force.dana.says("submit")
    force.dana.goes_wrong(Fault(503, "ServiceUnavailable", times=3))
    asked = len(force.dana.screen.heard)
    await force.dana.says("cancel")
    await wait_for(force, force.dana, lambda: len(force.dana.screen.heard) > asked)
    await settle(force)
    assert "What would you like to bring to the Hub?" in force.dana.screen.last_card.text


async def test_a_failing_message_holds_no_answer_up(force: Force, priya: Person) -> None:
    stuck = asyncio.Event()
    force.sam.goes_wrong(Fault(hold=stuck, keeps=True))
    await press(priya, "Send the answer", words_answer="Yes")
    await force.sam.until(lambda: force.teams.connector.most_at_once == 1)
    await force.sam.says("help")
    await force.sam.until_sees("my submissions", 2)
    assert TOLD not in force.sam.sees()
    stuck.set()
    await force.sam.until_sees(TOLD)


async def test_a_picture_that_newer_presses_have_overtaken_stays_behind(force: Force) -> None:
    sam, stuck = force.sam, asyncio.Event()
    await sam.says("submit")
    before = count_updates(force, sam)
    sam.goes_wrong(Fault(hold=stuck, keeps=True, status=0))
    await sam.presses("A problem I keep meeting")
    await sam.presses("Next", answer="Bicycles are taken from the racks")
    await sam.presses("Theft")
    stuck.set()
    await settle(force)
    assert count_updates(force, sam) == before + 2
    await reload(sam, "Where is it?")


async def test_no_older_picture_comes_after_the_answer_to_a_press(force: Force) -> None:
    sam = force.sam
    await sam.says("submit")
    card = sam.conversation.messages[-1]
    sam.goes_wrong(Fault(delay=0.1, keeps=True, status=0))
    await sam.presses("A problem I keep meeting")
    assert card.revision == 0
    await sam.presses("Next", answer="Bicycles are taken from the racks")
    assert card.revision == 1
    assert "Which topic is nearest?" in sam.sees()


async def test_no_older_picture_of_the_background_comes_after_the_one_that_a_press_has_made(
    force: Force, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("delivery.dispatch._LANDS_WITHIN", 8.0)
    room, stuck = await begin(sit_in_group(force)), asyncio.Event()
    await settle(force)
    old = see_hats(room.sam)
    room.dana.goes_wrong(Fault(hold=stuck, keeps=True, status=0))
    await think(room.dana, "Whether to ask for lights")
    await room.dana.until(lambda: force.teams.connector.most_at_once == 1)
    forward = next(title for title in old.buttons() if title.startswith("Next: "))
    moving = asyncio.create_task(room.sam.presses(forward, card=old))
    async with asyncio.timeout(5):
        while (await look(room))[0].position == 0:
            await force.teams.world.wait_for_change(0.01)
    card = room.sam.conversation.find(old.message_id)
    assert card is not None
    await force.teams.world.wait_for_change(GLANCE)
    assert card.revision == 0, "nothing has overtaken what is on the wire"
    stuck.set()
    await moving
    await settle(force)
    assert card.revision == 2
    assert "Hat 2 of " in see_hats(room.dana).text


async def test_a_question_goes_again_at_once_when_the_line_breaks_under_it(force: Force) -> None:
    sam = force.sam
    sam.goes_wrong(Fault(cut=True))
    await sam.says("submit")
    assert "What would you like to bring to the Hub?" in sam.sees()
    await settle(force)
    assert sum("What would you like to bring" in card.text for card in sam.screen.cards) == 1
