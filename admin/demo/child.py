"""A program the demo started: its log, whether it lives, and how it is stopped."""

import asyncio
import contextlib
import os
import signal
from collections.abc import Mapping, Sequence
from pathlib import Path

STOP_WITHIN = 15.0


class DemoError(Exception):
    """Something a person can mend; its text is the one sentence to show them."""


class Child:
    """One running program in a process group of its own, so that nothing it starts outlives it."""

    def __init__(self, name: str, process: asyncio.subprocess.Process, log: Path) -> None:
        self.name = name
        self.log = log
        self._process = process

    @classmethod
    async def start(
        cls, name: str, command: Sequence[str], *, folder: Path, log: Path, environment: Mapping[str, str]
    ) -> "Child":
        """Start the program; what it prints goes to its log."""
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("wb") as output:
            try:
                process = await asyncio.create_subprocess_exec(
                    *command,
                    cwd=folder,
                    env={**os.environ, **environment},
                    stdin=asyncio.subprocess.DEVNULL,
                    stdout=output,
                    stderr=output,
                    start_new_session=True,
                )
            except FileNotFoundError as missing:
                raise DemoError(f"{name} cannot start: {missing.filename} is not there.") from missing
        return cls(name, process, log)

    @property
    def ended(self) -> bool:
        """True once the program has stopped, for whatever reason."""
        return self._process.returncode is not None

    async def wait(self) -> int:
        """Wait for the program to end and give its exit status."""
        return await self._process.wait()

    def printed(self) -> str:
        """What the program has printed so far."""
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    async def stop(self, within: float = STOP_WITHIN) -> None:
        """Ask the program to stop; what still lives after the wait is killed with all it started."""
        self._signal(signal.SIGTERM)
        try:
            async with asyncio.timeout(within):
                await self._process.wait()
        except TimeoutError:
            pass
        finally:
            self._signal(signal.SIGKILL)
            await self._process.wait()

    async def kill(self) -> None:
        """End the program at once, as a power cut would."""
        self._signal(signal.SIGKILL)
        await self._process.wait()

    def _signal(self, number: signal.Signals) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, number)
