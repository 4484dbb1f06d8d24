"""A force that supplies a sentence model: what says the same in wholly other words is found too."""

from collections.abc import AsyncIterator

import pytest

from tests.conversations.force import Force, run_force
from tests.conversations.problems import file_problems
from tests.models import MODEL, needs_model

pytestmark = needs_model

BUTTERFLIES = "Somebody nets rare butterflies on the downs"
MOTHS = "Collectors capture protected insects among the hills"
HEDGES = "Two households argue about a hedge"


@pytest.fixture
async def force(force_url: str) -> AsyncIterator[Force]:
    async with run_force(force_url, meaning_model=MODEL) as running:
        yield running


async def test_the_same_in_other_words_is_offered_and_said_to_be_so(force: Force) -> None:
    await force.bind_hub()
    await file_problems(force, (BUTTERFLIES, HEDGES), topic="rural crime")
    await file_problems(force, (MOTHS,), topic="something else")
    force.passes(minutes=10)
    await force.product.timetable.run_due()
    await force.priya.says("similar PF-2026-0003")
    await force.priya.until_sees("Possibly similar")
    card = next(card for card in reversed(force.priya.screen.cards) if "Possibly similar" in card.text)
    assert BUTTERFLIES in card.text
    assert HEDGES not in card.text
    assert "It seems to say the same in other words." in card.text
