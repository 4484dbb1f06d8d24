"""How what people think through is drawn: six hats worn together, and the pieces of one person."""

from cards.hats import hats_card
from cards.hats_summary import hats_summary
from cards.thinking import piece_card
from delivery.gone import SubjectGoneError
from delivery.sitting import Sitting
from domain.hat_session import HatSession
from domain.ports import Outgoing
from services.piece_homes import list_homes


async def load_hats(sitting: Sitting) -> HatSession:
    """Give the session a card is about.

    Raises:
        SubjectGoneError: it has been removed.
    """
    session = await sitting.work.hats.find(sitting.posting.subject.id)
    if session is None:
        raise SubjectGoneError
    return session


async def paint_hats(sitting: Sitting) -> Outgoing:
    """Draw six hats worn together: the round that is on, or the summary."""
    session = await load_hats(sitting)
    thoughts = await sitting.work.hats.list_thoughts(session.id)
    remark = sitting.remark
    if session.is_open:
        return hats_card(
            session,
            thoughts,
            sitting.now,
            note=remark.note,
            error=remark.error,
            kept=remark.kept,
            box=remark.box,
        )
    return hats_summary(
        session,
        thoughts,
        sitting.now,
        note=remark.note,
        error=remark.error,
        kept=remark.kept,
        box=remark.box,
    )


async def paint_piece(sitting: Sitting) -> Outgoing:
    """Draw what somebody has thought through."""
    piece = await sitting.work.thinking_pieces.find(sitting.posting.subject.id)
    if piece is None:
        raise SubjectGoneError
    remark = sitting.remark
    attachable = await list_homes(sitting.work, piece) if piece.is_private else ()
    return piece_card(
        piece, attachable, sitting.now, note=remark.note, error=remark.error, typed=remark.chosen
    )
