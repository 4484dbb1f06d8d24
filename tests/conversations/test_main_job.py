"""The main job: an officer submits, the Hub works it, and the officer's card shows it where it stands."""

from tests.conversations.force import QUICK_ANSWERS, Force
from tests.conversations.hub_desk import press
from tests.conversations.officer_chat import find_card, reload, see_bottom
from tests.fake_teams import Person

LIVE = 2.0
"""Seconds within which the officer's card shows what the Hub did (issue 2, point 4)."""


async def test_an_officer_submits_by_typing_and_gets_a_reference(force: Force) -> None:
    sam = force.sam
    await sam.says("submit")
    for number, answer in enumerate(QUICK_ANSWERS, start=1):
        assert f"{number} of 7" in see_bottom(sam)
        await sam.says(answer)
    assert "New submission: your answers" in see_bottom(sam)
    await sam.presses("Send to the Hub")
    status = see_bottom(sam)
    assert "PF-2026-0001" in status
    assert "Thank you. It is with the Hub now" in status
    assert "● Received (now)" in status
    assert "Nobody in the Hub has it yet." in status
    assert sam.screen.last_card.buttons() == ["Add detail", "Withdraw", "History"]


async def test_an_officer_submits_in_the_card_alone_and_nothing_scrolls(force: Force) -> None:
    sam = force.sam
    await sam.says("submit")
    said = len(sam.screen.heard)
    await sam.presses("An idea")
    await sam.presses("Next", answer="Let staff text us about cut locks")
    await sam.presses("Next", answer="theft")
    await sam.presses("Next", answer="The station")
    await sam.presses("Skip")
    await sam.presses("I don't know")
    await sam.presses("Skip")
    assert "What to do: I don't know" in see_bottom(sam)
    await sam.presses("Send to the Hub")
    await sam.until_sees("PF-2026-0001")
    assert "OFFICIAL · idea" in see_bottom(sam)
    assert len(sam.screen.heard) == said


async def test_the_officers_card_stays_true_in_place_while_the_hub_works(force: Force) -> None:
    sam = force.sam
    await force.bind_hub()
    reference = await force.submit(sam)
    card_id = sam.screen.last_card.message_id
    priya = await force.find_thread(force.priya, reference)

    await press(priya, "Take it")
    await sam.until(lambda: "Priya Nair has it" in see(sam, card_id), LIVE)
    assert "● Scanning (now)" in see(sam, card_id)
    await press(priya, "On to analysis")
    await sam.until(lambda: "● Analysis (now)" in see(sam, card_id), LIVE)
    assert "✓ Scanning (done)" in see(sam, card_id)
    assert "Priya Nair moved it to analysis" in see(sam, card_id)

    said = len(sam.screen.heard)
    await press(priya, "Close it", outcome="addressed", words_close="The light is mended")
    await sam.until(lambda: "addressed" in see(sam, card_id), LIVE)
    assert "■ Analysis (closed here)" in see(sam, card_id)
    await sam.until_sees("Priya Nair in the Hub has closed this: addressed.", LIVE)
    assert len(sam.screen.heard) == said + 1
    assert find_card(sam, "has closed this").buttons() == ["Show my submission"]


async def test_the_hubs_answer_reaches_the_officer_as_one_short_message(force: Force) -> None:
    sam = force.sam
    await force.bind_hub()
    priya = await force.find_thread(force.priya, await force.submit(sam))
    await press(priya, "Send the answer", words_answer="The operator mends the light on Friday")
    await sam.until_sees("Priya Nair in the Hub writes to you:", LIVE)
    assert "The operator mends the light on Friday" in see_bottom(sam)
    await sam.presses("Show my submission")
    await sam.until(lambda: "● Received (now)" in see_bottom(sam))
    await priya.until_sees("We answered today at 09:00.")
    await sam.says("add PF-2026-0001 It happened again")
    await priya.until_sees("Waiting for us for less than a minute.")


async def test_while_no_channel_is_the_hubs_submissions_wait_for_it(force: Force) -> None:
    sam = force.sam
    first = await force.submit(sam)
    await sam.says(f"add {first} It happened again")
    assert "Added. The Hub sees it now." in sam.sees()
    second = await force.submit(sam)
    await force.bind_hub()
    for reference in (first, second):
        priya = await force.find_thread(force.priya, reference)
        assert "Sam Reed" in priya.sees()
    priya = await force.find_thread(force.priya, first)
    assert "added detail" in priya.sees()
    await press(priya, "Take it")
    await reload(sam, "Priya Nair has it")


async def test_everything_still_stands_after_the_product_was_started_again(force: Force) -> None:
    sam = force.sam
    await force.bind_hub()
    reference = await force.submit(sam)
    await sam.says("submit")
    await sam.says("an idea")
    await force.stop()
    await force.start()
    await sam.says("Let staff text us about cut locks")
    assert "Which topic is nearest?" in see_bottom(sam)
    priya = await force.find_thread(force.priya, reference)
    await press(priya, "Take it")
    await reload(sam, "Priya Nair has it")


def see(officer: Person, message_id: str) -> str:
    """Read one message as it stands now."""
    message = officer.conversation.find(message_id)
    assert message is not None
    return officer.screen.show(message).text.replace("\N{NO-BREAK SPACE}", " ")
