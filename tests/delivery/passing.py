"""Letting the story's time pass until something is so."""

from collections.abc import Callable

from tests.conversations.force import Force
from tests.fake_teams import Person

GLANCE = 0.15
"""Real seconds given to the worker after each step of the story's clock."""


async def wait_for(
    force: Force, reader: Person, condition: Callable[[], object], *, step: float = 5, at_most: float = 600
) -> float:
    """Let steps of the story's time pass until something is so; gives how many seconds that took.

    Raises:
        AssertionError: it was not so after ``at_most`` seconds.
    """
    passed = 0.0
    while not await _holds_now(reader, condition):
        assert passed < at_most, f"not after {passed} s:\n{reader.sees()}"
        force.passes(seconds=step)
        passed += step
    return passed


async def settle(force: Force) -> None:
    """Wait until nothing is left to be delivered."""
    for _ in range(200):
        async with force.product.database.read() as work:
            if not (await work.outbox.count_waiting()).waiting:
                return
        await force.teams.world.wait_for_change(GLANCE)
    raise AssertionError("something is still not delivered")


async def _holds_now(reader: Person, condition: Callable[[], object]) -> bool:
    try:
        await reader.until(condition, GLANCE)
    except AssertionError:
        return False
    return True
