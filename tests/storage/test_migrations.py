"""Migrations, on both databases: forth and back, and equal to what the code expects."""

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, inspect

from storage import migration
from storage.database import Database, read_url
from storage.tables import METADATA


def list_tables(url: str) -> set[str]:
    plain = read_url(url)
    engine = create_engine(plain.set(drivername="sqlite") if url.startswith("sqlite") else plain)
    names = set(inspect(engine).get_table_names())
    engine.dispose()
    return names - {"alembic_version", "sqlite_sequence"}


def test_migrating_gives_the_tables_that_the_code_expects(database_url: str) -> None:
    assert list_tables(database_url) == set(METADATA.tables)
    with migration.connect(read_url(database_url)) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
        command.check(migration.configure(connection))


def test_migrating_back_leaves_nothing_and_forth_again_works(database_url: str) -> None:
    url = read_url(database_url)
    migration.downgrade(url, "base")
    assert list_tables(database_url) == set()
    assert not migration.is_current(url)
    migration.upgrade(url)
    assert migration.is_current(url)
    assert list_tables(database_url) == set(METADATA.tables)


async def test_an_empty_file_is_made_and_migrated_from_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    database = Database("sqlite:///data/new.db")
    assert not await database.is_current()
    await database.migrate()
    await database.migrate()
    assert await database.is_current()
    async with database.begin() as work:
        assert await work.submissions.next_reference(2026) == "PF-2026-0001"
    await database.close()
    assert (tmp_path / "data" / "new.db").exists()
