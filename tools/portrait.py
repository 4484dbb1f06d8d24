"""Plays the main job in the running product and keeps a picture of both people's screens, side by side."""

import asyncio
import base64
import sys
import tempfile
from pathlib import Path

from playwright.async_api import Browser

from admin.demo.child import DemoError
from admin.demo.run import DemoOptions, open_demo
from admin.demo.world import PlaygroundWorld
from admin.seating import seat_everybody
from domain.clock import SystemClock
from storage.database import Database
from tests.browser.desk import Desk
from tests.browser.main_job import submit_by_typing
from tools.browser import ROOT, NoBrowserError, open_browser

PICTURE = ROOT / "docs" / "pictures" / "two-screens.png"
PAGE = Path(__file__).with_suffix(".html")
PORTS = (4979, 57160, 57161)
LARGEST = 400_000
"""Bytes: it is read with the README, on a slow line too."""

PROBLEM = "Bicycles are taken from the racks behind the library on weekday afternoons."
QUESTION = "At what time of day is it worst, and does anybody at the desk see the racks?"
NOTE = "The station has the same trouble. Ask both owners about the light."
SCALE = 1.5
TO_THE_TOP = "card => card.scrollIntoView({ block: 'start' })"
TIDY = """
#root .fui-Toolbar, #root header, #root h1 { display: none }
* { font-family: "Segoe UI", "Open Sans", "DejaVu Sans", sans-serif !important }
"""
"""Puts away what belongs to the local client alone, and takes a font that has every mark."""


async def portray(target: Path) -> None:
    """Play until the Hub's question waits for the officer, and keep what both see."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        bot, officer, hub = PORTS
        options = DemoOptions(bot_port=bot, officer_port=officer, hub_port=hub, data=Path(folder))

        async def prepare(world: PlaygroundWorld) -> None:
            database = Database(options.database)
            try:
                await seat_everybody(database, world, SystemClock().now())
            finally:
                await database.close()

        async with open_demo(options, prepare) as demo, open_browser() as browser:
            screens = await _play(browser, demo.world)
            await _hang(browser, screens, target)


async def _play(browser: Browser, world: PlaygroundWorld) -> tuple[bytes, bytes]:
    hub = await Desk.open(browser, world.hub.address, width=680, scale=SCALE)
    await hub.open_channel(world.hub.team.channel_name)
    officer = await Desk.open(browser, world.officer.address, width=500, scale=SCALE)
    await submit_by_typing(officer, PROBLEM)
    await hub.press("Take it", on=PROBLEM)
    await officer.sees("Priya Nair has it")
    await hub.press_behind("More", "Note", on=PROBLEM)
    await hub.press_behind("Note", "Keep the note", on=PROBLEM, words={"Note for the Hub": NOTE})
    await hub.sees_on_card("noted for the Hub", on=PROBLEM)
    await hub.press_behind(
        "Ask", "Send the question", on=PROBLEM, words={"Your question to the officer": QUESTION}
    )
    await hub.sees_on_card("Waiting for the officer", on=PROBLEM)
    await officer.press("Show my submission", on="in the Hub asks you:")
    await officer.sees("the card is further down now")
    return await _photograph(officer), await _photograph(hub, top=PROBLEM)


async def _photograph(desk: Desk, *, top: str = "") -> bytes:
    await desk.page.add_style_tag(content=TIDY)
    await desk.page.mouse.move(1, 1)
    if top:
        await desk.page.locator(".fui-Card").filter(has_text=top).first.evaluate(TO_THE_TOP)
    return await desk.page.screenshot()


async def _hang(browser: Browser, screens: tuple[bytes, bytes], target: Path) -> None:
    page = await browser.new_page(viewport={"width": 1320, "height": 1000}, device_scale_factor=SCALE)
    await page.goto(PAGE.as_uri())
    await page.evaluate("(screens) => hang(screens)", [base64.b64encode(one).decode() for one in screens])
    target.parent.mkdir(parents=True, exist_ok=True)
    await page.locator("#wall").screenshot(path=target)


def main() -> int:
    """Make the README's picture; answer 1 and say why where that did not work."""
    try:
        asyncio.run(portray(PICTURE))
    except (DemoError, NoBrowserError) as trouble:
        print(trouble)
        return 1
    size = PICTURE.stat().st_size
    print(f"{PICTURE.relative_to(ROOT)}, {size:,} bytes.")
    return 1 if size > LARGEST else 0


if __name__ == "__main__":
    sys.exit(main())
