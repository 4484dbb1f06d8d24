"""Activities in the shape that Teams sends them."""

import html
from datetime import UTC, datetime
from typing import Any

from tests.fake_teams.world import Account, Conversation, Kind, World

Activity = dict[str, Any]


class ActivityWriter:
    """Writes what one person does in one place."""

    def __init__(self, world: World, account: Account, conversation: Conversation, service_url: str) -> None:
        self._world = world
        self._account = account
        self._conversation = conversation
        self._service_url = service_url

    def write(self, kind: str, root_id: str = "", **parts: Any) -> Activity:  # noqa: ANN401 - an activity's parts
        """Write an activity of any kind."""
        locale = self._account.locale
        channel_data: Activity = {"tenant": {"id": self._world.tenant_id}}
        if self._conversation.kind is Kind.CHANNEL:
            channel_data["team"] = {"id": self._conversation.team_id, "name": self._conversation.name}
            channel_data["channel"] = {"id": self._conversation.conversation_id}
        channel_data.update(parts.pop("channel_data", {}))
        return {
            "type": kind,
            "id": self._world.next_id(),
            "timestamp": datetime.now(UTC).isoformat().replace("+00:00", "Z"),
            "channelId": "msteams",
            "serviceUrl": self._service_url,
            "from": self._account.as_sender(),
            "recipient": {"id": self._world.bot_id, "name": self._world.bot_name},
            "conversation": self._write_conversation(root_id),
            "channelData": channel_data,
            "entities": [{"type": "clientInfo", "locale": locale, "country": "GB", "platform": "Windows"}],
            "locale": locale,
            **parts,
        }

    def write_message(self, words: str, root_id: str = "", *, mention: bool = False) -> Activity:
        """Write something said; with ``mention`` it is addressed to the bot."""
        activity = self.write("message", root_id, text=words, textFormat="plain")
        if mention:
            name = self._world.bot_name
            activity["text"] = f"<at>{name}</at> {words}"
            mentioned = {"id": self._world.bot_id, "name": name}
            activity["entities"].append(
                {"type": "mention", "mentioned": mentioned, "text": f"<at>{name}</at>"}
            )
        copy = html.escape(activity["text"], quote=False)
        activity["attachments"] = [{"contentType": "text/html", "content": f"<p>{copy}</p>"}]
        return activity

    def write_edit(self, message_id: str, words: str, root_id: str = "") -> Activity:
        """Write the change of something said before."""
        activity = self.write_message(words, root_id)
        activity["channelData"]["eventType"] = "editMessage"
        return {**activity, "type": "messageUpdate", "id": message_id}

    def write_execute(self, action: Activity, values: Activity, card_id: str, root_id: str = "") -> Activity:
        """Write a pressed Action.Execute."""
        data = action.get("data") or {}
        pressed: Activity = {
            "type": "Action.Execute",
            "id": action.get("id", ""),
            "verb": action.get("verb", ""),
            "data": {**data, **values},
        }
        value = {"action": pressed, "trigger": "manual"}
        return self.write_invoke("adaptiveCard/action", value, root_id, replyToId=card_id)

    def write_submit(self, action: Activity, values: Activity, card_id: str, root_id: str = "") -> Activity:
        """Write a pressed Action.Submit: a message without words."""
        data = action.get("data") or {}
        value = {key: part for key, part in {**data, **values}.items() if key != "msteams"}
        legacy = {"legacy": {"replyToId": card_id}}
        return self.write("message", root_id, value=value, replyToId=card_id, channel_data=legacy)

    def write_invoke(self, name: str, value: Any, root_id: str = "", **parts: Any) -> Activity:  # noqa: ANN401 - free JSON
        """Write any other invoke."""
        return self.write("invoke", root_id, name=name, value=value, **parts)

    def _write_conversation(self, root_id: str) -> Activity:
        conversation_id = self._conversation.conversation_id
        if root_id and self._conversation.kind is Kind.CHANNEL:
            conversation_id = f"{conversation_id};messageid={root_id}"
        written: Activity = {
            "id": conversation_id,
            "conversationType": self._conversation.kind.value,
            "tenantId": self._world.tenant_id,
        }
        return written if self._conversation.kind is Kind.PERSONAL else {**written, "isGroup": True}
