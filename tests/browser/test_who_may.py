"""Who may press a button on the Hub's card, when it hangs where many can see it."""

import json

import pytest

from domain.ports import JSONObject
from tests.browser.main_job import submit_by_typing
from tests.browser.stage import Stage, find_press

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_somebody_who_is_not_of_the_team_presses_is_told_so_and_nothing_changes(stage: Stage) -> None:
    problem = "Bicycles taken on a Wednesday"
    officer = await stage.seat_officer()
    await submit_by_typing(officer, problem)
    card = await stage.told.wait_for(problem)
    verb, data = find_press(card, "Take it")

    status, said = await stage.stranger().press(card, verb, data)

    assert status == 200
    assert "Only members of the Hub's team can do that. Nothing has changed." in read_answer(said)
    assert "Morgan Vale has it" not in await stage.hub.read()
    await stage.hub.press("Take it", on=problem)
    await officer.sees_on_card("Priya Nair has it", on=problem)
    assert "Morgan Vale" not in await officer.read()
    await officer.page.close()


async def test_two_of_the_team_press_and_the_second_is_told_who_has_it(stage: Stage) -> None:
    problem = "Bicycles taken on a Thursday"
    officer = await stage.seat_officer()
    await submit_by_typing(officer, problem)
    card = await stage.told.wait_for(problem)
    verb, data = find_press(card, "Take it")
    await stage.hub.press("Take it", on=problem)
    await officer.sees_on_card("Priya Nair has it", on=problem)

    said = await stage.colleague().press(card, verb, data)

    assert "Somebody was quicker: Priya Nair has it now, at scanning." in read_answer(said)
    await stage.hub.sees_on_card("Priya Nair has it.", on=problem)
    assert "Lee Marsh" not in await officer.read()
    await officer.page.close()


def read_answer(said: JSONObject) -> str:
    """Give all that a press was answered with."""
    return json.dumps(said, ensure_ascii=False)
