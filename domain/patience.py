"""How long somebody waits for what is being done here and now, whoever of the layers below waits."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic

# The same way as for an open unit of work: the turn and the storage see it without knowing each other.
_gives_up_at: ContextVar[float | None] = ContextVar("gives_up_at", default=None)


@contextmanager
def giving_up_after(seconds: float) -> Iterator[None]:
    """Have everything in the block give up after so many seconds in total."""
    token = _gives_up_at.set(monotonic() + seconds)
    try:
        yield
    finally:
        _gives_up_at.reset(token)


def seconds_left(at_most: float) -> float:
    """Give how long something may take here: what is left of the patience, ``at_most`` where nobody waits."""
    gives_up_at = _gives_up_at.get()
    return at_most if gives_up_at is None else max(0.0, min(at_most, gives_up_at - monotonic()))
