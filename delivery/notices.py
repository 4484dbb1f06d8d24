"""A notice's words: what happened, drawn when it is sent, as things stand then."""

from collections.abc import Sequence
from datetime import datetime

from cards.drafts import describe_draft, left_draft
from cards.followed import FOLLOWED_NEWS
from cards.messages import NOTICES, tell_together, where_you_are
from cards.plan_news import PLAN_NEWS
from delivery.flow_notices import FLOW_NEWS, draw_flow_notice
from delivery.followed import draw_followed_news
from delivery.gone import SubjectGoneError
from delivery.plan_notices import draw_plan_notices, is_plan_reminder, keep_plan_reminder
from delivery.rendering import find_event
from delivery.waiting import NotNowError
from domain.clock import in_london
from domain.delivery import NoticeKind, SubjectKind, View
from domain.plan_reminders import BY_KIND
from domain.ports import JSON, JSONObject, Outgoing, PlaceKind
from domain.working_days import is_working_time, next_working_morning
from services.walkthroughs import name_walk, restore_walk
from storage.notices import StoredNotice
from storage.outbox import Claim
from storage.work import Work


class NotPostedYetError(Exception):
    """The card whose thread this belongs to is not there yet."""


async def render_notices(
    work: Work, claim: Claim, notices: Sequence[StoredNotice], now: datetime
) -> Outgoing:
    """Draw a notice, or several about one submission, or of one person's plans, as one message.

    Raises:
        SubjectGoneError: what it is about has been removed.
        OutOfDateError: what it would say is not so any more.
        NotNowError: it reminds of something, and its reader is not at work.
    """
    first = notices[0]
    if first.kind in _REMINDING:
        await _wait_for_work(work, claim, now)
    if is_plan_reminder(first.kind):
        return await draw_plan_notices(work, claim, notices, now)
    if first.kind in FLOW_NEWS:
        return await draw_flow_notice(work, claim, first, now)
    if first.kind in PLAN_NEWS:
        return await _draw_plan_news(work, first, now)
    if first.kind is NoticeKind.WHERE_YOU_ARE:
        return where_you_are(in_channel=bool(first.thread_id))
    if first.subject.kind is SubjectKind.DRAFT:
        return await _draw_left_draft(work, first)
    return await _draw_news(work, claim, notices)


async def _draw_news(work: Work, claim: Claim, notices: Sequence[StoredNotice]) -> Outgoing:
    """Draw what happened to a submission, for its officer, the Hub, or somebody who follows it."""
    first = notices[0]
    submission = await work.submissions.find_by_id(first.subject.id)
    if submission is None:
        raise SubjectGoneError
    news = [(one.kind, await find_event(work, submission, one.event_id)) for one in notices]
    if first.kind in FOLLOWED_NEWS:
        return await draw_followed_news(work, claim, submission, news)
    if len(news) > 1:
        return tell_together(submission, news)
    return NOTICES[first.kind](submission, news[0][1])


_REMINDING = frozenset(
    {
        NoticeKind.DRAFT_WAITS,
        NoticeKind.DRAFT_ENDS,
        NoticeKind.HUB_DIGEST,
        NoticeKind.OWN_DIGEST,
        NoticeKind.PLAN_NUDGED,
        NoticeKind.PLAN_TIME_ASKED,
        *BY_KIND,
    }
)
"""What nobody is sent at night, at a weekend or during leave, however late it has become on its way."""


async def _wait_for_work(work: Work, claim: Claim, now: datetime) -> None:
    person_id = claim.conversation.person_id or 0
    away = await work.leave.list_of(person_id, in_london(now).date())
    if not is_working_time(now, away):
        raise NotNowError(next_working_morning(now, away))


async def _draw_plan_news(work: Work, notice: StoredNotice, now: datetime) -> Outgoing:
    plan = await work.action_plans.find_by_id(notice.subject.id)
    if plan is None:
        raise SubjectGoneError
    events = await work.action_plans.list_events(plan.id)
    event = next((event for event in events if event.id == notice.event_id), None)
    if event is None:
        raise SubjectGoneError
    return PLAN_NEWS[notice.kind](plan, event, now)


async def _draw_left_draft(work: Work, notice: StoredNotice) -> Outgoing:
    draft = await work.drafts.find(notice.subject.id)
    if draft is None:
        raise SubjectGoneError
    ends = notice.not_after if notice.kind is NoticeKind.DRAFT_ENDS else None
    walk = restore_walk(draft)
    return left_draft(describe_draft(walk.draft, walk.walkthrough, walk.state, name_walk(walk)), ends)


async def keep_alive(
    work: Work, claim: Claim, notices: Sequence[StoredNotice], activity_id: str, now: datetime
) -> None:
    """Keep a card true that can be acted in: a question's box closes when it has been answered."""
    if is_plan_reminder(notices[0].kind):
        await keep_plan_reminder(work, claim, notices, activity_id, now)
        return
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
    if (
        claim.conversation.place.kind is not PlaceKind.CHANNEL
        or notice.subject.kind is SubjectKind.CONVERSATION
    ):
        return notice.thread_id
    for posting in await work.postings.list_of(notice.subject, View.HUB):
        if posting.conversation_id == claim.conversation.id and not posting.shape.get("copy"):
            if posting.thread_id:
                return posting.thread_id
            break
    raise NotPostedYetError
