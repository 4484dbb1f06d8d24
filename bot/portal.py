"""What officers press and type in their personal chat."""

from dataclasses import replace

from bot.beginnings import describe_walk, make_room
from bot.following import open_if_followed
from bot.scene import Answer, Scene
from bot.welcoming import welcome_once
from cards import payloads as p
from cards.drafts import drafts, unfinished
from cards.elsewhere import point_from_move, point_still
from cards.menu import CARRIED_BUDGET, help_card, hub_help, menu
from cards.submissions import my_submissions
from cards.whole import whole_submission
from cards.words import one_line, weigh
from dialogs.cleaning import clean
from dialogs.detail import DETAIL
from dialogs.reply import REPLY
from dialogs.state import BRINGS
from dialogs.submission import SUBMISSION
from dialogs.tell_more import TELL_MORE
from dialogs.walkthrough import Walkthrough
from domain.delivery import Parcel, Subject, SubjectKind
from domain.errors import BadInput, NotPossible
from domain.language import _
from domain.lifecycle import Move, Side
from domain.people import Permission, may
from domain.ports import Outgoing, PlaceKind
from domain.privacy import say_kinds, screen
from domain.remark import Remark
from domain.signposts import Elsewhere, find_signpost
from domain.submission import Audience, Happened, Submission
from services import portal
from services.submissions import Ask, has_just_said, load, make_move
from services.walkthroughs import (
    Walk,
    find_open_walk,
    name_walk,
    open_walk,
    restore_walk,
    resume_walk,
    show_walk,
)


async def show_menu(scene: Scene, _payload: p.PortalMenu) -> Answer:
    """Show what can be done here; for somebody new the welcome says it."""
    first = await welcome_once(scene)
    if first.parcels:
        return first
    return scene.say(menu(len(await portal.list_drafts(scene.work, scene.actor))))


async def show_help(scene: Scene, _payload: p.PortalHelp) -> Answer:
    """Say what can be pressed and typed, in this kind of conversation."""
    personal = scene.conversation.place.kind is PlaceKind.PERSONAL
    if not personal:
        return scene.say(hub_help())
    for_admin = bool(may(scene.actor, Permission.RUN_SERVICE))
    for_trainer = bool(may(scene.actor, Permission.SEE_PLANS))
    return scene.say(help_card(for_admin=for_admin, for_trainer=for_trainer))


async def submit(scene: Scene, payload: p.PortalSubmit) -> Answer:
    """Start a submission; one that is unfinished is offered first, and an untouched one opened again."""
    if (asked := await make_room(scene, payload, SUBMISSION)) is not None:
        return asked
    begun = await find_unfinished(scene)
    same = [walk for walk in begun if walk.walkthrough is SUBMISSION]
    untouched = next((walk for walk in same if walk.state.is_blank), None)
    answered = [walk for walk in same if not walk.state.is_blank]
    if answered and not payload.anew:
        return scene.say(unfinished(describe_walk(answered[0]), scene.now, others=len(begun) - 1))
    if untouched is not None:
        return await scene.show(await resume_walk(scene.work, scene.footing, untouched))
    shown = await open_walk(scene.work, scene.actor, scene.footing, walkthrough=SUBMISSION)
    return await scene.show(shown)


async def submit_with(scene: Scene, payload: p.PortalSubmitWith) -> Answer:
    """Start a submission with words that were typed before anything was open; pressed again, show it."""
    here = await find_open_walk(scene.work, scene.conversation)
    if here is not None and here.walkthrough is SUBMISSION and name_walk(here) == clean(payload.words):
        return await scene.show(await show_walk(scene.work, scene.footing, here))
    if (asked := await make_room(scene, payload, SUBMISSION)) is not None:
        return asked
    shown = await open_walk(
        scene.work,
        scene.actor,
        scene.footing,
        walkthrough=SUBMISSION,
        given={"problem": payload.words},
        cleared=payload.cleared,
    )
    return await scene.show(shown)


async def list_drafts(scene: Scene, _payload: p.PortalDrafts) -> Answer:
    """List what was begun and not sent."""
    return scene.say(drafts([describe_walk(walk) for walk in await find_unfinished(scene)], scene.now))


async def carry_on(scene: Scene, _payload: p.PortalContinue) -> Answer:
    """Open the only one that is unfinished where it was left; of several, ask with which."""
    begun = await find_unfinished(scene)
    if len(begun) != 1:
        return await list_drafts(scene, p.PortalDrafts())
    return await scene.show(await resume_walk(scene.work, scene.footing, begun[0]))


async def find_unfinished(scene: Scene) -> list[Walk]:
    """Give what the person has begun and neither sent nor thrown away, the last touched first."""
    return [restore_walk(draft) for draft in await portal.list_drafts(scene.work, scene.actor)]


async def list_submissions(scene: Scene, payload: p.SubmissionList) -> Answer:
    """List what the officer has sent, newest news first; turning a page happens in place."""
    page = await portal.list_own(scene.work, scene.actor, payload.page)
    shown = my_submissions(page.submissions, scene.now, page=page.page, pages=page.pages)
    return scene.replace(shown) if "page" in payload.model_fields_set else scene.say(shown)


async def read_whole(scene: Scene, reference: str) -> Answer:
    """Show everything that was sent, uncut."""
    return scene.say(*whole_submission(await portal.open_own(scene.work, scene.actor, reference)))


async def open_submission(scene: Scene, payload: p.SubmissionOpen) -> Answer:
    """Bring the status card down to the bottom of the chat, or show all that was sent."""
    if payload.whole:
        return await read_whole(scene, payload.reference)
    if (followed := await open_if_followed(scene, payload.reference)) is not None:
        return followed
    submission = await portal.open_own(scene.work, scene.actor, payload.reference)
    return await _bring(scene, submission)


async def _bring(scene: Scene, submission: Submission, remark: Remark | None = None) -> Answer:
    live, folded = await portal.bring_status(scene.work, submission, scene.footing, scene.conversation)
    return await scene.show_postings(live, folded, remark or Remark())


async def reply_to_hub(scene: Scene, payload: p.SubmissionReply) -> Answer:
    """Answer the Hub's question from the card or by typing."""
    return await _send_words(scene, payload, Move.REPLY, _("Sent to the Hub."))


async def add_detail(scene: Scene, payload: p.SubmissionAdd) -> Answer:
    """Add detail to a submission."""
    return await _send_words(scene, payload, Move.ADD_DETAIL, _("Added. The Hub sees it now."))


async def _send_words(
    scene: Scene, payload: p.SubmissionReply | p.SubmissionAdd, move: Move, done: str
) -> Answer:
    """Send words on; something personal, or what may belong elsewhere, waits in a draft for a decision."""
    present = await load(scene.work, scene.actor, payload.reference, Permission.CHANGE_OWN)
    words = clean(payload.words)
    if not words and not scene.was_pressed:
        return await _bring(scene, present, Remark(box=move))
    if words and await has_just_said(scene.work, present, words, scene.now):
        return await acknowledge(scene, present, done)
    cleared = isinstance(payload, p.SubmissionReply) and payload.cleared
    if screen(words) or (not cleared and find_signpost(words)):
        walkthrough = REPLY if move is Move.REPLY else DETAIL
        return await _hold_back(scene, present, words, walkthrough, cleared=cleared)
    ask = Ask(move, Side.OFFICER, words=words)
    submission = await make_move(scene.work, scene.actor, payload.reference, ask, scene.now)
    return await acknowledge(scene, submission, done)


async def offer_as_reply(
    scene: Scene, submission: Submission, words: str, *, cleared: bool = False
) -> Answer:
    """Take words typed with nothing open as the answer the Hub waits for, to be sent with one press."""
    note = await _recall_question(scene, submission)
    return await _hold_back(scene, submission, words, REPLY, note=note, cleared=cleared)


async def _recall_question(scene: Scene, submission: Submission) -> str:
    """Say which question of the Hub's words are taken to answer."""
    events = await scene.work.submissions.list_events(submission.id, Audience.EVERYONE)
    asked = [event.words for event in events if event.kind is Happened.ASKED]
    title, said = one_line(submission.title), one_line(asked[-1] if asked else "", 200)
    return _(
        "Is this your answer to the Hub? About “{title}” it asked: “{said}” If you meant "
        "something new, cancel this and type 'submit'."
    ).format(title=title, said=said)


async def _hold_back(  # noqa: PLR0913 (each part is named at the call)
    scene: Scene,
    submission: Submission,
    words: str,
    walkthrough: Walkthrough,
    *,
    note: str = "",
    cleared: bool = False,
) -> Answer:
    """Lay words into a walkthrough of one question, which asks before they go anywhere."""
    shown = await open_walk(
        scene.work,
        scene.actor,
        scene.footing,
        walkthrough=walkthrough,
        given={walkthrough.name: words},
        about=submission.reference,
        cleared=cleared,
    )
    return await scene.show(replace(shown, note=note) if note else shown)


async def tell_more(scene: Scene, payload: p.SubmissionMore) -> Answer:
    """Walk through the deeper questions about a submission that is with the Hub.

    Raises:
        NotPossible: it is closed.
    """
    submission = await portal.open_own(scene.work, scene.actor, payload.reference)
    if not submission.is_open:
        raise NotPossible(_("{reference} is closed. Reopen it first.").format(reference=submission.reference))
    begun = [walk for walk in await find_unfinished(scene) if walk.walkthrough is TELL_MORE]
    same = next((walk for walk in begun if walk.state.about == submission.reference), None)
    is_here = same is not None and same.draft.id == scene.conversation.open_draft_id
    if not is_here and (asked := await make_room(scene, payload, TELL_MORE)) is not None:
        return asked
    if same is not None:
        return await scene.show(await resume_walk(scene.work, scene.footing, same))
    given = {said.name: said.text for said in submission.answers}
    shown = await open_walk(
        scene.work,
        scene.actor,
        scene.footing,
        walkthrough=TELL_MORE,
        given={
            **{name: text for name, text in given.items() if TELL_MORE.find(name)},
            BRINGS: submission.kind,
        },
        about=submission.reference,
    )
    return await scene.show(shown)


async def withdraw(scene: Scene, payload: p.SubmissionWithdraw) -> Answer:
    """Take a submission back; typed, it asks first in the card."""
    if not scene.was_pressed:
        submission = await portal.open_own(scene.work, scene.actor, payload.reference)
        return await _bring(scene, submission, Remark(box=Move.WITHDRAW, kept=payload.words))
    return await _decide(scene, payload, Move.WITHDRAW, _("Withdrawn. You can reopen it from this card."))


async def reopen(scene: Scene, payload: p.SubmissionReopen) -> Answer:
    """Open a closed submission again; typed without a word, it asks what has changed in the card."""
    if not scene.was_pressed and not payload.words.strip():
        submission = await portal.open_own(scene.work, scene.actor, payload.reference)
        return await _bring(scene, submission, Remark(box=Move.REOPEN))
    return await _decide(scene, payload, Move.REOPEN, _("Open again. The Hub has been told."))


async def _decide(
    scene: Scene, payload: p.SubmissionWithdraw | p.SubmissionReopen, move: Move, done: str
) -> Answer:
    if spotted := screen(payload.words):
        raise BadInput(
            _("That seems to hold {kinds}. Please say it without.").format(kinds=say_kinds(spotted)),
            field="words",
            kept=payload.words,
        )
    kind = find_signpost(payload.words)
    if kind is not None and not payload.cleared:
        return scene.say(_point_from_decision(scene, payload, kind))
    ask = Ask(move, Side.OFFICER, seen_version=payload.version or None, words=payload.words)
    submission = await make_move(scene.work, scene.actor, payload.reference, ask, scene.now)
    if kind is not None and scene.pressed is None:
        return scene.replace(point_still(kind, scene.directions, done))
    return await acknowledge(scene, submission, done)


def _point_from_decision(
    scene: Scene, payload: p.SubmissionWithdraw | p.SubmissionReopen, kind: Elsewhere
) -> Outgoing:
    """Point elsewhere with the words of a decision; the card carries them, and the decision with them."""
    cleared = payload.model_copy(update={"cleared": True})
    go_on = cleared if weigh(payload.words) <= CARRIED_BUDGET else None
    return point_from_move(kind, scene.directions, payload.reference, go_on)


async def acknowledge(scene: Scene, submission: Submission, done: str) -> Answer:
    """Say that it is done: in the pressed card where that is one of the submission's, else in a line."""
    subject = Subject(SubjectKind.SUBMISSION, submission.id)
    if scene.pressed is None or scene.pressed.subject != subject:
        return scene.say_words(done)
    if scene.conversation.place.kind is not PlaceKind.PERSONAL:
        # Everybody in the channel reads that card; the sentence is for who pressed.
        present = await scene.work.postings.find(scene.pressed.id) or scene.pressed
        return scene.replace(await scene.draw(present, Remark(note=done)))
    present = await scene.work.postings.bump(scene.pressed.id, held_until=scene.until)
    message = await scene.draw(present, Remark(note=done))
    return Answer((Parcel(message, posting=present),), in_place=message)
