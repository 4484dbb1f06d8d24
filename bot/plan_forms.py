"""Forms about an action plan: filled in on its card, or question by question where something is missing."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.plans import acknowledge, bring, require_alone, turn_into_plan
from bot.scene import Answer, Scene
from cards import payloads as p
from cards.plan_editing import plan_editing
from dialogs import engine
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
from dialogs.state import ACTION_ID, REVIEW
from dialogs.walkthrough import Walkthrough
from domain.action_plan import ActionPlan, PlanOutcome, Step
from domain.clock import in_london
from domain.draft import DraftStatus
from domain.errors import BadInput
from domain.language import N_, _
from services.plan_life import (
    Filled,
    load_open,
    move_step,
    remove_action,
    reopen_plan,
    require_action,
    take_form,
)
from services.walkthroughs import Walk, end_walk, open_walk

_KEPT = N_("Kept.")
_ASKED = N_("Asked. The Academy decides, and you hear of it here.")
_ENDED: Mapping[PlanOutcome, str] = MappingProxyType(
    {
        PlanOutcome.WORKED: N_("Finished. Well done, and thank you for seeing it through."),
        PlanOutcome.PARTLY: N_("Finished. Thank you; knowing which part worked is worth a lot."),
        PlanOutcome.DID_NOT: N_("Finished. Thank you for saying so: that is a result, and others need it."),
        PlanOutcome.NOT_IMPLEMENTED: N_(
            "Finished. Thank you for saying so; not every plan can be carried out."
        ),
    }
)


def _say_done(form: str, plan: ActionPlan) -> str:
    if plan.outcome is not None:
        return _(_ENDED[plan.outcome])
    return _(_ASKED) if form == PLAN_TIME.name else _(_KEPT)


async def fill(scene: Scene, form: Walkthrough, reference: str, given: Mapping[str, str]) -> Answer:
    """Do what a form says at once where it is whole; else ask for what is missing, with the rest kept."""
    require_alone(scene)
    await load_open(scene.work, scene.actor, reference)
    written = {name: text for name, text in given.items() if text.strip()}
    today = in_london(scene.now).date()
    state = engine.start(form, given=written, about=reference, today=today)
    is_whole = state.held is None and not state.parked and not engine.missing(form, state)
    if not is_whole:
        shown = await open_walk(
            scene.work, scene.actor, scene.footing, walkthrough=form, given=written, about=reference
        )
        return await scene.show(shown)
    filled = Filled(form.name, reference, engine.plain_answers(state))
    plan = await take_form(scene.work, scene.actor, filled, scene.now)
    return await acknowledge(scene, plan, _say_done(form.name, plan))


async def finish_form(scene: Scene, walk: Walk) -> Answer:
    """Do what a form says that was filled in question by question; its card becomes the plan's."""
    filled = Filled(walk.walkthrough.name, walk.state.about, engine.plain_answers(walk.state))
    plan = await take_form(scene.work, scene.actor, filled, scene.now)
    await end_walk(scene.work, scene.footing, walk, DraftStatus.PLANNED)
    return await turn_into_plan(scene, walk, plan, _say_done(walk.walkthrough.name, plan))


async def update(scene: Scene, payload: p.PlanUpdate) -> Answer:
    """Tell what is new."""
    return await fill(scene, PLAN_UPDATE, payload.reference, {UPDATE.name: payload.words})


async def ask_for_time(scene: Scene, payload: p.PlanTime) -> Answer:
    """Ask for more time."""
    given = {NEW_DAY.name: payload.to, REASON.name: payload.words}
    return await fill(scene, PLAN_TIME, payload.reference, given)


async def finish(scene: Scene, payload: p.PlanFinish) -> Answer:
    """Say how it ended."""
    given = {OUTCOME.name: payload.outcome, LEARNED.name: payload.words, SHARE.name: payload.share}
    return await fill(scene, PLAN_FINISH, payload.reference, given)


async def reopen(scene: Scene, payload: p.PlanReopen) -> Answer:
    """Go on with a plan that was finished."""
    plan = await reopen_plan(scene.work, scene.actor, payload.reference, scene.now)
    return await acknowledge(scene, plan, _("Open again. It keeps its day."))


async def step_to(scene: Scene, payload: p.PlanStep) -> Answer:
    """Say which step of SARA is on.

    Raises:
        BadInput: there is no such step.
    """
    if payload.step not in set(Step):
        raise BadInput(p.OLD_CARD)
    plan = await move_step(scene.work, scene.actor, payload.reference, Step(payload.step), scene.now)
    if scene.pressed is not None:
        return await acknowledge(scene, plan, "")
    return await bring(scene, plan)


async def edit(scene: Scene, payload: p.PlanEdit) -> Answer:
    """Show what can be changed in a plan."""
    require_alone(scene)
    plan = await load_open(scene.work, scene.actor, payload.reference)
    return scene.say(plan_editing(plan, scene.now))


async def change_action(scene: Scene, payload: p.PlanAction) -> Answer:
    """Ask for a new action, or open one that is there with what it says."""
    require_alone(scene)
    plan = await load_open(scene.work, scene.actor, payload.reference)
    if not payload.action:
        return await fill(scene, PLAN_ACTION, plan.reference, {})
    action = require_action(plan, payload.action)
    given = {
        ACTION.name: action.what,
        ACTION_OWNER.name: action.owner,
        ACTION_PARTNER.name: action.partner,
        ACTION_DUE.name: action.due.isoformat() if action.due else "",
        ACTION_EVIDENCE.name: action.evidence,
        ACTION_ID: str(action.id),
    }
    shown = await open_walk(
        scene.work,
        scene.actor,
        scene.footing,
        walkthrough=PLAN_ACTION,
        given={name: text for name, text in given.items() if text},
        about=plan.reference,
        at=REVIEW,
    )
    return await scene.show(shown)


async def remove(scene: Scene, payload: p.PlanRemove) -> Answer:
    """Take an action out; the card it was pressed on shows what is left."""
    require_alone(scene)
    plan = await remove_action(scene.work, scene.actor, payload.reference, payload.action, scene.now)
    return scene.replace(plan_editing(plan, scene.now, note=_("Taken out.")))
