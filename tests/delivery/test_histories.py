"""Whatever happens, in the end everything has arrived: once, in order, at Teams' pace."""

import os

import pytest

from tests.delivery.histories import begin_history

SHORT = range(60)
LONG = range(1_000, 1_500)


async def live_through(url: str, seed: int) -> None:
    async with begin_history(url, seed) as history:
        await history.live()
        await history.heal()
        await history.check()


@pytest.mark.parametrize("seed", SHORT)
async def test_a_history_ends_well(database_url: str, seed: int) -> None:
    await live_through(database_url, seed)


@pytest.mark.soak
@pytest.mark.skipif(not os.environ.get("SOAK"), reason="five hundred histories take minutes: make soak")
@pytest.mark.parametrize("seed", LONG)
async def test_a_long_run_of_histories_ends_well(database_url: str, seed: int) -> None:
    await live_through(database_url, seed)
