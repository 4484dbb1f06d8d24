"""A clock that can be moved on, for trying out in minutes what takes months. Local mode alone uses it.

How far it is ahead stands in a file beside the database: whoever moves it is another process, and a clock is
asked in the middle of things, where no database can be awaited.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

_NAME = "clock-ahead"


class MovedClock:
    """The machine's clock, as far ahead as the file in a folder says; without one it is not ahead."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME
        self._read_at = 0
        self._ahead = timedelta()

    def now(self) -> datetime:
        """Give the present moment, aware and in UTC."""
        return datetime.now(UTC) + self.ahead

    @property
    def ahead(self) -> timedelta:
        """Tell how far it has been moved; the file is read again when it has changed."""
        try:
            changed_at = self._path.stat().st_mtime_ns
            if changed_at != self._read_at:
                self._ahead = timedelta(seconds=float(self._path.read_text("ascii")))
                self._read_at = changed_at
        except FileNotFoundError:
            self._ahead = timedelta()
        return self._ahead

    def move(self, by: timedelta) -> datetime:
        """Move it on for every process that looks at the same folder; gives what it says then."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_suffix(".new")
        beside.write_text(str((self.ahead + by).total_seconds()), "ascii")
        # Whoever looks in this moment reads the old file or the new one, never half of it.
        beside.replace(self._path)
        return self.now()
