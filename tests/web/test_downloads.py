"""Fetching a file by its link, over HTTP, on both databases."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import aiohttp
import pytest

from services.downloads import offer
from storage.database import Database
from storage.downloads import PIECE
from tests.databases import HandClock
from tests.storage.world import meet
from tests.web.site import serve_routes
from web.downloads import DownloadRoutes

GONE = "This link does not work any more."


@pytest.fixture
async def browser(database: Database, clock: HandClock) -> AsyncIterator[aiohttp.ClientSession]:
    async with serve_routes(DownloadRoutes(database, clock).list_routes()) as session:
        yield session


async def hand_out(
    database: Database, clock: HandClock, content: bytes, *, name: str = "figures.csv", once: bool
) -> str:
    async with database.begin() as work:
        person = await meet(work, "Amy", clock.now())
        link = await offer(
            work,
            person,
            name,
            "text/csv; charset=utf-8",
            content,
            until=clock.now() + timedelta(days=1),
            once=once,
            address="https://prevention.example/",
            now=clock.now(),
        )
    return link.removeprefix("https://prevention.example")


async def test_a_file_arrives_whole_named_and_guarded(
    browser: aiohttp.ClientSession, database: Database, clock: HandClock
) -> None:
    content = b"place,count\n" + b"x" * (2 * PIECE)
    link = await hand_out(database, clock, content, name="März <b>.csv", once=False)
    async with browser.get(link) as answer:
        assert (answer.status, await answer.read()) == (200, content)
        headers = answer.headers
    assert headers["Content-Type"] == "text/csv; charset=utf-8"
    assert headers["Content-Length"] == str(len(content))
    assert headers["Content-Disposition"] == (
        "attachment; filename=\"M_rz _b_.csv\"; filename*=UTF-8''M%C3%A4rz%20_b_.csv"
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store, private"
    assert headers["Referrer-Policy"] == "no-referrer"


async def test_a_link_that_works_once_asks_first_so_that_a_scanner_does_not_use_it_up(
    browser: aiohttp.ClientSession, database: Database, clock: HandClock
) -> None:
    link = await hand_out(database, clock, b"x" * 2048, once=True)
    for _ in range(2):
        async with browser.get(link) as page:
            words = await page.text()
            assert (page.status, page.content_type) == (200, "text/html")
            assert "figures.csv" in words
            assert "(2 KB)" in words
            assert '<form method="post">' in words
    async with browser.head(link) as glance:
        assert glance.status == 405
    async with browser.post(link) as fetched:
        assert (fetched.status, await fetched.read()) == (200, b"x" * 2048)
    for ask in (browser.get, browser.post):
        async with ask(link) as again:
            assert again.status == 410
            assert GONE in await again.text()


async def test_two_who_press_at_once_get_one_file(
    browser: aiohttp.ClientSession, database: Database, clock: HandClock
) -> None:
    link = await hand_out(database, clock, b"figures", once=True)

    async def press() -> int:
        async with browser.post(link) as answer:
            await answer.read()
            return answer.status

    assert sorted(await asyncio.gather(*(press() for _ in range(5)))) == [200, 410, 410, 410, 410]


async def test_what_is_over_and_what_never_was_say_the_same(
    browser: aiohttp.ClientSession, database: Database, clock: HandClock
) -> None:
    link = await hand_out(database, clock, b"figures", once=False)
    pages = []
    for path, status in ((link[:-1] + "_", 404), ("/downloads/nonsense", 404), ("/downloads/1.%00", 404)):
        async with browser.get(path) as answer:
            assert answer.status == status
            pages.append(await answer.text())
    clock.move(days=1)
    async with browser.get(link) as answer:
        assert answer.status == 410
        pages.append(await answer.text())
    assert len(set(pages)) == 1
    assert "Ask Prevention First in Teams for the file again." in pages[0]


async def test_the_record_says_who_had_it(
    browser: aiohttp.ClientSession, database: Database, clock: HandClock
) -> None:
    link = await hand_out(database, clock, b"figures", once=False)
    async with browser.get(link) as answer:
        await answer.read()
    async with database.begin() as work:
        amy = await meet(work, "Amy", clock.now())
        assert [event.deed for event in await work.downloads.list_events(amy.id)] == ["offered", "fetched"]
