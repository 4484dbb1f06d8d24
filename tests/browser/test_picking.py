"""Picking a person in the real client, whose people picker gives Teams' own id of them."""

import pytest

from tests.browser.desk import Desk
from tests.browser.stage import Stage

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_an_administrator_picks_somebody_and_gives_them_a_role(stage: Stage) -> None:
    boss = await Desk.open(stage.browser, stage.demo.world.hub.address)
    await boss.say("roles")
    await boss.sees("Members of the Hub's team have the Hub's rights")
    await boss.press("Give a role")
    await boss.page.get_by_label("People Picker").last.fill("Lee")
    await boss.page.get_by_role("option", name="Lee Marsh").click()
    await boss.choose("Role", "Academy trainer or coordinator")
    await boss.press("Give the role")
    await boss.sees("Lee Marsh has this role now: Academy trainer or coordinator.")
    await boss.sees("They have not opened this assistant yet.")
    await boss.page.close()
