"""Nudging for stale work: one message a working morning, to the Hub's channel and to whose work it is."""

from datetime import datetime, time

from domain.clock import in_london
from domain.delivery import Notice, NoticeKind, Subject, SubjectKind
from domain.digest import Digest, find_limits
from domain.reminder_kinds import ReminderKind, wants
from domain.working_days import is_working_time
from domain.working_time import close_evening
from storage.work import Work

A_FEW = 4
"""Rows of each pile in a message."""

_NOON = time(12)
"""From then on no more is said: the next morning comes."""


async def gather_digest(work: Work, now: datetime, owner_id: int = 0) -> Digest:
    """Gather what has waited too long, of everybody's work or of one colleague's."""
    piles = await work.stale.list_piles(find_limits(now), owner_id=owner_id, size=A_FEW)
    late = await work.tasks.list_late(in_london(now).date())
    return Digest(piles, tuple(task for task in late if owner_id in (0, task.owner.id)))


async def nudge_for_work(work: Work, now: datetime) -> None:
    """Have the morning's messages sent, each at most once a day, and only where there is something to say."""
    hub = await work.conversations.hub()
    local = in_london(now)
    if hub is None or not is_working_time(now) or local.time() >= _NOON:
        return
    subject = Subject(SubjectKind.CONVERSATION, hub.id)
    until = close_evening(local.date())
    if not (await gather_digest(work, now)).is_empty:
        key = f"hub digest {local.date()}"
        work.notify(Notice(key, NoticeKind.HUB_DIGEST, hub.id, subject, 0, until))
    members = [member.id for member in await work.roster.list_members(hub.team_id)]
    off = await work.reminder_choices.list_off_of_all(members)
    away = await work.leave.list_of_all(members, local.date())
    for member in members:
        if not wants(ReminderKind.HUB_WORK, off.get(member, frozenset())):
            continue
        if not is_working_time(now, away.get(member, ())):
            continue
        if not (await gather_digest(work, now, member)).is_empty:
            key = f"work digest {local.date()} to {member}"
            work.notify(Notice(key, NoticeKind.OWN_DIGEST, None, subject, 0, until, person_id=member))
