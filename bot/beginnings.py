"""Beginning something while something else is open: it is finished first, saved for later, or thrown away."""

from bot.scene import Answer, Scene
from cards.carried import Begins
from cards.drafts import DraftView, describe_draft, in_the_middle
from dialogs.walkthrough import Walkthrough
from domain.errors import NotFound
from services.walkthroughs import (
    Walk,
    cancel_walk,
    find_open_walk,
    load_walk,
    name_walk,
    park_walk,
)


async def make_room(scene: Scene, payload: Begins, way: Walkthrough) -> Answer | None:
    """Ask what shall become of what is open, before ``way`` is begun; None where there is room.

    What was decided about it is done first. Nobody is asked about an open question that nothing was
    answered to.
    """
    for draft_id, end in ((payload.parks, park_walk), (payload.drops, cancel_walk)):
        walk = await _find_own(scene, draft_id)
        if walk is not None:
            await end(scene.work, scene.footing, walk)
    here = await find_open_walk(scene.work, scene.conversation)
    if here is None or here.state.is_blank:
        return None
    begins = payload.model_copy(update={"anew": True}) if here.walkthrough is way else payload
    return scene.say(in_the_middle(describe_walk(here), scene.now, begins))


async def _find_own(scene: Scene, draft_id: int) -> Walk | None:
    """Give the draft that a decision is about; None where it was done before, or none was made."""
    if not draft_id:
        return None
    try:
        return await load_walk(scene.work, scene.actor, draft_id)
    except NotFound:
        return None


def describe_walk(walk: Walk) -> DraftView:
    """Give a draft as a list names it."""
    return describe_draft(walk.draft, walk.walkthrough, walk.state, name_walk(walk))
