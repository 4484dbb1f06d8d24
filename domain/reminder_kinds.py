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
    PLAN_WEEKS = "plan weeks"
    PLAN_BACK = "plan back"
    PLAN_DUE = "plan due"
    PLAN_SUPERVISED = "plan supervised"
    PLAN_COORDINATED = "plan coordinated"
    HUB_WORK = "hub work"


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
        ReminderKind.PLAN_WEEKS: Reminding("weeks", N_("two, six and ten weeks after your training")),
        ReminderKind.PLAN_BACK: Reminding(
            "snooze", N_("on the day you have put an action plan off to"), is_essential=True
        ),
        ReminderKind.PLAN_DUE: Reminding(
            "due",
            N_("a week before an action plan is due, on the day, and a week after"),
            is_essential=True,
        ),
        ReminderKind.HUB_WORK: Reminding(
            "work", N_("on a working morning when something you have in the Hub has waited too long")
        ),
        ReminderKind.PLAN_SUPERVISED: Reminding(
            "supervising",
            N_("a week after a plan was due whose owner named you as supervisor"),
            is_essential=True,
        ),
        ReminderKind.PLAN_COORDINATED: Reminding(
            "coordinating",
            N_("two weeks after a plan was due, if you work for the Academy"),
            is_essential=True,
        ),
    }
)


def can_turn_off(kind: ReminderKind) -> bool:
    """Tell whether people may do without it."""
    return not REMINDERS[kind].is_essential


def wants(kind: ReminderKind, turned_off: frozenset[ReminderKind]) -> bool:
    """Tell whether somebody gets it; what has to come comes, whatever is kept of their choice."""
    return kind not in turned_off or not can_turn_off(kind)
