"""What the storage says when it cannot do something just now."""

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

_BUSY_STATES = frozenset({"40001", "40P01", "55P03"})
"""PostgreSQL: serialization failure, deadlock, lock not available in time."""


class StorageBusy(Exception):
    """Others had the data for too long, or two waited for each other; nothing changed, try again."""


def is_busy(error: Exception) -> bool:
    """Tell whether an error of the database means that trying again helps."""
    if isinstance(error, PoolTimeout):
        return True
    cause = error.orig if isinstance(error, DBAPIError) else error
    return getattr(cause, "sqlstate", None) in _BUSY_STATES or "database is locked" in str(cause)
