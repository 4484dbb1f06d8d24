"""Migrations: brings a database's tables to what this release needs, from whatever folder it is called."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, NullPool, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

_ONE_AT_A_TIME = 0x50524556
"""PostgreSQL's advisory lock, so that two processes do not migrate at once ('PREV')."""

_FOLDER = str(Path(__file__).parent / "migrations")


def upgrade(url: URL) -> None:
    """Run what is missing; all of it is kept, or none."""
    with connect(url) as connection:
        command.upgrade(configure(connection), "head")


def downgrade(url: URL, revision: str) -> None:
    """Take migrations back, down to a revision (``base``: all of them)."""
    with connect(url) as connection:
        command.downgrade(configure(connection), revision)


def is_current(url: URL) -> bool:
    """Tell whether every migration has been run."""
    with connect(url) as connection:
        present = MigrationContext.configure(connection).get_current_heads()
        wanted = ScriptDirectory.from_config(configure(connection)).get_heads()
    return set(present) == set(wanted)


def list_earlier() -> frozenset[str]:
    """Give the migrations that others of this release come after: a database that ends there is behind."""
    scripts = ScriptDirectory(_FOLDER)
    return frozenset(script.revision for script in scripts.walk_revisions()) - frozenset(scripts.get_heads())


def configure(connection: Connection) -> Config:
    """Give Alembic's settings for a connection; our own code needs no ini file."""
    config = Config()
    config.set_main_option("script_location", _FOLDER)
    config.attributes["connection"] = connection
    return config


@contextmanager
def connect(url: URL) -> Iterator[Connection]:
    """Open one transaction. On SQLite foreign keys stay off: a table is changed by copying it over."""
    is_sqlite = url.get_backend_name() == "sqlite"
    if is_sqlite:
        Path(url.database or "").absolute().parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url.set(drivername="sqlite") if is_sqlite else url,
        poolclass=NullPool,
        hide_parameters=True,
        connect_args={"isolation_level": None, "timeout": 30} if is_sqlite else {},
    )
    if is_sqlite:
        event.listen(engine, "connect", _log_ahead)
        event.listen(engine, "begin", _begin_immediate)
    try:
        with engine.begin() as connection:
            if not is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
            yield connection
    finally:
        engine.dispose()


def _log_ahead(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    """The file remembers it, and cannot be switched over while anybody else has it open."""
    connection.cursor().execute("PRAGMA journal_mode = WAL")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
