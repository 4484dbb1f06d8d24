"""The whole demo: one bot, two Playgrounds, stopped together."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from admin.demo.child import Child, DemoError
from admin.demo.playground import Playground, refuse_busy_port
from admin.demo.world import PlaygroundWorld, Seat, lay_out_world

START_WITHIN = 30.0
LOOK_EVERY = 0.05
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class DemoOptions:
    """Where the demo runs. The ports and the database may be chosen; the rest is for trying it out."""

    bot_port: int = 3978
    officer_port: int = 56150
    hub_port: int = 56151
    root: Path = ROOT
    data: Path = ROOT / "data"
    database_url: str = ""
    bot_command: Sequence[str] = field(default=(sys.executable, "app.py"))

    @property
    def database(self) -> str:
        """The database's address; a file of its own beside the real one where none was given."""
        return self.database_url or f"sqlite+aiosqlite:///{self.data / 'demo.sqlite'}"

    @property
    def endpoint(self) -> str:
        """Where the bot takes activities."""
        return f"http://127.0.0.1:{self.bot_port}/api/messages"


@dataclass(slots=True)
class Demo:
    """A running demo. The bot may be stopped and replaced, as a restart would."""

    world: PlaygroundWorld
    bot: Child
    officer: Playground
    hub: Playground

    async def stop_bot(self) -> None:
        """Ask the bot to finish what it does and stop."""
        await self.bot.stop()


Prepare: TypeAlias = Callable[[PlaygroundWorld], Awaitable[None]]
"""Migrates and fills the database, before the bot starts."""


async def leave_to_the_bot(_world: PlaygroundWorld) -> None:
    """Prepare nothing: the bot's own command does."""


async def run_demo(
    options: DemoOptions, prepare: Prepare = leave_to_the_bot, say: Callable[[str], None] = print
) -> None:
    """Run the demo until it is asked to stop (Ctrl-C, SIGTERM) or one of its programs ends.

    Raises:
        DemoError: with the one sentence to show, when it cannot start or one of its programs ended.
    """
    asked = _listen_for_stop()
    running = asyncio.create_task(_show(options, prepare, say))
    stopping = asyncio.create_task(asked.wait())
    await asyncio.wait((running, stopping), return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    running.cancel()
    try:
        await running
    except asyncio.CancelledError:
        say("Stopped.")


@asynccontextmanager
async def open_demo(options: DemoOptions, prepare: Prepare) -> AsyncIterator[Demo]:
    """Start both Playgrounds, prepare the database meanwhile, start the bot; stop all of it at the end."""
    refuse_busy_port(options.bot_port, "the bot")
    options.data.mkdir(parents=True, exist_ok=True)
    world = lay_out_world(options.officer_port, options.hub_port)
    async with AsyncExitStack() as everything:
        opening = [
            asyncio.create_task(_open(options, seat, everything)) for seat in (world.officer, world.hub)
        ]
        starting: list[asyncio.Task[Child]] = []
        try:
            await prepare(world)
            starting.append(asyncio.create_task(_bring_up_bot(options, everything)))
            # Whatever fails first is what is said: a missing set-up, before what comes of it.
            bot, officer, hub = await asyncio.gather(starting[0], opening[0], opening[1])
        except BaseException:
            for task in (*opening, *starting):
                task.cancel()
            await asyncio.gather(*opening, *starting, return_exceptions=True)
            raise
        demo = Demo(world, bot, officer, hub)
        everything.push_async_callback(demo.stop_bot)
        yield demo


async def _show(options: DemoOptions, prepare: Prepare, say: Callable[[str], None]) -> None:
    async with open_demo(options, prepare) as demo:
        for line in _invite(demo.world):
            say(line)
        await _watch((demo.bot, demo.officer.child, demo.hub.child))


async def _open(options: DemoOptions, seat: Seat, everything: AsyncExitStack) -> Playground:
    playground = await Playground.start(seat, endpoint=options.endpoint, root=options.root, data=options.data)
    everything.push_async_callback(playground.stop)
    return playground


async def _bring_up_bot(options: DemoOptions, everything: AsyncExitStack) -> Child:
    bot = await start_bot(options)
    everything.push_async_callback(bot.stop)
    return bot


async def start_bot(options: DemoOptions) -> Child:
    """Start the bot and wait until it listens."""
    bot = await Child.start(
        "The bot",
        options.bot_command,
        folder=options.root,
        log=options.data / "bot.log",
        environment={
            "LOCAL_MODE": "1",
            "HOST": "127.0.0.1",
            "PORT": str(options.bot_port),
            "DATABASE_URL": options.database,
            "DATA_DIR": str(options.data),
            "PYTHONUNBUFFERED": "1",
        },
    )
    try:
        async with asyncio.timeout(START_WITHIN):
            await _wait_until_listening(bot, options.bot_port)
    except TimeoutError as late:
        await bot.stop()
        raise DemoError(f"The bot did not start in {START_WITHIN:.0f} s; see {bot.log}.") from late
    except BaseException:
        await bot.stop()
        raise
    return bot


async def _wait_until_listening(bot: Child, port: int) -> None:
    while not await _is_listening(port):
        if bot.ended:
            raise DemoError(f"The bot did not start: {_last_line(bot)}")
        await asyncio.sleep(LOOK_EVERY)


async def _is_listening(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True


def _last_line(bot: Child) -> str:
    lines = bot.printed().strip().splitlines()
    return f"{lines[-1]} (more in {bot.log})" if lines else f"see {bot.log}."


async def _watch(children: Sequence[Child]) -> None:
    """Wait for the first program to end, which none should."""
    ends = {asyncio.create_task(child.wait()): child for child in children}
    try:
        done, _ = await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for end in ends:
            end.cancel()
    first = ends[done.pop()]
    raise DemoError(f"{first.name} stopped by itself, so the demo ends; its last words are in {first.log}.")


def _listen_for_stop() -> asyncio.Event:
    asked = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, asked.set)
    return asked


def _invite(world: PlaygroundWorld) -> tuple[str, ...]:
    officer, hub = world.officer, world.hub
    return (
        f"The officer, {officer.person.name}:   {officer.address}",
        f"The Hub, {hub.person.name}:        {hub.address}  (channel {hub.team.channel_name})",
        "",
        "1. As the officer, type `submit` and answer the questions, by typing or in the card.",
        f"2. As the Hub, in the channel {hub.team.channel_name}, take the new submission and ask a question.",
        "3. Watch the officer's card change in place, and answer; `help` and `queue` say what else there is.",
        "",
        "Ctrl-C stops everything.",
    )
