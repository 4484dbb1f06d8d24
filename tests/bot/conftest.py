"""A bot's edge at a fake Teams, for every test of this folder."""

from collections.abc import AsyncIterator

import pytest

from bot.courier import TeamsCourier
from tests.bot.edge import Echo, Edge, build_edge
from tests.fake_teams import FakeTeams


@pytest.fixture
async def teams() -> AsyncIterator[FakeTeams]:
    async with FakeTeams.running() as running:
        yield running


@pytest.fixture
async def local_teams() -> AsyncIterator[FakeTeams]:
    async with FakeTeams.running(local_mode=True) as running:
        yield running


@pytest.fixture
async def edge(teams: FakeTeams) -> Edge:
    built = build_edge(teams)
    await teams.run_bot(built.application)
    return built


@pytest.fixture
def echo(edge: Edge) -> Echo:
    assert isinstance(edge.handler, Echo)
    return edge.handler


@pytest.fixture
async def courier(teams: FakeTeams) -> AsyncIterator[TeamsCourier]:
    built = build_edge(teams, timeout_seconds=0.5)
    yield built.courier
    await built.session.close()
