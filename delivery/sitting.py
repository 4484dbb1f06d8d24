"""What a painter of cards has before it: the unit of work, the posting, and what is to be said once."""

from dataclasses import dataclass
from datetime import datetime

from delivery.gone import SubjectGoneError
from domain.delivery import Posting
from domain.directions import Directions
from domain.remark import Remark
from domain.submission import Submission
from services.walkthroughs import Walk
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Sitting:
    """What a painter needs."""

    work: Work
    posting: Posting
    now: datetime
    remark: Remark
    directions: Directions
    walk: Walk | None
    """The posting's walkthrough, where a step has just led it to where it stands."""


async def load_submission(sitting: Sitting) -> Submission:
    """Give the submission a card is about.

    Raises:
        SubjectGoneError: it has been removed.
    """
    submission = await sitting.work.submissions.find_by_id(sitting.posting.subject.id)
    if submission is None:
        raise SubjectGoneError
    return submission
