"""What somebody has thought through: finished, kept for them alone, or attached to a submission of theirs."""

from dataclasses import dataclass, replace
from datetime import datetime

from dialogs import engine
from dialogs.catalogue import find_walkthrough
from dialogs.thinking import PROBLEM
from domain.delivery import Posting, Subject, SubjectKind, View
from domain.draft import DraftStatus
from domain.errors import NotFound, NotPossible
from domain.language import _
from domain.lifecycle import Move, Side
from domain.people import RULES, Actor, Permission
from domain.piece import Piece, answers_to_attach
from domain.ports import JSONObject
from domain.submission import Submission
from services.permission import require
from services.portal import make_title
from services.submissions import Ask, make_move
from services.walkthroughs import Footing, Walk, end_walk
from storage.work import Work

PAGE = 5
"""Pieces on one card of 'my thinking'."""

_OFFERED = 10
"""Latest submissions among which the open ones are offered to attach to."""


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


async def list_attachable(work: Work, piece: Piece) -> tuple[Submission, ...]:
    """Give the open ones among its writer's latest submissions; the one it is about first."""
    latest, _ = await work.submissions.list_of_officer(piece.person_id, 0, _OFFERED)
    still_open = [one for one in latest if one.is_open]
    if piece.about and all(one.reference != piece.about for one in still_open):
        named = await work.submissions.find(piece.about)
        still_open += [named] if named is not None and named.is_open else []
    return tuple(sorted(still_open, key=lambda one: one.reference != piece.about))


async def attach_piece(
    work: Work, actor: Actor, piece_id: int, reference: str, now: datetime
) -> tuple[Piece, Submission]:
    """Add a piece to a submission of its writer's: a line on its timeline, and all of it among what was sent.

    Raises:
        NotFound: no such piece, or no such submission.
        Refused: either is somebody else's.
        NotPossible: it is attached already, or the submission is closed.
    """
    piece = await load_piece(work, actor, piece_id, lock=True)
    if not piece.is_private:
        raise NotPossible(_("This is attached to {reference} already.").format(reference=piece.attached_to))
    title = find_walkthrough(piece.kind).title
    ask = Ask(Move.ADD_DETAIL, Side.OFFICER, words=_say_attached(piece, title))
    submission = await make_move(work, actor, reference, ask, now)
    await work.submissions.add_answers(submission.id, answers_to_attach(piece, title))
    await work.thinking_pieces.attach(piece.id, submission.reference, now)
    work.touch(Subject(SubjectKind.PIECE, piece.id))
    return replace(piece, attached_to=submission.reference, attached_at=now), submission


def _say_attached(piece: Piece, title: str) -> str:
    about = f" on \u201c{piece.title}\u201d" if piece.title else ""
    return f"{title}{about}. All of it stands with what was sent."


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
