"""Asking the Hub for help with an action plan."""

from bot.plans import require_alone
from bot.portal import find_unfinished, open_submission
from bot.scene import Answer, Scene
from cards import payloads as p
from dialogs.submission import SUBMISSION
from services.plan_help import list_given
from services.plan_life import load_open
from services.walkthroughs import open_walk, resume_walk


async def ask(scene: Scene, payload: p.PlanHelp) -> Answer:
    """Begin a submission with what the plan knows already, or show the one that is with the Hub."""
    require_alone(scene)
    plan = await load_open(scene.work, scene.actor, payload.reference)
    if plan.linked is not None and plan.linked.is_open:
        return await open_submission(scene, p.SubmissionOpen(reference=plan.linked.reference))
    begun = [walk for walk in await find_unfinished(scene) if walk.walkthrough is SUBMISSION]
    same = next((walk for walk in begun if walk.state.about == plan.reference), None)
    if same is not None:
        return await scene.show(await resume_walk(scene.work, scene.footing, same))
    shown = await open_walk(
        scene.work,
        scene.actor,
        scene.footing,
        walkthrough=SUBMISSION,
        given=list_given(plan),
        about=plan.reference,
    )
    return await scene.show(shown)
