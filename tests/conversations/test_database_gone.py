"""The database goes away and comes back: people are told in one sentence, and all goes on by itself."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from time import monotonic
from typing import Any

import aiohttp
import pytest

from tests.conversations.force import Force, run_force
from tests.conversations.hub_desk import press
from tests.conversations.officer_chat import ANSWERS, see_bottom, walk_to
from tests.delivery.passing import settle, wait_for
from tests.fake_teams import Fault, Person
from tests.gate import Gate

NOT_KEPT = "I could not keep that just now. Please send it again in a minute."
UNSURE = (
    "I could not make sure that this was kept. Look at the card in a minute: "
    "if you do not find it there, please send it again."
)
TAKEN = "Priya Nair has it"
SHORT = 1.0
"""Seconds of patience in these stories; people have eight."""


@dataclass(repr=False)
class Stage:
    """A force whose database is behind a gate."""

    force: Force
    gate: Gate
    priya: Person
    """In the thread of what Sam submitted."""


@pytest.fixture
async def stage(postgresql_url: str) -> AsyncIterator[Stage]:
    async with Gate.in_front_of(postgresql_url) as gate, run_force(gate.url, patience=SHORT) as force:
        yield await set_stage(force, gate)


async def set_stage(force: Force, gate: Gate) -> Stage:
    await force.bind_hub()
    priya = await force.find_thread(force.priya, await force.submit(force.sam))
    await settle(force)
    return Stage(force, gate, priya)


async def look_ready(force: Force) -> dict[str, Any]:
    """Ask whether the product is ready, as a load balancer does."""
    address = force.teams.line.endpoint.replace("/api/messages", "/readyz")
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        return {"status": answer.status, **await answer.json()}


async def test_a_message_is_said_not_to_be_kept_and_works_again_when_the_database_is_back(
    stage: Stage,
) -> None:
    dana = stage.force.dana
    await walk_to(dana, "problem")
    await stage.gate.shut()
    await dana.says(ANSWERS["problem"])
    assert dana.sees().count(NOT_KEPT) == 1
    assert dana.screen.last.text == NOT_KEPT
    ready = await look_ready(stage.force)
    assert (ready["status"], ready["words"]) == ("not ready", "The database does not answer.")
    await stage.gate.open()
    await dana.says(ANSWERS["problem"])
    assert "Which topic is nearest?" in see_bottom(dana)
    assert (await look_ready(stage.force))["status"] == "ready"


async def test_a_press_gets_the_sentence_as_its_answer(stage: Stage) -> None:
    await stage.gate.shut()
    await press(stage.priya, "Take it")
    assert NOT_KEPT in str(stage.priya.screen.flash)
    await stage.gate.open()
    await press(stage.priya, "Take it")
    await stage.force.sam.until_sees(TAKEN)


async def test_a_database_that_stays_silent_is_waited_for_no_longer(stage: Stage) -> None:
    stage.gate.fall_silent()
    begun = monotonic()
    await stage.force.dana.says("my submissions")
    assert NOT_KEPT in stage.force.dana.sees()
    assert monotonic() - begun < 2 * SHORT
    ready = await look_ready(stage.force)
    assert ready["words"] == "The database does not answer."
    await stage.gate.open()
    await stage.force.dana.says("my submissions")
    assert "You have sent nothing yet" in see_bottom(stage.force.dana)


async def test_where_the_commit_itself_is_cut_off_nobody_is_told_that_it_was_not_kept(stage: Stage) -> None:
    dana = stage.force.dana
    await walk_to(dana, "problem")
    stage.gate.fall_silent_behind(ANSWERS["problem"])
    await dana.says(ANSWERS["problem"])
    assert dana.screen.last.text == UNSURE
    await stage.gate.open()
    await wait_for(stage.force, dana, lambda: "Which topic is nearest?" in see_bottom(dana))


async def test_a_moment_without_the_database_is_waited_out(stage: Stage) -> None:
    dana = stage.force.dana
    await walk_to(dana, "problem")
    await stage.gate.shut()
    saying = asyncio.create_task(dana.says(ANSWERS["problem"]))
    async with asyncio.timeout(5):
        while not stage.gate.refused:
            await stage.force.teams.world.wait_for_change(0.01)
    await stage.gate.open()
    await saying
    assert "Which topic is nearest?" in see_bottom(dana)
    assert NOT_KEPT not in dana.sees()


async def test_what_was_on_its_way_meanwhile_arrives_once_and_the_rest_follows(stage: Stage) -> None:
    sam, stuck = stage.force.sam, asyncio.Event()
    sam.goes_wrong(Fault(hold=stuck, keeps=True))
    await press(stage.priya, "Send the question", words_ask="When?")
    await sam.until(lambda: stage.force.teams.connector.most_at_once == 1)
    await stage.gate.shut()
    stuck.set()
    await stage.force.teams.world.wait_for_change(0.5)
    await stage.gate.open()
    await sam.until_sees("asks you:", 20)
    await settle(stage.force)
    assert sum("asks you:" in card.text for card in sam.screen.cards) == 1
    await press(stage.priya, "Take it")
    await sam.until_sees(TAKEN)


@pytest.mark.soak
@pytest.mark.timeout(180)
@pytest.mark.parametrize("silent", [False, True], ids=["refusing", "silent"])
async def test_thirty_seconds_without_the_database(postgresql_url: str, *, silent: bool) -> None:
    async with Gate.in_front_of(postgresql_url) as gate, run_force(gate.url) as force:
        stage = await set_stage(force, gate)
        await press(stage.priya, "Take it")
        gate.fall_silent() if silent else await gate.shut()
        gone_at = monotonic()
        while monotonic() - gone_at < 30:
            begun = monotonic()
            await force.dana.says("submit")
            assert monotonic() - begun < 9
            assert force.dana.screen.last.text == NOT_KEPT
        await gate.open()
        await force.dana.says("submit")
        assert "What would you like to bring to the Hub?" in see_bottom(force.dana)
        await force.sam.until_sees(TAKEN, 70)
