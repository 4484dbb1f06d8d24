"""What every repository has: the connection of its unit of work, and one way to insert once."""

from typing import TypeAlias

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import Base

InsertOnce: TypeAlias = sqlite.Insert | postgresql.Insert
"""An insert that can say what happens when the row is there already."""


def insert_once(row: type[Base], dialect: str) -> InsertOnce:
    """Build an insert with ``on_conflict_…`` in the words of the database."""
    return postgresql.insert(row) if dialect == "postgresql" else sqlite.insert(row)


class Repository:
    """One aggregate's queries within one unit of work."""

    __slots__ = ("_connection",)

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    def _insert(self, row: type[Base]) -> InsertOnce:
        return insert_once(row, self._connection.dialect.name)
