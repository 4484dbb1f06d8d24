"""The echoes that turns are measured against: the stock SDK's, bare aiohttp's, and our adapter's."""

import aiohttp
from aiohttp import web

TENANT_ID = "5a3b1e00-0000-4000-8000-000000000001"
"""The tenant of whoever writes in a benchmark."""


async def build_stock_echo(_service_url: str) -> web.Application:
    """Build the stock SDK's echo: what CloudAdapter of botbuilder-integration-aiohttp does, line by line."""
    from botbuilder.core import ActivityHandler, MessageFactory, TurnContext  # noqa: PLC0415 - its import is its own
    from botbuilder.core.cloud_adapter_base import CloudAdapterBase  # noqa: PLC0415 - the same
    from botbuilder.schema import Activity as SdkActivity  # noqa: PLC0415 - the same
    from botframework.connector.auth import BotFrameworkAuthenticationFactory  # noqa: PLC0415 - the same

    class EchoBot(ActivityHandler):  # type: ignore[misc] # the SDK ships no types
        async def on_message_activity(self, turn_context: TurnContext) -> None:
            await turn_context.send_activity(MessageFactory.text(f"You said: {turn_context.activity.text}"))

    adapter, bot = CloudAdapterBase(BotFrameworkAuthenticationFactory.create()), EchoBot()

    async def process(request: web.Request) -> web.Response:
        activity = SdkActivity().deserialize(await request.json())
        header = request.headers.get("Authorization", "")
        await adapter.process_activity(header, activity, bot.on_turn)
        return web.Response(status=201)

    application = web.Application()
    application.router.add_post("/api/messages", process)
    return application


async def build_bare_echo(_service_url: str) -> web.Application:
    """Build the least there can be: aiohttp in, aiohttp out, nothing checked."""
    session = aiohttp.ClientSession()

    async def process(request: web.Request) -> web.Response:
        activity = await request.json()
        conversation_id = activity["conversation"]["id"]
        url = f"{activity['serviceUrl']}/v3/conversations/{conversation_id}/activities"
        reply = {"type": "message", "text": f"You said: {activity['text']}", "from": activity["recipient"]}
        async with session.post(url, json=reply) as answer:
            await answer.read()
        return web.Response()

    application = web.Application()
    application.router.add_post("/api/messages", process)
    return application


async def build_our_echo(_service_url: str) -> web.Application:
    """Build our edge with a handler that says one thing through the courier."""
    from bot.adapter import TeamsAdapter  # noqa: PLC0415 - its import is its own
    from bot.auth import BotIdentity, LocalDoorkeeper  # noqa: PLC0415 - the same
    from bot.connector import ConnectorPool  # noqa: PLC0415 - the same
    from bot.courier import TeamsCourier  # noqa: PLC0415 - the same
    from bot.http_session import SharedSession  # noqa: PLC0415 - the same
    from bot.incoming import Incoming  # noqa: PLC0415 - the same
    from bot.server import build_application  # noqa: PLC0415 - the same
    from bot.tokens import NoTokens  # noqa: PLC0415 - the same
    from domain.clock import SystemClock  # noqa: PLC0415 - the same
    from domain.ports import Outgoing  # noqa: PLC0415 - the same

    session = SharedSession()
    pool = ConnectorPool(NoTokens(), session)
    courier = TeamsCourier(pool, SystemClock())

    async def echo(incoming: Incoming) -> None:
        await courier.send(incoming.place, Outgoing(text=f"You said: {incoming.text}"))

    doorkeeper = LocalDoorkeeper(BotIdentity(local_mode=True))
    adapter = TeamsAdapter(doorkeeper, pool, echo, lambda: "REF")
    return build_application(adapter, closing=[session.close])
