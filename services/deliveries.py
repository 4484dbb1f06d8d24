"""What could not be delivered: an administrator looks, tries again, or lets go."""

from dataclasses import dataclass

from domain.delivery import Backlog, DeadLetter, read_letter_name
from domain.errors import NotFound
from domain.language import N_, _
from domain.people import Actor, Permission
from services.permission import require
from storage.work import Work

LETTERS_A_PAGE = 6

_SETTLED = N_("That is not waiting for a decision any more. Here is what is.")


@dataclass(frozen=True, slots=True)
class LetterPage:
    """One page of what was given up, and how much waits beside it."""

    letters: tuple[DeadLetter, ...]
    backlog: Backlog
    page: int
    pages: int


async def list_letters(work: Work, actor: Actor, page: int = 0) -> LetterPage:
    """Give one page of what was given up, newest first; a page behind the last is the last.

    Raises:
        Refused: the actor is no administrator.
    """
    require(actor, Permission.RUN_SERVICE)
    letters, backlog = await work.outbox.list_dead(), await work.outbox.count_waiting()
    pages = max(1, -(-len(letters) // LETTERS_A_PAGE))
    shown = min(page, pages - 1)
    begin = shown * LETTERS_A_PAGE
    return LetterPage(tuple(letters[begin : begin + LETTERS_A_PAGE]), backlog, shown, pages)


async def find_letter(work: Work, actor: Actor, name: str) -> DeadLetter:
    """Give one thing that was given up, by its name (``C12``).

    Raises:
        Refused: the actor is no administrator.
        NotFound: it has been settled, or never was.
    """
    require(actor, Permission.RUN_SERVICE)
    wanted = read_letter_name(name)
    for letter in await work.outbox.list_dead():
        if (letter.kind, letter.id) == wanted:
            return letter
    raise NotFound(_(_SETTLED))


async def retry(work: Work, actor: Actor, name: str) -> DeadLetter:
    """Have it tried again from the start.

    Raises:
        Refused: the actor is no administrator.
        NotFound: it has been settled, or never was.
    """
    letter = await find_letter(work, actor, name)
    if not await work.outbox.revive(letter.kind, letter.id):
        raise NotFound(_(_SETTLED))
    return letter


async def drop(work: Work, actor: Actor, name: str) -> DeadLetter:
    """Let go of it: a message never arrives; a card stays as it was until something changes on it.

    Raises:
        Refused: the actor is no administrator.
        NotFound: it has been settled, or never was.
    """
    letter = await find_letter(work, actor, name)
    if not await work.outbox.drop(letter.kind, letter.id):
        raise NotFound(_(_SETTLED))
    return letter
