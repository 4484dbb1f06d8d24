"""Making an action plan of a finished walkthrough."""

from collections.abc import Iterator
from datetime import date

from dialogs import engine
from dialogs.action_plan import COHORT, ISSUE, MAY_TELL, MOST, STEP, SUPERVISOR, TRAINING_ENDED
from domain.action_plan import ActionPlan, PlanAction, Step, name_doer
from domain.clock import in_london
from domain.draft import DraftStatus
from domain.errors import NotPossible
from domain.language import _
from domain.people import Actor
from domain.picked import Picked, find_email
from domain.submission import Said
from services.action_plans import Beginning, make_plan
from services.people import find_or_await
from services.plan_care import hand_over
from services.portal import make_title
from services.walkthroughs import Footing, Walk, end_walk
from storage.work import Work

_KEPT_APART = ("action_", "owner_", "partner_", "due_")
"""Answers about actions: they become the plan's actions, which change with it."""
_FACTS = frozenset({TRAINING_ENDED.name, COHORT.name, STEP.name, SUPERVISOR.name, MAY_TELL.name})
"""Answers that the plan keeps as what they are, and that may change with it."""


async def make_plan_of_walk(work: Work, actor: Actor, footing: Footing, walk: Walk) -> ActionPlan:
    """Make a plan of what was answered; whoever did not say when their training ended means today.

    Raises:
        NotPossible: the issue is not named yet.
    """
    if engine.missing(walk.walkthrough, walk.state):
        raise NotPossible(_("Say in a sentence what your plan is about first."))
    plain = engine.plain_answers(walk.state)
    ended = plain.get(TRAINING_ENDED.name, "")
    beginning = Beginning(
        title=make_title(plain[ISSUE.name]),
        training_ended=date.fromisoformat(ended) if ended else in_london(footing.now).date(),
        cohort=plain.get(COHORT.name, ""),
        step=Step(plain.get(STEP.name, Step.SCANNING)),
        answers=tuple(_list_answers(walk)),
        actions=tuple(_list_actions(plain)),
        supervisor_named=plain.get(SUPERVISOR.name, ""),
        may_tell_supervisor=plain.get(MAY_TELL.name) == "yes",
    )
    plan = await make_plan(work, actor, beginning, footing.now)
    plan = await _find_supervisor(work, actor, footing, plan)
    await end_walk(work, footing, walk, DraftStatus.PLANNED)
    return plan


async def _find_supervisor(work: Work, actor: Actor, footing: Footing, plan: ActionPlan) -> ActionPlan:
    """Know the supervisor by the e-mail that was answered; a name alone may be anybody's and stays a name."""
    email = find_email(plan.supervisor_named)
    if not email:
        return plan
    person = await find_or_await(work, Picked(email=email), footing.conversation.place.tenant_id, footing.now)
    if person.id == plan.owner.id:
        return plan
    return await hand_over(work, actor, plan, person, footing.now)


def _list_answers(walk: Walk) -> Iterator[Said]:
    for said in engine.as_said(walk.walkthrough, walk.state):
        if said.name not in _FACTS and not said.name.startswith(_KEPT_APART):
            yield said


def _list_actions(plain: dict[str, str]) -> Iterator[PlanAction]:
    for number in range(1, MOST + 1):
        what = plain.get(f"action_{number}", "")
        if what:
            due = plain.get(f"due_{number}", "")
            yield PlanAction(
                id=0,
                what=what,
                owner=name_doer(plain.get(f"owner_{number}", "")),
                partner=plain.get(f"partner_{number}", ""),
                due=date.fromisoformat(due) if due else None,
            )
