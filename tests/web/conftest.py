"""The databases of the web's stories."""

from tests.databases import (
    clock,
    database,
    database_url,
    migrated_file,
    postgresql,
    postgresql_url,
    sqlite_url,
)

__all__ = [
    "clock",
    "database",
    "database_url",
    "migrated_file",
    "postgresql",
    "postgresql_url",
    "sqlite_url",
]
