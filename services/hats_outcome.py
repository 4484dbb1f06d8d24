"""What comes of six hats: a submission begun with them, or one they are attached to."""

from collections.abc import Sequence
from datetime import datetime

from dialogs import engine
from dialogs.state import FromHats
from dialogs.submission import SUBMISSION
from domain.conversation import Conversation
from domain.delivery import NoticeKind, Subject, SubjectKind
from domain.errors import NotPossible
from domain.hat_session import HatSession, Thought, write_thoughts
from domain.language import N_, _
from domain.people import Actor, Permission
from domain.submission import Audience, Event, Happened, Submission
from services.permission import name_of, require
from services.submissions import LONGEST_WORDS, load, tell_hub
from services.walkthroughs import Footing, open_state, restore_walk
from storage.work import Work

_NO_CHAT = N_(
    "I have no chat with you yet. Open 'Prevention First' and say hello there, then press this once more."
)


async def attach(
    work: Work, actor: Actor, session: HatSession, reference: str, now: datetime
) -> tuple[Submission, bool]:
    """Attach what was thought to a submission's history; tells whether it is new there.

    The Hub hears of it in the submission's thread, as of whatever else its officer adds.

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
    summary = _sum_up(actor, session, thoughts, now)
    events = await work.submissions.list_events(submission.id, Audience.EVERYONE)
    if any((event.kind, event.words) == (summary.kind, summary.words) for event in events):
        return submission, False
    event_id = await work.submissions.record(submission.id, summary)
    changed = submission.model_copy(update={"changed_at": now})
    await work.submissions.save(changed, submission.version)
    work.touch(Subject(SubjectKind.SUBMISSION, submission.id))
    if actor.person.id == submission.officer.id:
        await tell_hub(work, changed, NoticeKind.OFFICER_ATTACHED, event_id, now)
    return changed, True


async def add_summary(
    work: Work, actor: Actor, submission: Submission, hats: FromHats, now: datetime
) -> None:
    """Let the summary of six hats stand in the history of the submission that was begun from them."""
    session = await work.hats.find(hats.session)
    thoughts = await work.hats.list_thoughts(hats.session)
    if session is not None and thoughts:
        await work.submissions.record(submission.id, _sum_up(actor, session, thoughts, now))


def _sum_up(actor: Actor, session: HatSession, thoughts: Sequence[Thought], now: datetime) -> Event:
    words = write_thoughts(thoughts, LONGEST_WORDS)
    return Event(
        kind=Happened.THOUGHT_THROUGH, at=now, actor=name_of(actor), words=words, about=session.topic
    )


async def start_submission(work: Work, actor: Actor, session: HatSession, now: datetime) -> None:
    """Bring a submission to the actor's own chat, the topic laid ready in it; asked again, it stays one.

    Raises:
        NotPossible: they have no chat with the bot yet.
    """
    require(actor, Permission.SUBMIT)
    known = await work.conversations.personal_of(actor.person.id)
    if known is None:
        raise NotPossible(_(_NO_CHAT))
    chat = await _lock(work, actor, known, now)
    begun = [restore_walk(draft) for draft in await work.drafts.list_unfinished(actor.person.id)]
    if any(walk.state.hats is not None and walk.state.hats.session == session.id for walk in begun):
        return
    thoughts = await work.hats.count_thoughts(session.id)
    hats = FromHats(session=session.id, topic=session.topic, has_thoughts=bool(thoughts))
    begins = engine.start(SUBMISSION).model_copy(update={"hats": hats})
    state = engine.suggest(begins, "problem", session.topic)
    shown = await open_state(work, actor, Footing(chat, now, until=now), SUBMISSION, state)
    # It goes to another chat than the one that is answered, so the background sends it, and at once.
    await work.postings.bump(shown.live.id, held_until=None)


async def _lock(work: Work, actor: Actor, chat: Conversation, now: datetime) -> Conversation:
    """Lock the chat as a turn of its own would, so that two do not open a draft in it at once."""
    return await work.conversations.arrive(chat.place, actor.person.id, "", now)
