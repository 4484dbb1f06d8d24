"""Action plans: what their owners press and type."""

from bot.beginnings import describe_walk, make_room
from bot.portal import find_unfinished
from bot.scene import Answer, Scene
from cards import payloads as p
from cards.drafts import unfinished
from cards.plans import my_plans
from dialogs.action_plan import ACTION_PLAN, ISSUE
from domain.action_plan import ActionPlan
from domain.delivery import Parcel, View
from domain.errors import NotPossible
from domain.language import _
from domain.ports import PlaceKind
from domain.remark import Remark
from services import action_plans
from services.action_plans import about, load_plan
from services.plan_making import make_plan_of_walk
from services.walkthroughs import Walk, open_walk, resume_walk


def require_alone(scene: Scene) -> None:
    """Refuse to show somebody's own plan where others read along."""
    if scene.conversation.place.kind is not PlaceKind.PERSONAL:
        raise NotPossible(_("Your plan is yours. Open it in a chat with me alone."))


async def start(scene: Scene, payload: p.PlanStart) -> Answer:
    """Start a plan, or offer the one that was begun and is not made yet."""
    require_alone(scene)
    if (asked := await make_room(scene, payload, ACTION_PLAN)) is not None:
        return asked
    begun = [walk for walk in await find_unfinished(scene) if walk.walkthrough is ACTION_PLAN]
    blank = next((walk for walk in begun if walk.state.is_blank), None)
    answered = [walk for walk in begun if not walk.state.is_blank]
    if answered and not payload.anew and not payload.words:
        anew = p.PlanStart(anew=True, folds=True)
        return scene.say(unfinished(describe_walk(answered[0]), scene.now, anew=anew))
    if blank is not None and not payload.words:
        return await scene.show(await resume_walk(scene.work, scene.footing, blank))
    given = {ISSUE.name: payload.words} if payload.words else {}
    shown_walk = await open_walk(scene.work, scene.actor, scene.footing, walkthrough=ACTION_PLAN, given=given)
    return await scene.show(shown_walk)


async def finish_plan(scene: Scene, walk: Walk) -> Answer:
    """Make a plan of a finished walkthrough; its card becomes the plan's."""
    plan = await make_plan_of_walk(scene.work, scene.actor, scene.footing, walk)
    note = _("Your plan is made. This card stays with it; tick off what is done.")
    return await turn_into_plan(scene, walk, plan, note)


async def turn_into_plan(scene: Scene, walk: Walk, plan: ActionPlan, note: str) -> Answer:
    """Let the card of a walkthrough that has ended be the plan's from now on; earlier ones of it fold."""
    remark = Remark(note=note)
    review_card = scene.pressed
    if review_card is None or walk.draft.live_posting_id != review_card.id:
        return await bring(scene, plan, remark)
    folded = await action_plans.fold_cards(scene.work, plan, scene.footing)
    live = await scene.work.postings.become(review_card.id, about(plan), View.PLAN, held_until=scene.until)
    return await scene.show_postings(live, folded, remark)


async def show_list(scene: Scene, payload: p.PlanList) -> Answer:
    """List the person's plans; turning a page happens in place."""
    require_alone(scene)
    page = await action_plans.list_own_plans(scene.work, scene.actor, payload.page)
    shown = my_plans(page.plans, scene.now, page=page.page, pages=page.pages)
    turned = "page" in payload.model_fields_set
    return scene.replace(shown) if turned else scene.say(shown)


async def open_plan(scene: Scene, payload: p.PlanOpen) -> Answer:
    """Bring a plan's card down to the bottom of the chat."""
    require_alone(scene)
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
