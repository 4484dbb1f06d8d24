"""A notice's words: what happened, drawn when it is sent, as things stand then."""

from datetime import datetime

from cards.messages import NOTICES
from delivery.rendering import SubjectGoneError, find_event
from domain.delivery import NoticeKind, View
from domain.ports import JSONObject, Outgoing, PlaceKind
from storage.outbox import Claim, StoredNotice
from storage.work import Work


class NotPostedYetError(Exception):
    """The card whose thread this belongs to is not there yet."""


async def render_notice(work: Work, notice: StoredNotice, _now: datetime) -> Outgoing:
    """Draw a notice.

    Raises:
        SubjectGoneError: what it is about has been removed.
    """
    submission = await work.submissions.find_by_id(notice.subject.id)
    if submission is None:
        raise SubjectGoneError
    event = await find_event(work, submission, notice.event_id)
    return NOTICES[notice.kind](submission, event)


async def keep_alive(work: Work, claim: Claim, notice: StoredNotice, activity_id: str) -> None:
    """Keep a question's card true from now on: its box closes when it has been answered."""
    if notice.kind is not NoticeKind.HUB_ASKS:
        return
    shape: JSONObject = {"event": notice.event_id}
    asked = await work.postings.adopt(
        claim.conversation, notice.subject, View.QUESTION, shape=shape, activity_id=activity_id
    )
    submission = await work.submissions.find_by_id(notice.subject.id)
    if submission is None or not submission.waiting_for_officer:
        await work.postings.fold(asked.id, shape, held_until=None)


async def find_thread(work: Work, claim: Claim, notice: StoredNotice) -> str:
    """Find the thread a notice belongs in: the one its subject's card heads; none in a personal chat.

    Raises:
        NotPostedYetError: the card has not been posted yet.
    """
    if claim.conversation.place.kind is not PlaceKind.CHANNEL:
        return ""
    for posting in await work.postings.list_of(notice.subject, View.HUB):
        if posting.conversation_id == claim.conversation.id and not posting.shape.get("copy"):
            if posting.thread_id:
                return posting.thread_id
            break
    raise NotPostedYetError
