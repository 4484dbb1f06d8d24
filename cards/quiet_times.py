"""Marked leave and the choice of reminders: when the bot keeps quiet."""

from collections.abc import Collection, Sequence
from datetime import date

from microsoft_teams.cards.core import CardElement, Column, ColumnSet

from cards.buttons import button, date_box
from cards.kit import aside, heading, present, problem, rows, sentence
from cards.payloads import LeaveMark, LeaveRemove, LeaveShow, RemindersChoose, RemindersShow
from cards.words import capital
from domain.dates import say_day
from domain.ports import Outgoing
from domain.reminder_kinds import REMINDERS, ReminderKind, Reminding, can_turn_off, wants
from domain.working_days import Days, open_morning

_WHY_LEAVE = "While you are away, nothing comes that can wait. You get it on the first working morning after."


def leave_card(  # noqa: PLR0913 (the picture, and what came of a press on it)
    marked: Sequence[Days],
    today: date,
    *,
    note: str = "",
    error: str = "",
    first: str = "",
    last: str = "",
) -> Outgoing:
    """Show somebody's leave, with what marks more.

    Args:
        marked: What is marked and not over, the earliest first.
        today: The day in London.
        note: A sentence to say first.
        error: Why the days could not be marked; they stand in the boxes still.
        first: What stands in the box of the first day.
        last: What stands in that of the last.
    """
    listed: list[CardElement] = [_row(days, today) for days in marked]
    said = (_say(days, today) for days in marked)
    return present(
        " ".join(part for part in (note, error, "Your leave.", *said) if part),
        [
            heading("Your leave"),
            sentence(note) if note else None,
            aside(_WHY_LEAVE),
            *(listed or [sentence("No leave is marked.", "Medium")]),
            problem(error) if error else None,
            date_box("leave_first", "First day", "Choose the first day.", kept=first),
            date_box("leave_last", "Last day", "Choose the last day.", kept=last),
            *rows([button("Mark as leave", LeaveMark(), main=True, sends_inputs=True)]),
            aside("Or type it: leave 3 August to 14 August"),
            *rows([button("Reminders", RemindersShow())]),
        ],
    )


def _row(days: Days, today: date) -> ColumnSet:
    said = _say(days, today)
    remove = button("Remove", LeaveRemove(day=days.first.isoformat()), tip=f"Remove {said}")
    return _set_beside(sentence(said), rows([remove]))


def _say(days: Days, today: date) -> str:
    if days.first == days.last:
        return _say_date(days.first, today)
    return f"{_say_date(days.first, today)} to {_say_date(days.last, today)}"


def _say_date(day: date, today: date) -> str:
    year = "" if day.year == today.year else f" {day.year}"
    return f"{say_day(open_morning(day))}{year}"


def reminders_card(turned_off: Collection[ReminderKind], *, note: str = "", error: str = "") -> Outgoing:
    """Show which reminders come, and let somebody turn off those that need not."""
    off = frozenset(turned_off)
    free = [(kind, row) for kind, row in REMINDERS.items() if can_turn_off(kind)]
    always = [row for kind, row in REMINDERS.items() if not can_turn_off(kind)]
    return present(
        " ".join(part for part in (note, error, "Your reminders.") if part),
        [
            heading("Your reminders"),
            sentence(note) if note else None,
            problem(error) if error else None,
            aside("They come from nine o'clock on working days, and not while you are on marked leave."),
            *(_choice(kind, row, on=wants(kind, off)) for kind, row in free),
            sentence("These always come:", "Medium"),
            *(sentence(f"{capital(row.says)}.", "Small") for row in always),
            *rows([button("Mark leave", LeaveShow())], spacing="Medium"),
        ],
    )


def _choice(kind: ReminderKind, row: Reminding, *, on: bool) -> ColumnSet:
    title, state = ("Turn off", "On") if on else ("Turn on", "Off")
    turn = button(title, RemindersChoose(kind=kind, on=not on), tip=f"{title}: {row.says}")
    return _set_beside(sentence(f"{state}: {row.says}."), rows([turn]))


def _set_beside(said: CardElement, buttons: Sequence[CardElement]) -> ColumnSet:
    return ColumnSet(
        spacing="Medium",
        separator=True,
        columns=[
            Column(width="stretch", vertical_content_alignment="Center", items=[said]),
            Column(width="auto", vertical_content_alignment="Center", items=list(buttons)),
        ],
    )
