"""Following somebody else's submission: begin, say that one's own area is affected too, stop."""

from datetime import datetime

from domain.delivery import Posting, Subject, SubjectKind, View
from domain.errors import NotFound, NotPossible
from domain.following import may_be_followed
from domain.language import _
from domain.people import Actor, Permission
from domain.ports import JSONObject, PlaceKind
from domain.submission import Outcome, Submission
from services.submissions import load
from services.walkthroughs import Footing
from storage.work import Work

MOST_LISTED = 10
"""Submissions on the card of what somebody follows."""


async def follow(
    work: Work, actor: Actor, reference: str, now: datetime, *, is_affected: bool = False
) -> Submission:
    """Let somebody follow a submission; with a vote where it affects their area too.

    Raises:
        NotFound: no such submission, or it is kept to those who work on it.
        NotPossible: it is their own, or it was withdrawn.
    """
    submission = await load_for_followers(work, actor, reference)
    if submission.outcome is Outcome.WITHDRAWN:
        raise NotPossible(
            _("{reference} was withdrawn, so there is nothing to follow.").format(reference=reference)
        )
    added = await work.followers.add(submission.id, actor.person.id, now, is_affected=is_affected)
    if is_affected and not added:
        await work.followers.mark_affected(submission.id, actor.person.id, is_affected=True)
    work.touch(_about(submission))
    return submission


async def say_affected(
    work: Work, actor: Actor, reference: str, now: datetime, *, is_affected: bool
) -> Submission:
    """Say that a submission affects one's own area too, which follows it; or that it does not after all.

    Raises:
        NotFound, NotPossible: see follow.
    """
    if is_affected:
        return await follow(work, actor, reference, now, is_affected=True)
    submission = await load_for_followers(work, actor, reference)
    await work.followers.mark_affected(submission.id, actor.person.id, is_affected=False)
    work.touch(_about(submission))
    return submission


async def stop_following(work: Work, actor: Actor, reference: str, footing: Footing) -> Submission:
    """Let somebody follow a submission no more; its card in their chat folds to a line.

    Raises:
        NotFound: they do not follow it.
    """
    submission = await load(work, actor, reference, Permission.FOLLOW)
    if await work.followers.find(submission.id, actor.person.id) is None:
        raise NotFound(_("You do not follow {reference}.").format(reference=reference))
    await work.followers.remove(submission.id, actor.person.id)
    work.touch(_about(submission))
    for card in await _list_cards(work, submission, footing):
        await work.postings.fold(card.id, _fold_to(submission, stopped=True), held_until=footing.until)
    return submission


async def is_following(work: Work, actor: Actor, reference: str) -> bool:
    """Tell whether somebody follows a submission."""
    submission = await work.submissions.find(reference)
    return submission is not None and await work.followers.find(submission.id, actor.person.id) is not None


async def list_followed(work: Work, actor: Actor) -> list[Submission]:
    """Give what somebody follows, the latest first."""
    ids = await work.followers.list_followed(actor.person.id, MOST_LISTED)
    found = [await work.submissions.find_by_id(one) for one in ids]
    return [one for one in found if one is not None and may_be_followed(one)]


async def bring_followed(
    work: Work, submission: Submission, footing: Footing
) -> tuple[Posting, list[Posting]]:
    """Bring a follower's card down to the bottom of their chat; the earlier one folds to a line.

    Raises:
        NotPossible: others read along here.
    """
    if footing.conversation.place.kind is not PlaceKind.PERSONAL:
        raise NotPossible(_("Do that in the chat with me alone: the card is for you."))
    folded = [
        await work.postings.fold(earlier.id, _fold_to(submission), held_until=footing.until)
        for earlier in await _list_cards(work, submission, footing)
    ]
    live = await work.postings.place(
        footing.conversation, _about(submission), View.FOLLOWED, held_until=footing.until
    )
    return live, folded


async def load_for_followers(work: Work, actor: Actor, reference: str) -> Submission:
    """Give somebody else's submission to a person who may follow it.

    Raises:
        NotFound: no such submission, or it is kept to those who work on it: the sentence is the same.
        NotPossible: it is their own.
    """
    submission = await load(work, actor, reference, Permission.FOLLOW)
    if submission.officer.id == actor.person.id:
        raise NotPossible(
            _("{reference} is yours: its own card shows what happens to it.").format(reference=reference)
        )
    if not may_be_followed(submission):
        raise NotFound(
            _("I know no submission {reference}. Check the number, for example PF-2026-0001.").format(
                reference=reference
            )
        )
    return submission


async def _list_cards(work: Work, submission: Submission, footing: Footing) -> list[Posting]:
    cards = await work.postings.list_of(_about(submission), View.FOLLOWED)
    return [card for card in cards if card.conversation_id == footing.conversation.id]


def _about(submission: Submission) -> Subject:
    return Subject(SubjectKind.SUBMISSION, submission.id)


def _fold_to(submission: Submission, *, stopped: bool = False) -> JSONObject:
    shape: JSONObject = {"reference": submission.reference, "title": submission.title}
    return {**shape, "stopped": True} if stopped else shape
