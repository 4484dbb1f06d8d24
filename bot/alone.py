"""Answering somebody where nobody reads along, with a line where they wrote that tells nobody why."""

from dataclasses import replace

from bot.incoming import Happening
from bot.scene import Answer, Scene
from dialogs.elsewhere import ALONE, ALONE_IF_IT_ARRIVES, RING
from domain.language import _
from domain.ports import Outgoing
from domain.signposts import Elsewhere


async def answer_alone(scene: Scene, message: Outgoing, kind: Elsewhere | None = None) -> Answer:
    """Answer in the person's own chat.

    What was typed stands in the company's chat for all to read, so a line there says where the answer is. A
    press is answered under the card; on a phone, which has no such place, nothing is said as long as there is
    a chat to find the answer in.
    """
    known = await scene.work.conversations.personal_of(scene.actor.person.id)
    emergency = _(scene.directions.emergency)
    line = _(ALONE) if known is not None else _(ALONE_IF_IT_ARRIVES).format(emergency=emergency)
    if scene.incoming.happening is Happening.INVOKE and kind is Elsewhere.EMERGENCY:
        line = _(RING).format(emergency=emergency)
    if scene.was_pressed and scene.incoming.happening is not Happening.INVOKE and known is not None:
        return Answer(private=(message,))
    return replace(scene.say_words(line), private=(message,))


async def answer_in_company(scene: Scene, message: Outgoing, kind: Elsewhere) -> Answer:
    """Point elsewhere where others read along: an emergency where it was typed, all else alone."""
    if kind is Elsewhere.EMERGENCY and not scene.was_pressed:
        return scene.say(message)
    return await answer_alone(scene, message, kind)
