"""What the Hub's people press and type to order their work."""

from bot.scene import Answer, Scene
from bot.workbench import lay_open
from cards.flow_payloads import FlowDue, FlowPriority, FlowSave
from cards.flow_words import PRIORITIES, say_urgency
from cards.ticks import read_ticks
from domain.errors import BadInput
from domain.flow import Driver, Priority, Reason, Tags, Tier
from domain.language import _
from domain.remark import Remark
from domain.submission import Submission
from domain.workbench import Tool
from services.flow import Order, order_submission


async def save(scene: Scene, payload: FlowSave) -> Answer:
    """Keep what the card holds."""
    tags = Tags(
        read_ticks(Reason, payload.reasons),
        read_ticks(Tier, payload.tiers),
        read_ticks(Driver, payload.drivers),
    )
    order = Order(_read_priority(payload.priority) if payload.priority else None, payload.due, tags)
    await order_submission(scene.work, scene.actor, payload.reference, order, scene.now)
    return await lay_open(scene, payload.reference, Tool.FLOW, Remark(note=_("Saved, for the Hub alone.")))


async def set_priority(scene: Scene, payload: FlowPriority) -> Answer:
    """Set the priority alone; with none named, bring the card."""
    if not payload.priority:
        return await lay_open(scene, payload.reference, Tool.FLOW)
    order = Order(priority=_read_priority(payload.priority))
    changed = await order_submission(scene.work, scene.actor, payload.reference, order, scene.now)
    return _say(scene, changed, _(PRIORITIES[changed.priority]))


async def set_due(scene: Scene, payload: FlowDue) -> Answer:
    """Set the day alone, or take it off."""
    changed = await order_submission(
        scene.work, scene.actor, payload.reference, Order(due=payload.due), scene.now
    )
    return _say(scene, changed, _("No day is set."))


def _say(scene: Scene, changed: Submission, otherwise: str) -> Answer:
    """Say how urgent it is now; ``otherwise`` where nothing about it is out of the ordinary."""
    said = say_urgency(changed, scene.now) or otherwise
    return scene.say_words(f"{changed.reference}: {said.rstrip('.')}.")


def _read_priority(named: str) -> Priority:
    wanted = named.strip(" .").casefold()
    for priority in Priority:
        if wanted == priority.value:
            return priority
    raise BadInput(_("Choose a priority: low, normal or high."), field="priority", kept=named)
