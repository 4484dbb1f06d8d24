"""Migrations, on both databases: forth and back, and equal to what the code expects."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, MetaData, Table, create_engine, inspect, text

from domain.six_hats import STEPS, Hat
from storage import migration
from storage.database import Database, read_url
from storage.tables import METADATA

MOMENT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


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


def put(connection: Connection, table: str, **values: object) -> None:
    """Write a row into a table as it is at this revision; what is not named is empty or nought."""
    there = Table(table, MetaData(), autoload_with=connection)
    empty: dict[type, object] = {str: "", bool: False, int: 0, datetime: MOMENT}
    needed = {
        column.name: empty[column.type.python_type]
        for column in there.columns
        if not column.nullable and not column.primary_key and column.server_default is None
    }
    connection.execute(there.insert().values({**needed, **values}))


def test_what_was_thought_keeps_its_hat_when_the_order_changes(database_url: str) -> None:
    url = read_url(database_url)
    migration.downgrade(url, "0012_roles_and_awaited")
    with migration.connect(url) as connection:
        put(connection, "people", id=1, aad_object_id="a", name="Sam")
        put(connection, "conversations", id=1, conversation_id="19:a", kind="group")
        for place in range(7):
            where = {"conversation_id": 1, "thread_id": str(place), "position": place, "stage": "open"}
            put(connection, "hat_sessions", id=place + 1, **where, starter_id=1, leader_id=1)
            put(connection, "hat_thoughts", id=place + 1, session_id=1, position=place)
    migration.upgrade(url)
    with migration.connect(url) as connection:
        thoughts = connection.execute(text("SELECT position FROM hat_thoughts ORDER BY id")).scalars()
        hats = [STEPS[place].hat for place in thoughts]
        sessions = connection.execute(text("SELECT position, led_at FROM hat_sessions ORDER BY id")).all()
    assert hats == [Hat.BLUE, Hat.WHITE, Hat.RED, Hat.YELLOW, Hat.BLACK, Hat.GREEN, Hat.BLUE]
    assert [STEPS[place].hat for place, _ in sessions] == [Hat.WHITE, *hats[1:]]
    assert all(led_at is not None for _, led_at in sessions)


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
