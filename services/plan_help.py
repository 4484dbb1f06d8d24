"""Asking the Hub for help with an action plan: a submission made of it, and linked to it."""

from dataclasses import replace
from datetime import datetime

from domain.action_plan import ActionPlan, Linked, PlanEvent, PlanHappened
from domain.people import Actor
from domain.submission import Kind, Submission
from services import portal
from services.action_plans import change_plan, load_plan
from services.permission import name_of
from services.walkthroughs import Footing, Walk
from storage.work import Work

LETTERS = "AP-"
"""What the reference of a plan begins with."""


def list_given(plan: ActionPlan) -> dict[str, str]:
    """Give what a plan knows already of what the Hub asks."""
    actions = "; ".join(action.what.rstrip(".") for action in plan.actions)
    given = {
        "kind": Kind.OPERATIONAL_ISSUE.value,
        "problem": plan.says("problem") or plan.title,
        "analysis": plan.says("analysis"),
        "response": actions and f"{actions}.",
        "assessment": plan.says("measure"),
    }
    return {name: text for name, text in given.items() if text}


async def send_submission(work: Work, actor: Actor, footing: Footing, walk: Walk) -> Submission:
    """Send a submission; one that was made of a plan is linked to it, and the plan waits for the Hub."""
    submission = await portal.send_submission(work, actor, footing, walk)
    if walk.state.about.startswith(LETTERS):
        await _link(work, actor, walk.state.about, submission, footing.now)
    return submission


async def _link(work: Work, actor: Actor, reference: str, submission: Submission, now: datetime) -> None:
    """Link a submission to the plan it was made of, while that is still under way."""
    plan = await load_plan(work, actor, reference, lock=True)
    if plan.is_open:
        linked = Linked(submission.id, submission.reference, is_open=True)
        event = PlanEvent(PlanHappened.HELP_ASKED, now, name_of(actor), about=submission.reference)
        await change_plan(work, plan, event, lambda one: replace(one, linked=linked, help_asked_at=now))
