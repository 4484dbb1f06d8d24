"""The reminders there are: a table that says which of them people can turn off, and in which words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from domain.language import N_


class ReminderKind(StrEnum):
    """What somebody is reminded of."""

    DRAFT_WAITS = "draft waits"
    DRAFT_ENDS = "draft ends"


@dataclass(frozen=True, slots=True)
class Reminding:
    """One row: what it is called when it is typed, when it comes, and whether it has to come."""

    word: str
    says: str
    is_essential: bool = False


REMINDERS: Mapping[ReminderKind, Reminding] = MappingProxyType(
    {
        ReminderKind.DRAFT_WAITS: Reminding(
            "unfinished", N_("three days after you left something unfinished")
        ),
        ReminderKind.DRAFT_ENDS: Reminding(
            "deletion", N_("a week before something unfinished is deleted"), is_essential=True
        ),
    }
)


def can_turn_off(kind: ReminderKind) -> bool:
    """Tell whether people may do without it."""
    return not REMINDERS[kind].is_essential


def wants(kind: ReminderKind, turned_off: frozenset[ReminderKind]) -> bool:
    """Tell whether somebody gets it; what has to come comes, whatever is kept of their choice."""
    return kind not in turned_off or not can_turn_off(kind)
