"""Deciding on a reply that is held back: it is the answer, it is not, a part of it, or something new."""

from bot.first_words import SENTENCE, lay_into_problem, take_words
from bot.scene import Answer, Scene
from bot.walkthroughs import pick_up
from cards import payloads as p
from cards.menu import offer
from dialogs import engine
from dialogs.state import Doubt
from domain.language import N_, _
from services.walkthroughs import keep_step, load_walk, park_walk, show_walk, take_step

_SETTLED = N_("That is settled already. Here is where you are now.")


async def keep_held(scene: Scene, payload: p.WalkKeep) -> Answer:
    """Take the held reply as the answer."""
    walk = await pick_up(scene, await load_walk(scene.work, scene.actor, payload.draft))
    step = lay_into_problem(walk, engine.keep(walk.walkthrough, walk.state))
    return await scene.show(await take_step(scene.work, scene.footing, walk, step))


async def drop_held(scene: Scene, payload: p.WalkDrop) -> Answer:
    """Forget the held reply and ask again."""
    walk = await pick_up(scene, await load_walk(scene.work, scene.actor, payload.draft))
    step = engine.Step(engine.drop(walk.state))
    return await scene.show(await take_step(scene.work, scene.footing, walk, step))


async def take_out_held(scene: Scene, payload: p.WalkTakeOut) -> Answer:
    """Take what was spotted out of the held reply and go on with the rest."""
    walk = await pick_up(scene, await load_walk(scene.work, scene.actor, payload.draft))
    step = engine.take_out(walk.walkthrough, walk.state)
    return await scene.show(await take_step(scene.work, scene.footing, walk, step))


async def take_anew(scene: Scene, payload: p.WalkAnew) -> Answer:
    """Save the walkthrough for later, and take the held words as something new."""
    walk = await load_walk(scene.work, scene.actor, payload.draft)
    held = walk.state.held
    if held is None or held.doubt is not Doubt.LATE:
        return await scene.show(await show_walk(scene.work, scene.footing, walk, note=_(_SETTLED)))
    await keep_step(scene.work, scene.footing, walk, engine.Step(engine.drop(walk.state)))
    await park_walk(scene.work, scene.footing, walk)
    is_told = len(held.text.split()) >= SENTENCE
    taken = await take_words(scene, held.text, cleared=is_told)
    return await scene.change_pressed(taken or scene.say(offer(held.text)))
