"""What the storage says when it cannot do something just now."""

import sqlite3

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

_BUSY_STATES = frozenset({"40001", "40P01", "55P03"})
"""PostgreSQL: serialization failure, deadlock, lock not available in time."""

_AWAY_STATES = frozenset({"25006", "25P03", "53300", "57P01", "57P02", "57P03"})
"""PostgreSQL: it is a copy that takes no writes, it let us go, is full, or is stopping or starting."""

_CONNECTION_STATES = "08"
"""How PostgreSQL's codes for a broken connection begin."""


class StorageBusy(Exception):
    """Others had the data for too long, or two waited for each other; nothing changed, try again."""


class StorageAway(StorageBusy):
    """The database cannot be reached, or went away."""


class StorageUnsure(StorageAway):
    """The line broke under the commit: nobody knows whether the unit of work was kept.

    Whoever tries again has to recognise what was done already, as a turn does by its activity.
    """


def find_reason(error: Exception) -> StorageBusy | None:
    """Say in our own words why the database could not be had; None where trying again would not help."""
    if isinstance(error, PoolTimeout):
        return StorageBusy(str(error))
    cause = error.orig if isinstance(error, DBAPIError) else error
    state = getattr(cause, "sqlstate", None)
    if state in _BUSY_STATES or "database is locked" in str(cause):
        return StorageBusy(str(error))
    return StorageAway(str(error)) if _is_away(error, cause, state) else None


def _is_away(error: Exception, cause: object, state: str | None) -> bool:
    if isinstance(cause, sqlite3.Error):
        return False
    if state is not None:
        return state in _AWAY_STATES or state.startswith(_CONNECTION_STATES)
    # Refused, timed out or cut: then there was nobody to give a code.
    return isinstance(error, OperationalError) or (
        isinstance(error, DBAPIError) and error.connection_invalidated
    )
