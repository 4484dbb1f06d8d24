"""A piece of thinking as plain text that its writer can copy: uncut, on as many messages as it needs."""

from collections.abc import Iterator

from cards.words import one_line, words
from dialogs.catalogue import find_walkthrough
from domain.clock import in_london
from domain.dates import say_day
from domain.language import _
from domain.marking import Marking
from domain.piece import Piece
from domain.ports import Outgoing

A_MESSAGE = 6_000
"""Characters of one message: a screen or two, and far below what Teams takes."""


def piece_text(piece: Piece) -> tuple[Outgoing, ...]:
    """Write a piece as plain text; no client reads anything in it as Markdown."""
    return tuple(Outgoing(text=page, plain=True) for page in _paginate(_list_lines(piece)))


def _list_lines(piece: Piece) -> Iterator[str]:
    way = _(find_walkthrough(piece.kind).title)
    yield Marking.OFFICIAL.value
    yield f"{way}: {one_line(piece.title)}" if piece.title else way
    yield f"{say_day(piece.made_at)} {in_london(piece.made_at).year}"
    section = ""
    for said in piece.said:
        if said.section != section:
            section = said.section
            yield f"\n{_(section)}"
        yield f"{_(said.label)}: {words(said.text)}"


def _paginate(lines: Iterator[str]) -> Iterator[str]:
    """Fill each message with whole answers; one answer always fits."""
    page = ""
    for line in lines:
        if page and len(page) + len(line) >= A_MESSAGE:
            yield page
            page = ""
        page = f"{page}\n{line}" if page else line.lstrip("\n")
    yield page
