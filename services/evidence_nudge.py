"""Telling the Hub of sources that are due for another look: one message a month, on a working morning."""

from datetime import datetime, timedelta

from domain.clock import in_london
from domain.delivery import Notice, NoticeKind, Subject, SubjectKind
from domain.working_days import is_working_time
from storage.work import Work

_WORTH_TELLING = timedelta(days=7)


async def tell_of_due(work: Work, now: datetime) -> None:
    """Have the Hub told of what is due, unless it was told this month or nobody is at work."""
    hub = await work.conversations.hub()
    if hub is None or not is_working_time(now):
        return
    today = in_london(now).date()
    if not await work.evidence.list_due(today, 1):
        return
    work.notify(
        Notice(
            key=f"evidence due {today:%Y-%m}",
            kind=NoticeKind.EVIDENCE_DUE,
            conversation_id=hub.id,
            subject=Subject(SubjectKind.CONVERSATION, hub.id),
            event_id=0,
            not_after=now + _WORTH_TELLING,
        )
    )
