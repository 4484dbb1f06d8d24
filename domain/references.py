"""References: short names that tell one turn, or one call to Teams, from all others in the log."""

import itertools


class References:
    """Gives one after the other, cheaply: what tells the processes apart, and a number."""

    def __init__(self, prefix: str) -> None:
        """Take what no other process has, such as a random code."""
        self._prefix = prefix
        self._numbers = itertools.count(1)

    def __call__(self) -> str:
        """Give the next one."""
        return f"{self._prefix}-{next(self._numbers)}"
