"""Carries messages to Teams over the pooled connector and says in our own words why one did not arrive."""

from collections.abc import Awaitable
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, TypeAlias

import aiohttp
from msrest.exceptions import HttpOperationError

from bot.connector import ConnectorAnswer, ConnectorPool
from bot.tokens import TokenUnavailableError
from domain.clock import Clock
from domain.open_work import refuse_while_work_is_open
from domain.ports import (
    CUT,
    JSON,
    DeliveryError,
    Gone,
    JSONObject,
    Member,
    Opened,
    Outgoing,
    Place,
    Retryable,
    TooLarge,
    Undeliverable,
    Unreachable,
)

ADAPTIVE_CARD = "application/vnd.microsoft.card.adaptive"
MEMBERS_A_PAGE = 200
RETRYABLE = frozenset({401, 412, 429, 500, 502, 503, 504})
"""Worth another try later; 401 as well: it is about our own token, and never about what is sent."""
# A 403 about the bot's own address says nothing about whether the person can be reached.
NOT_ABOUT_THE_PERSON = frozenset({"InvalidBotApiHost"})

_Call: TypeAlias = Awaitable[JSON]


class TeamsCourier:
    """The courier of the real Teams."""

    def __init__(self, pool: ConnectorPool, clock: Clock) -> None:
        self._pool = pool
        self._clock = clock

    async def send(self, place: Place, message: Outgoing) -> str:
        """Post a new message and give its activity id, empty if Teams gave none.

        Raises:
            DeliveryError: It did not arrive.
        """
        conversations = self._reach(place)
        call = conversations.send_to_conversation(place.conversation_id, _build_activity(place, message))
        return _read_text(await self._await(call), "id")

    async def update(self, place: Place, activity_id: str, message: Outgoing) -> None:
        """Replace a message that was posted before.

        Raises:
            DeliveryError: It did not arrive.
        """
        conversations = self._reach(place)
        activity: JSONObject = {**_build_activity(place, message), "id": activity_id}
        await self._await(conversations.update_activity(place.conversation_id, activity_id, activity))

    async def open_thread(self, channel: Place, message: Outgoing) -> Opened:
        """Start a new thread in a channel with this message as its root.

        Raises:
            DeliveryError: It did not arrive.
        """
        channel_id = channel.conversation_id.partition(";")[0]
        parameters: JSONObject = {
            "isGroup": True,
            "bot": {"id": channel.bot_id},
            "tenantId": channel.tenant_id,
            "channelData": {"channel": {"id": channel_id}, "tenant": {"id": channel.tenant_id}},
            "activity": _build_activity(channel, message, with_conversation=False),
        }
        opened = await self._await(self._reach(channel).create_conversation(parameters))
        return Opened(_read_text(opened, "id"), _read_text(opened, "activityId") or None)

    async def open_personal(self, place: Place, member: Member) -> Opened:
        """Open the personal chat with one person of the tenant.

        Raises:
            DeliveryError: It could not be opened; normal for people who have not met the bot.
        """
        parameters: JSONObject = {
            "isGroup": False,
            "bot": {"id": place.bot_id},
            "members": [{"id": member.teams_id or member.aad_object_id}],
            "tenantId": place.tenant_id,
            "channelData": {"tenant": {"id": place.tenant_id}},
        }
        opened = await self._await(self._reach(place).create_conversation(parameters))
        return Opened(_read_text(opened, "id"), _read_text(opened, "activityId") or None)

    async def show_typing(self, place: Place) -> None:
        """Let the person see that work goes on.

        Raises:
            DeliveryError: It did not arrive.
        """
        activity: JSONObject = {"type": "typing", **_address(place)}
        await self._await(self._reach(place).send_to_conversation(place.conversation_id, activity))

    async def list_members(self, place: Place, team_id: str) -> list[Member]:
        """Read a team's whole roster, page by page.

        Raises:
            DeliveryError: A page could not be read.
        """
        conversations = self._reach(place)
        members: list[Member] = []
        token: str | None = None
        while True:
            call = conversations.get_teams_conversation_paged_members(team_id, MEMBERS_A_PAGE, token)
            page = await self._await(call)
            members += [_read_member(entry) for entry in _read_list(page, "members")]
            token = _read_text(page, "continuationToken") or None
            if token is None:
                return members

    async def find_member(self, place: Place, teams_id: str) -> Member | None:
        """Look one member of a conversation up, or None when they are not in it.

        Raises:
            DeliveryError: The roster could not be asked.
        """
        call = self._reach(place).get_conversation_member(place.conversation_id, teams_id)
        try:
            return _read_member(await self._await(call))
        except Gone:
            return None

    def _reach(self, place: Place) -> Any:  # noqa: ANN401 - the SDK ships no types
        refuse_while_work_is_open("A call to Teams")
        return self._pool.find(place.service_url).conversations

    async def _await(self, call: _Call) -> JSON:
        try:
            return await call
        except HttpOperationError as error:
            raise self._explain(error.response) from error
        except TimeoutError as error:
            raise Retryable("TimedOut") from error
        except (aiohttp.InvalidURL, aiohttp.NonHttpUrlClientError, ValueError) as error:
            raise Undeliverable("BadServiceUrl") from error
        except (aiohttp.ClientError, OSError) as error:
            raise Retryable(CUT) from error
        except TokenUnavailableError as error:
            raise Retryable("TokenUnavailable") from error

    def _explain(self, answer: ConnectorAnswer) -> DeliveryError:
        status = answer.status_code
        code = _read_error_code(answer.data) or f"Http{status}"
        if status in RETRYABLE:
            return Retryable(code, status, self._read_wait(answer.headers.get("Retry-After", "")))
        if status == HTTPStatus.FORBIDDEN and code not in NOT_ABOUT_THE_PERSON:
            return Unreachable(code, status)
        if status == HTTPStatus.NOT_FOUND:
            return Gone(code, status)
        if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            return TooLarge(code, status)
        return Undeliverable(code, status)

    def _read_wait(self, header: str) -> float | None:
        """Read Retry-After, which is seconds or a date."""
        if header.strip().isdecimal():
            return float(header)
        try:
            moment = parsedate_to_datetime(header)
            return max(0.0, (moment - self._clock.now()).total_seconds())
        except (TypeError, ValueError):
            return None


def _build_activity(place: Place, message: Outgoing, *, with_conversation: bool = True) -> JSONObject:
    if bool(message.text) == (message.card is not None):
        raise ValueError("A message is words or a card: Teams splits the two and gives no id back.")
    address: JSONObject = _address(place) if with_conversation else {"from": {"id": place.bot_id}}
    activity: JSONObject = {"type": "message", **address}
    if message.card is None:
        return {**activity, "text": message.text, "textFormat": "plain" if message.plain else "markdown"}
    attachment: JSONObject = {"contentType": ADAPTIVE_CARD, "content": message.card}
    return {**activity, "summary": message.summary, "attachments": [attachment]}


def _address(place: Place) -> JSONObject:
    conversation: JSONObject = {"id": place.conversation_id, "tenantId": place.tenant_id}
    return {"from": {"id": place.bot_id}, "conversation": conversation}


def _read_member(entry: JSON) -> Member:
    return Member(
        teams_id=_read_text(entry, "id"),
        aad_object_id=_read_text(entry, "aadObjectId") or _read_text(entry, "objectId"),
        name=_read_text(entry, "name"),
        email=_read_text(entry, "email") or _read_text(entry, "userPrincipalName"),
    )


def _read_error_code(data: JSON) -> str:
    return _read_text(data.get("error"), "code") if isinstance(data, dict) else ""


def _read_text(data: JSON, key: str) -> str:
    value = data.get(key) if isinstance(data, dict) else None
    return value if isinstance(value, str) else ""


def _read_list(data: JSON, key: str) -> list[JSON]:
    value = data.get(key) if isinstance(data, dict) else None
    return value if isinstance(value, list) else []
