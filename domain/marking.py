"""The Government Security Classifications that an item may carry here."""

from enum import StrEnum


class Marking(StrEnum):
    """OFFICIAL unless somebody chooses otherwise; nothing higher than these two is accepted."""

    OFFICIAL = "OFFICIAL"
    OFFICIAL_SENSITIVE = "OFFICIAL-SENSITIVE"
