"""The cards of marked leave and of the choice of reminders."""

from datetime import date, timedelta

from cards.quiet_times import leave_card, reminders_card
from domain.clock import in_london
from domain.ports import Outgoing
from domain.reminder_kinds import REMINDERS
from domain.working_days import Days
from tests.cards.samples import NOW

TODAY = in_london(NOW).date()
A_YEAR_ON = TODAY + timedelta(days=366)
MARKED = (Days(TODAY, TODAY), Days(A_YEAR_ON, A_YEAR_ON + timedelta(days=11)))


def quiet() -> dict[str, Outgoing]:
    """Leave and reminders, each in its states."""
    return {
        "leave, none": leave_card([], TODAY),
        "leave": leave_card(MARKED, TODAY, note="Marked. Here is all your leave now."),
        "leave, days the wrong way round": leave_card(
            MARKED,
            TODAY,
            error="The last day comes before the first. Change one of them.",
            first="2027-08-14",
            last="2027-08-03",
        ),
        "worst, leave": leave_card([Days(date(2027, 1, 1), date(2027, 12, 31))] * 20, TODAY),
        "reminders": reminders_card(frozenset()),
        "reminders, all off": reminders_card(frozenset(REMINDERS), note="Turned off."),
        "reminders, not to be turned off": reminders_card(frozenset(), error="That one always comes."),
    }
