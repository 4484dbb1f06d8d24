"""What somebody wants to see of the open work: the parts it is narrowed by, as buttons carry them."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from domain.queue import QueueFilter
from domain.submission import Stage

ME = "me"
NOBODY = "nobody"

_LONGEST_NUMBER = 15
"""Digits; every database takes that many."""


class Part(StrEnum):
    """What the queue can be narrowed by."""

    TOPIC = "topic"
    STAGE = "stage"
    OWNER = "owner"
    OVERDUE = "overdue"


Sieve: TypeAlias = Mapping[Part, str]
"""What is wanted of each part: a topic, a stage, a colleague's number, ME or NOBODY."""

NO_SIEVE: Sieve = MappingProxyType({})
MINE: Sieve = MappingProxyType({Part.OWNER: ME})
NOBODYS: Sieve = MappingProxyType({Part.OWNER: NOBODY})
LATE: Sieve = MappingProxyType({Part.OVERDUE: "yes"})


def write_sieve(sieve: Sieve) -> str:
    """Write it as a button carries it."""
    return "|".join(f"{part.value}:{value}" for part, value in sieve.items())


def read_sieve(carried: str) -> Sieve:
    """Read what a button carries; what is not known any more is left out."""
    pairs = (piece.partition(":") for piece in carried.split("|"))
    parts = {part.value: part for part in Part}
    return {parts[name]: value for name, _colon, value in pairs if name in parts and value}


def make_filter(sieve: Sieve, person_id: int) -> QueueFilter:
    """Make the filter that the storage knows; ``person_id`` is who ME is."""
    owner, stage = sieve.get(Part.OWNER, ""), sieve.get(Part.STAGE, "")
    is_number = owner.isascii() and owner.isdecimal() and len(owner) <= _LONGEST_NUMBER
    return QueueFilter(
        topic=sieve.get(Part.TOPIC, ""),
        stage=Stage(stage) if stage in {one.value for one in Stage} else None,
        owner_id=person_id if owner == ME else int(owner) if is_number else 0,
        unowned=owner == NOBODY,
        overdue=Part.OVERDUE in sieve,
    )
