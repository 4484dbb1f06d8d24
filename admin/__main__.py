"""``python -m admin``: migrate, samples, demo, deliveries."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.table import Table

from admin.demo.child import DemoError
from admin.demo.run import DemoOptions, run_demo
from admin.demo.world import PlaygroundWorld, lay_out_world
from admin.samples import add_samples, meet_everybody
from admin.seating import seat_everybody
from domain.clock import SystemClock
from settings import SettingsError, read_settings
from storage.database import Database

cli = typer.Typer(no_args_is_help=True, add_completion=False, help="Look after Prevention First.")
console = Console()

T = TypeVar("T")


def _with_database(use: Callable[[Database], Awaitable[T]]) -> T:
    """Open the database of the settings, use it, close it; a wrong setting is one line and exit code 1."""
    try:
        url = read_settings().database_url
    except SettingsError as error:
        console.print(str(error), style="red")
        raise typer.Exit(1) from error

    async def run() -> T:
        database = Database(url)
        try:
            return await use(database)
        finally:
            await database.close()

    return asyncio.run(run())


@cli.command()
def migrate() -> None:
    """Bring the database to this release."""
    _with_database(lambda database: database.migrate())
    console.print("The database is up to date.")


@cli.command()
def samples(
    *, remove: Annotated[bool, typer.Option("--remove", help="Take them out again.")] = False
) -> None:
    """Add the sample submissions, or remove them with all that hangs on them."""

    async def use(database: Database) -> str:
        await database.migrate()
        async with database.begin() as work:
            if remove:
                return f"{await work.submissions.remove_samples()} samples removed."
            now = SystemClock().now()
            actors = await meet_everybody(work, lay_out_world(), now)
            return f"{await add_samples(work, actors, now)} samples added."

    console.print(_with_database(use))


@cli.command()
def deliveries() -> None:
    """Show what waits to be delivered, and what could not be."""

    async def use(database: Database) -> None:
        async with database.read() as work:
            waiting = await work.outbox.count_waiting()
            dead = await work.outbox.list_dead()
        console.print(f"{waiting.waiting} waiting, {waiting.dead} that could not be delivered.")
        if dead:
            table = Table("Kind", "Number", "Since", "Why")
            for letter in dead:
                table.add_row(str(letter.kind), str(letter.id), f"{letter.dead_at:%d %b %H:%M}", letter.error)
            console.print(table)

    _with_database(use)


@cli.command()
def demo(
    officer_port: Annotated[int, typer.Option(help="The officer's Playground.")] = 56150,
    hub_port: Annotated[int, typer.Option(help="The Hub's Playground.")] = 56151,
    bot_port: Annotated[int, typer.Option(help="The bot.")] = 3978,
) -> None:
    """Start the bot and two Playgrounds, with samples, until Ctrl-C."""
    options = DemoOptions(bot_port=bot_port, officer_port=officer_port, hub_port=hub_port)

    async def prepare(world: PlaygroundWorld) -> None:
        database = Database(options.database)
        try:
            await seat_everybody(database, world, SystemClock().now())
        finally:
            await database.close()

    try:
        asyncio.run(run_demo(options, prepare))
    except DemoError as error:
        console.print(str(error), style="red")
        raise typer.Exit(1) from error


if __name__ == "__main__":
    cli()
