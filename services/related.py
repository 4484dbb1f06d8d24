"""What may be the same problem as a submission, and what the Hub says of it."""

from datetime import datetime

from domain.delivery import Subject, SubjectKind
from domain.errors import NotPossible
from domain.language import _
from domain.people import Actor, Permission
from domain.related import Fellow, Relation
from domain.search import Found, Shelf
from domain.submission import Audience, Event, Happened, Submission
from services.permission import name_of, require
from services.search import MOST_SIMILAR, find_similar, say_what_it_is
from services.submissions import load
from storage.work import Work


async def list_fellows(work: Work, submission: Submission) -> tuple[Fellow, ...]:
    """Give what was said to belong to a submission, then what may be similar and nobody has decided on."""
    relations = await work.relations.list_of(submission.id)
    related = [Found(other, 0.0) for other, said in relations.items() if said is not Relation.APART]
    wanted = 2 * MOST_SIMILAR + len(relations) + 1
    similar = await find_similar(
        work,
        Shelf.SUBMISSIONS,
        say_what_it_is(submission),
        wanted,
        kept_as=(Shelf.SUBMISSIONS, submission.id),
    )
    known = {submission.id, *relations}
    together = [await _describe(work, submission, one, relations[one.subject_id]) for one in related]
    unknown = [found for found in similar if found.subject_id not in known]
    offered = [await _describe(work, submission, one, None) for one in unknown]
    return (
        *(fellow for fellow in together if fellow is not None),
        *[fellow for fellow in offered if fellow is not None][:MOST_SIMILAR],
    )


async def _describe(
    work: Work, submission: Submission, found: Found, relation: Relation | None
) -> Fellow | None:
    other = await work.submissions.find_by_id(found.subject_id)
    if other is None or (relation is None and other.merged_into_id is not None):
        return None
    return Fellow(
        other.id,
        other.reference,
        other.title,
        other.place,
        other.stage,
        other.officer,
        relation,
        version=other.version,
        answers=other.answers if other.merged_into_id == submission.id else (),
        is_open=other.is_open,
        matched=found.matched,
    )


async def relate(  # noqa: PLR0913 (each part is named at the call)
    work: Work, actor: Actor, reference: str, *, other: str, relation: Relation | None, now: datetime
) -> tuple[Submission, Submission]:
    """Say how two submissions belong together; None takes it back. Both cards change, the Hub alone reads it.

    Raises:
        NotFound, Refused: see services.submissions.load.
        NotPossible: a submission with itself.
    """
    require(actor, Permission.WORK_SUBMISSIONS)
    if reference == other:
        raise NotPossible(_("That is the same submission. Give the reference of another one."))
    first, second = sorted((reference, other))
    locked = {
        each: await load(work, actor, each, Permission.WORK_SUBMISSIONS, lock=True)
        for each in (first, second)
    }
    one, fellow = locked[reference], locked[other]
    present = (await work.relations.list_of(one.id)).get(fellow.id)
    if present is Relation.MERGED:
        raise NotPossible(_("They are merged. Undo that first."))
    if present is relation:
        return one, fellow
    if relation is None:
        await work.relations.take_back(one.id, fellow.id)
    else:
        await work.relations.put(one.id, fellow.id, relation, actor.person.id, now)
    if Relation.RELATED in (present, relation):
        happened = Happened.RELATED if relation is Relation.RELATED else Happened.UNRELATED
        for each, about in ((one, fellow), (fellow, one)):
            event = Event(
                kind=happened, at=now, actor=name_of(actor), audience=Audience.HUB, about=about.reference
            )
            await work.submissions.record(each.id, event)
    for each in (one, fellow):
        work.touch(Subject(SubjectKind.SUBMISSION, each.id))
    return one, fellow
