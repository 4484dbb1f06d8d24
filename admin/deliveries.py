"""The deliveries on the command line: what was given up, and what becomes of it."""

from rich.console import Console
from rich.table import Table

from cards.deliveries import NOTHING, say_backlog, say_what, say_whom, say_why
from cards.words import capital
from domain.clock import SystemClock
from domain.dates import say_moment
from domain.delivery import read_letter_name
from storage.database import Database


async def show_deliveries(database: Database) -> None:
    """Print what was given up, newest first, and how much waits."""
    async with database.read() as work:
        letters, backlog = await work.outbox.list_dead(), await work.outbox.count_waiting()
    now, console = SystemClock().now(), Console()
    if not letters:
        console.print(NOTHING)
    else:
        table = Table("ID", "What", "For", "Given up", "Tries", "Why")
        for letter in letters:
            given_up, tries = say_moment(letter.dead_at, now), str(letter.tries)
            what, whom = capital(say_what(letter)), say_whom(letter)
            table.add_row(letter.name, what, whom, given_up, tries, say_why(letter))
        console.print(table)
    console.print(say_backlog(backlog, now), markup=False)


async def settle_letter(database: Database, name: str, *, drop: bool) -> str:
    """Try something again or let go of it; gives the sentence that says so, or nothing: there is no such."""
    wanted = read_letter_name(name)
    if wanted is None:
        return ""
    async with database.begin() as work:
        done = await (work.outbox.drop(*wanted) if drop else work.outbox.revive(*wanted))
    if not done:
        return ""
    return f"{name.upper()} is dropped." if drop else f"{name.upper()} is on its way again."
