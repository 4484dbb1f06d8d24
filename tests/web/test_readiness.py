"""What probes and monitors are told, on both databases."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from prometheus_client import CollectorRegistry

from domain.delivery import View
from storage import migration
from storage.database import Database
from storage.outbox import Claim
from tests.databases import HandClock
from tests.storage.world import Scene, about, chat_with, set_scene, submit
from tests.web.site import serve_routes
from web.metrics import MOST_CODES, MetricsRoutes, PrometheusMeter
from web.readiness import LONGEST_DELAY, LOOK_AGAIN, ReadinessRoutes, Watch

BY_WORDS_ALONE = "Similar cases are found by words alone, which finds fewer: MEANING_MODEL is not set."
TOKEN = "a-token-nobody-guesses"


@pytest.fixture
def registry() -> CollectorRegistry:
    return CollectorRegistry()


@pytest.fixture
def meter(registry: CollectorRegistry) -> PrometheusMeter:
    return PrometheusMeter(registry)


@pytest.fixture
async def monitor(
    database: Database, clock: HandClock, registry: CollectorRegistry, meter: PrometheusMeter
) -> AsyncIterator[aiohttp.ClientSession]:
    watch = Watch(database, clock, database.list_earlier_revisions)
    routes = [
        *ReadinessRoutes(watch).list_routes(),
        *MetricsRoutes(registry, meter, watch, TOKEN).list_routes(),
    ]
    async with serve_routes(routes) as session:
        yield session


async def lay_out(database: Database, clock: HandClock) -> Scene:
    async with database.begin() as work:
        return await set_scene(work, clock)


async def claim(database: Database, clock: HandClock) -> list[Claim]:
    async with database.begin() as work:
        return await work.outbox.claim("worker", clock.now(), 60, 16)


async def test_a_quiet_product_is_ready(monitor: aiohttp.ClientSession) -> None:
    async with monitor.get("/readyz") as answer:
        assert answer.status == 200
        assert await answer.json() == {
            "status": "ready",
            "words": "Everything works.",
            "database": "answers",
            "migrations": "current",
            "similar_cases": BY_WORDS_ALONE,
            "outbox": {"waiting": 0, "dead_letters": 0, "oldest_seconds": 0.0, "behind_seconds": 0.0},
        }


async def test_a_product_with_a_model_says_that_it_compares_meanings(
    database: Database, clock: HandClock
) -> None:
    watch = Watch(database, clock, database.list_earlier_revisions)
    async with (
        serve_routes(ReadinessRoutes(watch, by_meaning=True).list_routes()) as session,
        session.get("/readyz") as answer,
    ):
        told = await answer.json()
    assert told["similar_cases"] == "Similar cases are found by their words and by what they mean."


async def test_what_waits_is_counted_and_what_waits_too_long_is_not_ready(
    monitor: aiohttp.ClientSession, database: Database, clock: HandClock
) -> None:
    await lay_out(database, clock)
    clock.move(seconds=90)
    async with monitor.get("/readyz") as answer:
        assert answer.status == 200
        seen = (await answer.json())["outbox"]
        assert seen == {"waiting": 2, "dead_letters": 0, "oldest_seconds": 90.0, "behind_seconds": 90.0}
    clock.move(seconds=LONGEST_DELAY.total_seconds())
    async with monitor.get("/readyz") as answer:
        assert answer.status == 503
        told = await answer.json()
        assert told["words"] == "Deliveries are behind: the oldest has been due for 11 minutes."
        assert told["status"] == "not ready"


async def test_what_is_tried_again_later_is_not_behind(
    monitor: aiohttp.ClientSession, database: Database, clock: HandClock
) -> None:
    scene = await lay_out(database, clock)
    later = clock.now() + 3 * LONGEST_DELAY
    for held in await claim(database, clock):
        async with database.begin() as work:
            for posting in (scene.status, scene.hub_card):
                if posting.lane_id == held.lane_id:
                    await work.outbox.delay_posting(held, posting.id, later, "ServiceUnavailable")
            await work.outbox.release(held, clock.now())
    clock.move(seconds=2 * LONGEST_DELAY.total_seconds())
    async with monitor.get("/readyz") as answer:
        assert answer.status == 200
        seen = (await answer.json())["outbox"]
        assert (seen["waiting"], seen["behind_seconds"]) == (2, 0.0)


async def test_what_was_given_up_is_told_and_no_reason_to_send_no_work(
    monitor: aiohttp.ClientSession, database: Database, clock: HandClock
) -> None:
    scene = await lay_out(database, clock)
    for held in await claim(database, clock):
        async with database.begin() as work:
            for posting in (scene.status, scene.hub_card):
                if posting.lane_id == held.lane_id:
                    await work.outbox.bury_posting(held, posting.id, clock.now(), "BadSyntax")
            await work.outbox.release(held, clock.now())
    async with monitor.get("/readyz") as answer:
        assert answer.status == 200
        told = await answer.json()
        assert told["words"] == "Everything works. 2 could not be delivered; see 'deliveries'."
        assert told["outbox"]["dead_letters"] == 2


async def test_a_database_that_is_behind_this_release_is_not_ready(
    database: Database, database_url: str, clock: HandClock
) -> None:
    async def find_earlier() -> frozenset[str]:
        return migration.list_earlier() | present

    async with database.read() as work:
        present = await work.revisions.present()
    assert database_url
    async with (
        serve_routes(ReadinessRoutes(Watch(database, clock, find_earlier)).list_routes()) as monitor,
        monitor.get("/readyz") as answer,
    ):
        assert answer.status == 503
        told = await answer.json()
        assert told["migrations"] == "behind this release"
        assert told["words"] == "The database is behind this release. Run: python -m admin migrate"


async def test_a_database_that_does_not_answer_is_not_ready_and_nothing_leaks(clock: HandClock) -> None:
    away = Database("postgresql://somebody:hunter2@127.0.0.1:9/nothing", clock)
    watch = Watch(away, clock, away.list_earlier_revisions)
    async with (
        serve_routes(ReadinessRoutes(watch).list_routes()) as monitor,
        monitor.get("/readyz") as answer,
    ):
        assert answer.status == 503
        assert await answer.json() == {
            "status": "not ready",
            "words": "The database does not answer.",
            "database": "does not answer",
        }
    await away.close()


async def test_many_probes_cost_one_look(
    monitor: aiohttp.ClientSession, database: Database, clock: HandClock
) -> None:
    async def count() -> int:
        async with monitor.get("/readyz") as answer:
            return int((await answer.json())["outbox"]["waiting"])

    assert await count() == 0
    async with database.begin() as work:
        officer, chat = await chat_with(work, "Amy", clock.now())
        submission = await submit(work, officer, clock.now())
        await work.postings.place(chat, about(submission), View.STATUS, held_until=None)
    assert await count() == 0
    clock.move(seconds=LOOK_AGAIN.total_seconds())
    assert await count() == 1


async def test_the_figures_are_in_prometheus_own_format(
    monitor: aiohttp.ClientSession, meter: PrometheusMeter, database: Database, clock: HandClock
) -> None:
    await lay_out(database, clock)
    clock.move(seconds=30)
    meter.count_turn("message", "done", 0.02)
    meter.count_turn("message", "done", 0.3)
    meter.count_delivery("update", "again later", "Throttled", 0.1)
    meter.count_busy()
    async with monitor.get("/metrics") as answer:
        assert answer.status == 200
        assert answer.headers["Content-Type"].startswith("text/plain; version=")
        told = await answer.text()
    for line in (
        'pf_turns_total{happening="message",outcome="done"} 2.0',
        'pf_turn_seconds_bucket{happening="message",le="0.025"} 1.0',
        'pf_turn_seconds_count{happening="message"} 2.0',
        'pf_deliveries_total{code="Throttled",deed="update",outcome="again later"} 1.0',
        "pf_delivery_seconds_count 1.0",
        "pf_database_busy_total 1.0",
        "pf_deliveries_waiting 2.0",
        "pf_deliveries_dead 0.0",
        "pf_delivery_oldest_seconds 30.0",
        "pf_delivery_behind_seconds 30.0",
    ):
        assert f"\n{line}\n" in told


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"X-Forwarded-For": "192.0.2.7"}, 401),
        ({"X-Forwarded-For": "192.0.2.7", "Authorization": "Bearer wrong"}, 401),
        ({"X-Forwarded-For": "192.0.2.7", "Authorization": f"Bearer {TOKEN}"}, 200),
    ],
)
async def test_only_this_machine_and_who_brings_the_token_read_them(
    monitor: aiohttp.ClientSession, headers: dict[str, str], status: int
) -> None:
    async with monitor.get("/metrics", headers=headers) as answer:
        assert answer.status == status
        assert ("pf_turns" in await answer.text()) == (status == 200)


async def test_without_a_token_no_empty_one_opens_them(database: Database, clock: HandClock) -> None:
    registry = CollectorRegistry()
    watch = Watch(database, clock, database.list_earlier_revisions)
    routes = MetricsRoutes(registry, PrometheusMeter(registry), watch, "").list_routes()
    elsewhere = {"X-Forwarded-For": "192.0.2.7", "Authorization": "Bearer "}
    async with serve_routes(routes) as monitor, monitor.get("/metrics", headers=elsewhere) as answer:
        assert answer.status == 401


def test_what_the_other_side_makes_up_does_not_fill_the_memory(
    registry: CollectorRegistry, meter: PrometheusMeter
) -> None:
    for number in range(MOST_CODES * 3):
        meter.count_delivery("send", "refused", f"Code{number}", 0.1)
    meter.count_delivery("send", "refused", "x" * 500, 0.1)
    meter.count_delivery("send", "refused", "words of somebody", 0.1)
    counted = [sample for family in registry.collect() for sample in family.samples]
    codes = {sample.labels["code"] for sample in counted if sample.name == "pf_deliveries_total"}
    assert len(codes) == MOST_CODES + 1
    assert "other" in codes
