"""Action plans: made, brought to the bottom of the chat, listed, ticked off and kept going by their owner."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.action_plan import ActionPlan, PlanAction, PlanEvent, PlanHappened, Step, due_after
from domain.delivery import Posting, Subject, SubjectKind, View
from domain.errors import NotFound, NotPossible
from domain.language import N_, _
from domain.people import Actor, Permission
from domain.ports import JSONObject
from domain.submission import Party, Said
from services.permission import name_of, require
from services.walkthroughs import Footing
from storage.work import Work

PAGE = 5
"""Plans on one card of 'my plans'."""

FINISHED = N_("This plan is finished. Reopen it first if you want to go on with it.")


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a plan is made of."""

    title: str
    training_ended: date
    cohort: str = ""
    step: Step = Step.SCANNING
    answers: tuple[Said, ...] = ()
    actions: tuple[PlanAction, ...] = ()
    supervisor: Party | None = None
    supervisor_named: str = ""
    may_tell_supervisor: bool = False


@dataclass(frozen=True, slots=True)
class PlanPage:
    """One page of somebody's plans, those under way first."""

    plans: tuple[ActionPlan, ...]
    page: int
    pages: int


def about(plan: ActionPlan) -> Subject:
    """Name a plan as postings do."""
    return Subject(SubjectKind.PLAN, plan.id)


async def make_plan(work: Work, actor: Actor, beginning: Beginning, now: datetime) -> ActionPlan:
    """Make somebody's plan: it gets its reference, and is due three months after the training."""
    require(actor, Permission.SUBMIT)
    owner = name_of(actor)
    plan = await work.action_plans.add(
        ActionPlan(
            id=0,
            reference=await work.action_plans.next_reference(now.year),
            owner=owner,
            title=beginning.title,
            training_ended=beginning.training_ended,
            due_on=due_after(beginning.training_ended),
            cohort=beginning.cohort,
            step=beginning.step,
            answers=beginning.answers,
            actions=beginning.actions,
            supervisor=beginning.supervisor,
            supervisor_named=beginning.supervisor_named,
            may_tell_supervisor=beginning.may_tell_supervisor,
            created_at=now,
            touched_at=now,
        )
    )
    await work.action_plans.record(plan.id, PlanEvent(PlanHappened.MADE, now, owner))
    return plan


async def load_plan(
    work: Work,
    actor: Actor,
    reference: str,
    permission: Permission = Permission.OWN_PLAN,
    *,
    lock: bool = False,
) -> ActionPlan:
    """Give a plan to somebody who may have it.

    Raises:
        NotFound: no such plan.
        Refused: the actor has no such permission for it.
    """
    plan = await work.action_plans.find(reference, lock=lock)
    if plan is None:
        raise NotFound(
            _("I know no plan {reference}. Type 'my plans' to see what is yours.").format(reference=reference)
        )
    require(actor, permission, owner_id=plan.owner.id)
    return plan


async def list_own_plans(work: Work, actor: Actor, page: int) -> PlanPage:
    """Give one page of somebody's own plans, those under way first."""
    rows, total = await work.action_plans.list_of_owner(actor.person.id, page, PAGE)
    pages = max(1, -(-total // PAGE))
    if page >= pages:
        return await list_own_plans(work, actor, pages - 1)
    return PlanPage(tuple(rows), page, pages)


async def bring_plan(work: Work, plan: ActionPlan, footing: Footing) -> tuple[Posting, list[Posting]]:
    """Bring a plan's card down to the bottom of its owner's chat; the earlier one folds to a line."""
    folded = await fold_cards(work, plan, footing)
    live = await work.postings.place(footing.conversation, about(plan), View.PLAN, held_until=footing.until)
    return live, folded


async def fold_cards(work: Work, plan: ActionPlan, footing: Footing) -> list[Posting]:
    """Fold a plan's cards to a line that points further down."""
    shape: JSONObject = {"reference": plan.reference, "title": plan.title}
    return [
        await work.postings.fold(earlier.id, shape, held_until=footing.until)
        for view in (View.PLAN, View.PLAN_REMINDER)
        for earlier in await work.postings.list_of(about(plan), view)
    ]


async def change_plan(
    work: Work, plan: ActionPlan, event: PlanEvent, change: Callable[[ActionPlan], ActionPlan]
) -> ActionPlan:
    """Keep what its owner did with a plan that was loaded with its lock; its cards are drawn anew.

    Whoever does something is not stuck: a call for help is answered by going on.
    """
    moved = replace(change(replace(plan, help_asked_at=None)), touched_at=event.at)
    await work.action_plans.save(moved, plan.version)
    await work.action_plans.record(plan.id, event)
    work.touch(about(plan))
    return moved


async def tick_action(  # noqa: PLR0913 (each part is named at the call)
    work: Work, actor: Actor, reference: str, action_id: int, *, done: bool, now: datetime
) -> ActionPlan:
    """Tick an action off, or take its tick away; done twice, or on two devices at once, it is done once.

    Raises:
        NotFound: the plan has no such action (any more).
        NotPossible: the plan is finished.
    """
    plan = await load_plan(work, actor, reference, lock=True)
    action = plan.find_action(action_id)
    if action is None:
        raise NotFound(_("That action is not in the plan any more. Here is how the plan stands."))
    if not plan.is_open:
        raise NotPossible(_(FINISHED))
    if action.is_done == done:
        return plan
    ticked = replace(action, done_at=now if done else None)
    await work.action_plans.save_action(plan.id, ticked)
    kind = PlanHappened.TICKED if done else PlanHappened.UNTICKED
    return await change_plan(
        work,
        plan,
        PlanEvent(kind, now, name_of(actor), action.what),
        lambda one: replace(
            one,
            actions=tuple(ticked if other.id == ticked.id else other for other in one.actions),
        ),
    )
