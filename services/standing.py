"""Where the work on a submission goes on: there, or with the one it was merged into."""

from domain.submission import Submission
from storage.work import Work


async def find_standing(work: Work, submission: Submission) -> Submission:
    """Follow a submission to the one that it has been merged into, however often that was merged again."""
    seen = {submission.id}
    standing = submission
    while standing.merged_into_id is not None and standing.merged_into_id not in seen:
        seen.add(standing.merged_into_id)
        further = await work.submissions.find_by_id(standing.merged_into_id)
        if further is None:
            break
        standing = further
    return standing
