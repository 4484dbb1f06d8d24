"""The aiohttp application: the bot's endpoint, the routes handed to it, health, and an orderly end."""

import asyncio
import errno
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import suppress
from http import HTTPStatus

import structlog
from aiohttp import web

from bot.adapter import TeamsAdapter
from domain.addresses import is_loopback

MESSAGES_PATH = "/api/messages"
HEALTH_PATH = "/healthz"
DRAIN_SECONDS = 20.0
LAST_CALL_SECONDS = 3.0  # for what is not a turn, such as a download

Deed = Callable[[], Awaitable[None]]
HealthCheck = Callable[[], Awaitable[bool]]

ADAPTER = web.AppKey("ADAPTER", TeamsAdapter)
DRAINING = web.AppKey("DRAINING", asyncio.Event)

log = structlog.stdlib.get_logger(__name__)


class CannotListenError(Exception):
    """The server could not start listening; the sentence says why and what to do."""


def build_application(
    adapter: TeamsAdapter,
    *,
    routes: Iterable[web.AbstractRouteDef] = (),
    check_health: HealthCheck | None = None,
    starting: Iterable[Deed] = (),
    closing: Iterable[Deed] = (),
) -> web.Application:
    """Put the web application together.

    Args:
        adapter: Answers Teams.
        routes: What else is served, such as the tab.
        check_health: Says whether the bot can work, for instance whether its database answers.
        starting: Awaited in order before the first request.
        closing: Awaited in order after the last turn has ended; all of them, even if one fails.
    """
    application = web.Application()
    application[ADAPTER] = adapter
    application[DRAINING] = asyncio.Event()
    application.add_routes(
        [web.post(MESSAGES_PATH, adapter.process), web.get(HEALTH_PATH, _build_health(check_health)), *routes]
    )
    application.cleanup_ctx.append(_build_life(tuple(starting), tuple(closing)))
    return application


async def serve(  # noqa: PLR0913 - one call at one place, every argument named there
    application: web.Application,
    host: str,
    port: int,
    stop: asyncio.Event,
    *,
    local_mode: bool = False,
    drain_seconds: float = DRAIN_SECONDS,
    listening: Callable[[int], None] | None = None,
) -> None:
    """Serve until ``stop`` is set or the process is asked to end, then let open turns finish.

    ``listening`` is told the port once requests are taken; port 0 asks for any free one.

    Raises:
        CannotListenError: The port is taken or not allowed, or local mode would listen to other machines.
    """
    if local_mode and not is_loopback(host):
        raise CannotListenError(f"Local mode checks no tokens, so it listens on 127.0.0.1 and not on {host}.")
    last_call = min(drain_seconds, LAST_CALL_SECONDS)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=last_call)
    await runner.setup()
    try:
        await _listen(runner, host, port)
        _stop_on_signals(stop)
        taken = runner.addresses[0][1]
        log.info("listening", host=host, port=taken)
        if listening is not None:
            listening(taken)
        await stop.wait()
        await _drain(application, runner, drain_seconds)
    finally:
        _forget_signals()
        await runner.cleanup()


async def _listen(runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            sentence = f"Port {port} is already in use; stop the other program or set PORT to another number."
        elif error.errno == errno.EACCES:
            sentence = f"Port {port} may not be used by this account; set PORT to a number above 1023."
        else:
            sentence = f"Cannot listen on {host}, port {port}: {error.strerror or error}."
        raise CannotListenError(sentence) from error


def _stop_on_signals(stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        # Windows and loops outside the main thread take no signals; there the stop event alone ends it.
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, stop.set)


def _forget_signals() -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError, RuntimeError):
            loop.remove_signal_handler(number)


async def _drain(application: web.Application, runner: web.AppRunner, seconds: float) -> None:
    adapter = application[ADAPTER]
    application[DRAINING].set()
    log.info("stopping", open_turns=adapter.open_turns)
    for site in list(runner.sites):
        await site.stop()
    try:
        async with asyncio.timeout(seconds):
            await adapter.wait_until_idle()
    except TimeoutError:
        log.warning("turns cut off", open_turns=adapter.open_turns)


def _build_health(check_health: HealthCheck | None) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer_health(request: web.Request) -> web.Response:
        if request.app[DRAINING].is_set():
            return web.json_response({"status": "stopping"}, status=HTTPStatus.SERVICE_UNAVAILABLE)
        if check_health is not None and not await check_health():
            return web.json_response({"status": "not working"}, status=HTTPStatus.SERVICE_UNAVAILABLE)
        return web.json_response({"status": "working"})

    return answer_health


def _build_life(
    starting: tuple[Deed, ...], closing: tuple[Deed, ...]
) -> Callable[[web.Application], AsyncIterator[None]]:
    async def live(_application: web.Application) -> AsyncIterator[None]:
        for deed in starting:
            await deed()
        yield
        for deed in closing:
            try:
                await deed()
            except Exception:  # one pool that will not close must not keep the next one open
                log.exception("closing failed")

    return live
