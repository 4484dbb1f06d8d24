"""The line from the fake Teams to the bot's endpoint."""

import json
from dataclasses import dataclass
from typing import Any

import aiohttp

from tests.fake_teams.identity import Identity


@dataclass(frozen=True)
class Reply:
    """What the bot answered over HTTP."""

    status: int
    body: Any


class BotLine:
    """Delivers activities as Teams does, with a token."""

    def __init__(self, identity: Identity, session: aiohttp.ClientSession, service_url: str) -> None:
        self.endpoint = ""
        self.service_url = service_url
        self.anonymous = False
        self._identity = identity
        self._session = session
        self._token = ""

    async def send(self, activity: dict[str, Any]) -> Reply:
        """Deliver an activity."""
        headers = {} if self.anonymous else {"Authorization": f"Bearer {self._mint_once()}"}
        return await self.send_raw(json.dumps(activity), {**headers, "Content-Type": "application/json"})

    async def send_raw(self, body: str | bytes, headers: dict[str, str]) -> Reply:
        """Deliver anything at all."""
        assert self.endpoint, "tell the fake Teams where the bot is: run_bot() or endpoint"
        async with self._session.post(
            self.endpoint, data=body, headers=headers, skip_auto_headers=("Content-Type",)
        ) as answer:
            text = await answer.text()
            is_json = answer.content_type == "application/json"
            return Reply(answer.status, json.loads(text) if text and is_json else text or None)

    def _mint_once(self) -> str:
        # Teams shows one token for an hour as well; minting is the slowest thing here.
        self._token = self._token or self._identity.mint(self.service_url)
        return self._token
