"""The databases of the storage stories, and people and places to fill them with."""

import pytest

from storage.database import Database
from tests.databases import (
    HandClock,
    clock,
    database,
    database_url,
    migrated_file,
    postgresql,
    postgresql_url,
    sqlite_url,
)
from tests.storage.world import Scene, set_scene

__all__ = [
    "clock",
    "database",
    "database_url",
    "migrated_file",
    "postgresql",
    "postgresql_url",
    "sqlite_url",
]


@pytest.fixture
async def scene(database: Database, clock: HandClock) -> Scene:
    async with database.begin() as work:
        return await set_scene(work, clock)
