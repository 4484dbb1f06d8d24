"""What those who follow a submission hear of it, beside its card."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType

from domain.delivery import Notice, NoticeKind, Subject, SubjectKind
from domain.following import may_be_followed
from domain.lifecycle import Move
from domain.submission import Submission
from storage.work import Work

_TOLD: Mapping[Move, NoticeKind] = MappingProxyType(
    {
        Move.ANSWER: NoticeKind.FOLLOWED_ANSWERED,
        Move.CLOSE: NoticeKind.FOLLOWED_CLOSED,
        Move.MERGE: NoticeKind.FOLLOWED_CLOSED,
    }
)

_WORTH_TELLING = timedelta(days=14)
"""How long such a message is still worth sending."""


async def tell_followers(
    work: Work, submission: Submission, move: Move, event_id: int, now: datetime
) -> None:
    """Tell everybody who follows a submission that it was answered, or closed."""
    kind = _TOLD.get(move)
    if kind is None or not may_be_followed(submission):
        return
    for person_id in await work.followers.list_people(submission.id):
        work.notify(
            Notice(
                key=f"submission:{submission.id}:{kind}:{event_id}:{person_id}",
                kind=kind,
                conversation_id=None,
                person_id=person_id,
                subject=Subject(SubjectKind.SUBMISSION, submission.id),
                event_id=event_id,
                not_after=now + _WORTH_TELLING,
            )
        )
