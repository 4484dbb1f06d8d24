"""Whether a unit of work is open here and now: inside one, nothing but the database is awaited."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# A context variable is the one place that both the storage and the courier can see without knowing each
# other, and it keeps every task's answer apart.
unit_of_work_open: ContextVar[bool] = ContextVar("unit_of_work_open", default=False)


@contextmanager
def marking_work_open() -> Iterator[None]:
    """Mark a unit of work as open for as long as the block runs."""
    token = unit_of_work_open.set(True)
    try:
        yield
    finally:
        unit_of_work_open.reset(token)


def refuse_while_work_is_open(deed: str) -> None:
    """Stop something slow from being awaited inside a unit of work.

    Raises:
        RuntimeError: A unit of work is open; this is a mistake in the program.
    """
    if unit_of_work_open.get():
        raise RuntimeError(f"{deed} was awaited while a unit of work was open; commit first, then say it")
