"""The connector service of the fake Teams: what the bot calls to speak."""

import asyncio
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil
from typing import Any

from aiohttp import web

from domain.clock import Clock, SystemClock
from domain.pace import Window
from tests.fake_teams.world import Account, Conversation, Fault, Kind, World

SIZE_LIMIT = 100 * 1024


@dataclass
class Call:
    """One call of the bot, kept for tests that look at the wire."""

    method: str
    path: str
    body: Any
    headers: dict[str, str]
    query: dict[str, str] = field(default_factory=dict)


class ConnectorService:
    """Answers the bot as Teams does, with faults on demand."""

    def __init__(self, world: World, token: str) -> None:
        self.calls: list[Call] = []
        self.token = token
        self.most_at_once = 0
        self.clock: Clock = SystemClock()
        self.windows: tuple[Window, ...] = ()
        """What Teams lets through in each conversation; beyond that it answers 429."""
        self.sent: dict[str, list[datetime]] = {}
        """When something was sent to each conversation, threads together."""
        self.refused = 0
        """How often it was too much."""
        self._at_once = 0
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """Give what the fake's server mounts."""
        one = "/teams/v3/conversations/{conversation}"
        return [
            web.post("/teams/v3/conversations", self._create),
            web.post(f"{one}/activities", self._post),
            web.post(f"{one}/activities/{{activity}}", self._post),
            web.put(f"{one}/activities/{{activity}}", self._put),
            web.delete(f"{one}/activities/{{activity}}", self._delete),
            web.get(f"{one}/pagedmembers", self._paged_members),
            web.get(f"{one}/members/{{member}}", self._member),
        ]

    async def _enter(self, request: web.Request, conversation_id: str) -> Fault | None:
        """Note the call, check the token, and let happen what is to go wrong."""
        text = await request.text()
        body = json.loads(text) if text else None
        self.calls.append(
            Call(request.method, request.path, body, dict(request.headers), dict(request.query))
        )
        if self.token and request.headers.get("Authorization") != f"Bearer {self.token}":
            raise _error(web.HTTPUnauthorized, "Unauthorized")
        if request.method in ("POST", "PUT"):
            self._pace(conversation_id.partition(";")[0])
        fault = self._world.take_fault(conversation_id)
        if fault is not None:
            await self._suffer(request, fault)
        return fault

    def _pace(self, base: str) -> None:
        now, sent = self.clock.now(), self.sent.setdefault(base, [])
        sent.append(now)
        for window in self.windows:
            since = now - timedelta(seconds=window.seconds)
            if sum(moment > since for moment in sent) > window.limit:
                self.refused += 1
                answer = _error(web.HTTPTooManyRequests, "TooManyRequests")
                answer.headers["Retry-After"] = str(ceil(window.seconds))
                raise answer

    async def _suffer(self, request: web.Request, fault: Fault) -> None:
        if fault.hold is not None:
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
            await fault.hold.wait()
            self._at_once -= 1
        if fault.delay:
            await asyncio.sleep(fault.delay)
        if not fault.keeps:
            _fail(request, fault)

    async def _create(self, request: web.Request) -> web.Response:
        parameters = await request.json()
        channel_id = parameters.get("channelData", {}).get("channel", {}).get("id", "")
        await self._enter(request, channel_id or "create")
        if parameters.get("tenantId") != self._world.tenant_id:
            raise _error(web.HTTPForbidden, "TenantNotAllowed")
        if parameters.get("isGroup"):
            return self._open_thread(channel_id, parameters)
        return self._open_personal(parameters)

    def _open_thread(self, channel_id: str, parameters: dict[str, Any]) -> web.Response:
        channel = self._reach(channel_id)
        message = self._world.post(channel, parameters["activity"], None)
        thread_id = f"{channel.conversation_id};messageid={message.message_id}"
        return web.json_response({"id": thread_id, "activityId": message.message_id}, status=201)

    def _open_personal(self, parameters: dict[str, Any]) -> web.Response:
        account = self._world.find_account(parameters["members"][0]["id"])
        if account is None:
            raise _error(web.HTTPBadRequest, "BadArgument")
        chat = self._world.personal_chat(account)
        _check_reachable(account)
        return web.json_response({"id": chat.conversation_id}, status=201)

    async def _post(self, request: web.Request) -> web.Response:
        conversation_id = request.match_info["conversation"]
        fault = await self._enter(request, conversation_id)
        conversation, activity = self._reach(conversation_id), await request.json()
        _check_size(request)
        if activity.get("type") == "typing":
            conversation.typing_shown += 1
            self._world.ring()
            return web.json_response({}, status=202)
        root_id = conversation_id.partition(";messageid=")[2]
        message = self._world.post(conversation, activity, None, root_id)
        if fault is not None:
            _fail(request, fault)
        # Teams splits words and a card in two, and then gives no id back.
        return web.json_response({} if message.text and message.card else {"id": message.message_id})

    async def _put(self, request: web.Request) -> web.Response:
        conversation_id = request.match_info["conversation"]
        fault = await self._enter(request, conversation_id)
        _check_size(request)
        message = self._reach(conversation_id).find(request.match_info["activity"])
        if message is None or not message.from_bot:
            raise _error(web.HTTPNotFound, "ActivityNotFoundInConversation")
        message.replace(await request.json())
        self._world.ring()
        if fault is not None:
            _fail(request, fault)
        return web.json_response({"id": message.message_id})

    async def _delete(self, request: web.Request) -> web.Response:
        conversation_id = request.match_info["conversation"]
        await self._enter(request, conversation_id)
        conversation = self._reach(conversation_id)
        message = conversation.find(request.match_info["activity"])
        if message is None:
            raise _error(web.HTTPNotFound, "ActivityNotFoundInConversation")
        conversation.messages.remove(message)
        self._world.ring()
        return web.Response()

    async def _paged_members(self, request: web.Request) -> web.Response:
        conversation_id = request.match_info["conversation"]
        await self._enter(request, conversation_id)
        members = self._reach(conversation_id).members
        size = min(max(int(request.query.get("pageSize", "200")), 50), 500)
        begin = int(request.query.get("continuationToken", "0"))
        page = [member.as_member(self._world.tenant_id) for member in members[begin : begin + size]]
        answer: dict[str, Any] = {"members": page}
        if begin + size < len(members):
            answer["continuationToken"] = str(begin + size)
        return web.json_response(answer)

    async def _member(self, request: web.Request) -> web.Response:
        conversation_id = request.match_info["conversation"]
        await self._enter(request, conversation_id)
        account = self._world.find_account(request.match_info["member"])
        if account is None or account not in self._reach(conversation_id).members:
            raise _error(web.HTTPNotFound, "MemberNotFoundInConversation")
        return web.json_response(account.as_member(self._world.tenant_id))

    def _reach(self, conversation_id: str) -> Conversation:
        conversation = self._world.find_conversation(conversation_id)
        if conversation is None:
            raise _error(web.HTTPNotFound, "ConversationNotFound")
        if conversation.kind is Kind.PERSONAL:
            _check_reachable(conversation.members[0])
        if not conversation.bot_inside:
            raise _error(web.HTTPForbidden, "BotNotInConversationRoster")
        return conversation


def _check_reachable(account: Account) -> None:
    if account.blocked:
        raise _error(web.HTTPForbidden, "ConversationBlockedByUser")
    if not account.installed:
        raise _error(web.HTTPForbidden, "BotNotInConversationRoster")


def _check_size(request: web.Request) -> None:
    if (request.content_length or 0) > SIZE_LIMIT:
        error = {"error": {"code": "MessageSizeTooBig", "message": "Message size too large."}}
        raise web.HTTPRequestEntityTooLarge(SIZE_LIMIT, request.content_length or 0, text=str(error))


def _fail(request: web.Request, fault: Fault) -> None:
    if fault.cut and request.transport is not None:
        request.transport.abort()
        raise asyncio.CancelledError
    if fault.status:
        body = fault.body or f'{{"error": {{"code": "{fault.code}", "message": "as asked"}}}}'
        error = web.HTTPInternalServerError(
            text=body,
            headers=fault.headers,
            content_type="text/html" if fault.body else "application/json",
        )
        error.set_status(fault.status)
        raise error


def _error(kind: type[web.HTTPError], code: str) -> web.HTTPError:
    body = f'{{"error": {{"code": "{code}", "message": "{code}"}}}}'
    return kind(text=body, content_type="application/json")
