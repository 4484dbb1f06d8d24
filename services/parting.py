"""Undoing a merging: what it brought is taken back, and the two stay linked."""

from datetime import datetime

from domain.delivery import Subject, SubjectKind
from domain.related import Relation
from domain.submission import Audience, Event, Happened, Party, Submission
from storage.work import Work


async def part_from(work: Work, merged: Submission, into_id: int, by: Party, now: datetime) -> None:
    """Take a submission that has been opened again out of the one it was merged into."""
    into = await work.submissions.find_by_id(into_id)
    if into is None:
        return
    await work.relations.put(merged.id, into.id, Relation.RELATED, by.id, now)
    event = Event(kind=Happened.TAKEN_OUT, at=now, actor=by, audience=Audience.HUB, about=merged.reference)
    await work.submissions.record(into.id, event)
    await _let_go(work, merged.id, into)


async def _let_go(work: Work, through_id: int, into: Submission) -> None:
    """Let those follow no more whom the merging brought, as far as they were handed on since."""
    people = await work.followers.remove_through(into.id, through_id)
    here = into
    while True:
        work.touch(Subject(SubjectKind.SUBMISSION, here.id))
        if here.merged_into_id is None or not people:
            return
        people = await work.followers.remove_through(here.merged_into_id, here.id, among=people)
        further = await work.submissions.find_by_id(here.merged_into_id)
        if further is None:
            return
        here = further
