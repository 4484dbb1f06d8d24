"""Request to authenticated activity to turn to answer; never a trace, never an unanswered invoke."""

import asyncio
import json
from collections.abc import Callable
from http import HTTPStatus

import structlog
from aiohttp import web
from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.core.cloud_adapter_base import CloudAdapterBase
from botbuilder.schema import Activity, ActivityTypes
from botframework.connector.auth import BotFrameworkAuthentication, ClaimsIdentity
from botframework.connector.auth.authenticate_request_result import AuthenticateRequestResult

from bot.auth import TEAMS, Caller, Doorkeeper, RefusedError
from bot.connector import ConnectorPool
from bot.incoming import Happening, Incoming, InvokeAnswer, TurnHandler
from bot.log_lines import list_places
from bot.parsing import UnreadableError, read_activity, read_json
from domain.addresses import FORWARDING_HEADERS
from domain.ports import JSON

BODY_LIMIT = 256 * 1024
JSON_TYPE = "application/json"

log = structlog.stdlib.get_logger(__name__)


class TeamsAdapter(CloudAdapterBase):  # type: ignore[misc] # the SDK ships no types
    """The SDK's adapter with the request handling of our own: the stock one fails on every invoke."""

    def __init__(
        self,
        doorkeeper: Doorkeeper,
        pool: ConnectorPool,
        handle_turn: TurnHandler,
        make_reference: Callable[[], str],
        *,
        body_limit: int = BODY_LIMIT,
    ) -> None:
        """Take who decides on entry, the connectors, the turn itself and where error references come from."""
        super().__init__(PooledAuthentication(pool))
        self._doorkeeper = doorkeeper
        self._pool = pool
        self._handle_turn = handle_turn
        self._make_reference = make_reference
        self._body_limit = body_limit
        self._open_turns = 0
        self._nothing_open = asyncio.Event()
        self._nothing_open.set()

    @property
    def open_turns(self) -> int:
        """How many turns are under way."""
        return self._open_turns

    async def wait_until_idle(self) -> None:
        """Wait until no turn is under way."""
        await self._nothing_open.wait()

    async def process(self, request: web.Request) -> web.Response:
        """Answer one request of Teams."""
        try:
            claims = await self._doorkeeper.admit(_read_caller(request))
            incoming = read_activity(read_json(await self._read_body(request)))
            self._doorkeeper.check(claims, incoming)
        except RefusedError as error:
            log.warning("request refused", status=error.status.value, reason=error.reason)
            return web.Response(status=error.status)
        except UnreadableError as error:
            log.warning("request unreadable", reason=str(error))
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        return await self._answer(incoming, claims)

    async def _read_body(self, request: web.Request) -> bytes:
        if request.content_type != JSON_TYPE:
            raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "content type")
        body = bytearray()
        try:
            async for chunk in request.content.iter_any():
                body += chunk
                if len(body) > self._body_limit:
                    raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "body over the limit")
        except web.RequestPayloadError as error:
            raise UnreadableError("broken body") from error
        return bytes(body)

    async def _answer(self, incoming: Incoming, claims: ClaimsIdentity) -> web.Response:
        self._open_turns += 1
        self._nothing_open.clear()
        try:
            return _write_answer(await self._take_turn(incoming, claims))
        except Exception as error:  # noqa: BLE001 - the last line: Teams gets an answer, and no trace
            return self._write_failure(incoming, error)
        finally:
            self._open_turns -= 1
            if not self._open_turns:
                self._nothing_open.set()

    async def _take_turn(self, incoming: Incoming, claims: ClaimsIdentity) -> InvokeResponse | None:
        async def run_turn(context: TurnContext) -> None:
            answer = await self._handle_turn(incoming)
            if incoming.happening is Happening.INVOKE:
                context.turn_state[self._INVOKE_RESPONSE_KEY] = _wrap_answer(answer)

        admitted = AuthenticateRequestResult()
        admitted.claims_identity = claims
        admitted.connector_factory = self._pool
        return await self.process_activity(admitted, _outline_activity(incoming), run_turn)

    def _write_failure(self, incoming: Incoming, error: Exception) -> web.Response:
        reference = self._make_reference()
        log.error(
            "turn failed",
            reference=reference,
            happening=incoming.happening.value,
            activity_id=incoming.activity_id,
            # An exception's message may hold what somebody wrote; where it happened never does.
            error=type(error).__name__,
            where=list(list_places(error)),
        )
        if incoming.happening is not Happening.INVOKE:
            return web.Response()
        message = f"Something went wrong on our side, and nothing was changed. Reference {reference}."
        return _write_json(
            {
                "statusCode": 500,
                "type": "application/vnd.microsoft.error",
                "value": {"code": "InternalError", "message": message},
            }
        )


class PooledAuthentication(BotFrameworkAuthentication):  # type: ignore[misc] # the SDK ships no types
    """What the SDK's adapter asks for around a turn: the pooled connectors, and no user-token client.

    Tokens are the doorkeeper's; a request never reaches the SDK's own authentication.
    """

    def __init__(self, pool: ConnectorPool) -> None:
        self._pool = pool

    async def authenticate_request(self, *_request: object) -> AuthenticateRequestResult:
        """Refuse: only activities that the doorkeeper let in are processed.

        Raises:
            PermissionError: Always.
        """
        raise PermissionError("Activities come in through the doorkeeper alone.")

    async def authenticate_streaming_request(self, *_headers: object) -> AuthenticateRequestResult:
        """Refuse: there is no streaming endpoint.

        Raises:
            PermissionError: Always.
        """
        raise PermissionError("There is no streaming endpoint.")

    def create_connector_factory(self, claims_identity: ClaimsIdentity) -> ConnectorPool:  # noqa: ARG002 - one bot, one pool
        """Give the pool."""
        return self._pool

    async def create_user_token_client(self, claims_identity: ClaimsIdentity) -> None:
        """Build none: people do not sign in through the bot, and one per turn is costly."""


def _read_caller(request: web.Request) -> Caller:
    return Caller(
        authorization=tuple(request.headers.getall("Authorization", ())),
        peer=request.remote or "",
        host=request.host,
        forwarded=any(name in request.headers for name in FORWARDING_HEADERS),
    )


def _outline_activity(incoming: Incoming) -> Activity:
    # The SDK needs these alone; its reading of a whole activity costs more than the rest of a turn.
    return Activity(
        type=incoming.happening.value,
        id=incoming.activity_id,
        channel_id=TEAMS,
        service_url=incoming.place.service_url,
    )


def _wrap_answer(answer: InvokeAnswer | None) -> Activity:
    status, body = (answer.status, answer.body) if answer else (HTTPStatus.OK.value, None)
    return Activity(type=ActivityTypes.invoke_response, value=InvokeResponse(status=status, body=body))


def _write_answer(answer: InvokeResponse | None) -> web.Response:
    if answer is None:
        return web.Response()
    if answer.body is None:
        return web.Response(status=answer.status)
    return _write_json(answer.body, answer.status)


def _write_json(body: JSON, status: int = HTTPStatus.OK) -> web.Response:
    # The body goes out as the handler gave it, once: the stock adapter serialises a second time and fails.
    return web.Response(status=status, body=json.dumps(body).encode(), content_type=JSON_TYPE)
