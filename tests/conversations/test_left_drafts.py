"""What was begun and left: one word about it, a warning, an end; and nothing of it at night."""

from datetime import UTC, datetime, timedelta

from domain.dates import say_day
from domain.draft import DraftStatus
from tests.conversations.force import Force
from tests.conversations.officer_chat import count_said, see_bottom, walk_to
from tests.fake_teams import Fault

WAITS = "You began this and have not sent it yet. It waits for you."
ENDS = "You began this some time ago. It will be deleted on"


async def look_after(force: Force, **span: float) -> None:
    """Let time pass, and the jobs that are due by then run."""
    force.passes(**span)
    await force.product.timetable.run_due()
    force.product.worker.wake()


async def test_three_days_later_one_word_brings_it_back_with_one_press(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "topic")
    await look_after(force, days=2)
    assert WAITS not in sam.sees()
    await look_after(force, days=1, hours=1)
    await sam.until_sees(WAITS)
    assert "Bicycles are taken from the racks" in see_bottom(sam)
    assert "Scanning, 3 of 7" in see_bottom(sam)
    await sam.presses("Carry on")
    await sam.until(lambda: "Which topic is nearest?" in see_bottom(sam))
    await sam.says("save for later")
    said = count_said(sam)
    for _ in range(5):
        await look_after(force, days=3)
    assert count_said(sam) == said


async def test_nobody_is_reminded_at_night_or_at_a_weekend(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "topic")
    await look_after(force, days=3, hours=9)
    await look_after(force, hours=6)
    assert WAITS not in sam.sees()
    await look_after(force, hours=10)
    await sam.until_sees(WAITS)


async def test_what_was_late_on_its_way_does_not_come_at_night(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "topic")
    fault = sam.goes_wrong(Fault(status=503, times=1))
    await look_after(force, days=3, hours=7)
    await sam.until(lambda: fault.times == 0)
    force.passes(hours=4)
    friday = datetime(2026, 3, 6, 9, 0, tzinfo=UTC)
    while await find_next_look(force) != friday:
        await force.teams.world.wait_for_change(0.01)
    assert WAITS not in sam.sees()
    await look_after(force, hours=13)
    await sam.until_sees(WAITS)


async def find_next_look(force: Force) -> datetime | None:
    """Find when the worker looks again at what waits."""
    async with force.product.database.read() as work:
        return await work.outbox.next_wake()


async def test_nobody_is_reminded_on_a_bank_holiday(force: Force) -> None:
    sam = force.sam
    force.passes(days=28)
    await walk_to(sam, "topic")
    await look_after(force, days=4)  # Good Friday
    await look_after(force, days=3)  # Easter Monday
    assert WAITS not in sam.sees()
    await look_after(force, days=1)
    await sam.until_sees(WAITS)


async def test_a_week_before_its_end_its_writer_is_warned_and_then_the_words_are_gone(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "topic")
    await sam.says("save for later")
    await look_after(force, days=3, hours=1)
    await sam.until_sees(WAITS)
    await look_after(force, days=20)
    await sam.until_sees(f"{ENDS} {say_day(force.clock.now() + timedelta(days=7))} unless you carry on.")
    await look_after(force, days=7, hours=1)
    await sam.says("drafts")
    assert "Nothing is unfinished." in see_bottom(sam)
    async with force.product.database.read() as work:
        draft = await work.drafts.find(1)
    assert draft is not None
    assert draft.status is DraftStatus.CANCELLED
    assert "Bicycles" not in str(draft.state)


async def test_after_a_long_pause_of_ours_the_warning_still_comes_a_week_before_the_end(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "topic")
    await look_after(force, days=63)  # the bank holiday in May
    assert ENDS not in sam.sees()
    await look_after(force, days=1)
    await sam.until_sees(ENDS)
    assert WAITS not in sam.sees()
    await sam.presses("Carry on")
    await sam.until(lambda: "Which topic is nearest?" in see_bottom(sam))
    await sam.says("theft")
    await look_after(force, days=8)
    await sam.says("save for later")
    await sam.says("drafts")
    assert "Bicycles are taken from the racks" in see_bottom(sam)


async def test_what_was_sent_or_thrown_away_is_never_asked_about(force: Force) -> None:
    sam, dana = force.sam, force.dana
    await force.submit(sam)
    await walk_to(dana, "topic")
    await dana.says("cancel")
    await dana.presses("Yes, throw it away")
    await look_after(force, days=4)
    await look_after(force, days=26)
    for person in (sam, dana):
        assert WAITS not in person.sees()
        assert ENDS not in person.sees()


async def test_words_that_may_identify_somebody_wait_a_week_for_a_decision_and_no_longer(
    force: Force,
) -> None:
    sam = force.sam
    await walk_to(sam, "analysis")
    await sam.says("Ring the witness on 07700 900461")
    assert "07700 900461" in see_bottom(sam)
    await look_after(force, days=6)
    assert "07700 900461" in await read_state(force)
    await look_after(force, days=1, hours=1)
    assert "07700 900461" not in await read_state(force)
    await sam.until(lambda: "07700 900461" not in see_bottom(sam))
    assert "Why do you think it happens" in see_bottom(sam)


async def test_something_begun_and_left_can_be_thrown_away_before_another_is_begun(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "topic")
    await sam.says("save for later")
    await sam.says("submit")
    assert "You have one unfinished." in see_bottom(sam)
    await sam.presses("Throw it away")
    await sam.presses("Yes, throw it away")
    await sam.says("submit")
    assert "What would you like to bring to the Hub?" in see_bottom(sam)


async def read_state(force: Force) -> str:
    """Read what is kept of the one draft."""
    async with force.product.database.read() as work:
        draft = await work.drafts.find(1)
    assert draft is not None
    return str(draft.state)
