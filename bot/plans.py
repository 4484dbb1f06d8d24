"""Action plans: what their owners press and type."""

from bot.scene import Answer, Scene
from cards import payloads as p
from cards.plans import my_plans
from domain.action_plan import ActionPlan
from domain.delivery import Parcel
from domain.errors import NotPossible
from domain.language import _
from domain.ports import PlaceKind
from domain.remark import Remark
from services import action_plans
from services.action_plans import about, load_plan


def _require_alone(scene: Scene) -> None:
    """Refuse to show somebody's own plan where others read along."""
    if scene.conversation.place.kind is not PlaceKind.PERSONAL:
        raise NotPossible(_("Your plan is yours. Open it in a chat with me alone."))


async def show_list(scene: Scene, payload: p.PlanList) -> Answer:
    """List the person's plans; turning a page happens in place."""
    _require_alone(scene)
    page = await action_plans.list_own_plans(scene.work, scene.actor, payload.page)
    shown = my_plans(page.plans, scene.now, page=page.page, pages=page.pages)
    turned = "page" in payload.model_fields_set
    return scene.replace(shown) if turned else scene.say(shown)


async def open_plan(scene: Scene, payload: p.PlanOpen) -> Answer:
    """Bring a plan's card down to the bottom of the chat."""
    _require_alone(scene)
    return await bring(scene, await load_plan(scene.work, scene.actor, payload.reference))


async def bring(scene: Scene, plan: ActionPlan, remark: Remark | None = None) -> Answer:
    """Bring a plan's card down with a word of what has happened."""
    live, folded = await action_plans.bring_plan(scene.work, plan, scene.footing)
    return await scene.show_postings(live, folded, remark or Remark())


async def tick(scene: Scene, payload: p.PlanTick) -> Answer:
    """Tick an action off, or take its tick away."""
    plan = await action_plans.tick_action(
        scene.work, scene.actor, payload.reference, payload.action, done=not payload.undo, now=scene.now
    )
    return await acknowledge(scene, plan, "")


async def acknowledge(scene: Scene, plan: ActionPlan, done: str) -> Answer:
    """Say that it is done: in the pressed card where that is the plan's, else in a line."""
    if scene.pressed is None or scene.pressed.subject != about(plan):
        return scene.say_words(done)
    present = await scene.work.postings.bump(scene.pressed.id, held_until=scene.until)
    message = await scene.draw(present, Remark(note=done))
    return Answer((Parcel(message, posting=present),), in_place=message)
