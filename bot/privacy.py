"""What is for one person's eyes is not shown where others read along."""

from bot.scene import Scene
from domain.errors import NotPossible
from domain.language import _
from domain.ports import PlaceKind


def need_privacy(scene: Scene) -> None:
    """Go on only in a chat with the bot alone.

    Raises:
        NotPossible: others read along.
    """
    if scene.conversation.place.kind is not PlaceKind.PERSONAL:
        raise NotPossible(_("Others read along here. Ask me that in a chat with me alone."))
