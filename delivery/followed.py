"""A followed submission, drawn as things stand."""

from collections.abc import Sequence

from cards.folded import withheld_card
from cards.followed import followed, tell_followers
from delivery.gone import SubjectGoneError
from delivery.sitting import Sitting, load_submission
from delivery.waiting import OutOfDateError
from domain.delivery import NoticeKind
from domain.following import may_be_followed
from domain.ports import Outgoing
from domain.submission import Audience, Event, Submission
from storage.outbox import Claim
from storage.work import Work


async def paint_followed(sitting: Sitting) -> Outgoing:
    """Draw a follower's card; what is kept to those who work on it now is a line."""
    submission = await load_submission(sitting)
    if not may_be_followed(submission):
        return withheld_card(submission.reference)
    where = await sitting.work.conversations.find(sitting.posting.conversation_id)
    if where is None or where.person_id is None:
        raise SubjectGoneError
    return followed(
        submission,
        await sitting.work.submissions.list_events(submission.id, Audience.EVERYONE),
        sitting.now,
        await sitting.work.followers.find(submission.id, where.person_id),
        await sitting.work.followers.count(submission.id),
        note=sitting.remark.note,
        error=sitting.remark.error,
    )


async def draw_followed_news(
    work: Work, claim: Claim, submission: Submission, news: Sequence[tuple[NoticeKind, Event]]
) -> Outgoing:
    """Draw what a follower hears, if they follow still.

    Raises:
        OutOfDateError: they do not, or it is kept to those who work on it by now.
    """
    person_id = claim.conversation.person_id or 0
    follows = await work.followers.find(submission.id, person_id) is not None
    if not follows or not may_be_followed(submission):
        raise OutOfDateError
    return tell_followers(submission, news)
