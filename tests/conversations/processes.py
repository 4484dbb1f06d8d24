"""The bot as whole processes, started, stopped and killed from outside."""

import asyncio
import os
import socket
import sys
from pathlib import Path

import aiohttp

from tests.fake_teams import Person

ROOT = Path(__file__).resolve().parents[2]


class Bot:
    """``app.py`` as a process of its own."""

    def __init__(self, database_url: str, admin: Person | None = None) -> None:
        with socket.create_server(("127.0.0.1", 0)) as found:
            port = found.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        self._settings = {
            "PATH": os.environ["PATH"],
            "LOCAL_MODE": "1",
            "DATABASE_URL": database_url,
            "PORT": str(port),
            "LOG_LEVEL": "ERROR",
            "ADMIN_IDS": admin.account.aad_object_id if admin else "",
        }
        self._process: asyncio.subprocess.Process | None = None

    @property
    def number(self) -> int:
        """Give the process's number, or 0 while there is none."""
        return self._process.pid if self._process is not None and self._process.returncode is None else 0

    async def start(self) -> None:
        """Start it and wait until it takes requests."""
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, str(ROOT / "app.py"), cwd=ROOT, env=self._settings
        )
        async with asyncio.timeout(30), aiohttp.ClientSession() as session:
            while True:
                try:
                    async with session.get(f"{self.address}/healthz") as answer:
                        if answer.status == 200:
                            return
                except aiohttp.ClientError:
                    assert self._process.returncode is None, "it does not start"
                    await self._live_for(0.05)

    async def _live_for(self, seconds: float) -> None:
        assert self._process is not None
        await asyncio.wait([asyncio.create_task(self._process.wait())], timeout=seconds)

    async def stop(self) -> None:
        """Be asked to end, and finish what is under way."""
        assert self._process is not None
        self._process.terminate()
        assert await asyncio.wait_for(self._process.wait(), 30) == 0

    async def die(self, after: float = 0.0) -> None:
        """Be killed, after so many seconds."""
        assert self._process is not None
        await self._live_for(after)
        if self._process.returncode is None:
            self._process.kill()
            await self._process.wait()
