"""An action plan's pictures for its owner: its card, and a reminder that can be acted in."""

from datetime import datetime

from cards.plan import plan_card
from cards.plan_reminders import plan_reminder
from delivery.gone import SubjectGoneError
from domain.delivery import NoticeKind, Posting, View
from domain.people import Reach
from domain.ports import Outgoing
from domain.remark import Remark
from services.people import find_reach
from storage.work import Work


async def draw_plan(work: Work, posting: Posting, now: datetime, remark: Remark) -> Outgoing:
    """Draw a posting of a plan as things stand.

    Raises:
        SubjectGoneError: the plan has been removed.
    """
    plan = await work.action_plans.find_by_id(posting.subject.id)
    if plan is None:
        raise SubjectGoneError
    if posting.view is View.PLAN_REMINDER:
        kind = NoticeKind(str(posting.shape["reminds"]))
        return plan_reminder(
            plan,
            kind,
            now,
            note=remark.note,
            error=remark.error,
            box=remark.box,
            chosen=remark.chosen,
        )
    reach = Reach.REACHED
    if plan.supervisor is not None and plan.may_tell_supervisor:
        reach = await find_reach(work, plan.supervisor.id)
    return plan_card(
        plan,
        now,
        events=await work.action_plans.list_events(plan.id),
        linked=await work.submissions.find_by_id(plan.linked.id) if plan.linked else None,
        note=remark.note,
        error=remark.error,
        reach=reach,
    )
