"""Joining what somebody else has brought already, instead of bringing the same again."""

from datetime import datetime

from dialogs import offering
from dialogs.state import Alike, State
from domain.alike import Deed, Offered
from domain.errors import NotFound
from domain.evidence import Evidence
from domain.language import _
from domain.lifecycle import Move, Side
from domain.people import Actor
from domain.search import Shelf
from domain.submission import Submission
from domain.terms import Terms, find_terms
from services.following import follow, load_for_followers
from services.likenesses import may_be_offered
from services.search import name_shared, say_what_it_is
from services.submissions import Ask, make_move
from services.walkthroughs import Walk
from storage.work import Work


async def describe_offers(work: Work, walk: Walk) -> list[Offered]:
    """Describe what stands beside the open question, as it is now; what must not be shown any more is not."""
    shown = offering.list_shown(walk.state)
    if not shown:
        return []
    given = walk.state.answers.get(offering.DESCRIBES)
    terms = find_terms(given.text if given else "")
    offers = [await _describe(work, one, terms) for one in shown]
    return [one for one in offers if one is not None]


async def _describe(work: Work, one: Alike, terms: Terms) -> Offered | None:
    if one.shelf is Shelf.LIBRARY:
        entries = await work.evidence.find_many([one.id])
        return _describe_entry(entries[0], one, terms) if entries and entries[0].published else None
    submission = await work.submissions.find_by_id(one.id)
    if submission is None or not may_be_offered(submission):
        return None
    stage = _(submission.stage) if submission.is_open else submission.ending
    matched = name_shared(terms, find_terms(say_what_it_is(submission)))
    facts = (submission.reference, stage, submission.place)
    return Offered(
        one.shelf,
        one.id,
        submission.reference,
        submission.title,
        one.deed,
        facts,
        matched,
        is_open=submission.is_open,
    )


def _describe_entry(entry: Evidence, one: Alike, terms: Terms) -> Offered:
    facts = (entry.reference, _(entry.kind), *([_(entry.label)] if entry.label else []), entry.organisation)
    matched = name_shared(terms, find_terms(f"{entry.title} . {entry.summary}"))
    return Offered(
        one.shelf,
        one.id,
        entry.reference,
        entry.title,
        one.deed,
        tuple(fact for fact in facts if fact),
        matched,
        summary=entry.summary,
        warns=entry.warns,
    )


async def join_by_following(
    work: Work, actor: Actor, walk: Walk, reference: str, now: datetime
) -> Submission:
    """Follow what was offered instead of bringing the same again; it counts as work not done twice.

    Raises:
        NotFound: it was not offered here, or may not be shown any more.
    """
    await _require_offered(work, actor, walk, reference)
    submission = await follow(work, actor, reference, now)
    await work.followers.note_avoided(submission.id, actor.person.id, now)
    return submission


async def join_with_words(work: Work, actor: Actor, walk: Walk, reference: str, now: datetime) -> Submission:
    """Send what was described along with what was offered, for the Hub to read, and follow that.

    Raises:
        NotFound: it was not offered here, or may not be shown any more.
        NotPossible: it is closed.
    """
    await _require_offered(work, actor, walk, reference)
    given = walk.state.answers.get(offering.DESCRIBES)
    ask = Ask(Move.JOIN, Side.COLLEAGUE, words=given.text if given else "")
    await make_move(work, actor, reference, ask, now)
    return await join_by_following(work, actor, walk, reference, now)


async def _require_offered(work: Work, actor: Actor, walk: Walk, reference: str) -> None:
    submission = await load_for_followers(work, actor, reference)
    if not offering.was_offered(walk.state, Shelf.SUBMISSIONS, submission.id):
        raise NotFound(_("That is not offered here any more. Simply go on."))


def keep_deed(walk: Walk, submission: Submission, deed: Deed) -> State:
    """Give a draft's state with what was done with a submission that was offered in it."""
    return offering.note_deed(walk.state, Shelf.SUBMISSIONS, submission.id, deed)
