"""Files that people are handed: kept for one person until a moment, fetched by a link once or many times."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LARGEST_FILE = 20 * 1024 * 1024
"""Bytes. Larger ones belong where the force keeps its files, not in the bot's database."""


class FileDeed(StrEnum):
    """What happens to a file, for the record of who had what when."""

    OFFERED = "offered"
    FETCHED = "fetched"


@dataclass(frozen=True, slots=True)
class Download:
    """One file for one person."""

    id: int
    person_id: int
    name: str
    content_type: str
    size: int
    """Bytes."""
    made_at: datetime
    until: datetime
    once: bool
    used_at: datetime | None = None
    """When a file that is handed out once was fetched."""

    def is_open(self, now: datetime) -> bool:
        """Tell whether it can still be fetched."""
        return now < self.until and self.used_at is None


@dataclass(frozen=True, slots=True)
class FileEvent:
    """One line of the record: who had what, when. It outlives the file."""

    download_id: int
    person_id: int
    name: str
    deed: FileDeed
    at: datetime
