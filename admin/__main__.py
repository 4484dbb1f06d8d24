"""``python -m admin``: migrate, samples, demo, deliveries, roles, evidence, clock.

Each command imports what it needs when it runs: the demo's own process needs none of the product.
"""
# ruff: noqa: PLC0415 - the reason stands above

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

if TYPE_CHECKING:
    from storage.database import Database

cli = typer.Typer(no_args_is_help=True, add_completion=False, help="Look after Prevention First.")
roles = typer.Typer(help="Show who was given which role; give one, or take it away.")
cli.add_typer(roles, name="roles")
evidence = typer.Typer(no_args_is_help=True, help="Bring files into the evidence library, and take it out.")
cli.add_typer(evidence, name="evidence")

T = TypeVar("T")

OfficerPort = Annotated[int, typer.Option(help="The officer's Playground.")]
HubPort = Annotated[int, typer.Option(help="The Hub's Playground.")]
BotPort = Annotated[int, typer.Option(help="The bot.")]


def _fail(sentence: str) -> typer.Exit:
    typer.secho(sentence, fg=typer.colors.RED, err=True)
    return typer.Exit(1)


def _with_database(use: "Callable[[Database], Awaitable[T]]") -> T:
    """Open the database of the settings, use it, close it; a wrong setting is one line and exit code 1."""
    from settings import SettingsError, read_settings
    from storage.database import Database

    try:
        url = read_settings().database_url
    except SettingsError as error:
        raise _fail(str(error)) from error

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
    typer.echo("The database is up to date.")


@cli.command()
def samples(
    *, remove: Annotated[bool, typer.Option("--remove", help="Take them out again.")] = False
) -> None:
    """Add the sample submissions, or remove them with all that hangs on them."""
    from admin.demo.world import lay_out_world
    from admin.samples import add_samples, meet_everybody
    from domain.clock import SystemClock

    async def use(database: "Database") -> str:
        await database.migrate()
        async with database.begin() as work:
            if remove:
                return f"{await work.submissions.remove_samples()} samples removed."
            now = SystemClock().now()
            actors = await meet_everybody(work, lay_out_world(), now)
            return f"{await add_samples(work, actors, now)} samples added."

    typer.echo(_with_database(use))


Letter = Annotated[str, typer.Option(metavar="ID", help="Such as C12.")]


@cli.command()
def deliveries(
    *,
    retry: Letter = "",
    drop: Letter = "",
    yes: Annotated[bool, typer.Option("--yes", help="Drop without asking.")] = False,
) -> None:
    """Show what waits to be delivered and what was given up; try again, or let go."""
    from admin.deliveries import settle_letter, show_deliveries

    if drop and not yes:
        typer.confirm(f"Drop {drop}? A message will not arrive; a card stays as it is.", abort=True)
    if retry or drop:
        sentence = _with_database(lambda database: settle_letter(database, retry or drop, drop=bool(drop)))
        if not sentence:
            raise _fail(f"{retry or drop} is not among what was given up.")
        typer.echo(sentence)
    _with_database(show_deliveries)


Role = Annotated[str, typer.Argument(metavar="ROLE", help="trainer or admin.")]
Who = Annotated[str, typer.Argument(metavar="WHO", help="Their e-mail, or the directory's object id.")]


@roles.callback(invoke_without_command=True)
def list_roles(context: typer.Context) -> None:
    """Show who was given which role; give one, or take it away."""
    from admin.roles import show_roles

    if context.invoked_subcommand is None:
        _with_database(show_roles)


@roles.command("grant")
def grant_role(role: Role, who: Who) -> None:
    """Give somebody a role, whether or not the bot has met them."""
    from admin.roles import grant
    from settings import read_settings

    typer.echo(_settle(lambda database: grant(database, role, who, read_settings().tenant_id)))


@roles.command("revoke")
def revoke_role(role: Role, who: Who) -> None:
    """Take a role away; it counts from the person's next act on."""
    from admin.roles import revoke

    typer.echo(_settle(lambda database: revoke(database, role, who)))


def _settle(deed: "Callable[[Database], Awaitable[T]]") -> T:
    """Do something that may not be possible; then one line says why, and the exit code is 1."""
    from domain.errors import ProductError

    try:
        return _with_database(deed)
    except ProductError as error:
        raise _fail(error.sentence) from error


InFile = Annotated[Path, typer.Argument(metavar="FILE", help="CSV or JSON.")]
OutFile = Annotated[Path, typer.Argument(metavar="FILE", help="Ending in .csv or .json.")]


@evidence.command("import")
def import_evidence(file: InFile) -> None:
    """Keep a file's entries; rows that are refused are shown with the reason, and the exit code is 1."""
    from admin.evidence import bring_in, show_report
    from settings import read_settings

    report = _settle(lambda database: bring_in(database, file, read_settings().tenant_id))
    show_report(report)
    if report.refused:
        raise typer.Exit(1)


@evidence.command("export")
def export_evidence(file: OutFile) -> None:
    """Write every entry to a file, published or not."""
    from admin.evidence import take_out
    from settings import read_settings

    count = _settle(lambda database: take_out(database, file, read_settings().tenant_id))
    typer.echo(f"{count} entries written to {file}.")


@evidence.command("starter")
def import_starter() -> None:
    """Add the starter library; what is there already stays as it is."""
    from admin.evidence import STARTER

    import_evidence(STARTER)


@cli.command("old-portal")
def old_portal(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The old list, as CSV.")],
    by: Annotated[str, typer.Option(metavar="WHO", help="Whose e-mail stands for the Hub in the history.")],
) -> None:
    """Bring in what the Portal before this one held; says of each refused row why."""
    from admin.old_portal import bring_in
    from settings import read_settings

    typer.echo(_settle(lambda database: bring_in(database, file, by, read_settings().tenant_id)))


@cli.command()
def clock(
    far: Annotated[str, typer.Argument(metavar="FAR", help="Such as +14d, +6h, or morning.")] = "",
) -> None:
    """Move the clock of the bot on; in local mode alone. It does not go back."""
    from admin.clock import HOW, read_move, say_clock
    from settings import SettingsError, read_settings
    from storage.moved_clock import MovedClock

    try:
        settings = read_settings()
    except SettingsError as error:
        raise _fail(str(error)) from error
    if not settings.local_mode:
        raise _fail(
            "The clock can be moved in local mode alone: on a developer's machine, with LOCAL_MODE=1."
        )
    moved = MovedClock(settings.data_dir)
    if far:
        by = read_move(far, moved.now())
        if by is None:
            raise _fail(HOW)
        moved.move(by)
    typer.echo(say_clock(moved))


@cli.command()
def demo(officer_port: OfficerPort = 56150, hub_port: HubPort = 56151, bot_port: BotPort = 3978) -> None:
    """Start the bot and two Playgrounds, with samples, until Ctrl-C."""
    import sys

    from admin.demo.child import DemoError
    from admin.demo.run import DemoOptions, run_demo

    ports = (f"--officer-port={officer_port}", f"--hub-port={hub_port}")
    options = DemoOptions(
        bot_port=bot_port,
        officer_port=officer_port,
        hub_port=hub_port,
        bot_command=(sys.executable, "-m", "admin", "demo-bot", *ports),
    )
    try:
        asyncio.run(run_demo(options))
    except DemoError as error:
        raise _fail(str(error)) from error


@cli.command(hidden=True)
def demo_bot(officer_port: OfficerPort = 56150, hub_port: HubPort = 56151) -> None:
    """Run the demo's bot: the samples in, the Hub's channel bound, then as ``app.py`` does."""
    from admin.demo.world import lay_out_world
    from admin.seating import seat_everybody
    from app import choose_clock, run
    from bot.log_lines import set_up_logging
    from bot.server import CannotListenError
    from settings import SettingsError, read_settings
    from storage.database import Database

    async def seat_and_run() -> None:
        settings = read_settings()
        set_up_logging(settings.log_level)
        database = Database(settings.database_url)
        try:
            await seat_everybody(
                database, lay_out_world(officer_port, hub_port), choose_clock(settings).now()
            )
        finally:
            await database.close()
        await run(settings)

    try:
        asyncio.run(seat_and_run())
    except (SettingsError, CannotListenError) as error:
        raise _fail(str(error)) from error


if __name__ == "__main__":
    cli()
