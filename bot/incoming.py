"""What came in from Teams, in our own words, and what an invoke is answered with."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.ports import JSON, JSONObject, Place


class Happening(StrEnum):
    """The kinds of activity the bot listens to; anything else is OTHER and is let pass."""

    MESSAGE = "message"
    EDITED = "messageUpdate"
    INVOKE = "invoke"
    MEMBERS_CHANGED = "conversationUpdate"
    INSTALLATION = "installationUpdate"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who an activity says it is from. ``aad_object_id`` is empty for a guest the roster does not know."""

    teams_id: str
    aad_object_id: str
    name: str
    is_bot: bool = False
    locale: str = ""
    """The language and country their Teams is set to (``cy-GB``); empty where it does not say."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One authenticated activity. Texts are as typed, without the mention of the bot and without HTML."""

    happening: Happening
    activity_id: str
    place: Place
    sender: Sender
    sent_at: datetime | None = None
    text: str = ""
    """The message's words: mention removed, HTML and entities undone, line ends made \\n, trimmed."""
    value: JSON = None
    """A card's payload: the data of an Action.Submit, or the whole value of an invoke."""
    invoke_name: str = ""
    reply_to_id: str = ""
    team_id: str = ""
    channel_id: str = ""
    mentioned: bool = False
    """True when the words were addressed to the bot by @mention."""
    files: tuple[str, ...] = ()
    """Content types of real attachments (pictures, files); the HTML copy of a message's text is none."""
    added: tuple[Sender, ...] = ()
    removed: tuple[Sender, ...] = ()
    action: str = ""
    """What an installationUpdate says: add, add-upgrade, remove, remove-upgrade."""
    extra: JSONObject = field(default_factory=dict, hash=False)

    @property
    def once(self) -> str:
        """Give what is acted on but once: an edit comes with the id of the message it edits, and a time."""
        if self.happening is not Happening.EDITED or not self.activity_id:
            return self.activity_id
        return f"{self.activity_id} edited {self.sent_at.isoformat() if self.sent_at else ''}"


@dataclass(frozen=True, slots=True)
class InvokeAnswer:
    """The body of an invoke's answer; ``status`` is the HTTP status of the answer itself."""

    body: JSON
    status: int = 200


class TurnHandler(Protocol):
    """Takes one authenticated activity and answers it.

    For an invoke the answer is the body to give back (None becomes an empty 200); for anything else it is
    ignored. It never raises: what goes wrong has been turned into a sentence with a reference.
    """

    async def __call__(self, incoming: Incoming) -> InvokeAnswer | None:
        """Handle one activity."""
        ...
