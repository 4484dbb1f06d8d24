"""Parts of it go away in mid-conversation and come back; nobody loses a word."""

import pytest

from tests.browser.main_job import TYPED, submit_by_typing
from tests.browser.stage import Stage

pytestmark = pytest.mark.asyncio(loop_scope="module")

AFTER_AN_OUTAGE = 60
"""Seconds: the fourth try comes 42 after the first."""


async def test_the_bot_is_killed_in_mid_conversation_and_the_draft_goes_on(stage: Stage) -> None:
    problem = "Bicycles taken on a Friday"
    officer = await stage.seat_officer()
    for said, answered in TYPED[:4]:
        await officer.say(said.format(problem=problem))
        await officer.sees(answered)

    await stage.restart_bot()

    for said, answered in TYPED[4:]:
        await officer.say(said)
        await officer.sees(answered)
    await officer.press("Send to the Hub", on=problem)
    await officer.sees_on_card("Nobody in the Hub has it yet.", on=problem)
    await stage.hub.sees_on_card("Nobody has it.", on=problem)
    await officer.page.close()


async def test_the_officers_client_is_away_while_the_hub_works_and_the_news_comes_when_it_is_back(
    stage: Stage,
) -> None:
    problem = "Bicycles taken on a Saturday"
    officer = await stage.seat_officer()
    await submit_by_typing(officer, problem)
    await stage.hub.sees_on_card("Nobody has it.", on=problem)
    await officer.page.close()
    await stage.stop_officers_playground()

    await stage.hub.press("Take it", on=problem)
    await stage.hub.sees_on_card("Priya Nair has it.", on=problem)
    await stage.start_officers_playground()

    # A page that is just loading may miss what comes in that moment, so the client itself is asked.
    async with stage.listen_to_officer() as told:
        card = await told.wait_for("Priya Nair has it, since today", within=AFTER_AN_OUTAGE)
    assert problem in str(card.card)
