"""Marking leave and choosing reminders: what people press and type in their own chat."""

from datetime import date

from bot.scene import Answer, Scene
from cards import payloads as p
from cards.quiet_times import leave_card, reminders_card
from domain.clock import in_london
from domain.errors import BadInput, NotFound, NotPossible
from domain.language import _
from domain.leave import read_leave_day
from domain.ports import PlaceKind
from domain.reading_days import read_day
from domain.reminder_kinds import REMINDERS, ReminderKind
from domain.working_days import Days
from services import quiet_times


def _require_alone(scene: Scene) -> None:
    """Refuse to show somebody's own leave where others read along."""
    if scene.conversation.place.kind is not PlaceKind.PERSONAL:
        raise NotPossible(_("That is for you alone. Type it in a chat with me alone."))


async def show_leave(scene: Scene, _payload: p.LeaveShow) -> Answer:
    """Show what is marked, and what marks more."""
    _require_alone(scene)
    marked = await quiet_times.list_leave(scene.work, scene.actor, scene.now)
    return scene.say(leave_card(marked, in_london(scene.now).date()))


async def mark_leave(scene: Scene, payload: p.LeaveMark) -> Answer:
    """Mark leave; days that do not fit stay in their boxes, with a sentence that says why."""
    _require_alone(scene)
    today = in_london(scene.now).date()
    try:
        first = read_leave_day(payload.first, today)
        days = Days(first, read_leave_day(payload.last, today, since=first))
        marked = await quiet_times.mark_leave(scene.work, scene.actor, days, scene.now)
    except (BadInput, NotPossible) as error:
        marked = await quiet_times.list_leave(scene.work, scene.actor, scene.now)
        begins, ends = (_keep(typed, today) for typed in (payload.first, payload.last))
        return scene.replace(leave_card(marked, today, error=error.sentence, first=begins, last=ends))
    return scene.replace(leave_card(marked, today, note=_("Marked. Here is all your leave now.")))


def _keep(typed: str, today: date) -> str:
    """Give what a box for a day can hold of what was typed."""
    day = read_day(typed, today)
    return day.isoformat() if day else ""


async def remove_leave(scene: Scene, payload: p.LeaveRemove) -> Answer:
    """Remove the leave that a day belongs to; pressed a second time, show what is left."""
    _require_alone(scene)
    today = in_london(scene.now).date()
    try:
        day = read_leave_day(payload.day, today)
        left = await quiet_times.unmark_leave(scene.work, scene.actor, day, scene.now)
    except (BadInput, NotFound) as error:
        kept = await quiet_times.list_leave(scene.work, scene.actor, scene.now)
        return scene.replace(leave_card(kept, today, error=error.sentence))
    return scene.replace(leave_card(left, today, note=_("Removed.")))


async def show_reminders(scene: Scene, _payload: p.RemindersShow) -> Answer:
    """Show which reminders come."""
    _require_alone(scene)
    return scene.say(reminders_card(await quiet_times.list_turned_off(scene.work, scene.actor)))


async def choose_reminder(scene: Scene, payload: p.RemindersChoose) -> Answer:
    """Turn one kind on or off."""
    _require_alone(scene)
    try:
        off = await quiet_times.choose_reminder(scene.work, scene.actor, payload.kind, on=payload.on)
    except NotPossible as error:
        kept = await quiet_times.list_turned_off(scene.work, scene.actor)
        return scene.replace(reminders_card(kept, error=error.sentence))
    said = _("On again: {reminder}.") if payload.on else _("Off from now on: {reminder}.")
    says = _(REMINDERS[ReminderKind(payload.kind)].says)
    return scene.replace(reminders_card(off, note=said.format(reminder=says)))
