"""Pieces of thinking, on both databases."""

from datetime import datetime

from domain.piece import Piece
from domain.submission import Said
from storage.database import Database
from tests.databases import HandClock
from tests.storage.world import chat_with

SAID = (
    Said(name="white_known", label="Known", section="⚪ White hat: facts", text="Über \N{BICYCLE} **31**"),
    Said(name="red_own", label="Gut feeling", section="🔴 Red hat: feelings", text="I doubt it\nstill"),
)


def a_piece(person_id: int, made_at: datetime, title: str = "Bicycles") -> Piece:
    return Piece(0, person_id, "six hats", title, "PF-2026-0001", SAID, made_at)


async def test_a_piece_comes_back_as_it_was_kept(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy, _ = await chat_with(work, "Amy", clock.now())
        kept = await work.thinking_pieces.add(a_piece(amy.id, clock.now()))
    async with database.begin() as work:
        assert await work.thinking_pieces.find(kept.id, lock=True) == kept
        assert await work.thinking_pieces.find(kept.id + 1) is None
    assert kept.said == SAID
    assert kept.is_private


async def test_a_list_holds_ones_own_alone_the_newest_first(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy, _ = await chat_with(work, "Amy", clock.now())
        bea, _ = await chat_with(work, "Bea", clock.now())
        for title in ("First", "Second", "Third"):
            await work.thinking_pieces.add(a_piece(amy.id, clock.move(minutes=1), title))
        await work.thinking_pieces.add(a_piece(bea.id, clock.move(minutes=1), "Bea's"))
        page, total = await work.thinking_pieces.list_of(amy.id, 0, 2)
        rest, _ = await work.thinking_pieces.list_of(amy.id, 1, 2)
        beyond, _ = await work.thinking_pieces.list_of(amy.id, 9, 2)
    assert [piece.title for piece in (*page, *rest)] == ["Third", "Second", "First"]
    assert (total, beyond) == (3, [])


async def test_attached_it_says_where_and_since_when(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy, _ = await chat_with(work, "Amy", clock.now())
        kept = await work.thinking_pieces.add(a_piece(amy.id, clock.now()))
        later = clock.move(hours=1)
        await work.thinking_pieces.attach(kept.id, "PF-2026-0007", later)
    async with database.read() as work:
        found = await work.thinking_pieces.find(kept.id)
    assert found is not None
    assert (found.attached_to, found.attached_at) == ("PF-2026-0007", later)
    assert not found.is_private
