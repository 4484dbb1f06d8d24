"""What an administrator sees and does about roles."""

import structlog

from bot.privacy import need_privacy
from bot.scene import Answer, Scene
from cards.admin_payloads import RoleGive, RoleList, RoleTake
from cards.people_picker import say_person
from cards.roles import confirm_taking, roles
from domain.errors import BadInput, NotFound
from domain.language import _
from domain.links import link_to_chat
from domain.people import GRANTED_ROLES, Permission, Person, Reach
from domain.picked import read_picked
from services.people import find_reach, list_likely
from services.permission import require
from services.roles import give_role, list_grants, read_role, take_role

log = structlog.get_logger(__name__)

GRANTS_A_PAGE = 8


async def show_roles(scene: Scene, payload: RoleList) -> Answer:
    """Show who was given which role."""
    need_privacy(scene)
    return await _show(scene, payload.page)


async def give(scene: Scene, payload: RoleGive) -> Answer:
    """Give somebody a role; what does not fit is said in the form, which keeps what was filled in."""
    need_privacy(scene)
    require(scene.actor, Permission.MANAGE_ROLES)
    try:
        picked, role = read_picked(payload.person, payload.person_email), read_role(payload.role)
        tenant_id = scene.conversation.place.tenant_id
        person, is_new = await give_role(
            scene.work, scene.actor, picked, role, tenant_id=tenant_id, now=scene.now
        )
    except BadInput as wrong:
        return await _show(scene, error=wrong.sentence, given=payload)
    log.info("role given", role=role.value, to=person.id, person=scene.actor.person.id)
    said = _("{name} has this role now: {role}.") if is_new else _("{name} has this role already: {role}.")
    note = said.format(name=say_person(person, first=True), role=_(GRANTED_ROLES[role]))
    return await _show(scene, note=note, about=person)


async def take(scene: Scene, payload: RoleTake) -> Answer:
    """Take a role away, once it is sure."""
    need_privacy(scene)
    require(scene.actor, Permission.MANAGE_ROLES)
    role = read_role(payload.role)
    if not payload.sure:
        person = await scene.work.people.find(payload.holder)
        return await _show(scene) if person is None else scene.replace(confirm_taking(person, payload))
    try:
        person = await take_role(scene.work, scene.actor, payload.holder, role)
    except NotFound as gone:
        return await _show(scene, note=gone.sentence)
    log.info("role taken away", role=role.value, of=person.id, person=scene.actor.person.id)
    note = _("{name} does not have this role any more: {role}.")
    return await _show(
        scene, note=note.format(name=say_person(person, first=True), role=_(GRANTED_ROLES[role]))
    )


async def _show(  # noqa: PLR0913 (a page has these parts, and each is named at the call)
    scene: Scene,
    page: int = 0,
    *,
    note: str = "",
    about: Person | None = None,
    error: str = "",
    given: RoleGive | None = None,
) -> Answer:
    grants = await list_grants(scene.work, scene.actor)
    pages = max(1, -(-len(grants) // GRANTS_A_PAGE))
    shown = min(page, pages - 1)
    card = roles(
        grants[shown * GRANTS_A_PAGE : (shown + 1) * GRANTS_A_PAGE],
        await list_likely(scene.work),
        page=shown,
        pages=pages,
        note=note,
        reach=await find_reach(scene.work, about.id) if about else Reach.REACHED,
        link=link_to_chat(scene.conversation.place),
        error=error,
        given=given,
    )
    return scene.replace(card)
