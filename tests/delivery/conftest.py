"""The force of the conversations, for stories of what is delivered later."""

from tests.conversations.conftest import (
    database_kind,
    force,
    force_url,
    migrated_file,
    postgresql,
    postgresql_url,
    short_log,
    sqlite_url,
)
from tests.databases import database_url

__all__ = [
    "database_kind",
    "database_url",
    "force",
    "force_url",
    "migrated_file",
    "postgresql",
    "postgresql_url",
    "short_log",
    "sqlite_url",
]
