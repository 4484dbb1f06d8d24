"""The databases of the storage stories, and people and places to fill them with."""

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
