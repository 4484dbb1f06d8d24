"""CPU of one turn: the stock SDK's echo, a bare aiohttp handler, and ours, in one run.

Each bot runs in a process of its own and tells its CPU time; the load and the connector that it answers to
run in this one. Every bot answers each message with one message, as a real turn does.
"""

import argparse
import asyncio
import json
import multiprocessing
import os
import statistics
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeAlias

import aiohttp
from aiohttp import web

from benchmarks.echoes import TENANT_ID, build_bare_echo, build_our_echo, build_stock_echo

Activity: TypeAlias = dict[str, Any]
MakeActivity: TypeAlias = Callable[[int], Activity]


@dataclass(frozen=True)
class Load:
    """One thing to measure: a bot, and what it is sent.

    ``build_bot`` runs in the bot's process, is told the connector's address, and gives the application that
    answers ``/api/messages``;
    ``make_activity`` gives the activity of one turn by its number, ``{service_url}`` standing for the
    connector's address in ``serviceUrl``.
    """

    name: str
    build_bot: Callable[[str], Awaitable[web.Application]]
    make_activity: MakeActivity
    sends_a_turn: int = 1


@dataclass(frozen=True)
class Figures:
    """What was measured."""

    name: str
    cpu_ms: float
    median_ms: float
    p95_ms: float


def say_hello(number: int) -> Activity:
    """Make a message in Teams' shape."""
    return {
        "type": "message",
        "id": f"17000000{number:08d}",
        "timestamp": "2026-03-02T09:00:00.1234567Z",
        "localTimestamp": "2026-03-02T09:00:00.1234567+00:00",
        "channelId": "msteams",
        "serviceUrl": "{service_url}",
        "from": {
            "id": "29:1a2b3c4d5e6f",
            "name": "Sam Carter",
            "aadObjectId": "5a3b1e00-0000-4000-8000-000000000101",
        },
        "recipient": {"id": "28:5a3b1e00-0000-4000-8000-00000000b070", "name": "Prevention First"},
        "conversation": {
            "id": f"a:chat-{number % 50}",
            "conversationType": "personal",
            "tenantId": TENANT_ID,
        },
        "channelData": {"tenant": {"id": TENANT_ID}},
        "entities": [{"type": "clientInfo", "locale": "en-GB", "country": "GB", "platform": "Windows"}],
        "text": f"hello {number}",
        "textFormat": "plain",
        "locale": "en-GB",
        "attachments": [{"contentType": "text/html", "content": f"<p>hello {number}</p>"}],
    }


async def build_product(service_url: str) -> web.Application:
    """Build the whole product."""
    from benchmarks import product  # noqa: PLC0415 - its import is its own

    return await product.build_product(service_url)


def type_help(number: int) -> Activity:
    """Type ``help``."""
    from benchmarks import product  # noqa: PLC0415 - the same

    return product.type_help(number)


def type_answer(number: int) -> Activity:
    """Answer a SARA question by typing: it is kept, the next comes as a card, and the last one folds."""
    from benchmarks import product  # noqa: PLC0415 - the same

    return product.type_answer(number)


LOADS = (
    Load("stock SDK echo", build_stock_echo, say_hello),
    Load("bare aiohttp echo", build_bare_echo, say_hello),
    Load("our echo", build_our_echo, say_hello),
    Load("help", build_product, type_help),
    Load("SARA answer", build_product, type_answer, sends_a_turn=2),
)


def run_bot(load: Load, pipe: Connection, service_url: str) -> None:
    """Run one bot in this process, and tell its CPU time whenever it is asked."""
    asyncio.run(_run_bot(load, pipe, service_url))


async def _run_bot(load: Load, pipe: Connection, service_url: str) -> None:
    runner = web.AppRunner(await load.build_bot(service_url), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    pipe.send(runner.addresses[0][1])
    loop = asyncio.get_running_loop()
    while await loop.run_in_executor(None, pipe.recv) == "cpu":
        pipe.send(time.process_time())
    os._exit(0)  # the stock SDK leaves threads behind that would keep the process


class Connector:
    """The other side: takes every message and counts them."""

    def __init__(self) -> None:
        self.taken = 0
        self.origin = ""

    async def take(self, request: web.Request) -> web.Response:
        """Take one message."""
        await request.read()
        self.taken += 1
        return web.json_response({"id": str(self.taken)})

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Connector"]:
        """Run it on loopback."""
        application = web.Application()
        application.router.add_route("*", "/{anything:.*}", self.take)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.origin = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield self
        finally:
            await runner.cleanup()


async def measure(load: Load, turns: int, at_once: int) -> Figures:
    """Measure one load, after a warm-up of a tenth."""
    here, there = multiprocessing.get_context("spawn").Pipe()
    async with Connector().running() as connector, aiohttp.ClientSession() as session:
        process = multiprocessing.get_context("spawn").Process(
            target=run_bot, args=(load, there, connector.origin), daemon=True
        )
        process.start()
        loop = asyncio.get_running_loop()
        port = await loop.run_in_executor(None, here.recv)
        client = Client(session, f"http://127.0.0.1:{port}/api/messages", connector.origin, load)
        await client.send_many(range(turns // 10), at_once)
        client.times.clear()
        connector.taken = 0
        begin = await _ask_cpu(here)
        await client.send_many(range(turns // 10, turns // 10 + turns), at_once)
        spent = await _ask_cpu(here) - begin
        here.send("end")
        if connector.taken != turns * load.sends_a_turn:
            raise SystemExit(f"{load.name}: {connector.taken} messages arrived for {turns} turns")
    process.join()
    ordered = sorted(client.times)
    p95 = ordered[int(len(ordered) * 0.95)]
    return Figures(load.name, spent / turns * 1e3, statistics.median(ordered) * 1e3, p95 * 1e3)


class Client:
    """Sends turns, so many at once, and notes how long each took."""

    def __init__(self, session: aiohttp.ClientSession, url: str, origin: str, load: Load) -> None:
        self.times: list[float] = []
        self._session = session
        self._url = url
        self._origin = origin
        self._load = load

    async def send_many(self, numbers: range, at_once: int) -> None:
        """Send the turns of these numbers."""
        waiting = iter(numbers)

        async def work() -> None:
            for number in waiting:
                await self._send(number)

        await asyncio.gather(*(work() for _ in range(at_once)))

    async def _send(self, number: int) -> None:
        activity = {**self._load.make_activity(number), "serviceUrl": self._origin}
        body = json.dumps(activity).encode()
        begin = time.perf_counter()
        async with self._session.post(
            self._url, data=body, headers={"Content-Type": "application/json"}
        ) as answer:
            await answer.read()
            if not answer.ok:
                raise SystemExit(f"{self._load.name}: a turn was answered {answer.status}")
        self.times.append(time.perf_counter() - begin)


async def _ask_cpu(pipe: Connection) -> float:
    pipe.send("cpu")
    spent: float = await asyncio.get_running_loop().run_in_executor(None, pipe.recv)
    return spent


def print_table(figures: list[Figures]) -> None:
    """Print the figures with ratios to the stock echo, which is the first."""
    stock = figures[0].cpu_ms
    print(f"{'':22}{'CPU ms a turn':>14}{'of stock':>10}{'stock / it':>12}{'median ms':>11}{'p95 ms':>8}")
    for one in figures:
        print(
            f"{one.name:22}{one.cpu_ms:14.2f}{one.cpu_ms / stock:10.2f}{stock / one.cpu_ms:12.1f}"
            f"{one.median_ms:11.1f}{one.p95_ms:8.1f}"
        )


def main() -> None:
    """Measure every load and print the table."""
    parser = argparse.ArgumentParser(description="CPU of one turn, against the stock SDK in the same run.")
    parser.add_argument("--turns", type=int, default=1000)
    parser.add_argument("--at-once", type=int, default=8)
    wanted = parser.parse_args()
    print_table([asyncio.run(measure(load, wanted.turns, wanted.at_once)) for load in LOADS])


if __name__ == "__main__":
    # Called by its path, a script finds its neighbours first; those here are not the product's folders.
    sys.path[:] = [str(Path(__file__).parent.parent), *sys.path[1:]]
    main()
