"""What people press and type about following somebody else's submission."""

from bot.scene import Answer, Scene
from cards.follow_payloads import FollowAffected, FollowList, FollowOpen, FollowStart, FollowStop
from cards.followed import list_of_followed
from domain.delivery import View
from domain.language import _
from domain.remark import Remark
from domain.submission import Submission
from services.following import (
    bring_followed,
    follow,
    is_following,
    list_followed,
    load_for_followers,
    say_affected,
    stop_following,
)


async def start_following(scene: Scene, payload: FollowStart) -> Answer:
    """Follow a submission: its card comes, and stays true."""
    submission = await follow(scene.work, scene.actor, payload.reference, scene.now)
    return await show_followed(scene, submission, _("You follow it now: this card shows what happens to it."))


async def change_affected(scene: Scene, payload: FollowAffected) -> Answer:
    """Say that it affects one's own area too, or that it does not after all."""
    submission = await say_affected(
        scene.work, scene.actor, payload.reference, scene.now, is_affected=payload.affected
    )
    if not payload.affected:
        return await show_followed(scene, submission, _("Taken back. You still follow it."))
    return await show_followed(scene, submission, _("The Hub sees that it affects your area too."))


async def stop(scene: Scene, payload: FollowStop) -> Answer:
    """Follow it no more."""
    await stop_following(scene.work, scene.actor, payload.reference, scene.footing)
    if scene.pressed is not None:
        return await scene.fold_pressed()
    return scene.say_words(_("You do not follow {reference} any more.").format(reference=payload.reference))


async def open_followed(scene: Scene, payload: FollowOpen) -> Answer:
    """Bring the card of what one follows down."""
    submission = await load_for_followers(scene.work, scene.actor, payload.reference)
    return await show_followed(scene, submission)


async def show_list(scene: Scene, _payload: FollowList) -> Answer:
    """List what one follows."""
    return scene.say(list_of_followed(await list_followed(scene.work, scene.actor)))


async def open_if_followed(scene: Scene, reference: str) -> Answer | None:
    """Bring the card of a submission that the person follows; None where they do not."""
    if not await is_following(scene.work, scene.actor, reference):
        return None
    return await open_followed(scene, FollowOpen(reference=reference))


async def show_followed(scene: Scene, submission: Submission, note: str = "") -> Answer:
    """Show a follower's card: in place where it was pressed, else at the bottom."""
    pressed = scene.pressed
    if pressed is not None and pressed.view is View.FOLLOWED and pressed.subject.id == submission.id:
        present = await scene.work.postings.bump(pressed.id, held_until=scene.until)
        return await scene.show_postings(present, remark=Remark(note=note))
    live, folded = await bring_followed(scene.work, submission, scene.footing)
    return await scene.show_postings(live, folded, Remark(note=note))
