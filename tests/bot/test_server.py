"""Starting, health, and an orderly end."""

import asyncio
import signal
import socket

import aiohttp
import pytest
from aiohttp import web

from bot.incoming import Incoming, InvokeAnswer
from bot.server import CannotListenError, build_application, serve
from tests.bot.edge import Edge, build_edge
from tests.fake_teams import FakeTeams


class SlowHandler:
    """Answers when the test lets it."""

    def __init__(self) -> None:
        self.begun = asyncio.Event()
        self.gate = asyncio.Event()

    async def __call__(self, incoming: Incoming) -> InvokeAnswer:  # noqa: ARG002 - whatever comes
        self.begun.set()
        await self.gate.wait()
        return InvokeAnswer("done")


async def start(edge: Edge, stop: asyncio.Event, **settings: float) -> tuple[asyncio.Task[None], str]:
    listening: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    serving = asyncio.create_task(
        serve(edge.application, "127.0.0.1", 0, stop, listening=listening.set_result, **settings)  # type: ignore[arg-type] # only drain_seconds
    )
    return serving, f"http://127.0.0.1:{await listening}"


async def test_an_open_turn_is_finished_before_the_end(teams: FakeTeams) -> None:
    handler = SlowHandler()
    edge, stop = build_edge(teams, make_handler=lambda _courier: handler), asyncio.Event()
    serving, origin = await start(edge, stop)
    teams.line.endpoint = f"{origin}/api/messages"
    asking = asyncio.create_task(teams.person("Sam Carter").invokes("x", {}))
    await handler.begun.wait()
    assert edge.adapter.open_turns == 1
    stop.set()
    await wait_until_refused(origin)
    assert not edge.session.get().closed, "pools close after the last turn"
    assert not asking.done()
    handler.gate.set()
    assert (await asking).body == "done"
    await serving
    assert edge.adapter.open_turns == 0


async def test_a_turn_that_never_ends_does_not_keep_the_bot(teams: FakeTeams) -> None:
    handler = SlowHandler()
    edge, stop = build_edge(teams, make_handler=lambda _courier: handler), asyncio.Event()
    serving, origin = await start(edge, stop, drain_seconds=0.1)
    teams.line.endpoint = f"{origin}/api/messages"
    asking = asyncio.create_task(teams.person("Sam Carter").invokes("x", {}))
    await handler.begun.wait()
    stop.set()
    await serving
    with pytest.raises(aiohttp.ClientError):
        await asking


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_it(teams: FakeTeams, number: signal.Signals) -> None:
    serving, _ = await start(build_edge(teams), asyncio.Event())
    signal.raise_signal(number)
    await serving


async def test_a_busy_port_is_one_clear_sentence(teams: FakeTeams) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(CannotListenError, match=f"Port {port} is already in use"):
            await serve(build_edge(teams).application, "127.0.0.1", port, asyncio.Event())


async def test_a_host_that_is_not_ours_is_one_clear_sentence(teams: FakeTeams) -> None:
    with pytest.raises(CannotListenError, match=r"Cannot listen on 192\.0\.2\.1"):
        await serve(build_edge(teams).application, "192.0.2.1", 0, asyncio.Event())


async def test_health_says_whether_the_bot_works(teams: FakeTeams) -> None:
    edge, works = build_edge(teams), True

    async def check() -> bool:
        return works

    application = build_application(edge.adapter, check_health=check, closing=[edge.session.close])
    origin = await teams.run_bot(application)
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{origin}/healthz") as answer:
            assert (answer.status, await answer.json()) == (200, {"status": "working"})
        works = False
        async with session.get(f"{origin}/healthz") as answer:
            assert (answer.status, await answer.json()) == (503, {"status": "not working"})


async def test_other_routes_are_mounted_and_deeds_done_in_order(teams: FakeTeams) -> None:
    done: list[str] = []

    async def show(_request: web.Request) -> web.Response:
        return web.Response(text="the tab")

    async def fail() -> None:
        done.append("fail")
        raise RuntimeError("a pool that will not close")

    async def note(what: str) -> None:
        done.append(what)

    edge, stop = build_edge(teams), asyncio.Event()
    edge.application = build_application(
        edge.adapter,
        routes=[web.get("/tab", show)],
        starting=[lambda: note("start")],
        closing=[fail, lambda: note("close"), edge.session.close],
    )
    serving, origin = await start(edge, stop)
    async with aiohttp.ClientSession() as session, session.get(f"{origin}/tab") as answer:
        assert await answer.text() == "the tab"
    stop.set()
    await serving
    assert done == ["start", "fail", "close"]


async def wait_until_refused(origin: str) -> None:
    """Ask until nobody listens any more."""
    host, port = origin.removeprefix("http://").split(":")
    async with asyncio.timeout(5):
        while True:
            try:
                _, writer = await asyncio.open_connection(host, int(port))
            except ConnectionError:
                return
            writer.close()
