"""What is thought through alone may be finished with what is there, from the second part on."""

import pytest

from tests.conversations.force import Force
from tests.conversations.officer_chat import see_bottom
from tests.fake_teams import Person

LOOK = "Look through and finish"
KNOWN = "31 bicycles gone since September"


async def wear_white(officer: Person) -> None:
    """Wear the first hat of six to its end."""
    await officer.says("six hats: Bicycles")
    await officer.presses("All six, facts first")
    assert LOOK not in officer.screen.last_card.buttons()
    await officer.says(KNOWN)
    assert LOOK not in officer.screen.last_card.buttons()
    await officer.says("skip")
    await officer.says("skip")
    assert "🟡 Yellow hat: benefits" in see_bottom(officer)


async def test_from_the_second_hat_on_one_can_finish(force: Force) -> None:
    sam = force.sam
    await wear_white(sam)
    await sam.presses(LOOK)
    assert f"Known: {KNOWN}" in see_bottom(sam)
    await sam.presses("Finish")
    assert "Finished. Only you can read it" in see_bottom(sam)


@pytest.mark.parametrize("typed", ["finish", "Finish.", "done", "that is all"])
async def test_finish_is_no_answer(force: Force, typed: str) -> None:
    sam = force.sam
    await wear_white(sam)
    await sam.says(typed)
    assert "Six hats: your answers" in see_bottom(sam)
    assert f": {typed}" not in see_bottom(sam)
    await sam.says("finish")
    assert "Finished. Only you can read it" in see_bottom(sam)


async def test_at_the_first_hat_there_is_nothing_to_finish_yet_and_it_says_so(force: Force) -> None:
    sam = force.sam
    await sam.says("six hats: Bicycles")
    await sam.presses("All six, facts first")
    await sam.says("finish")
    assert "Six hats: your answers" in see_bottom(sam)
    await sam.says("finish")
    assert "There is nothing to keep yet." in sam.sees()


async def test_hats_that_were_only_skipped_leave_nothing_to_finish(force: Force) -> None:
    sam = force.sam
    await sam.says("six hats: Bicycles")
    await sam.presses("All six, facts first")
    for _ in range(3):
        await sam.says("skip")
    assert "Yellow hat" in see_bottom(sam)
    assert LOOK not in sam.screen.last_card.buttons()


async def test_a_decision_and_a_risk_may_end_early_too(force: Force) -> None:
    sam = force.sam
    await sam.says("ndm: Moving the racks")
    await sam.says("Fair to commuters and to the young people near the racks")
    assert LOOK in sam.screen.last_card.buttons()
    await sam.says("finish")
    assert "Decision model: your answers" in see_bottom(sam)


async def test_what_goes_to_the_hub_is_not_ended_by_a_word(force: Force) -> None:
    sam = force.sam
    await sam.says("submit")
    await sam.says("problem")
    await sam.says("finish")
    assert "In short: finish" in sam.sees()
