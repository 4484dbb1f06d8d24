"""Finding things again in the real client: what waits longest, and what was sent last week."""

import pytest

from tests.browser.stage import Stage

pytestmark = pytest.mark.asyncio(loop_scope="module")

LONGEST = "Off-road motorbikes cross the recreation ground"
"""The sample that nobody has and that has waited longest."""

LAST_WEEK = "Bicycles are taken from the racks behind the station"
"""The sample that Sam Reed sent a week ago."""


async def test_the_hub_finds_what_has_waited_longest_and_opens_it(stage: Stage) -> None:
    hub = stage.hub
    await hub.post("queue")
    await hub.sees("Open work")
    rows = await hub.read()
    assert rows.index("Nobody has it yet") < rows.index(LONGEST) < rows.index("Somebody has it")
    await hub.press("Open", on="Open work", row="waiting for us for 12 days")
    await hub.sees_on_card("Nobody has it. Waiting for us for 12 days.", on=LONGEST)
    assert await hub.offers("Take it", on=LONGEST)


async def test_an_officer_finds_last_weeks_submission_and_withdraws_it(stage: Stage) -> None:
    hub, officer = stage.hub, await stage.seat_officer()
    await hub.post("queue")
    await hub.press("Open", on="Open work", row=LAST_WEEK)
    await hub.sees_on_card("Priya Nair has it. Waiting for us for", on=LAST_WEEK)

    await officer.say("my submissions")
    await officer.press("Open", on="My submissions", row=LAST_WEEK)
    await officer.sees_on_card("Priya Nair has it, since", on=LAST_WEEK)

    await officer.press("Withdraw", on=LAST_WEEK)
    await officer.sees("The Hub stops working on it. You can reopen it later.")
    await officer.press("Yes, withdraw it", on=LAST_WEEK)
    await officer.sees_on_card("You withdrew it today", on=LAST_WEEK)
    await hub.sees_on_card("Sam Reed withdrew it", on=LAST_WEEK)

    await officer.say("my submissions")
    await officer.sees_on_card("Closed: withdrawn", on="My submissions")
    await officer.page.close()
