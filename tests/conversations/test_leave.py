"""Marked leave: said in the card or by typing, put right where it does not fit, and kept to."""

import pytest

from tests.conversations.force import Force
from tests.conversations.officer_chat import see_bottom, walk_to
from tests.conversations.test_left_drafts import WAITS, look_after

# The stories begin on Monday 2 March 2026.


async def test_leave_is_marked_in_the_card_and_removed_there(force: Force) -> None:
    sam = force.sam
    await sam.says("leave")
    assert "No leave is marked." in see_bottom(sam)
    await sam.presses("Mark as leave", {"First day": "2026-08-03", "Last day": "2026-08-14"})
    assert "Monday 3 August to Friday 14 August" in see_bottom(sam)
    await sam.presses("Mark as leave", {"First day": "2026-05-05", "Last day": "2026-05-05"})
    assert see_bottom(sam).index("Tuesday 5 May") < see_bottom(sam).index("Monday 3 August")
    await sam.presses("Remove")
    assert "Removed." in see_bottom(sam)
    await sam.says("my leave")
    assert "Tuesday 5 May" not in see_bottom(sam)
    assert "Monday 3 August" in see_bottom(sam)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("leave 3 August to 14 August", "Monday 3 August to Friday 14 August"),
        ("Leave: from 3rd to 14th Aug", "Monday 3 August to Friday 14 August"),
        ("leave 28/12/2026 - 1/1/2027", "Monday 28 December to Friday 1 January 2027"),
        ("leave tomorrow", "Tuesday 3 March\n[Remove]"),
        ("leave 31 February to 3 March", "I cannot find that day in the calendar."),
        ("leave 14 August to 3 August 2026", "The last day comes before the first."),
        ("leave 2 February 2026 to 20 February 2026", "Those days are over."),
        ("leave 1 March 2026 to 1 March 2029", "That is more than two years ahead."),
    ],
)
async def test_leave_can_be_typed_and_is_put_right_kindly(force: Force, typed: str, says: str) -> None:
    await force.sam.installs()
    await force.sam.says(typed)
    assert says in see_bottom(force.sam)


async def test_days_that_do_not_fit_stay_in_their_boxes(force: Force) -> None:
    sam = force.sam
    await sam.says("leave")
    await sam.presses("Mark as leave", {"First day": "2026-08-14", "Last day": "2026-08-03"})
    assert "The last day comes before the first. Change one of them." in see_bottom(sam)
    await sam.presses("Mark as leave", {"Last day": "2026-08-17"})
    assert "Friday 14 August to Monday 17 August" in see_bottom(sam)


async def test_leave_that_overlaps_or_follows_on_becomes_one(force: Force) -> None:
    sam = force.sam
    await sam.installs()
    await sam.says("leave 3 August to 7 August")
    await sam.says("leave 8 August to 10 August")
    await sam.says("leave 1 August to 4 August")
    assert "Saturday 1 August to Monday 10 August" in see_bottom(sam)
    assert see_bottom(sam).count("[Remove]") == 1
    await sam.says("remove leave 5 August")
    assert "No leave is marked." in see_bottom(sam)
    await sam.says("remove leave 5 August")
    assert "No leave is marked on that day." in see_bottom(sam)


async def test_an_answer_that_begins_with_leave_stays_an_answer(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "response")
    await sam.says("leave the racks to the council")
    assert "leave the racks to the council" in sam.sees()
    assert "Your leave" not in sam.sees()


async def test_leave_is_nobody_elses_business(force: Force) -> None:
    await force.bind_hub()
    await force.priya.says("leave 3 August to 7 August")
    assert "Your leave" not in force.priya.sees()
    await force.sam.says("leave 3 August to 7 August")
    await force.dana.says("leave")
    assert "No leave is marked." in see_bottom(force.dana)


async def test_nothing_that_can_wait_comes_during_leave(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "topic")
    await sam.says("save for later")
    await sam.says("leave 5 March to 12 March")
    await look_after(force, days=3, hours=1)
    await look_after(force, days=7)
    assert WAITS not in sam.sees()
    await look_after(force, days=1)
    await sam.until_sees(WAITS)


async def test_leave_that_is_over_is_forgotten(force: Force) -> None:
    sam = force.sam
    await sam.installs()
    await sam.says("leave 3 March to 4 March")
    await look_after(force, days=4)
    async with force.product.database.read() as work:
        person = await work.people.find_by_object_id(sam.account.aad_object_id)
        assert person is not None
        assert await work.leave.list_of(person.id, force.clock.now().date().replace(day=1)) == ()
