"""Choosing reminders: what need not come can be turned off, what has to come cannot."""

from tests.conversations.force import Force
from tests.conversations.officer_chat import see_bottom, walk_to
from tests.conversations.test_left_drafts import ENDS, WAITS, look_after

NUDGE = "three days after you left something unfinished."


async def test_a_reminder_is_turned_off_in_its_card_and_on_again(force: Force) -> None:
    sam = force.sam
    await sam.says("reminders")
    assert f"On: {NUDGE}" in see_bottom(sam)
    await sam.presses("Turn off")
    assert f"Off: {NUDGE}" in see_bottom(sam)
    await sam.presses("Turn on")
    assert f"On: {NUDGE}" in see_bottom(sam)


async def test_the_reminder_itself_leads_to_where_it_is_turned_off(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "topic")
    await sam.says("save for later")
    await look_after(force, days=3, hours=1)
    await sam.until_sees(WAITS)
    await sam.presses("Fewer reminders")
    await sam.until(lambda: f"On: {NUDGE}" in see_bottom(sam))


async def test_what_was_turned_off_does_not_come_and_the_warning_does(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "topic")
    await sam.says("save for later")
    await sam.says("turn off unfinished")
    assert f"Off: {NUDGE}" in see_bottom(sam)
    await look_after(force, days=3, hours=1)
    assert WAITS not in sam.sees()
    await look_after(force, days=21)
    await sam.until_sees(ENDS)
    assert WAITS not in sam.sees()


async def test_what_has_to_come_cannot_be_turned_off(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "topic")
    await sam.says("save for later")
    await sam.says("turn off deletion")
    assert "That one always comes, so that nothing is lost unnoticed." in see_bottom(sam)
    await look_after(force, days=24)
    await sam.until_sees(ENDS)
