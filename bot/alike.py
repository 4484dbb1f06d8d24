"""What officers press beside what may be the same problem as theirs."""

from dataclasses import replace

from bot.following import show_followed
from bot.scene import Answer, Scene
from bot.walkthroughs import pick_up
from cards.alike_payloads import AlikeAdd, AlikeFollow
from dialogs.engine import Step
from domain.alike import Deed
from domain.language import _
from domain.submission import Submission
from services.offering import join_by_following, join_with_words, keep_deed
from services.walkthroughs import Walk, cancel_walk, load_walk, take_step


async def follow_alike(scene: Scene, payload: AlikeFollow) -> Answer:
    """Follow what was offered; the draft stays as it is, to be carried on with or cancelled."""
    walk = await load_walk(scene.work, scene.actor, payload.draft)
    submission = await join_by_following(scene.work, scene.actor, walk, payload.reference, scene.now)
    note = _(
        "You follow {reference} now: its card is below. If yours is the same, cancel this one. "
        "If not, simply go on."
    )
    return await _go_on(scene, walk, submission, Deed.FOLLOWED, note.format(reference=submission.reference))


async def add_alike(scene: Scene, payload: AlikeAdd) -> Answer:
    """Send what was described along with what was offered; the draft is kept or dropped, as is said."""
    walk = await load_walk(scene.work, scene.actor, payload.draft)
    submission = await join_with_words(scene.work, scene.actor, walk, payload.reference, scene.now)
    if not payload.drops:
        note = _("Added to {reference}, and you follow it: its card is below. Your own draft is kept.")
        return await _go_on(scene, walk, submission, Deed.ADDED, note.format(reference=submission.reference))
    await cancel_walk(scene.work, scene.footing, walk)
    note = _("Thank you. The Hub has your words with this one, and this card shows what happens to it.")
    answer = await show_followed(scene, submission, note)
    return await scene.change_pressed(answer)


async def _go_on(scene: Scene, walk: Walk, submission: Submission, deed: Deed, note: str) -> Answer:
    walk = await pick_up(scene, walk)
    step = Step(keep_deed(walk, submission, deed), note=note)
    answer = await scene.show(await take_step(scene.work, scene.footing, walk, step))
    beside = await show_followed(scene, submission)
    return replace(answer, parcels=(*answer.parcels, *beside.parcels))
