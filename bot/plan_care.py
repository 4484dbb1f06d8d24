"""Accompanying action plans: what the Academy's people press and type, and naming a plan's supervisor."""

from collections.abc import Awaitable, Callable

import structlog

from bot import plans
from bot.privacy import need_privacy
from bot.scene import Answer, Scene
from cards import care_payloads as care
from cards import payloads as p
from cards.people_picker import say_person
from cards.plan_care import DECIDE, HAND_OVER, HELP, NO_REMARK, CareRemark, plan_to_accompany
from cards.plan_overview import plan_overview
from cards.plan_supervisor import choose_supervisor, say_supervisor
from domain.errors import BadInput, NotPossible, Outdated, Refused
from domain.language import _
from domain.links import link_to_chat
from domain.people import Permission, may
from domain.picked import read_picked
from domain.plan_overview import PlanFilter
from domain.plan_state import PlanState
from services import plan_care
from services.people import find_or_await, find_reach, list_likely

log = structlog.get_logger(__name__)

LONGEST_NUMBER = 15
"""Digits; every database takes that many."""


async def show_typed(scene: Scene, _payload: care.CareTyped) -> Answer:
    """Show all plans to somebody who accompanies them, to everybody else their own."""
    if may(scene.actor, Permission.SEE_PLANS):
        return await show_overview(scene, care.CareList())
    return await plans.show_list(scene, p.PlanList())


async def show_overview(scene: Scene, payload: care.CareList) -> Answer:
    """Show all plans that fit a filter, those that need somebody first."""
    need_privacy(scene)
    chosen = _read_filter(payload)
    shown = await plan_care.open_overview(scene.work, scene.actor, chosen, payload.page, scene.now)
    return scene.replace(plan_overview(shown, scene.now))


async def open_any(scene: Scene, payload: p.PlanOpen) -> Answer:
    """Open a plan for its owner, or for somebody who accompanies it."""
    try:
        return await plans.open_plan(scene, payload)
    except Refused:
        if not may(scene.actor, Permission.SEE_PLANS):
            raise
    return await open_plan(scene, care.CareOpen(reference=payload.reference))


async def open_plan(scene: Scene, payload: care.CareOpen) -> Answer:
    """Show a plan to somebody who accompanies it."""
    need_privacy(scene)
    return await _show(scene, payload.reference)


async def nudge(scene: Scene, payload: care.CareNudge) -> Answer:
    """Ask kindly after a plan."""

    async def deed() -> str:
        plan = await plan_care.nudge(scene.work, scene.actor, payload.reference, scene.now)
        return _("{name} gets a kind word from you.").format(name=plan.owner.name)

    return await _do(scene, payload.reference, deed)


async def offer_help(scene: Scene, payload: care.CareHelp) -> Answer:
    """Offer help, with a word."""

    async def deed() -> str:
        words = payload.words
        plan = await plan_care.offer_help(scene.work, scene.actor, payload.reference, words, scene.now)
        return _("{name} gets your offer.").format(name=plan.owner.name)

    return await _do(scene, payload.reference, deed, box=HELP, kept=payload.words)


async def decide(scene: Scene, payload: care.CareDecide) -> Answer:
    """Grant more time, or not."""

    async def deed() -> str:
        decision = plan_care.Decision(payload.words, payload.version or None, granted=payload.granted)
        plan = await plan_care.decide_wish(scene.work, scene.actor, payload.reference, decision, scene.now)
        granted, refused = _("Granted. {name} is told."), _("Not granted for now. {name} is told why.")
        return (granted if payload.granted else refused).format(name=plan.owner.name)

    return await _do(scene, payload.reference, deed, box=DECIDE, kept=payload.words)


async def ask_supervisor(scene: Scene, payload: care.CareSupervisor) -> Answer:
    """Ask who is to supervise a plan."""
    need_privacy(scene)
    plan = await plan_care.load_to_hand_over(scene.work, scene.actor, payload.reference)
    return scene.say(choose_supervisor(plan, await list_likely(scene.work)))


async def hand_over(scene: Scene, payload: care.CareHandOver) -> Answer:
    """Name a plan's supervisor; what does not fit is said in the form, which keeps what was filled in."""
    need_privacy(scene)
    plan = await plan_care.load_to_hand_over(scene.work, scene.actor, payload.reference)
    try:
        picked = read_picked(payload.person, payload.person_email)
        person = await find_or_await(scene.work, picked, scene.conversation.place.tenant_id, scene.now)
        plan = await plan_care.hand_over(scene.work, scene.actor, plan, person, scene.now)
    except (BadInput, NotPossible) as wrong:
        if plan.owner.id != scene.actor.person.id:
            remark = CareRemark(error=wrong.sentence, box=HAND_OVER, handed=payload)
            return await _show(scene, plan.reference, remark)
        likely = await list_likely(scene.work)
        return scene.replace(choose_supervisor(plan, likely, error=wrong.sentence, given=payload))
    log.info("supervisor named", plan=plan.reference, to=person.id, person=scene.actor.person.id)
    said = _("{name} supervises {reference} now.").format(
        name=say_person(person, first=True), reference=plan.reference
    )
    reach, link = await find_reach(scene.work, person.id), link_to_chat(scene.conversation.place)
    if plan.owner.id == scene.actor.person.id:
        return scene.replace(say_supervisor(plan, said, reach, link))
    return await _show(scene, plan.reference, CareRemark(note=said, reach=reach, link=link))


async def _do(
    scene: Scene, reference: str, deed: Callable[[], Awaitable[str]], *, box: str = "", kept: str = ""
) -> Answer:
    """Do something for a plan and show it anew, with what was done or why not."""
    need_privacy(scene)
    try:
        remark = CareRemark(note=await deed())
    except (BadInput, NotPossible, Outdated) as wrong:
        remark = CareRemark(error=wrong.sentence, box=box, kept=kept)
    return await _show(scene, reference, remark)


async def _show(scene: Scene, reference: str, remark: CareRemark = NO_REMARK) -> Answer:
    plan, events = await plan_care.look_into(scene.work, scene.actor, reference)
    likely = await list_likely(scene.work)
    return scene.replace(plan_to_accompany(plan, events, likely, scene.now, remark))


def _read_filter(payload: care.CareList) -> PlanFilter:
    """Read a filter as it was chosen; a state or a supervisor that is none leaves nobody out."""
    states = {state.value: state for state in PlanState}
    supervisor = payload.supervisor
    return PlanFilter(
        state=states.get(payload.state),
        cohort="" if payload.cohort == care.ANY else payload.cohort,
        supervisor_id=int(supervisor) if _is_number(supervisor) else None,
        wishes_only=payload.wishes,
    )


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER
