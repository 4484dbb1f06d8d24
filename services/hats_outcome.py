"""What comes of six hats: a submission begun with them, or one they are attached to."""

from datetime import datetime

from dialogs.submission import SUBMISSION
from domain.conversation import Conversation
from domain.delivery import Subject, SubjectKind
from domain.errors import NotPossible
from domain.hat_session import HatSession, write_out
from domain.language import N_, _
from domain.people import Actor, Permission
from domain.submission import Audience, Event, Happened, Submission
from services.permission import name_of, require
from services.submissions import LONGEST_WORDS, load
from services.walkthroughs import Footing, find_open_walk, name_walk, open_walk
from storage.work import Work

_NO_CHAT = N_(
    "I have no chat with you yet. Open 'Prevention First' and say hello there, then press this once more."
)


async def attach(
    work: Work, actor: Actor, session: HatSession, reference: str, now: datetime
) -> tuple[Submission, bool]:
    """Attach what was thought to a submission's history; tells whether it is new there.

    Raises:
        NotFound: no such submission.
        Refused: it is neither the actor's nor are they of the Hub.
        NotPossible: it is closed, the six hats go on, or nothing was thought.
    """
    submission = await load(work, actor, reference, Permission.ATTACH_HATS, lock=True)
    thoughts = await work.hats.list_thoughts(session.id)
    if session.is_open:
        raise NotPossible(_("These six hats are not finished yet. Finish them, then attach them."))
    if not thoughts:
        raise NotPossible(_("Nothing was added under these hats, so there is nothing to attach."))
    if not submission.is_open:
        raise NotPossible(_("{reference} is closed. Reopen it first.").format(reference=submission.reference))
    words = write_out(session, thoughts, LONGEST_WORDS)
    events = await work.submissions.list_events(submission.id, Audience.EVERYONE)
    if any(event.kind is Happened.THOUGHT_THROUGH and event.words == words for event in events):
        return submission, False
    event = Event(
        kind=Happened.THOUGHT_THROUGH, at=now, actor=name_of(actor), words=words, about=session.topic
    )
    await work.submissions.record(submission.id, event)
    changed = submission.model_copy(update={"changed_at": now})
    await work.submissions.save(changed, submission.version)
    work.touch(Subject(SubjectKind.SUBMISSION, submission.id))
    return changed, True


async def start_submission(work: Work, actor: Actor, session: HatSession, now: datetime) -> None:
    """Bring a submission with the topic as its problem to the actor's own chat; asked again, it stays one.

    Raises:
        NotPossible: they have no chat with the bot yet.
    """
    require(actor, Permission.SUBMIT)
    known = await work.conversations.personal_of(actor.person.id)
    if known is None:
        raise NotPossible(_(_NO_CHAT))
    chat = await _lock(work, actor, known, now)
    here = await find_open_walk(work, chat)
    if here is not None and here.walkthrough is SUBMISSION and name_walk(here) == session.topic:
        return
    footing = Footing(chat, now, until=now)
    shown = await open_walk(work, actor, footing, walkthrough=SUBMISSION, given={"problem": session.topic})
    # It goes to another chat than the one that is answered, so the background sends it, and at once.
    await work.postings.bump(shown.live.id, held_until=None)


async def _lock(work: Work, actor: Actor, chat: Conversation, now: datetime) -> Conversation:
    """Lock the chat as a turn of its own would, so that two do not open a draft in it at once."""
    return await work.conversations.arrive(chat.place, actor.person.id, "", now)
