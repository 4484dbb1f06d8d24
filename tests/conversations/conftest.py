"""The force, on each database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.conversations.force import Force, run_force


@pytest.fixture
async def force(tmp_path: Path) -> AsyncIterator[Force]:
    async with run_force(f"sqlite:///{tmp_path / 'force.db'}") as running:
        yield running
