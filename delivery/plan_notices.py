"""Reminders of action plans as they are sent: looked at once more, and several for one person as one."""

from collections.abc import Sequence
from datetime import datetime

from cards.plan_reminders import plan_reminder, plans_digest, tell_of_plans
from delivery.waiting import OutOfDateError
from domain.delivery import NoticeKind, Subject, View
from domain.plan_reminders import BY_KIND, Reader
from domain.ports import JSONObject, Outgoing
from services.action_plans import about
from services.plan_reminders import list_current
from storage.notices import StoredNotice
from storage.outbox import Claim
from storage.work import Work


async def draw_plan_notices(
    work: Work, claim: Claim, notices: Sequence[StoredNotice], now: datetime
) -> Outgoing:
    """Draw what is still so of some reminders, all for one person as one kind of reader.

    Raises:
        OutOfDateError: nothing of it is: finished, moved, put off, or somebody else's by now.
    """
    current = await list_current(work, notices, claim.conversation.person_id, now)
    if not current:
        raise OutOfDateError
    plans = [plan for plan, _ in current]
    reader = BY_KIND[notices[0].kind].reader
    if reader is not Reader.OWNER:
        return tell_of_plans(plans, reader, now)
    return plan_reminder(plans[0], current[0][1].kind, now) if len(plans) == 1 else plans_digest(plans, now)


async def keep_plan_reminder(
    work: Work, claim: Claim, notices: Sequence[StoredNotice], activity_id: str, now: datetime
) -> None:
    """Keep the card of one reminder true from now on; the one before it folds to a line."""
    current = await list_current(work, notices, claim.conversation.person_id, now)
    if len(current) != 1 or current[0][1].reader is not Reader.OWNER:
        return
    plan, row = current[0]
    await _fold_earlier(work, about(plan), {"reference": plan.reference, "title": plan.title})
    await work.postings.adopt(
        claim.conversation,
        about(plan),
        View.PLAN_REMINDER,
        shape={"reminds": str(row.kind)},
        activity_id=activity_id,
    )


async def _fold_earlier(work: Work, subject: Subject, shape: JSONObject) -> None:
    for earlier in await work.postings.list_of(subject, View.PLAN_REMINDER):
        await work.postings.fold(earlier.id, shape, held_until=None)


def is_plan_reminder(kind: NoticeKind) -> bool:
    """Tell whether a message reminds of a plan."""
    return kind in BY_KIND
