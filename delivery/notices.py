"""A notice's words: what happened, drawn when it is sent, as things stand then."""

from collections.abc import Sequence

from cards.drafts import describe_draft, left_draft
from cards.messages import NOTICES, tell_together, where_you_are
from delivery.rendering import SubjectGoneError, find_event
from domain.delivery import NoticeKind, SubjectKind, View
from domain.ports import JSON, JSONObject, Outgoing, PlaceKind
from services.walkthroughs import name_walk, restore_walk
from storage.notices import StoredNotice
from storage.outbox import Claim
from storage.work import Work


class NotPostedYetError(Exception):
    """The card whose thread this belongs to is not there yet."""


async def render_notices(work: Work, notices: Sequence[StoredNotice]) -> Outgoing:
    """Draw a notice, or several about one submission as one message.

    Raises:
        SubjectGoneError: what it is about has been removed.
    """
    first = notices[0]
    if first.kind is NoticeKind.WHERE_YOU_ARE:
        return where_you_are(in_channel=bool(first.thread_id))
    if first.subject.kind is SubjectKind.DRAFT:
        return await _draw_left_draft(work, first)
    submission = await work.submissions.find_by_id(first.subject.id)
    if submission is None:
        raise SubjectGoneError
    news = [(one.kind, await find_event(work, submission, one.event_id)) for one in notices]
    if len(news) > 1:
        return tell_together(submission, news)
    return NOTICES[first.kind](submission, news[0][1])


async def _draw_left_draft(work: Work, notice: StoredNotice) -> Outgoing:
    draft = await work.drafts.find(notice.subject.id)
    if draft is None:
        raise SubjectGoneError
    ends = notice.not_after if notice.kind is NoticeKind.DRAFT_ENDS else None
    walk = restore_walk(draft)
    return left_draft(describe_draft(walk.draft, walk.walkthrough, walk.state, name_walk(walk)), ends)


async def keep_alive(work: Work, claim: Claim, notices: Sequence[StoredNotice], activity_id: str) -> None:
    """Keep a question's card true from now on: its box closes when it has been answered."""
    asked = [notice for notice in notices if notice.kind is NoticeKind.HUB_ASKS]
    if not asked:
        return
    shape: JSONObject = {"event": asked[-1].event_id}
    if len(notices) > 1:
        beside: list[JSON] = [[str(notice.kind), notice.event_id] for notice in notices]
        shape["beside"] = beside
    subject = asked[-1].subject
    kept = await work.postings.adopt(
        claim.conversation, subject, View.QUESTION, shape=shape, activity_id=activity_id
    )
    submission = await work.submissions.find_by_id(subject.id)
    if submission is None or not submission.waiting_for_officer:
        await work.postings.fold(kept.id, shape, held_until=None)


async def find_thread(work: Work, claim: Claim, notice: StoredNotice) -> str:
    """Find the thread a notice belongs in: the one its subject's card heads; none in a personal chat.

    Raises:
        NotPostedYetError: the card has not been posted yet.
    """
    if claim.conversation.place.kind is not PlaceKind.CHANNEL or notice.kind is NoticeKind.WHERE_YOU_ARE:
        return notice.thread_id
    for posting in await work.postings.list_of(notice.subject, View.HUB):
        if posting.conversation_id == claim.conversation.id and not posting.shape.get("copy"):
            if posting.thread_id:
                return posting.thread_id
            break
    raise NotPostedYetError
