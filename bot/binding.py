"""Making a channel the Hub's: typed in it by an administrator."""

from dataclasses import replace
from typing import Literal

from bot.scene import Answer, Scene
from cards.carried import Carried
from domain.errors import NotPossible
from domain.language import _, _n
from domain.ports import PlaceKind
from services import hub


class HubBind(Carried):
    """This channel is the Hub's; it can be typed but is on no button."""

    verb: Literal["hub.bind"] = "hub.bind"


async def bind_channel(scene: Scene, _payload: HubBind) -> Answer:
    """Make this channel the Hub's and post there what is open.

    Raises:
        NotPossible: it is not a channel of a team.
    """
    if scene.conversation.place.kind is not PlaceKind.CHANNEL or not scene.incoming.team_id:
        raise NotPossible(_("Say that in the Hub's channel, with @Prevention First in front."))
    waiting = await hub.bind_channel(scene.work, scene.actor, scene.conversation, scene.incoming.team_id)
    items = _("nothing is open yet")
    if waiting:
        items = _n(
            "{count} open, in a thread of its own", "{count} open, each in a thread of its own", waiting
        ).format(count=waiting)
    said = scene.say_words(
        _(
            "This channel is the Hub's now; {items}. The members of this team can act on what "
            "arrives. Type '@Prevention First help' to see how."
        ).format(items=items)
    )
    return replace(said, new_team=True)
