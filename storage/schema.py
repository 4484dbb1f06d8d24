"""How columns are typed: UTC times, names of enums, clean words, JSON; the same on both databases."""

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar, TypeVar

from sqlalchemy import DateTime, MetaData, String, TypeDecorator
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name, so that a migration can find it again on SQLite."""

Name = TypeVar("Name", bound=StrEnum)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. SQLite keeps no zone, so a naive one is refused before it is misread."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store in UTC.

        Raises:
            ValueError: the moment has no zone.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone cannot be stored")
        moment = value if value.tzinfo is UTC else value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give an aware moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Named(TypeDecorator[Name]):
    """A member of an enum, kept as its word: a new member needs no migration."""

    impl = String
    cache_ok = True

    def __init__(self, kind: type[Name]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Name | None, dialect: Dialect) -> str | None:  # noqa: ARG002 (SQLAlchemy's signature)
        """Store the word."""
        return None if value is None else value.value

    def process_result_value(self, value: str | None, dialect: Dialect) -> Name | None:  # noqa: ARG002 (SQLAlchemy's signature)
        """Give the member."""
        return None if value is None else self.kind(value)


class Words(TypeDecorator[str]):
    """Text as people and Teams send it, without what no database takes (see ``clean``)."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 (SQLAlchemy's signature)
        """Store what can be stored."""
        return None if value is None else clean(value)


def clean(words: str) -> str:
    """Leave out NUL, which PostgreSQL refuses, and mark half characters, which UTF-8 has no bytes for."""
    if "\0" in words:
        words = words.replace("\0", "")
    if words.isascii():
        return words
    return words.encode("utf-8", "replace").decode("utf-8")


class Base(DeclarativeBase):
    """All tables."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[Mapping[Any, Any]] = {datetime: Moment, str: Words}
