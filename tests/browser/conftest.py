"""What the browser's stories start from: a browser, pages at any width, ports nobody uses."""

import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TypeAlias

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser

from admin.demo.run import DemoOptions
from tests.browser.desk import WIDE, Desk
from tests.browser.stage import Stage, open_stage
from tools.browser import open_browser

OpenDesk: TypeAlias = Callable[..., Awaitable[Desk]]


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """Give a browser of this story's own."""
    async with open_browser() as opened:
        yield opened


@pytest.fixture
def open_desk(browser: Browser) -> OpenDesk:
    """Give what opens a page by its address, wide unless told otherwise."""

    async def open_at(address: str, *, width: int = WIDE) -> Desk:
        return await Desk.open(browser, address, width=width)

    return open_at


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    """Give a client for those who act without a page."""
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def demo_options(tmp_path: Path) -> DemoOptions:
    """Give a demo of this story's own: free ports, an empty database, its logs in the story's folder."""
    return choose_options(tmp_path)


def choose_options(data: Path) -> DemoOptions:
    """Choose three ports that nobody uses."""
    with ExitStack() as held:
        probes = [held.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(3)]
        bot, officer, hub = (probe.getsockname()[1] for probe in probes)
    return DemoOptions(bot_port=bot, officer_port=officer, hub_port=hub, data=data)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    """Give both people at their screens: one demo for all stories of a file, since it takes seconds."""
    async with open_stage(choose_options(tmp_path_factory.mktemp("demo"))) as running:
        yield running
