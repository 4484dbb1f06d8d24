"""Marked leave and the choice of reminders: when the bot keeps quiet."""

from collections.abc import Collection, Sequence
from datetime import date

from microsoft_teams.cards.core import CardElement, Column, ColumnSet

from cards.buttons import button, date_box
from cards.kit import aside, heading, present, problem, rows, sentence
from cards.payloads import LeaveMark, LeaveRemove, LeaveShow, RemindersChoose, RemindersShow
from cards.words import capital
from domain.dates import say_date
from domain.language import N_, _
from domain.ports import Outgoing
from domain.reminder_kinds import REMINDERS, ReminderKind, Reminding, can_turn_off, wants
from domain.working_days import Days

_WHY_LEAVE = N_(
    "While you are away, nothing comes that can wait. You get it on the first working morning after."
)


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
    head = _("Your leave.")
    return present(
        " ".join(part for part in (note, error, head, *said) if part),
        [
            heading(_("Your leave")),
            sentence(note) if note else None,
            aside(_(_WHY_LEAVE)),
            *(listed or [sentence(_("No leave is marked."), "Medium")]),
            problem(error) if error else None,
            date_box("leave_first", _("First day"), _("Choose the first day."), kept=first),
            date_box("leave_last", _("Last day"), _("Choose the last day."), kept=last),
            *rows([button(_("Mark as leave"), LeaveMark(), main=True, sends_inputs=True)]),
            aside(_("Or type it: leave 3 August to 14 August")),
            *rows([button(_("Reminders"), RemindersShow())]),
        ],
    )


def _row(days: Days, today: date) -> ColumnSet:
    said = _say(days, today)
    remove = button(
        _("Remove"), LeaveRemove(day=days.first.isoformat()), tip=_("Remove {days}").format(days=said)
    )
    return _set_beside(sentence(said), rows([remove]))


def _say(days: Days, today: date) -> str:
    first, last = say_date(days.first, today), say_date(days.last, today)
    return first if days.first == days.last else _("{first} to {last}").format(first=first, last=last)


def reminders_card(turned_off: Collection[ReminderKind], *, note: str = "", error: str = "") -> Outgoing:
    """Show which reminders come, and let somebody turn off those that need not."""
    off = frozenset(turned_off)
    free = [(kind, row) for kind, row in REMINDERS.items() if can_turn_off(kind)]
    always = [row for kind, row in REMINDERS.items() if not can_turn_off(kind)]
    return present(
        " ".join(part for part in (note, error, _("Your reminders.")) if part),
        [
            heading(_("Your reminders")),
            sentence(note) if note else None,
            problem(error) if error else None,
            aside(_("They come from nine o'clock on working days, and not while you are on marked leave.")),
            *(_choice(kind, row, on=wants(kind, off)) for kind, row in free),
            sentence(_("These always come:"), "Medium"),
            *(sentence(f"{capital(_(row.says))}.", "Small") for row in always),
            *rows([button(_("Mark leave"), LeaveShow())], spacing="Medium"),
        ],
    )


def _choice(kind: ReminderKind, row: Reminding, *, on: bool) -> ColumnSet:
    title = _("Turn off") if on else _("Turn on")
    said = (_("On: {reminder}.") if on else _("Off: {reminder}.")).format(reminder=_(row.says))
    turn = button(title, RemindersChoose(kind=kind, on=not on), tip=f"{title}: {_(row.says)}")
    return _set_beside(sentence(said), rows([turn]))


def _set_beside(said: CardElement, buttons: Sequence[CardElement]) -> ColumnSet:
    return ColumnSet(
        spacing="Medium",
        separator=True,
        columns=[
            Column(width="stretch", vertical_content_alignment="Center", items=[said]),
            Column(width="auto", vertical_content_alignment="Center", items=list(buttons)),
        ],
    )
