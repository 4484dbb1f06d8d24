"""What an administrator sees and does about deliveries that were given up."""

import structlog

from bot.privacy import need_privacy
from bot.scene import Answer, Scene
from cards.admin_payloads import AdminDeliveries, AdminDrop, AdminRetry
from cards.deliveries import confirm_drop, deliveries, say_what, say_whom
from domain.errors import NotFound
from domain.language import _
from services.deliveries import drop, find_letter, list_letters, retry

log = structlog.get_logger(__name__)


async def show_deliveries(scene: Scene, payload: AdminDeliveries) -> Answer:
    """Show what was given up, and how much waits."""
    need_privacy(scene)
    return await _show(scene, payload.page)


async def retry_delivery(scene: Scene, payload: AdminRetry) -> Answer:
    """Have something tried again."""
    need_privacy(scene)
    try:
        letter = await retry(scene.work, scene.actor, payload.letter)
    except NotFound as gone:
        return await _show(scene, note=gone.sentence)
    log.info("delivery tried again", letter=letter.name, person=scene.actor.person.id)
    return await _show(
        scene,
        note=_("On its way again: {what} for {whom}.").format(what=say_what(letter), whom=say_whom(letter)),
    )


async def drop_delivery(scene: Scene, payload: AdminDrop) -> Answer:
    """Let go of something, once it is sure."""
    need_privacy(scene)
    try:
        if not payload.sure:
            return scene.replace(confirm_drop(await find_letter(scene.work, scene.actor, payload.letter)))
        letter = await drop(scene.work, scene.actor, payload.letter)
    except NotFound as gone:
        return await _show(scene, note=gone.sentence)
    log.info("delivery dropped", letter=letter.name, person=scene.actor.person.id)
    return await _show(
        scene, note=_("Dropped: {what} for {whom}.").format(what=say_what(letter), whom=say_whom(letter))
    )


async def _show(scene: Scene, page: int = 0, *, note: str = "") -> Answer:
    shown = await list_letters(scene.work, scene.actor, page)
    return scene.replace(
        deliveries(shown.letters, shown.backlog, scene.now, page=shown.page, pages=shown.pages, note=note)
    )
