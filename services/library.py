"""The evidence library at work: finding, going through it, and keeping what a form or a file says."""

from datetime import date, datetime

from dialogs.topics import TOPICS
from domain.clock import in_london
from domain.errors import BadInput
from domain.evidence import Evidence
from domain.evidence_reading import Written
from domain.language import _
from domain.library import EntryPage, Filters, Match, MatchPage, State
from domain.people import Actor, Permission
from domain.search import Shelf
from domain.submission import Submission
from services.evidence import find_entries, keep_entry, open_entry, say_when_next
from services.permission import name_of, require
from services.search import find_similar, say_what_it_is
from storage.work import Work

TOPIC_NAMES: tuple[str, ...] = tuple(topic.name for topic in TOPICS)
"""What an entry can be about."""

PAGE = 5
"""Entries on one page."""

MOST_FOUND = 25
"""What lies further down fits so little that other words find more."""

MOST_SUGGESTED = 5


async def find_page(work: Work, actor: Actor, words: str, page: int) -> MatchPage:
    """Give one page of the published entries that words find, the best first.

    Raises:
        Refused: the actor is not of the force.
    """
    require(actor, Permission.FIND_EVIDENCE)
    found = [Match(entry, matched) for entry, matched in await find_entries(work, words, MOST_FOUND)]
    pages = max(1, -(-len(found) // PAGE))
    shown = min(page, pages - 1)
    return MatchPage(tuple(found[shown * PAGE : (shown + 1) * PAGE]), shown, pages)


async def find_for_everybody(work: Work, actor: Actor, words: str) -> list[Evidence]:
    """Give the published entries that words find; with no words, those that were changed last.

    Raises:
        Refused: the actor is not of the force.
    """
    require(actor, Permission.FIND_EVIDENCE)
    if words.strip():
        return [entry for entry, _matched in await find_entries(work, words, MOST_FOUND)]
    published = Filters(state=State.PUBLISHED)
    latest, _total = await work.evidence.list_filtered(published, _ANY_DAY, 0, MOST_FOUND)
    return latest


_ANY_DAY = date.max
"""No day is asked for where nothing is looked for by its day."""


async def suggest_entries(work: Work, submission: Submission) -> tuple[Match, ...]:
    """Give what the library has on a submission, by what it says of itself."""
    said, kept_as = say_what_it_is(submission), (Shelf.SUBMISSIONS, submission.id)
    similar = await find_similar(work, Shelf.LIBRARY, said, MOST_SUGGESTED, kept_as=kept_as)
    entries = await work.evidence.find_many([one.subject_id for one in similar])
    matched = {one.subject_id: one.matched for one in similar}
    return tuple(Match(entry, matched[entry.id]) for entry in entries)


async def browse(work: Work, actor: Actor, filters: Filters, page: int, now: datetime) -> EntryPage:
    """Give one page of all entries, published or not, the last changed first.

    Raises:
        Refused: the actor is not of the Hub.
    """
    require(actor, Permission.KEEP_EVIDENCE)
    today = in_london(now).date()
    entries, total = await work.evidence.list_filtered(filters, today, page, PAGE)
    pages = max(1, -(-total // PAGE))
    if page >= pages:
        return await browse(work, actor, filters, pages - 1, now)
    return EntryPage(tuple(entries), filters, today, page, pages, total)


async def keep_new(work: Work, actor: Actor, written: Written, now: datetime) -> Evidence:
    """Keep a new entry.

    Raises:
        Refused: the actor is not of the Hub.
        BadInput: see services.evidence.keep_entry; or there is one of that kind and title.
    """
    require(actor, Permission.KEEP_EVIDENCE)
    same = await work.evidence.find_same(written.kind, written.title)
    if same is not None:
        sentence = _("{reference} has that title already. Edit that one, or give this one another title.")
        raise BadInput(sentence.format(reference=same.reference), "title", written.title)
    blank = Evidence(
        kind=written.kind,
        title="",
        summary="",
        checked_on=written.checked_on,
        review_on=written.checked_on,
        by=name_of(actor),
        created_at=now,
        changed_at=now,
    )
    return await keep_entry(work, actor, _fill(blank, written), now)


async def keep_changed(  # noqa: PLR0913 (each part is named at the call)
    work: Work, actor: Actor, reference: str, written: Written, *, seen_version: int, now: datetime
) -> Evidence:
    """Keep an entry as it was changed on the version that was seen.

    Raises:
        NotFound: there is none.
        Refused, BadInput, Outdated: see services.evidence.keep_entry.
    """
    require(actor, Permission.KEEP_EVIDENCE)
    present = await open_entry(work, actor, reference)
    changed = _fill(present.model_copy(update={"version": seen_version}), written)
    return await keep_entry(work, actor, changed, now)


async def set_published(  # noqa: PLR0913 (each part is named at the call)
    work: Work, actor: Actor, reference: str, *, published: bool, seen_version: int, now: datetime
) -> Evidence:
    """Let everybody find an entry, or the Hub alone.

    Raises:
        NotFound, Refused, Outdated: see keep_changed.
    """
    return await _change(work, actor, reference, seen_version, now, published=published)


async def note_looked(
    work: Work, actor: Actor, reference: str, *, seen_version: int, now: datetime
) -> Evidence:
    """Note that an entry's source was looked at today; it comes up again in a year.

    Raises:
        NotFound, Refused, Outdated: see keep_changed.
    """
    today = in_london(now).date()
    return await _change(
        work, actor, reference, seen_version, now, checked_on=today, review_on=say_when_next(today)
    )


async def _change(
    work: Work, actor: Actor, reference: str, seen_version: int, now: datetime, **parts: bool | date
) -> Evidence:
    require(actor, Permission.KEEP_EVIDENCE)
    present = await open_entry(work, actor, reference)
    changed = present.model_copy(update={**parts, "version": seen_version})
    return await keep_entry(work, actor, changed, now)


def _fill(entry: Evidence, written: Written) -> Evidence:
    parts = {field: getattr(written, field) for field in written.__slots__}
    return entry.model_copy(
        update={**parts, "review_on": written.review_on or say_when_next(written.checked_on)}
    )
