"""Drafts that are left: one friendly word, a warning, an end; and how long undecided words may wait."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.delivery import NoticeKind
from domain.draft import Draft
from domain.reminder_kinds import ReminderKind

LIFE = timedelta(days=30)
"""How long a draft that nobody touches is kept, unless the force sets another time."""

WARNED_BEFORE = timedelta(days=7)
"""How long somebody has between the warning and the end."""

HELD_FOR = timedelta(days=7)
"""How long words that may identify somebody wait in a draft for their writer's decision."""

_NUDGE_AFTER = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something that is said once about a draft that is left; worthless after ``until``."""

    kind: NoticeKind
    choice: ReminderKind
    """What its reader turns off to do without it, where they may."""
    key: str
    until: datetime


def find_reminder(draft: Draft, now: datetime, life: timedelta = LIFE) -> Reminder | None:
    """Give what is to be said of a draft by now: the nudge once ever, the warning once for each pause."""
    left_for = now - draft.touched_at
    if left_for >= life - WARNED_BEFORE:
        return Reminder(
            NoticeKind.DRAFT_ENDS, ReminderKind.DRAFT_ENDS, name_warning(draft), now + WARNED_BEFORE
        )
    if left_for >= _NUDGE_AFTER:
        until = draft.touched_at + life - WARNED_BEFORE
        return Reminder(NoticeKind.DRAFT_WAITS, ReminderKind.DRAFT_WAITS, f"draft {draft.id} waits", until)
    return None


def name_warning(draft: Draft) -> str:
    """Name the warning that a draft will be deleted, as its notice's key does."""
    return f"draft {draft.id} left {draft.touched_at:%Y-%m-%d %H:%M} ends"
