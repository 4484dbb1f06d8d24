"""What the fake Teams remembers: people, conversations, and what was said in them."""

import asyncio
import itertools
import uuid
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

CARD_TYPE = "application/vnd.microsoft.card.adaptive"


@dataclass(eq=False)
class Account:
    """A person as Teams knows them."""

    name: str
    teams_id: str
    aad_object_id: str
    email: str
    installed: bool = True
    blocked: bool = False
    locale: str = "en-GB"
    """What their Teams is set to."""

    def as_sender(self) -> dict[str, Any]:
        """Give the ``from`` of an activity."""
        return {"id": self.teams_id, "name": self.name, "aadObjectId": self.aad_object_id}

    def as_member(self, tenant_id: str) -> dict[str, Any]:
        """Give the entry in a roster."""
        given, _, family = self.name.partition(" ")
        names = {"givenName": given, "surname": family, "userPrincipalName": self.email}
        return {**self.as_sender(), **names, "email": self.email, "tenantId": tenant_id, "userRole": "user"}


class Kind(StrEnum):
    """The kinds of conversation, as Teams spells them."""

    PERSONAL = "personal"
    CHANNEL = "channel"
    GROUP = "groupChat"


@dataclass(eq=False)
class Message:
    """One message of anybody; ``revision`` counts its updates."""

    message_id: str
    root_id: str
    author: str
    from_bot: bool
    text: str
    card: dict[str, Any] | None
    activity: dict[str, Any]
    revision: int = 0

    def replace(self, activity: dict[str, Any]) -> None:
        """Show another content from now on."""
        self.text, self.card, self.activity = activity.get("text") or "", find_card(activity), activity
        self.revision += 1


@dataclass(eq=False)
class Conversation:
    """A chat, or a channel with all its threads."""

    conversation_id: str
    kind: Kind
    name: str
    members: list[Account]
    messages: list[Message] = field(default_factory=list)
    typing_shown: int = 0
    team_id: str = ""
    team_group_id: str = ""
    bot_inside: bool = True

    def find(self, message_id: str) -> Message | None:
        """Find a message by id."""
        return next((message for message in self.messages if message.message_id == message_id), None)


@dataclass(eq=False)
class Fault:
    """What goes wrong with the next calls about one conversation, or about any (``*``)."""

    status: int = 0
    code: str = "Faulted"
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False
    delay: float = 0.0
    hold: asyncio.Event | None = None
    body: str | None = None
    keeps: bool = False
    """True when the message does arrive although its sender is told otherwise."""
    times: int = 1


class World:
    """Everything the fake Teams remembers, and a bell that rings when any of it changes."""

    def __init__(self, tenant_id: str, bot_id: str, bot_name: str) -> None:
        self.tenant_id = tenant_id
        self.bot_id = bot_id
        self.bot_name = bot_name
        self.accounts: list[Account] = []
        self.conversations: dict[str, Conversation] = {}
        self.faults: dict[str, list[Fault]] = {}
        self._numbers = itertools.count(1_700_000_000_000)
        self._bell = asyncio.Event()

    def next_id(self) -> str:
        """Give a new message id, in Teams' manner."""
        return str(next(self._numbers))

    def add_account(self, name: str, *, installed: bool = True) -> Account:
        """Add a person to the organisation."""
        key = uuid.uuid5(uuid.NAMESPACE_DNS, f"{name}.{self.tenant_id}")
        email = f"{name.lower().replace(' ', '.')}@force.police.uk"
        account = Account(name, f"29:{key.hex}", str(key), email, installed)
        self.accounts.append(account)
        return account

    def find_account(self, any_id: str) -> Account | None:
        """Find a person by Teams id or AAD object id."""
        ids = (any_id,)
        return next((a for a in self.accounts if a.teams_id in ids or a.aad_object_id in ids), None)

    def personal_chat(self, account: Account) -> Conversation:
        """Give the one chat between a person and the bot."""
        chat_id = f"a:{account.aad_object_id}"
        if chat_id not in self.conversations:
            self.conversations[chat_id] = Conversation(chat_id, Kind.PERSONAL, account.name, [account])
        return self.conversations[chat_id]

    def add_conversation(self, kind: Kind, name: str, members: list[Account]) -> Conversation:
        """Make a channel (of a team of its own) or a group chat."""
        key = uuid.uuid5(uuid.NAMESPACE_DNS, f"{kind}.{name}.{self.tenant_id}")
        suffix = "tacv2" if kind is Kind.CHANNEL else "v2"
        conversation = Conversation(f"19:{key.hex}@thread.{suffix}", kind, name, members)
        if kind is Kind.CHANNEL:
            conversation.team_id = conversation.conversation_id
            conversation.team_group_id = str(key)
        self.conversations[conversation.conversation_id] = conversation
        return conversation

    def find_conversation(self, conversation_id: str) -> Conversation | None:
        """Find a conversation by its id, which may name a thread of it."""
        return self.conversations.get(conversation_id.partition(";")[0])

    def post(
        self, conversation: Conversation, activity: dict[str, Any], author: Account | None, root_id: str = ""
    ) -> Message:
        """Add a message; without a root it begins a thread of its own."""
        message_id = self.next_id()
        message = Message(
            message_id=message_id,
            root_id=root_id or message_id,
            author=author.name if author else self.bot_name,
            from_bot=author is None,
            text=activity.get("text") or "",
            card=find_card(activity),
            activity=activity,
        )
        conversation.messages.append(message)
        self.ring()
        return message

    def take_fault(self, conversation_id: str) -> Fault | None:
        """Take the next thing that is to go wrong here."""
        for key in (conversation_id, conversation_id.partition(";")[0], "*"):
            waiting = self.faults.get(key)
            if waiting:
                waiting[0].times -= 1
                return waiting.pop(0) if waiting[0].times <= 0 else waiting[0]
        return None

    def ring(self) -> None:
        """Wake everybody who waits for a change."""
        self._bell.set()
        self._bell = asyncio.Event()

    async def wait_for_change(self, at_most: float) -> None:
        """Wait for the next change, or a moment."""
        try:
            async with asyncio.timeout(at_most):
                await self._bell.wait()
        except TimeoutError:
            return


def find_card(activity: dict[str, Any]) -> dict[str, Any] | None:
    """Find the adaptive card of an activity."""
    for attachment in activity.get("attachments") or ():
        if attachment.get("contentType") == CARD_TYPE:
            card: dict[str, Any] = attachment["content"]
            return card
    return None
