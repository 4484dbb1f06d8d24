"""The force, on each database: the main stories on both, the others on SQLite."""

from collections.abc import AsyncIterator

import pytest
import structlog

from tests.conversations.force import Force, run_force
from tests.conversations.hats_room import Room, sit_in_group
from tests.databases import migrated_file, postgresql, postgresql_url, sqlite_url

__all__ = ["migrated_file", "postgresql", "postgresql_url", "sqlite_url"]

ON_BOTH = frozenset(
    {
        "test_main_job",
        "test_hub_work",
        "test_hub_channel",
        "test_hub_queue",
        "test_two_at_once",
        "test_six_hats_afterwards",
        "test_six_hats_together",
        "test_roles",
        "test_plan_care",
    }
)
"""Files whose stories run on SQLite and on PostgreSQL."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a story of the files above once on each database."""
    if "force" in metafunc.fixturenames and metafunc.module.__name__.rpartition(".")[2] in ON_BOTH:
        metafunc.parametrize("database_kind", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
def database_kind(request: pytest.FixtureRequest) -> str:
    """Say which database a story runs on."""
    return str(getattr(request, "param", "sqlite"))


@pytest.fixture
def force_url(request: pytest.FixtureRequest, database_kind: str) -> str:
    """Give a fresh, migrated database."""
    url: str = request.getfixturevalue(f"{database_kind}_url")
    return url


@pytest.fixture(scope="session", autouse=True)
def short_log() -> None:
    """Print what goes wrong without every local of every frame."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback),
        ]
    )


@pytest.fixture
async def force(force_url: str) -> AsyncIterator[Force]:
    """Run the product with its people around it."""
    async with run_force(force_url) as running:
        yield running


@pytest.fixture
def group(force: Force) -> Room:
    """Sit three people down in a group chat."""
    return sit_in_group(force)
