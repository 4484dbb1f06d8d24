"""Draws cards with Microsoft's renderer: wide and on a phone, light and dark."""

import asyncio
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser

from domain.ports import JSONObject
from tests.cards.gallery import gallery
from tools.browser import ROOT, open_browser

PAGE = Path(__file__).with_suffix(".html")
WIDTHS = {"wide": 640, "phone": 320}
THEMES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn card, and what is amiss with it: nothing drawn, or too wide."""

    path: Path
    amiss: tuple[str, ...]


async def draw(cards: Mapping[str, JSONObject], folder: Path) -> list[Picture]:
    """Draw each card four times into the folder, as ``name-wide-light.png`` and so on."""
    async with open_browser() as browser:
        sheets = await asyncio.gather(
            *(_draw_sheet(browser, cards, folder, look, theme) for look in WIDTHS for theme in THEMES)
        )
    return [picture for sheet in sheets for picture in sheet]


async def _draw_sheet(
    browser: Browser, cards: Mapping[str, JSONObject], folder: Path, look: str, theme: str
) -> list[Picture]:
    page = await browser.new_page(viewport={"width": WIDTHS[look], "height": 900}, device_scale_factor=2)
    await page.goto(PAGE.as_uri())
    pictures = []
    for name, card in cards.items():
        amiss = await page.evaluate("([card, theme]) => draw(card, theme)", [card, theme])
        path = folder / f"{re.sub(r'[^a-z0-9]+', '-', name.lower())}-{look}-{theme}.png"
        await page.locator("#frame").screenshot(path=path)
        pictures.append(Picture(path, tuple(amiss)))
    await page.close()
    return pictures


def main() -> int:
    """Draw the whole gallery; answer 1 and say which cards are amiss, if any are."""
    pictures = asyncio.run(draw(gallery(), ROOT / "data" / "pictures"))
    amiss = [picture for picture in pictures if picture.amiss]
    for picture in amiss:
        print(f"{picture.path.name}: {', '.join(picture.amiss)}")
    print(f"{len(pictures)} pictures in {(ROOT / 'data' / 'pictures').relative_to(ROOT)}.")
    return 1 if amiss else 0


if __name__ == "__main__":
    sys.exit(main())
