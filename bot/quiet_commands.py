"""What people type about their leave and their reminders."""

import re
from collections.abc import Iterator

from bot.command import PERSONAL, Build, Command, Typed
from cards import payloads as p
from domain.reading_days import DAY, SPAN, split_days
from domain.reminder_kinds import REMINDERS, ReminderKind

_UNTIL = re.compile(r"^(?:it )?(?:until|till|to|for a week)\b\s*", re.IGNORECASE)
"""What may stand before the day that a plan is put off to."""

_DAYS = re.compile(rf"\s*:?\s*(?:from\s+)?(?P<words>{SPAN})", re.IGNORECASE)
_A_DAY = re.compile(rf"\s*:?\s*(?:on\s+|from\s+)?(?P<words>{DAY})", re.IGNORECASE)


def _choosing(kind: ReminderKind, *, on: bool) -> Build:
    return lambda _: p.RemindersChoose(kind=kind, on=on)


def _list_choices() -> Iterator[Command]:
    """Give the commands that turn each reminder on and off."""
    for kind, row in REMINDERS.items():
        for on, word in ((True, "on"), (False, "off")):
            phrases = (f"turn {word} {row.word}", f"turn {word} reminders {row.word}")
            yield Command(phrases, _choosing(kind, on=on), f"turn {word} that reminder", PERSONAL)


def _mark(days: str) -> p.LeaveShow | p.LeaveMark:
    first, last = split_days(days)
    return p.LeaveMark(first=first, last=last) if days else p.LeaveShow()


def _snooze(typed: Typed) -> p.PlanSnooze:
    return p.PlanSnooze(reference=typed.reference, until=_UNTIL.sub("", typed.words.strip(" .!"))[:120])


QUIET_COMMANDS: tuple[Command, ...] = (
    Command(
        ("leave", "my leave", "mark leave", "annual leave"),
        lambda t: _mark(t.words),
        "show your leave",
        PERSONAL,
        follows=_DAYS,
    ),
    Command(
        ("remove leave", "delete leave"),
        lambda t: p.LeaveRemove(day=t.words) if t.words else p.LeaveShow(),
        "remove leave",
        PERSONAL,
        follows=_A_DAY,
    ),
    Command(
        ("reminders", "my reminders", "turn off reminders"),
        lambda _: p.RemindersShow(),
        "show your reminders",
        PERSONAL,
    ),
    *_list_choices(),
    Command(("snooze", "put off"), _snooze, "put the plan off", PERSONAL, about_plan=True),
)
