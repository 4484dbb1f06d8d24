"""The SDK's connector, one client per service URL, over one shared HTTP session."""

import json
from collections import OrderedDict
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import aiohttp
from botframework.connector.aio import ConnectorClient
from botframework.connector.aio.operations_async import ConversationsOperations
from botframework.connector.auth import MicrosoftAppCredentials
from botframework.connector.auth.connector_factory import ConnectorFactory
from msrest.exceptions import ClientRequestError
from msrest.pipeline import Request, Response
from msrest.pipeline.async_abc import AsyncHTTPSender, AsyncPipeline
from msrest.universal_http import ClientRequest
from yarl import URL

from bot.http_session import SharedSession
from bot.tokens import AccessTokens
from domain.ports import JSON

SEND_TIMEOUT_SECONDS = 15.0
CLIENTS_KEPT = 64


class ConnectorPool(ConnectorFactory):  # type: ignore[misc] # the SDK ships no types
    """Gives the connector client of a service URL; the stock SDK builds one per turn, and leaks it."""

    def __init__(
        self,
        tokens: AccessTokens,
        session: SharedSession,
        *,
        timeout_seconds: float = SEND_TIMEOUT_SECONDS,
        clients_kept: int = CLIENTS_KEPT,
    ) -> None:
        self._sender = _SharedSender(tokens, session, timeout_seconds)
        self._clients_kept = clients_kept
        self._clients: OrderedDict[str, ConnectorClient] = OrderedDict()

    async def create(self, service_url: str, audience: str = "") -> ConnectorClient:  # noqa: ARG002 - the SDK's signature
        """Give the client, as the SDK's adapter asks for it."""
        return self.find(service_url)

    def find(self, service_url: str) -> ConnectorClient:
        """Give the pooled client of this service URL."""
        client = self._clients.get(service_url)
        if client is None:
            client = self._clients[service_url] = _build_client(service_url, self._sender)
            # A client holds no sockets of its own, so the oldest can simply be let go.
            while len(self._clients) > self._clients_kept:
                self._clients.popitem(last=False)
        self._clients.move_to_end(service_url)
        return client


class ConnectorAnswer:
    """What the other side said, in the shape that the SDK's operations read."""

    def __init__(self, answer: aiohttp.ClientResponse, body: bytes) -> None:
        self.status_code = answer.status
        self.reason = answer.reason
        self.headers = answer.headers
        self.data = _read_json(body)

    def raise_for_status(self) -> None:
        """Raise as msrest expects of a response.

        Raises:
            ClientRequestError: The status says that the call failed.
        """
        if self.status_code >= HTTPStatus.BAD_REQUEST:
            raise ClientRequestError(f"Received status code {self.status_code}")


class _SharedSender(AsyncHTTPSender[ClientRequest, ConnectorAnswer]):
    """Sends once, with a hard time-out: the one retry layer is the delivery worker's."""

    def __init__(self, tokens: AccessTokens, session: SharedSession, timeout_seconds: float) -> None:
        self._tokens = tokens
        self._session = session
        self._timeout = aiohttp.ClientTimeout(total=timeout_seconds)

    async def __aexit__(self, *exc_details: object) -> None:
        """Keep the session: it is shared, and closed by whoever opened it."""

    async def send(
        self,
        request: Request[ClientRequest],
        **_config: Any,  # noqa: ANN401 - msrest's signature
    ) -> Response[ClientRequest, ConnectorAnswer]:
        """Send one request and read the whole answer; once more where Teams refuses the token.

        A token can be withdrawn before its end. Who is refused was not heard, so nothing comes twice.
        """
        token = await self._tokens.token()
        answer = await self._send_with(token, request.http_request)
        if answer.status_code == HTTPStatus.UNAUTHORIZED and self._tokens.drop(token):
            answer = await self._send_with(await self._tokens.token(), request.http_request)
        return Response(request, answer)

    async def _send_with(self, token: str, outgoing: ClientRequest) -> ConnectorAnswer:
        headers = dict(outgoing.headers)
        if token:
            headers["Authorization"] = f"Bearer {token}"
        async with self._session.get().request(
            outgoing.method,
            URL(outgoing.url, encoded=True),  # conversation ids are quoted already; twice would change them
            data=outgoing.data,
            headers=headers,
            timeout=self._timeout,
            allow_redirects=False,  # a redirect would carry the bot's token to another host
        ) as answer:
            return ConnectorAnswer(answer, await answer.read())


class _PlainSerializer:
    """Lets our own JSON through as it is: msrest walks every element of a card otherwise."""

    def url(self, _name: str, value: str, _kind: str) -> str:
        return quote(value, safe="")

    def query(self, _name: str, value: str | int, _kind: str) -> str:
        return quote(str(value), safe="")

    def body(self, value: JSON, _kind: str) -> JSON:
        return value


def _deserialize(_kind: str, answer: ConnectorAnswer) -> JSON:
    return answer.data


def _build_client(service_url: str, sender: _SharedSender) -> ConnectorClient:
    client = ConnectorClient(
        MicrosoftAppCredentials.empty(),  # the sender adds the token; these are never asked
        base_url=service_url.rstrip("/"),
        pipeline_type=lambda _config: AsyncPipeline([], sender),
    )
    client.conversations = ConversationsOperations(
        client._client,  # noqa: SLF001 - the operations' constructor asks for the client's own core
        client.config,
        _PlainSerializer(),
        _deserialize,
    )
    return client


def _read_json(body: bytes) -> JSON:
    # A gateway answers errors in HTML; msrest would raise on it and hide the status.
    try:
        data: JSON = json.loads(body) if body else None
    except ValueError:
        return None
    return data
