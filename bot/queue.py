"""The open work as the Hub's people ask for it: the queue, and what is one's own."""

from bot.scene import Answer, Scene
from cards.flow_payloads import FlowHandOver, FlowWork
from cards.hand_over import ask_to_hand_over, say_how_much
from cards.hub_payloads import HubQueue
from cards.messages import say
from cards.my_work import my_work
from cards.queue import queue
from domain.language import _
from domain.sieve import read_sieve
from services.hand_over import hand_over, plan_hand_over
from services.queue import open_own_work, open_queue


async def show_queue(scene: Scene, payload: HubQueue) -> Answer:
    """Show the open work, as narrow as it is wanted."""
    sieve = read_sieve(payload.pick or payload.sieve)
    page = 0 if payload.pick else payload.page
    found = await open_queue(scene.work, scene.actor, sieve, page=page, words=payload.words, now=scene.now)
    return scene.replace(queue(found.page, scene.now, sieve=found.sieve, colleagues=found.colleagues))


async def show_own_work(scene: Scene, payload: FlowWork) -> Answer:
    """Show what one owns, what is due, and one's tasks."""
    return await replace_own_work(scene, payload.page)


async def replace_own_work(scene: Scene, page: int = 0, *, note: str = "") -> Answer:
    """Show one's own work in the pressed card; ``note`` is what has just come of a press on it."""
    own = await open_own_work(scene.work, scene.actor, page, scene.now)
    return scene.replace(my_work(own.page, own.tasks, own.task_count, scene.now, note=note))


async def hand_work_over(scene: Scene, payload: FlowHandOver) -> Answer:
    """Hand all of a colleague's open work to another, once it has been asked and answered."""
    if not payload.giver and not payload.taker:
        return scene.replace(say(_("Nothing has moved.")))
    names = payload.giver, payload.taker
    if not payload.sure:
        plan = await plan_hand_over(scene.work, scene.actor, *names)
        return scene.replace(ask_to_hand_over(plan.giver, plan.taker, plan.submissions, plan.tasks))
    done = await hand_over(scene.work, scene.actor, *names, scene.now)
    said = _("{taker} has it all now: {what} from {giver}.").format(
        taker=done.taker.name, giver=done.giver.name, what=say_how_much(done.submissions, done.tasks)
    )
    return scene.replace(say(said))
