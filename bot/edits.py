"""Edited messages: the answer that one gave changes with it."""

from collections.abc import Mapping
from types import MappingProxyType

from bot import hats
from bot.scene import Answer, Scene
from dialogs import engine
from domain.clock import in_london
from domain.draft import DraftStatus
from domain.language import N_, _
from domain.ports import PlaceKind
from services.walkthroughs import find_walk_of_message, take_edit

_SENT_ALREADY = N_(
    "The Hub has your first words already, and they stay as you sent them. "
    "Type 'my submissions' to open it, and add what has changed."
)

_CLOSED: Mapping[DraftStatus, str] = MappingProxyType(
    {
        DraftStatus.SENT: _SENT_ALREADY,
        DraftStatus.PLANNED: N_("Your plan is made. Type 'my plans' to open it, and change it there."),
        DraftStatus.FINISHED: N_(
            "That is finished, and stays as you wrote it. Type 'my thinking' to open it."
        ),
    }
)
"""What is said to somebody who edits a message whose answer is settled."""


async def hear_edit(scene: Scene) -> Answer:
    """Take an edited message: the answer or the thought it gave changes with it, while that is possible."""
    if scene.conversation.place.kind is not PlaceKind.PERSONAL:
        return await hats.hear_edit(scene)
    found = await find_walk_of_message(scene.work, scene.actor, scene.incoming.activity_id)
    if found is None:
        return Answer()
    if found.draft.status in _CLOSED:
        return scene.say_words(_(_CLOSED[found.draft.status]))
    incoming = scene.incoming
    today = in_london(scene.now).date()
    step = engine.edit_message(found.walkthrough, found.state, incoming.activity_id, incoming.text, today)
    if step is None:
        return Answer()
    await take_edit(scene.work, scene.footing, found, step)
    return scene.say_words(step.note) if step.note and step.state == found.state else Answer()
