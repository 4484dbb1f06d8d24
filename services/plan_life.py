"""What happens to an action plan on its way: news, actions, steps, more time, and its end."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import TypeAlias

from dialogs.plan_forms import (
    ACTION,
    ACTION_DUE,
    ACTION_EVIDENCE,
    ACTION_OWNER,
    ACTION_PARTNER,
    LEARNED,
    NEW_DAY,
    OUTCOME,
    PLAN_ACTION,
    PLAN_FINISH,
    PLAN_TIME,
    PLAN_UPDATE,
    REASON,
    SHARE,
    UPDATE,
)
from dialogs.state import ACTION_ID
from dialogs.walkthrough import Answers
from domain.action_plan import (
    MOST_ACTIONS,
    ActionPlan,
    PlanAction,
    PlanEvent,
    PlanHappened,
    PlanOutcome,
    Step,
    Wish,
    name_doer,
)
from domain.clock import in_london
from domain.errors import BadInput, NotFound, NotPossible
from domain.language import _, _n
from domain.people import Actor
from services.action_plans import FINISHED, change_plan, load_plan
from services.permission import name_of
from services.plan_care import announce_wish
from storage.work import Work

_Take: TypeAlias = Callable[[Work, Actor, ActionPlan, Answers, datetime], Awaitable[ActionPlan]]


async def load_open(work: Work, actor: Actor, reference: str) -> ActionPlan:
    """Give somebody their own plan, locked, while it is under way.

    Raises:
        NotFound, Refused: see load_plan.
        NotPossible: it is finished.
    """
    plan = await load_plan(work, actor, reference, lock=True)
    if not plan.is_open:
        raise NotPossible(_(FINISHED))
    return plan


@dataclass(frozen=True, slots=True)
class Filled:
    """A form about a plan, filled in: its walkthrough's name, the plan's reference, and the answers."""

    form: str
    reference: str
    answers: Answers


async def take_form(work: Work, actor: Actor, filled: Filled, now: datetime) -> ActionPlan:
    """Do what a form says.

    Raises:
        NotFound, Refused, NotPossible: see load_open.
        BadInput: an answer does not fit the plan as it stands.
    """
    plan = await load_open(work, actor, filled.reference)
    return await _FORMS[filled.form](work, actor, plan, filled.answers, now)


async def _tell_update(
    work: Work, actor: Actor, plan: ActionPlan, answers: Answers, now: datetime
) -> ActionPlan:
    event = PlanEvent(PlanHappened.UPDATED, now, name_of(actor), answers[UPDATE.name])
    return await change_plan(work, plan, event, lambda one: one)


async def _keep_action(
    work: Work, actor: Actor, plan: ActionPlan, answers: Answers, now: datetime
) -> ActionPlan:
    due = answers.get(ACTION_DUE.name, "")
    told = PlanAction(
        id=int(answers.get(ACTION_ID, 0)),
        what=answers[ACTION.name],
        owner=name_doer(answers.get(ACTION_OWNER.name, "")),
        partner=answers.get(ACTION_PARTNER.name, ""),
        due=date.fromisoformat(due) if due else None,
        evidence=answers.get(ACTION_EVIDENCE.name, ""),
    )
    if told.id:
        before = require_action(plan, told.id)
        kept = replace(told, done_at=before.done_at)
        await work.action_plans.save_action(plan.id, kept)
        actions = tuple(kept if one.id == kept.id else one for one in plan.actions)
    else:
        if len(plan.actions) >= MOST_ACTIONS:
            raise NotPossible(
                _n(
                    "A plan has room for {count} action. Take one out first.",
                    "A plan has room for {count} actions. Take one out first.",
                    MOST_ACTIONS,
                ).format(count=MOST_ACTIONS)
            )
        place = await work.action_plans.find_last_place(plan.id) + 1
        actions = (*plan.actions, await work.action_plans.add_action(plan.id, told, place))
    event = PlanEvent(PlanHappened.ACTIONS_CHANGED, now, name_of(actor), told.what)
    return await change_plan(work, plan, event, lambda one: replace(one, actions=actions))


def require_action(plan: ActionPlan, action_id: int) -> PlanAction:
    """Give one action of a plan.

    Raises:
        NotFound: it has been taken out.
    """
    action = plan.find_action(action_id)
    if action is None:
        raise NotFound(_("That action is not in the plan any more. Here is how the plan stands."))
    return action


async def remove_action(
    work: Work, actor: Actor, reference: str, action_id: int, now: datetime
) -> ActionPlan:
    """Take an action out of one's plan."""
    plan = await load_open(work, actor, reference)
    action = require_action(plan, action_id)
    await work.action_plans.remove_action(plan.id, action.id)
    left = tuple(one for one in plan.actions if one.id != action.id)
    event = PlanEvent(PlanHappened.ACTIONS_CHANGED, now, name_of(actor), action.what)
    return await change_plan(work, plan, event, lambda one: replace(one, actions=left))


async def move_step(work: Work, actor: Actor, reference: str, step: Step, now: datetime) -> ActionPlan:
    """Say which step of SARA is on; said twice it is said once."""
    plan = await load_open(work, actor, reference)
    if plan.step is step:
        return plan
    event = PlanEvent(PlanHappened.STEPPED, now, name_of(actor), about=step)
    return await change_plan(work, plan, event, lambda one: replace(one, step=step))


async def _ask_for_time(
    work: Work, actor: Actor, plan: ActionPlan, answers: Answers, now: datetime
) -> ActionPlan:
    to = date.fromisoformat(answers[NEW_DAY.name])
    reason = answers[REASON.name]
    if to <= max(plan.due_on, in_london(now).date()):
        raise BadInput(
            _("Choose a day still to come, after the one on which the plan is due."),
            field=NEW_DAY.name,
            kept=reason,
        )
    event = PlanEvent(PlanHappened.TIME_ASKED, now, name_of(actor), reason, about=to.isoformat())
    wished = await change_plan(work, plan, event, lambda one: decide(one, wish=Wish(to, reason, now)))
    await announce_wish(work, wished, now)
    return wished


async def _finish(work: Work, actor: Actor, plan: ActionPlan, answers: Answers, now: datetime) -> ActionPlan:
    outcome, learned = PlanOutcome(answers[OUTCOME.name]), answers.get(LEARNED.name, "")
    event = PlanEvent(PlanHappened.FINISHED, now, name_of(actor), learned, about=outcome)
    return await change_plan(
        work,
        plan,
        event,
        lambda one: decide(
            one,
            outcome=outcome,
            learned=learned,
            shared=bool(learned) and answers.get(SHARE.name) == "yes",
            finished_at=now,
            snoozed_until=None,
            wish=None if one.wish is not None and one.wish.is_open else one.wish,
        ),
    )


async def reopen_plan(work: Work, actor: Actor, reference: str, now: datetime) -> ActionPlan:
    """Go on with a plan that was finished; one that is under way stays as it is."""
    plan = await load_plan(work, actor, reference, lock=True)
    if plan.is_open:
        return plan
    event = PlanEvent(PlanHappened.REOPENED, now, name_of(actor))
    return await change_plan(
        work, plan, event, lambda one: decide(one, finished_at=None, outcome=None, shared=False)
    )


def decide(plan: ActionPlan, **changes: object) -> ActionPlan:
    """Apply a decision: whoever decides on an older picture loses."""
    return replace(plan, version=plan.version + 1, **changes)  # type: ignore[arg-type] # a plan's own fields


_FORMS: Mapping[str, _Take] = MappingProxyType(
    {
        PLAN_UPDATE.name: _tell_update,
        PLAN_ACTION.name: _keep_action,
        PLAN_TIME.name: _ask_for_time,
        PLAN_FINISH.name: _finish,
    }
)
"""What each form about a plan does."""
