"""A thought or a topic for six hats that sounds as if it belongs elsewhere: pointed there, and not kept."""

from dataclasses import replace

from bot.alone import answer_in_company
from bot.scene import Answer, Scene
from cards import payloads as p
from cards.elsewhere import point_from_hats, point_still
from domain.delivery import Parcel
from domain.hat_session import HatSession
from domain.language import _
from domain.ports import Outgoing
from domain.signposts import find_signpost
from domain.six_hats import POSITIONS
from services import hats_pointed


async def point_from_thought(scene: Scene, session: HatSession, payload: p.HatsAdd) -> Answer | None:
    """Point elsewhere with a thought; None where it is one for the hats.

    The card that points carries the words, sealed for their writer, who can have them added after all.
    """
    kind = find_signpost(payload.words)
    if kind is None:
        return None
    keep = None
    if hats_pointed.can_be_kept(session, payload.words):
        seal = await hats_pointed.seal(
            scene.work,
            scene.actor,
            session,
            said=payload.words,
            position=POSITIONS[payload.hat],
            now=scene.now,
        )
        keep = p.HatsKeep(session=session.id, hat=payload.hat, words=payload.words, seal=seal)
    card = point_from_hats(kind, scene.directions, keep, overheard=not scene.was_pressed)
    return await answer_in_company(scene, card, kind)


async def point_from_topic(scene: Scene, topic: str) -> Answer | None:
    """Point elsewhere with what six hats were to be begun on; None where it is a topic."""
    kind = find_signpost(topic)
    if kind is None:
        return None
    card = point_from_hats(kind, scene.directions, None, overheard=not scene.was_pressed)
    return await answer_in_company(scene, card, kind)


async def keep(scene: Scene, payload: p.HatsKeep) -> Answer:
    """Add the thought after all: its writer says that it is one. Where to go stays on the screen.

    Raises:
        Refused: somebody else wrote it.
        NotPossible: the six hats have ended.
    """
    await hats_pointed.add_after_all(
        scene.work,
        scene.actor,
        payload.session,
        said=payload.words,
        position=POSITIONS[payload.hat],
        sealed=payload.seal,
        now=scene.now,
    )
    done = _("Added under the {hat} hat.").format(hat=payload.hat)
    kind = find_signpost(payload.words)
    if kind is None:
        return scene.say_words(done)
    return _settle(scene, point_still(kind, scene.directions, done))


def _settle(scene: Scene, message: Outgoing) -> Answer:
    """Change the pressed card for good, for whoever sees it: also in a group, where nobody draws it anew."""
    answer = scene.replace(message)
    if answer.parcels or not scene.incoming.reply_to_id:
        return answer
    parcel = Parcel(message, thread_id=scene.thread_id, activity_id=scene.incoming.reply_to_id)
    return replace(answer, parcels=(parcel,))
