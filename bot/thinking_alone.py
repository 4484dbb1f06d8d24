"""Thinking something through on one's own: starting, finishing, and what becomes of it."""

from bot.beginnings import describe_walk, make_room
from bot.portal import find_unfinished
from bot.recognising import find_reference
from bot.scene import Answer, Scene
from cards import payloads as p
from cards.drafts import unfinished
from cards.thinking import confirm_attach, confirm_throw, my_thinking, think_choices
from cards.thinking_text import piece_text
from dialogs.catalogue import THINKING
from dialogs.thinking import PROBLEM
from dialogs.walkthrough import Walkthrough
from domain.delivery import Parcel, Subject, SubjectKind, View
from domain.errors import BadInput, NotFound, NotPossible
from domain.language import N_, _
from domain.piece import Piece
from domain.ports import PlaceKind
from domain.remark import Remark
from services import thinking_pieces
from services.piece_homes import find_home, open_home
from services.thinking_pieces import PAGE, find_nth, load_piece
from services.walkthroughs import Walk, open_walk, resume_walk

_FOR_YOU = N_("Finished. Only you can read it; type 'my thinking' to find it again.")
_KEPT = N_("Kept for you alone. Type 'my thinking' to find it again.")
_ATTACHED = {
    SubjectKind.SUBMISSION: N_("Attached. The Hub reads it with {reference} now."),
    SubjectKind.PLAN: N_("Attached. It stands with {reference} now; the Academy can read it there."),
}
_NAME_ONE = N_("Choose one of your submissions or plans, or type its reference, for example PF-2026-0001.")


def _require_alone(scene: Scene) -> None:
    """Refuse to show somebody's own thinking where others read along."""
    if scene.conversation.place.kind is not PlaceKind.PERSONAL:
        raise NotPossible(_("What you think through is for you alone. Open it in a chat with me alone."))


async def offer(scene: Scene, payload: p.ThinkOffer) -> Answer:
    """Show the ways of thinking something through, perhaps about one's own submission or plan."""
    _require_alone(scene)
    about = await open_home(scene.work, scene.actor, payload.reference) if payload.reference else None
    return scene.say(think_choices(about))


async def start(scene: Scene, payload: p.ThinkStart) -> Answer:
    """Start one of them, or carry on with the one that was begun about the same thing."""
    _require_alone(scene)
    way = _find_way(payload.kind)
    if payload.reference:
        return await _start_about(scene, way, payload)
    if (asked := await make_room(scene, payload, way)) is not None:
        return asked
    begun = await _find_begun(scene, way)
    alone = [walk for walk in begun if not walk.state.about]
    untouched = next((walk for walk in alone if walk.state.is_blank), None)
    answered = [walk for walk in alone if not walk.state.is_blank]
    if payload.words:
        return await _open(scene, way, {PROBLEM.name: payload.words})
    if answered and not payload.anew:
        anew = p.ThinkStart(kind=way.name, anew=True, folds=True)
        return scene.say(unfinished(describe_walk(answered[0]), scene.now, anew=anew))
    if untouched is not None:
        return await scene.show(await resume_walk(scene.work, scene.footing, untouched))
    return await _open(scene, way, {})


def _find_way(kind: str) -> Walkthrough:
    found = next((way for way in THINKING if way.name == kind), None)
    if found is None:
        raise NotFound(_("That way of thinking is not offered here. Type 'think it through' to see what is."))
    return found


async def _find_begun(scene: Scene, way: Walkthrough) -> list[Walk]:
    return [walk for walk in await find_unfinished(scene) if walk.walkthrough is way]


async def _start_about(scene: Scene, way: Walkthrough, payload: p.ThinkStart) -> Answer:
    home = await open_home(scene.work, scene.actor, payload.reference)
    begun = await _find_begun(scene, way)
    same = next((walk for walk in begun if walk.state.about == home.reference), None)
    is_here = same is not None and same.draft.id == scene.conversation.open_draft_id
    if not is_here and (asked := await make_room(scene, payload, way)) is not None:
        return asked
    if same is not None:
        return await scene.show(await resume_walk(scene.work, scene.footing, same))
    return await _open(scene, way, {PROBLEM.name: home.title}, about=home.reference)


async def _open(scene: Scene, way: Walkthrough, given: dict[str, str], about: str = "") -> Answer:
    shown = await open_walk(scene.work, scene.actor, scene.footing, walkthrough=way, given=given, about=about)
    return await scene.show(shown)


async def finish_thinking(scene: Scene, walk: Walk) -> Answer:
    """Make a piece of a finished walkthrough; its card becomes the summary."""
    review_card = scene.pressed
    piece = await thinking_pieces.finish_thinking(scene.work, scene.actor, scene.footing, walk)
    remark = Remark(note=_(_FOR_YOU))
    if review_card is None or walk.draft.live_posting_id != review_card.id:
        return await _bring(scene, piece, remark)
    subject = Subject(SubjectKind.PIECE, piece.id)
    live = await scene.work.postings.become(review_card.id, subject, View.PIECE, held_until=scene.until)
    return await scene.show_postings(live, (), remark)


async def show_list(scene: Scene, payload: p.PieceList) -> Answer:
    """List what the person has thought through; turning a page happens in place."""
    _require_alone(scene)
    page = await thinking_pieces.list_pieces(scene.work, scene.actor, payload.page)
    first = page.page * PAGE + 1
    shown = my_thinking(page.pieces, scene.now, first=first, page=page.page, pages=page.pages)
    turned = "page" in payload.model_fields_set
    return scene.replace(shown) if turned else scene.say(shown)


async def open_piece(scene: Scene, payload: p.PieceOpen) -> Answer:
    """Bring the summary of a piece down to the bottom of the chat."""
    _require_alone(scene)
    if payload.piece:
        piece = await load_piece(scene.work, scene.actor, payload.piece)
    else:
        piece = await find_nth(scene.work, scene.actor, payload.place)
    return await _bring(scene, piece)


async def attach(scene: Scene, payload: p.PieceAttach) -> Answer:
    """Attach a piece to a submission or a plan of the person's.

    Raises:
        BadInput: neither was named.
    """
    _require_alone(scene)
    piece = await _find_piece(scene, payload.piece)
    reference = payload.reference or find_reference(payload.typed or payload.chosen)
    if not reference:
        raise BadInput(_(_NAME_ONE), field="typed", kept=payload.typed)
    attached, home = await thinking_pieces.attach_piece(
        scene.work, scene.actor, piece.id, reference, scene.now
    )
    return await _acknowledge(scene, attached, _(_ATTACHED[home.kind]).format(reference=home.reference))


async def ask_to_attach(scene: Scene, payload: p.PieceAskToAttach) -> Answer:
    """Ask before the piece goes to the Hub: typed, it is the newest that is meant.

    Raises:
        NotPossible: it is attached already, or the submission is closed.
    """
    _require_alone(scene)
    piece = await _find_piece(scene, payload.piece)
    home = await find_home(scene.work, scene.actor, payload.reference)
    if not piece.is_private:
        raise NotPossible(
            _("Your newest piece is attached to {reference} already. See 'my thinking'.").format(
                reference=piece.attached_to
            )
        )
    if not home.is_open:
        raise NotPossible(_("{reference} is closed. Reopen it first.").format(reference=home.reference))
    return scene.say(confirm_attach(piece, home))


async def keep(scene: Scene, payload: p.PieceKeep) -> Answer:
    """Say that it stays private, which it is unless it has been attached.

    Raises:
        NotPossible: the Hub reads it already.
    """
    _require_alone(scene)
    piece = await _find_piece(scene, payload.piece)
    if not piece.is_private:
        raise NotPossible(
            _("It is attached to {reference}, so the Hub has read it or can.").format(
                reference=piece.attached_to
            )
        )
    return await _acknowledge(scene, piece, _(_KEPT))


async def ask_to_throw(scene: Scene, payload: p.PieceThrow) -> Answer:
    """Ask before a piece is deleted: typed without a number, it is the newest that is meant."""
    _require_alone(scene)
    named = payload.piece or not payload.place
    piece = await (
        _find_piece(scene, payload.piece) if named else find_nth(scene.work, scene.actor, payload.place)
    )
    return scene.say(confirm_throw(piece))


async def throw_away(scene: Scene, payload: p.PieceThrowReally) -> Answer:
    """Delete a piece, having asked."""
    _require_alone(scene)
    piece = await thinking_pieces.throw_away_piece(scene.work, scene.actor, payload.piece)
    if piece.is_private:
        return scene.say_words(_("Thrown away."))
    return scene.say_words(_("Thrown away. {reference} keeps its copy.").format(reference=piece.attached_to))


async def send_text(scene: Scene, payload: p.PieceText) -> Answer:
    """Send a piece as plain text that can be copied."""
    _require_alone(scene)
    return scene.say(*piece_text(await _find_piece(scene, payload.piece)))


async def _find_piece(scene: Scene, piece_id: int) -> Piece:
    """Give the piece that is meant; the newest, where none is named."""
    if piece_id:
        return await load_piece(scene.work, scene.actor, piece_id)
    return await find_nth(scene.work, scene.actor, 1)


async def _bring(scene: Scene, piece: Piece, remark: Remark | None = None) -> Answer:
    live, folded = await thinking_pieces.bring_piece(scene.work, piece, scene.footing)
    return await scene.show_postings(live, folded, remark or Remark())


async def _acknowledge(scene: Scene, piece: Piece, done: str) -> Answer:
    """Say that it is done: in the pressed card where that is the piece's, else in a line."""
    if scene.pressed is None or scene.pressed.subject != Subject(SubjectKind.PIECE, piece.id):
        return scene.say_words(done)
    present = await scene.work.postings.bump(scene.pressed.id, held_until=scene.until)
    message = await scene.draw(present, Remark(note=done))
    return Answer((Parcel(message, posting=present),), in_place=message)
