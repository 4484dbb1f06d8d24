"""Statements that come again and again, made ready once for SQLite (docs/decisions/0003).

SQLAlchemy writes each statement and knows how each type is kept. But finding again what it compiled before,
and wrapping what comes back, costs several times what SQLite itself takes, and a turn has a dozen statements.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias
from weakref import ref

from sqlalchemy import Dialect, Executable, IteratorResult, Select, UpdateBase
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler

_Convert: TypeAlias = Callable[[Any], Any]
_Given: TypeAlias = Mapping[str, Any]


class Rows(IteratorResult[Any]):
    """What a prepared statement gave: its rows, and of a change how many it was."""

    def __init__(
        self, metadata: SimpleResultMetaData, rows: Sequence[tuple[Any, ...]], rowcount: int
    ) -> None:
        super().__init__(metadata, iter(rows))
        self.rowcount = rowcount


@dataclass(frozen=True, slots=True)
class Prepared:
    """One statement in SQLite's words, for parameters of certain names."""

    sql: str
    names: frozenset[str]
    values: Sequence[Any]
    """What stands at each question mark; None where a parameter comes in."""
    slots: Sequence[tuple[int, str, _Convert | None]]
    """Where a parameter comes in, which, and how it is kept."""
    columns: SimpleResultMetaData
    readers: Sequence[tuple[int, _Convert]]
    """Which columns are read back in another shape than SQLite gives, and how."""

    def run(self, connection: sqlite3.Connection, given: _Given) -> Rows:
        """Run it.

        Raises:
            DBAPIError: as SQLAlchemy raises it, without what people wrote.
        """
        values = list(self.values)
        for place, name, keep in self.slots:
            values[place] = given[name] if keep is None else keep(given[name])
        try:
            cursor = connection.execute(self.sql, values)
            rows = cursor.fetchall()
        except sqlite3.Error as error:
            raise DBAPIError.instance(self.sql, None, error, sqlite3.Error, hide_parameters=True) from error
        if self.readers:
            rows = [self._read(row) for row in rows]
        return Rows(self.columns, rows, cursor.rowcount)

    def _read(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        values = list(row)
        for place, read in self.readers:
            values[place] = read(values[place])
        return tuple(values)


@dataclass(slots=True)
class _Known:
    """A statement that has come; ``alive`` takes it out when nobody keeps it any more."""

    alive: ref[Executable]
    comes_again: bool = False
    prepared: Prepared | None = None


class PreparedStatements:
    """The statements that came a second time: somebody keeps those, so they will come again."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._known: dict[int, _Known] = {}
        """By identity: looking a statement up costs no more than that."""

    def find(self, statement: Executable, given: _Given) -> Prepared | None:
        """Give a statement made ready for these parameters, or None where SQLAlchemy has to run it."""
        key = id(statement)
        known = self._known.get(key)
        if known is None:
            self._known[key] = _Known(ref(statement, lambda _: self._known.pop(key, None)))
            return None
        if not known.comes_again:
            known.comes_again = True
            known.prepared = _prepare(statement, given, self._dialect)
        prepared = known.prepared
        return prepared if prepared is not None and prepared.names == given.keys() else None


def _prepare(statement: Executable, given: _Given, dialect: Dialect) -> Prepared | None:
    """Make a statement ready; None where its text or its values are not the same each time."""
    if not isinstance(statement, Select | UpdateBase):
        return None
    compiled = statement.compile(dialect=dialect, column_keys=list(given))
    if not isinstance(compiled, SQLCompiler) or _varies(compiled):
        return None
    values: list[Any] = []
    slots: list[tuple[int, str, _Convert | None]] = []
    present = compiled.construct_params(given)
    for place, name in enumerate(compiled.positiontup or ()):
        bound = compiled.binds[name]
        keep = bound.type.dialect_impl(dialect).bind_processor(dialect)
        if bound.key in given:
            values.append(None)
            slots.append((place, bound.key, keep))
        else:
            values.append(present[name] if keep is None else keep(present[name]))
    columns = statement.exported_columns
    readers = (column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns)
    return Prepared(
        sql=compiled.string,
        names=frozenset(given),
        values=tuple(values),
        slots=tuple(slots),
        columns=SimpleResultMetaData([*map(str, columns.keys())]),
        readers=tuple((place, read) for place, read in enumerate(readers) if read is not None),
    )


def _varies(compiled: SQLCompiler) -> bool:
    """Tell whether a statement is written anew each time (lists of values), or makes values of its own."""
    return bool(
        compiled.post_compile_params
        or compiled.literal_execute_params
        or compiled.insert_prefetch
        or compiled.update_prefetch
        or any(bound.callable for bound in compiled.binds.values())
    )
