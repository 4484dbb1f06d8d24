"""A person at Teams: what they say, press and see."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.fake_teams.activities import Activity, ActivityWriter
from tests.fake_teams.cards import SENDING, Button, ShownCard
from tests.fake_teams.filling import collect_values
from tests.fake_teams.line import BotLine, Reply
from tests.fake_teams.screen import Flash, Screen
from tests.fake_teams.world import Account, Conversation, Fault, Kind, Message, World

PATIENCE_SECONDS = 10.0
GLANCE_SECONDS = 0.05


@dataclass(frozen=True)
class Spot:
    """Where somebody sits: a conversation, and in a channel perhaps one thread."""

    conversation: Conversation
    root_id: str = ""


class Person:
    """One person in one place: their personal chat, unless taken ``at`` another."""

    def __init__(
        self,
        world: World,
        line: BotLine,
        account: Account,
        spot: Spot,
        seats: "dict[Spot, Person] | None" = None,
    ) -> None:
        self.account = account
        self.conversation = spot.conversation
        self.root_id = spot.root_id
        self.screen = Screen(world, account, spot.conversation, spot.root_id)
        self.on_phone = False
        """On a phone an Action.Execute does nothing; its fallback is pressed instead."""
        self.last_activity: Activity = {}
        self._world = world
        self._line = line
        self._writer = ActivityWriter(world, account, spot.conversation, line.service_url)
        self._seats = {spot: self} if seats is None else seats

    @property
    def name(self) -> str:
        """Their name."""
        return self.account.name

    def at(
        self, conversation: Conversation, thread: Message | str = "", *, uninvited: bool = False
    ) -> "Person":
        """Take this person to a channel, a group chat, or one thread of a channel.

        ``uninvited`` they are there although its roster does not know them.
        """
        assert uninvited or self.account in conversation.members, f"{self.name} is not in {conversation.name}"
        spot = Spot(conversation, thread.root_id if isinstance(thread, Message) else thread)
        # The same seat again, so that what was opened or answered there is still on its screen.
        if spot not in self._seats:
            self._seats[spot] = Person(self._world, self._line, self.account, spot, self._seats)
        return self._seats[spot]

    def sees(self) -> str:
        """Read the whole screen."""
        return self.screen.text

    async def installs(self, action: str = "add") -> None:
        """Install the bot here; people only, teams and groups as well."""
        self.account.installed = True
        self.conversation.bot_inside = True
        await self._send(self._writer.write("installationUpdate", action=action))
        added = [{"id": self._world.bot_id}, self.account.as_sender()]
        await self._send(self._writer.write("conversationUpdate", membersAdded=added))

    async def removes_bot(self, action: str = "remove") -> None:
        """Remove the bot from here."""
        if self.conversation.kind is Kind.PERSONAL:
            self.account.installed = False
        self.conversation.bot_inside = self.conversation.kind is Kind.PERSONAL
        await self._send(self._writer.write("installationUpdate", action=action))

    async def removes(self, leaver: "Person", *, told_by_nobody: bool = False) -> None:
        """Remove somebody from this team; ``told_by_nobody`` Teams does not say who did it."""
        self.conversation.members.remove(leaver.account)
        gone = self._writer.write("conversationUpdate", membersRemoved=[leaver.account.as_sender()])
        if told_by_nobody:
            gone["from"] = {"id": self.conversation.conversation_id}
            gone["membersRemoved"] = [{"id": leaver.account.teams_id}]
        await self._send(gone)

    async def says(self, words: str, *, mention: bool | None = None) -> Message:
        """Say something; in a channel or group it is addressed to the bot unless told otherwise."""
        addressed = self.conversation.kind is not Kind.PERSONAL if mention is None else mention
        activity = self._writer.write_message(words, self.root_id, mention=addressed)
        return await self._say(activity, words)

    async def edits(self, message: Message, words: str) -> None:
        """Change something said before."""
        activity = self._writer.write_edit(message.message_id, words, self.root_id)
        message.replace({"text": words})
        await self._send(activity)

    async def sends_file(self, name: str, content_type: str = "image/png", words: str = "") -> Message:
        """Send a file, perhaps with words."""
        activity = self._writer.write_message(words, self.root_id)
        attachment = {
            "contentType": content_type,
            "contentUrl": f"https://files.invalid/{name}",
            "name": name,
        }
        activity["attachments"].append(attachment)
        return await self._say(activity, words or f"({name})")

    async def presses(
        self,
        title: str,
        answers: Mapping[str, Any] | None = None,
        *,
        card: ShownCard | None = None,
        **filled: Any,  # noqa: ANN401 - what is typed in, by input id
    ) -> Reply:
        """Press a button of the newest card that has it, after filling in inputs by id or label.

        Raises:
            NotSentError: The client holds the card back, since an input is missing or wrong.
            AssertionError: There is no such button, it is disabled, or the bot did not answer as it must.
        """
        self.screen.flash = None
        shown, button = self._find_button(title, card)
        assert button.enabled, f"[{title}] cannot be pressed now"
        shown.view.opened.update(button.behind)
        action = self._replace_on_phone(button)
        if action["type"] not in SENDING:
            _look(shown, button)
            return Reply(200, None)
        values = collect_values(button, {**(answers or {}), **filled})
        thread = self._find_root(shown.message_id)
        if action["type"] == "Action.Submit":
            return await self._send(self._writer.write_submit(action, values, shown.message_id, thread))
        reply = await self._send(self._writer.write_execute(action, values, shown.message_id, thread))
        self._show_reply(shown.message_id, reply)
        return reply

    async def crafts(
        self,
        verb: str,
        data: Mapping[str, Any] | None = None,
        *,
        card: ShownCard | None = None,
        by_submit: bool = False,
    ) -> Reply:
        """Press what no card offers, or with other data, as a changed client could."""
        card_id = card.message_id if card else ""
        pressed = {"verb": verb, "data": {"verb": verb, "v": 1, **(data or {})}}
        root = self._find_root(card_id) or self.root_id
        if by_submit:
            return await self._send(self._writer.write_submit(pressed, {}, card_id, root))
        reply = await self._send(self._writer.write_execute(pressed, {}, card_id, root))
        self._show_reply(card_id, reply)
        return reply

    async def invokes(self, name: str, value: Any) -> Reply:  # noqa: ANN401 - any invoke's value
        """Send any other invoke, such as a message extension's."""
        return await self._send(self._writer.write_invoke(name, value, self.root_id))

    async def repeats(self) -> Reply:
        """Have Teams deliver the last activity again, as it does after a slow turn."""
        return await self._send(self.last_activity)

    async def until(self, condition: Callable[[], object], patience: float = PATIENCE_SECONDS) -> None:
        """Wait until something is so, such as ``lambda: 'Thank you' in sam.sees()``."""
        left = round(patience / GLANCE_SECONDS)
        while not _holds(condition):
            assert left > 0, f"waited {patience} s in vain; {self.name} sees:\n{self.sees()}"
            await self._world.wait_for_change(GLANCE_SECONDS)
            left -= 1

    async def until_sees(self, words: str, patience: float = PATIENCE_SECONDS) -> None:
        """Wait until these words are on the screen."""
        await self.until(lambda: words in self.sees(), patience)

    def goes_wrong(self, fault: Fault) -> Fault:
        """Let the bot's next calls to this place go wrong."""
        self._world.faults.setdefault(self.conversation.conversation_id, []).append(fault)
        return fault

    async def _say(self, activity: Activity, words: str) -> Message:
        self.screen.flash = None
        message = self._world.post(self.conversation, {**activity, "text": words}, self.account, self.root_id)
        activity["id"] = message.message_id
        root = self._writer.write("message", message.root_id)["conversation"]
        await self._send({**activity, "conversation": root})
        return message

    async def _send(self, activity: Activity) -> Reply:
        self.last_activity = activity
        reply = await self._line.send(activity)
        assert reply.status < 300, f"the bot answered {reply.status} to {activity['type']}"
        return reply

    def _find_button(self, title: str, card: ShownCard | None) -> tuple[ShownCard, Button]:
        cards = [card] if card else self.screen.cards[::-1]
        for shown in cards:
            button = shown.find_button(title)
            if button is not None:
                return shown, button
        offered = cards[0].buttons() if cards else []
        raise AssertionError(f"There is no [{title}]; the newest card has {offered}.\n{self.sees()}")

    def _replace_on_phone(self, button: Button) -> dict[str, Any]:
        if not self.on_phone or button.kind != "Action.Execute":
            return button.action
        fallback = button.action.get("fallback")
        assert isinstance(fallback, dict), f"[{button.title}] does nothing on a phone: it has no fallback"
        return fallback

    def _find_root(self, message_id: str) -> str:
        message = self.conversation.find(message_id)
        return message.root_id if message and self.conversation.kind is Kind.CHANNEL else ""

    def _show_reply(self, card_id: str, reply: Reply) -> None:
        body = reply.body
        assert isinstance(body, dict), f"an Action.Execute was answered with {body!r}"
        kind, value = body.get("type", ""), body.get("value", {})
        if kind == "application/vnd.microsoft.card.adaptive":
            self.screen.replace(card_id, value)
        elif kind == "application/vnd.microsoft.activity.message":
            self.screen.flash = Flash(str(value))
        elif kind == "application/vnd.microsoft.error":
            self.screen.flash = Flash(value["message"], is_error=True)
        else:
            raise AssertionError(f"an Action.Execute was answered with {body!r}")


def _look(shown: ShownCard, button: Button) -> None:
    if button.kind == "Action.ShowCard":
        shown.view.opened ^= {button.title}
    for target in button.action.get("targetElements", ()):
        shown.view.toggled ^= {target if isinstance(target, str) else target["elementId"]}


def _holds(condition: Callable[[], object]) -> bool:
    try:
        return bool(condition())
    except (AssertionError, LookupError):
        return False
