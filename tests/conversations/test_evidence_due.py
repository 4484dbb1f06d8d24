"""Sources that are due for another look: one message a month to the Hub, on a working morning."""

from tests.conversations.force import Force
from tests.conversations.library_shelf import GATES, RACKS, VISITS, fill_shelf

SAID = "due for another look."


async def look(force: Force, **span: float) -> None:
    """Let time pass, and the jobs that are due by then run."""
    force.passes(**span)
    await force.product.timetable.run_due()
    force.product.worker.wake()


async def wait_for_work_to_end(force: Force) -> None:
    """Wait until nothing is on its way to anybody."""
    while True:
        async with force.product.database.read() as work:
            if not (await work.outbox.count_waiting()).waiting:
                return
        await force.teams.world.wait_for_change(0.01)


def count_told(force: Force) -> int:
    """Count the messages in the channel that tell of it."""
    return sum("Sources to look at again" in str(message.card) for message in force.channel.messages)


async def test_the_hub_is_told_once_a_month_of_all_that_is_due(force: Force) -> None:
    await force.bind_hub()
    due = {"checked_on": "2024-11-01", "review_on": "2025-11-01"}
    await fill_shelf(force, {**GATES, **due}, {**RACKS, **due}, VISITS)
    await look(force, days=1)
    await force.priya.until_sees(f"2 entries of the library are {SAID}")
    card = force.priya.screen.last_card.text
    assert "Lockable gates" in card
    assert "Bicycle racks" in card
    assert "Prison visits" not in card
    for _ in range(6):
        await look(force, days=4)
    await wait_for_work_to_end(force)
    assert count_told(force) == 1
    await look(force, days=11)
    await force.priya.until(lambda: count_told(force) == 2)
    await wait_for_work_to_end(force)
    await force.priya.presses("See all that are due")
    await force.priya.until_sees("2 entries, due for another look")


async def test_nothing_is_said_at_a_weekend_nor_while_nothing_is_due(force: Force) -> None:
    await force.bind_hub()
    await fill_shelf(force, {**GATES, "checked_on": "2025-03-07", "review_on": "2026-03-07"})
    await look(force, days=1)
    await look(force, days=4)
    await wait_for_work_to_end(force)
    assert count_told(force) == 0
    await look(force, days=2)
    await force.priya.until_sees(f"1 entry of the library is {SAID}")


async def test_what_was_looked_at_meanwhile_is_not_told(force: Force) -> None:
    await force.bind_hub()
    await fill_shelf(force, {**GATES, "checked_on": "2024-11-01", "review_on": "2025-11-01"})
    await force.priya.says("EV-2026-0001")
    await force.priya.until_sees("Its source is due for another look.")
    await force.priya.presses("Looked at today")
    await look(force, days=1)
    await wait_for_work_to_end(force)
    assert count_told(force) == 0
