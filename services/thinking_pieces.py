"""What somebody has thought through: finished, kept for them alone, or attached to something of theirs."""

from dataclasses import dataclass, replace
from datetime import datetime

from dialogs import engine
from dialogs.catalogue import find_walkthrough
from dialogs.thinking import PROBLEM
from domain.delivery import Posting, Subject, SubjectKind, View
from domain.draft import DraftStatus
from domain.errors import NotFound, NotPossible
from domain.language import _
from domain.people import RULES, Actor, Permission
from domain.piece import Home, Piece
from domain.ports import JSONObject
from services.permission import require
from services.piece_homes import add_to_home, find_home
from services.portal import make_title
from services.walkthroughs import Footing, Walk, end_walk
from storage.work import Work

PAGE = 5
"""Pieces on one card of 'my thinking'."""


@dataclass(frozen=True, slots=True)
class PiecePage:
    """One page of somebody's pieces, the newest first."""

    pieces: tuple[Piece, ...]
    page: int
    pages: int


async def finish_thinking(work: Work, actor: Actor, footing: Footing, walk: Walk) -> Piece:
    """Make a piece of a finished walkthrough; it is its writer's alone.

    Raises:
        NotPossible: nothing was answered beyond what it is about.
    """
    require(actor, Permission.SUBMIT)
    said = engine.as_said(walk.walkthrough, walk.state)
    if all(one.name == PROBLEM.name for one in said):
        raise NotPossible(_("There is nothing to keep yet. Answer one of the questions, or cancel."))
    problem = engine.plain_answers(walk.state).get(PROBLEM.name, "")
    piece = await work.thinking_pieces.add(
        Piece(
            id=0,
            person_id=actor.person.id,
            kind=walk.walkthrough.name,
            title=make_title(problem),
            about=walk.state.about,
            said=said,
            made_at=footing.now,
            draft_id=walk.draft.id,
        )
    )
    await end_walk(work, footing, walk, DraftStatus.FINISHED)
    return piece


async def load_piece(work: Work, actor: Actor, piece_id: int, *, lock: bool = False) -> Piece:
    """Give somebody a piece of their own.

    Raises:
        NotFound: there is none of that number.
        Refused: it is somebody else's; the sentence is the same, so that nobody learns that it exists.
    """
    piece = await work.thinking_pieces.find(piece_id, lock=lock)
    if piece is None:
        raise NotFound(RULES[Permission.SEE_THINKING].otherwise)
    require(actor, Permission.SEE_THINKING, owner_id=piece.person_id)
    return piece


async def find_nth(work: Work, actor: Actor, number: int) -> Piece:
    """Give one of somebody's own pieces by its place in the list, the newest being the first.

    Raises:
        NotFound: they have not that many.
    """
    pieces, _total = await work.thinking_pieces.list_of(actor.person.id, number - 1, 1)
    if number < 1 or not pieces:
        raise NotFound(_("You have no such piece. Type 'my thinking' to see what is yours."))
    return pieces[0]


async def list_pieces(work: Work, actor: Actor, page: int) -> PiecePage:
    """Give one page of what somebody has thought through, the newest first."""
    pieces, total = await work.thinking_pieces.list_of(actor.person.id, page, PAGE)
    pages = max(1, -(-total // PAGE))
    if page >= pages:
        return await list_pieces(work, actor, pages - 1)
    return PiecePage(tuple(pieces), page, pages)


async def attach_piece(
    work: Work, actor: Actor, piece_id: int, reference: str, now: datetime
) -> tuple[Piece, Home]:
    """Add a piece to a submission or a plan of its writer's: a line in its history, and all of it with it.

    Raises:
        NotFound: no such piece, or nothing of that reference.
        Refused: either is somebody else's.
        NotPossible: it is attached already, or what it shall be attached to is closed.
    """
    piece = await load_piece(work, actor, piece_id, lock=True)
    if not piece.is_private:
        raise NotPossible(_("This is attached to {reference} already.").format(reference=piece.attached_to))
    home = await find_home(work, actor, reference)
    await add_to_home(work, actor, home, piece, now)
    await work.thinking_pieces.attach(piece.id, home.reference, now)
    work.touch(Subject(SubjectKind.PIECE, piece.id))
    return replace(piece, attached_to=home.reference, attached_at=now), home


async def throw_away_piece(work: Work, actor: Actor, piece_id: int) -> Piece:
    """Delete a piece, the answers it was made of, and what its cards show; where it is attached it stays.

    Raises:
        NotFound: there is none of that number.
        Refused: it is somebody else's.
    """
    piece = await load_piece(work, actor, piece_id, lock=True)
    for posting in await work.postings.list_of(Subject(SubjectKind.PIECE, piece.id)):
        await work.postings.fold(posting.id, {"thrown": piece.kind}, held_until=None)
    draft = await work.drafts.find(piece.draft_id, lock=True)
    if draft is not None and draft.person_id == actor.person.id:
        empty = engine.start(find_walkthrough(piece.kind))
        await work.drafts.save(draft.id, empty.model_dump(mode="json"), draft.touched_at)
        await work.drafts.end(draft.id, DraftStatus.CANCELLED)
        work.touch(Subject(SubjectKind.DRAFT, draft.id), folded_too=True)
    await work.thinking_pieces.remove(piece.id)
    return piece


async def bring_piece(work: Work, piece: Piece, footing: Footing) -> tuple[Posting, list[Posting]]:
    """Bring a piece's card down to the bottom of its writer's chat; the earlier one folds to a line."""
    subject = Subject(SubjectKind.PIECE, piece.id)
    shape: JSONObject = {"reference": find_walkthrough(piece.kind).title, "title": piece.title}
    folded = [
        await work.postings.fold(earlier.id, shape, held_until=footing.until)
        for earlier in await work.postings.list_of(subject, View.PIECE)
    ]
    live = await work.postings.place(footing.conversation, subject, View.PIECE, held_until=footing.until)
    return live, folded
