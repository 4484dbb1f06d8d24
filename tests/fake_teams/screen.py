"""What one person sees of one conversation."""

from dataclasses import dataclass
from typing import Any

from tests.fake_teams.cards import ShownCard, View
from tests.fake_teams.world import Account, Conversation, Message, World


@dataclass(frozen=True)
class Flash:
    """A line the client shows for an invoke's answer, gone with the next thing the person does."""

    text: str
    is_error: bool = False


class Screen:
    """One person's view of one conversation, or of one thread of it."""

    def __init__(self, world: World, account: Account, conversation: Conversation, root_id: str = "") -> None:
        self.flash: Flash | None = None
        self._account = account
        self._conversation = conversation
        self._root_id = root_id
        self._world = world
        self._answers: dict[str, tuple[int, dict[str, Any]]] = {}
        self._views: dict[tuple[str, int], View] = {}

    @property
    def messages(self) -> list[Message]:
        """Everything said, oldest first."""
        messages = self._conversation.messages
        return [message for message in messages if self._root_id in ("", message.root_id)]

    @property
    def heard(self) -> list[Message]:
        """What the bot said, oldest first."""
        return [message for message in self.messages if message.from_bot]

    @property
    def last(self) -> Message:
        """The last thing that the bot said."""
        assert self.heard, "the bot has said nothing yet"
        return self.heard[-1]

    @property
    def cards(self) -> list[ShownCard]:
        """The cards as this person sees them, oldest first."""
        return [self.show(message) for message in self.heard if message.card is not None]

    @property
    def last_card(self) -> ShownCard:
        """The newest card."""
        assert self.cards, f"there is no card yet:\n{self.text}"
        return self.cards[-1]

    @property
    def text(self) -> str:
        """The whole screen as plain text."""
        parts = [self._read(message) for message in self.messages]
        if self.flash is not None:
            parts.append(f"({self.flash.text})")
        return "\n".join(parts)

    @property
    def threads(self) -> list[str]:
        """Root ids of the threads, oldest first."""
        return list(dict.fromkeys(message.root_id for message in self.messages))

    def show(self, message: Message) -> ShownCard:
        """Show a message's card: what a press answered, until the message itself changes."""
        assert message.card is not None
        revision, answer = self._answers.get(message.message_id, (-1, message.card))
        card = answer if revision == message.revision else message.card
        view = self._views.setdefault((message.message_id, id(card)), View())
        return ShownCard(card, message.message_id, view)

    def replace(self, message_id: str, card: dict[str, Any]) -> None:
        """Show an invoke's answer card in place of the message's own, for this person alone."""
        message = self._conversation.find(message_id)
        assert message is not None
        self._answers[message_id] = (message.revision, card)
        self._world.ring()

    def reload(self) -> None:
        """Leave and come back: what only an invoke's answer showed is gone."""
        self._answers.clear()
        self._views.clear()
        self.flash = None

    def _read(self, message: Message) -> str:
        words = [f"{message.author}: {message.text}"] if message.text or message.card is None else []
        if message.card is not None:
            words.append(self.show(message).text)
        return "\n".join(words)
