"""Merging a submission into another that is about the same problem; nothing is lost, and it can be undone."""

from datetime import datetime

from domain.delivery import Subject, SubjectKind
from domain.errors import NotPossible, Outdated
from domain.following import may_be_followed
from domain.language import _
from domain.lifecycle import Move, Side, describe_present
from domain.people import Actor, Permission
from domain.related import Relation
from domain.submission import Audience, Event, Happened, Outcome, Submission
from services.permission import name_of, require
from services.standing import find_standing
from services.submissions import Ask, load, make_move
from storage.work import Work


async def merge(  # noqa: PLR0913 (each part is named at the call)
    work: Work,
    actor: Actor,
    reference: str,
    *,
    into: str,
    seen_version: int | None,
    words: str,
    now: datetime,
) -> tuple[Submission, Submission]:
    """Merge a submission into another, or into the one which that has been merged into; gives both.

    It closes as a duplicate. Its officer, and whoever followed it, follow the other from now on.

    Raises:
        NotFound, Refused: see services.submissions.load.
        NotPossible: with itself, in a circle, into what was withdrawn or may not be followed, or closed.
        Outdated: somebody decided otherwise meanwhile.
    """
    require(actor, Permission.WORK_SUBMISSIONS)
    _require_two(reference, into)
    other = await find_standing(work, await load(work, actor, into, Permission.WORK_SUBMISSIONS))
    if other.reference == reference:
        sentence = _("{other} has been merged into {reference} already. Undo that first.")
        raise NotPossible(sentence.format(other=into, reference=reference))
    first, second = sorted((reference, other.reference))
    locked = {
        each: await load(work, actor, each, Permission.WORK_SUBMISSIONS, lock=True)
        for each in (first, second)
    }
    one, other = locked[reference], locked[other.reference]
    if other.merged_into_id is not None:
        raise Outdated(describe_present(other))
    _require_followable(one, other)
    ask = Ask(Move.MERGE, Side.HUB, seen_version, words=words, into=other)
    merged = await make_move(work, actor, reference, ask, now)
    await work.relations.put(merged.id, other.id, Relation.MERGED, actor.person.id, now)
    await _bring_followers(work, merged, other, now)
    event = Event(
        kind=Happened.MERGED_IN,
        at=now,
        actor=name_of(actor),
        audience=Audience.HUB,
        about=merged.reference,
    )
    await work.submissions.record(other.id, event)
    work.touch(Subject(SubjectKind.SUBMISSION, other.id))
    return merged, other


def _require_two(reference: str, other: str) -> None:
    if reference == other:
        raise NotPossible(_("That is the same submission. Give the reference of another one."))


def _require_followable(one: Submission, other: Submission) -> None:
    """Let nothing be merged to where its officer could not follow it."""
    if other.outcome is Outcome.WITHDRAWN:
        sentence = _(
            "{other} was withdrawn, so nothing can be merged into it. Link them, or merge it the other way."
        )
        raise NotPossible(sentence.format(other=other.reference))
    if one.officer.id != other.officer.id and not may_be_followed(other):
        sentence = _(
            "{other} is kept to those who work on it, so another officer could not follow it. "
            "Link them instead."
        )
        raise NotPossible(sentence.format(other=other.reference))


async def _bring_followers(work: Work, merged: Submission, other: Submission, now: datetime) -> None:
    """Let the officer of what was merged, and those who followed it, follow where the work goes on."""
    followers = await work.followers.list_people(merged.id)
    for person_id in sorted({merged.officer.id, *followers} - {other.officer.id}):
        is_officer = person_id == merged.officer.id
        await work.followers.add(other.id, person_id, now, is_affected=is_officer, through_id=merged.id)
        if is_officer:
            await work.followers.note_avoided(other.id, person_id, now)


async def part(
    work: Work, actor: Actor, reference: str, *, other: str, now: datetime
) -> tuple[Submission, Submission]:
    """Undo a merging, whichever of the two it is said of; gives the one that is open again, and the other.

    Raises:
        NotFound, Refused: see services.submissions.load.
        NotPossible: neither is merged into the other.
    """
    require(actor, Permission.WORK_SUBMISSIONS)
    pair = [await load(work, actor, each, Permission.WORK_SUBMISSIONS) for each in (reference, other)]
    for merged, into in (pair, pair[::-1]):
        if merged.merged_into_id == into.id:
            ask = Ask(Move.REOPEN, Side.HUB, merged.version)
            return await make_move(work, actor, merged.reference, ask, now), into
    raise NotPossible(_("Neither of the two is merged into the other any more."))
