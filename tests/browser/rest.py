"""Acting without a screen: another member of the team, somebody who is none, and what the page is told."""

import asyncio
import json
import uuid
from dataclasses import dataclass
from typing import Self

import aiohttp

from admin.demo.world import BOT_ID, BOT_NAME, TENANT_ID, Person, Seat
from domain.ports import JSONObject


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as the page was told of it; ``conversation_id`` names the thread."""

    conversation_id: str
    activity_id: str
    text: str
    card: JSONObject | None


class Stream:
    """What the bot shows in one Playground, in order. Opened before the page, it takes what waited for it."""

    def __init__(self, session: aiohttp.ClientSession, seat: Seat) -> None:
        self._session = session
        self._seat = seat
        self._seen: dict[str, Shown] = {}
        self._news = asyncio.Condition()
        self._listening: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        """Connect and begin to listen."""
        socket = await self._session.ws_connect(
            f"{self._seat.address}/_ws_conversation/v1/conversations/stream"
        )
        self._listening = asyncio.create_task(self._listen(socket))
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop listening."""
        if self._listening:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)

    async def wait_for(self, text: str, within: float = 10) -> Shown:
        """Wait for the newest message, or state of one, with this text in its words or its card."""
        async with asyncio.timeout(within), self._news:
            await self._news.wait_for(lambda: self._find(text) is not None)
        found = self._find(text)
        assert found is not None
        return found

    def _find(self, text: str) -> Shown | None:
        return next((shown for shown in reversed(self._seen.values()) if _has(shown, text)), None)

    async def _listen(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        async for frame in socket:
            told = json.loads(frame.data)
            if "message" in told:
                async with self._news:
                    self._keep(told["actionConversationId"], told["message"])
                    self._news.notify_all()

    def _keep(self, conversation_id: str, message: dict[str, object]) -> None:
        activity_id = str(message["messageId"])
        before = self._seen.pop(activity_id, None)
        place = message.get("postConversationId") or (before.conversation_id if before else conversation_id)
        attachments = message.get("attachments")
        first = attachments[0] if isinstance(attachments, list) and attachments else {}
        self._seen[activity_id] = Shown(
            str(place), activity_id, str(message.get("text") or ""), first.get("content")
        )


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of a Playground's team who has no page: they can press, but typing is its owner's alone."""

    session: aiohttp.ClientSession
    seat: Seat
    person: Person

    async def press(self, card: Shown, verb: str, data: JSONObject) -> JSONObject:
        """Press a card's Action.Execute and give the bot's answer."""
        action: JSONObject = {"type": "Action.Execute", "verb": verb, "data": data}
        return await self._send(
            "invoke", card, {"name": "adaptiveCard/action", "value": {"action": action, "trigger": "manual"}}
        )

    async def submit(self, card: Shown, value: JSONObject) -> None:
        """Press a card's Action.Submit; the bot hears of it afterwards."""
        await self._send("submit", card, {"value": value})

    async def _send(self, path: str, card: Shown, body: JSONObject) -> JSONObject:
        url = f"{self.seat.address}/_conversation/v1/{path}"
        where: JSONObject = {
            "from": {"id": self.person.teams_id},
            "conversation": {"id": card.conversation_id},
            "replyToId": card.activity_id,
        }
        async with self.session.post(url, json={**where, **body}) as answer:
            answer.raise_for_status()
            text = await answer.text()
        said: JSONObject = json.loads(text) if text else {}
        return said


@dataclass(frozen=True, slots=True)
class Stranger:
    """Somebody who is not in the Hub's team. Its Playground refuses them, so they speak to the bot itself."""

    session: aiohttp.ClientSession
    endpoint: str
    seat: Seat
    person: Person

    async def press(self, card: Shown, verb: str, data: JSONObject) -> tuple[int, JSONObject]:
        """Press a card in the channel as if it had been forwarded to them; give status and answer."""
        action: JSONObject = {"type": "Action.Execute", "verb": verb, "data": data}
        async with self.session.post(self.endpoint, json=self._activity(card, action)) as answer:
            text = await answer.text()
            said: JSONObject = json.loads(text) if text else {}
            return answer.status, said

    def _activity(self, card: Shown, action: JSONObject) -> JSONObject:
        team = self.seat.team
        return {
            "type": "invoke",
            "name": "adaptiveCard/action",
            "id": str(uuid.uuid4()),
            "channelId": "msteams",
            "serviceUrl": self.seat.service_url,
            "from": {
                "id": self.person.teams_id,
                "name": self.person.name,
                "aadObjectId": self.person.aad_object_id,
            },
            "recipient": {"id": BOT_ID, "name": BOT_NAME},
            "conversation": {
                "id": card.conversation_id,
                "conversationType": "channel",
                "isGroup": True,
                "tenantId": TENANT_ID,
            },
            "channelData": {
                "tenant": {"id": TENANT_ID},
                "team": {"id": team.team_id},
                "channel": {"id": team.channel_id},
            },
            "replyToId": card.activity_id,
            "value": {"action": action, "trigger": "manual"},
        }


def _has(shown: Shown, text: str) -> bool:
    return text in shown.text or text in json.dumps(shown.card, ensure_ascii=False)
