"""Looking, after a step, for what may be the same as what has just been described."""

from dialogs import offering
from dialogs.state import State
from dialogs.walkthrough import Walkthrough
from domain.alike import MOST_OFFERED
from domain.following import may_be_followed
from domain.search import Shelf
from domain.submission import Outcome, Submission
from services.search import find_similar
from services.standing import find_standing
from storage.work import Work

_LOOKED_THROUGH = 4 * MOST_OFFERED
"""Hits that are looked at, since a person's own and what is not for them are left out."""


def may_be_offered(submission: Submission) -> bool:
    """Tell whether a submission may be shown to an officer who describes something alike."""
    return may_be_followed(submission) and submission.outcome is not Outcome.WITHDRAWN


async def follow_step(
    work: Work, person_id: int, walkthrough: Walkthrough, before: State | None, after: State
) -> State:
    """Lay out who may be on it already, once somebody has described a problem; going on passes it by."""
    state = offering.pass_by(before, after) if before is not None else after
    described = offering.find_described(walkthrough, before, state)
    if not described:
        return state
    found = await _find_submissions(work, person_id, described)
    found += await _find_entries(work, described, MOST_OFFERED - len(found))
    return offering.lay_out(state, found)


async def _find_submissions(work: Work, person_id: int, described: str) -> list[tuple[Shelf, int]]:
    """Find others' submissions: never the person's own, what they follow, or what is not for everybody."""
    known = set(await work.followers.list_followed(person_id, _LOOKED_THROUGH))
    found: list[tuple[Shelf, int]] = []
    for hit in await find_similar(work, Shelf.SUBMISSIONS, described, _LOOKED_THROUGH):
        likely = await work.submissions.find_by_id(hit.subject_id)
        submission = await find_standing(work, likely) if likely is not None else None
        if submission is None or submission.officer.id == person_id or submission.id in known:
            continue
        known.add(submission.id)
        if may_be_offered(submission):
            found.append((Shelf.SUBMISSIONS, submission.id))
        if len(found) == MOST_OFFERED:
            break
    return found


async def _find_entries(work: Work, described: str, room: int) -> list[tuple[Shelf, int]]:
    if room <= 0:
        return []
    hits = await find_similar(work, Shelf.LIBRARY, described, room)
    return [(Shelf.LIBRARY, hit.subject_id) for hit in hits]
