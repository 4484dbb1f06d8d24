"""What people press and type about a reminder of their action plan."""

from bot.plans import acknowledge
from bot.scene import Answer, Scene
from cards import payloads as p
from domain.clock import in_london
from domain.dates import say_date
from domain.language import _
from services.plan_reminders import snooze_plan


async def snooze(scene: Scene, payload: p.PlanSnooze) -> Answer:
    """Put a plan off: for a week, or until the day that was chosen."""
    plan = await snooze_plan(scene.work, scene.actor, payload.reference, payload.until, scene.now)
    until = plan.snoozed_until or in_london(scene.now).date()
    day = say_date(until, in_london(scene.now).date())
    return await acknowledge(scene, plan, _("Put off. You hear of it again on {day}.").format(day=day))
