"""Looking after drafts that were left: a word to their writer, and an end to what nobody came back to."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from dialogs.state import Doubt, Held
from domain.clock import in_london
from domain.delivery import Notice, Subject, SubjectKind
from domain.draft import UNFINISHED, Draft
from domain.draft_care import HELD_FOR, WARNED_BEFORE, find_reminder, name_warning
from domain.errors import NotFound
from domain.privacy import screen
from domain.reminder_kinds import ReminderKind, wants
from domain.working_days import Days, is_working_time
from services.walkthroughs import Footing, Walk, cancel_walk, restore_walk
from storage.work import Work

A_PAGE = 50
"""Drafts that are looked after in one unit of work."""


async def care_for_drafts(work: Work, after_id: int, now: datetime, life: timedelta) -> int | None:
    """Look after one page of the drafts that were left; gives where the next begins, None at the end."""
    left = await work.drafts.list_left(now - timedelta(days=1), after_id, A_PAGE)
    writers = {draft.person_id for draft in left}
    away = await work.leave.list_of_all(writers, in_london(now).date())
    off = await work.reminder_choices.list_off_of_all(writers)
    for draft in left:
        peace = _Peace(away.get(draft.person_id, ()), off.get(draft.person_id, frozenset()))
        await _care_for(work, draft.id, now, life, peace)
    return left[-1].id if len(left) == A_PAGE else None


@dataclass(frozen=True, slots=True)
class _Peace:
    """When and of what somebody does not want to be reminded."""

    away: tuple[Days, ...]
    off: frozenset[ReminderKind]


async def _care_for(work: Work, draft_id: int, now: datetime, life: timedelta, peace: _Peace) -> None:
    draft = await work.drafts.find(draft_id, lock=True)
    if draft is None or draft.status not in UNFINISHED:
        return
    try:
        walk = restore_walk(draft)
    except NotFound:
        return
    if now - draft.touched_at >= life and await _may_end(work, walk, now):
        await _end(work, walk, now)
        return
    if now - draft.touched_at >= HELD_FOR:
        await _forget_undecided(work, walk)
    if is_working_time(now, peace.away) and not walk.state.is_blank:
        _remind(work, draft, now, life, peace.off)


async def _may_end(work: Work, walk: Walk, now: datetime) -> bool:
    """Tell whether nobody would miss it, or its writer was warned in good time."""
    if walk.state.is_blank:
        return True
    warned_at = await work.notices.find_moment(name_warning(walk.draft))
    return warned_at is not None and now - warned_at >= WARNED_BEFORE


def _remind(work: Work, draft: Draft, now: datetime, life: timedelta, off: frozenset[ReminderKind]) -> None:
    reminder = find_reminder(draft, now, life)
    if reminder is None or not wants(reminder.choice, off):
        return
    work.notify(
        Notice(
            key=reminder.key,
            kind=reminder.kind,
            conversation_id=None,
            person_id=draft.person_id,
            subject=Subject(SubjectKind.DRAFT, draft.id),
            event_id=0,
            not_after=reminder.until,
        )
    )


async def _end(work: Work, walk: Walk, now: datetime) -> None:
    """Delete what was written, as its writer's own cancelling does."""
    conversation = await work.conversations.find(walk.draft.conversation_id)
    if conversation is not None:
        await cancel_walk(work, Footing(conversation, now, now), walk)


async def _forget_undecided(work: Work, walk: Walk) -> None:
    """Delete words that may identify somebody and that nobody has decided on."""
    state = walk.state
    held = None if state.held is not None and _may_identify(state.held) else state.held
    parked = {name: one for name, one in state.parked.items() if not _may_identify(one)}
    if held is state.held and len(parked) == len(state.parked):
        return
    settled = state.model_copy(update={"held": held, "parked": parked})
    await work.drafts.save(walk.draft.id, settled.model_dump(mode="json"), walk.draft.touched_at)
    work.touch(Subject(SubjectKind.DRAFT, walk.draft.id))


def _may_identify(held: Held) -> bool:
    return held.doubt in (Doubt.PERSONAL, Doubt.ELSEWHERE) or bool(screen(held.text))
