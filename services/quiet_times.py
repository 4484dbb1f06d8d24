"""When somebody does not want to be reminded: their marked leave, and the reminders they have turned off."""

from datetime import date, datetime

from domain.clock import in_london
from domain.errors import NotFound, NotPossible
from domain.language import _
from domain.leave import mark, unmark
from domain.people import Actor, Permission
from domain.reminder_kinds import REMINDERS, ReminderKind, can_turn_off
from domain.working_days import Days
from services.permission import require
from storage.work import Work


async def list_leave(work: Work, actor: Actor, now: datetime) -> tuple[Days, ...]:
    """Give one's own leave that is not over."""
    require(actor, Permission.CHOOSE_REMINDERS)
    return await work.leave.list_of(actor.person.id, in_london(now).date())


async def mark_leave(work: Work, actor: Actor, days: Days, now: datetime) -> tuple[Days, ...]:
    """Mark some days of one's own as leave; gives all that is marked then.

    Raises:
        BadInput: the days are the wrong way round, over, or too far ahead.
        NotPossible: as much is marked as can be kept.
    """
    marked = await list_leave(work, actor, now)
    together = mark(marked, days.first, days.last, in_london(now).date())
    await work.leave.replace(actor.person.id, together)
    return together


async def unmark_leave(work: Work, actor: Actor, day: date, now: datetime) -> tuple[Days, ...]:
    """Remove the leave that a day belongs to; gives what is left.

    Raises:
        NotFound: none is marked on that day.
    """
    left = unmark(await list_leave(work, actor, now), day)
    await work.leave.replace(actor.person.id, left)
    return left


async def list_turned_off(work: Work, actor: Actor) -> frozenset[ReminderKind]:
    """Give the reminders that one has turned off."""
    require(actor, Permission.CHOOSE_REMINDERS)
    return await work.reminder_choices.list_off(actor.person.id)


async def choose_reminder(work: Work, actor: Actor, kind: str, *, on: bool) -> frozenset[ReminderKind]:
    """Turn one kind of reminder on or off for oneself; gives what is off then.

    Raises:
        NotFound: there is no such reminder.
        NotPossible: it has to come.
    """
    require(actor, Permission.CHOOSE_REMINDERS)
    if kind not in {str(one) for one in REMINDERS}:
        raise NotFound(_("There is no such reminder. Type 'reminders' to see them."))
    chosen = ReminderKind(kind)
    if not on and not can_turn_off(chosen):
        raise NotPossible(_("That one always comes, so that nothing is lost unnoticed."))
    turn = work.reminder_choices.turn_on if on else work.reminder_choices.turn_off
    await turn(actor.person.id, chosen)
    return await list_turned_off(work, actor)
