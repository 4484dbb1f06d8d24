"""The evidence library: what the Hub keeps in it, and what everybody finds there."""

from datetime import date, datetime
from urllib.parse import urlsplit

from dateutil.relativedelta import relativedelta

from domain.clock import in_london
from domain.errors import BadInput, NotFound
from domain.evidence import Evidence
from domain.language import _
from domain.people import Actor, Permission, may
from domain.search import Shelf
from domain.terms import find_terms
from services.permission import name_of, require
from services.search import find_words
from storage.work import Work

LOOKED_AT_FOR = relativedelta(years=1)
"""How long a source counts as looked at, unless a day is given [general]."""

LONGEST_TITLE, LONGEST_SUMMARY, LONGEST_PART, LONGEST_LINE = 160, 2_000, 1_000, 300
"""Characters of an entry's parts."""


async def keep_entry(work: Work, actor: Actor, entry: Evidence, now: datetime) -> Evidence:
    """Keep a new entry, or one that was changed on the version it carries; published, everybody finds it.

    Raises:
        Refused: the actor is not of the Hub.
        BadInput: something is missing, too long, or no address.
        Outdated: somebody else changed it first.
    """
    require(actor, Permission.KEEP_EVIDENCE)
    checked = _check(entry).model_copy(update={"by": name_of(actor), "changed_at": now})
    if checked.id:
        kept = checked.model_copy(update={"version": entry.version + 1})
        await work.evidence.save(kept, entry.version)
    else:
        reference = await work.evidence.next_reference(in_london(now).year)
        kept = await work.evidence.add(checked.model_copy(update={"reference": reference, "created_at": now}))
    await _put_on_shelf(work, kept)
    return kept


async def open_entry(work: Work, actor: Actor, reference: str) -> Evidence:
    """Give an entry to somebody who may read it: the Hub any, everybody a published one.

    Raises:
        NotFound: there is none, or not for them.
    """
    entry = await work.evidence.find(reference)
    if entry is None or not (entry.published or may(actor, Permission.KEEP_EVIDENCE)):
        raise NotFound(_("I know no entry {reference}.").format(reference=reference))
    return entry


async def find_entries(work: Work, words: str, most: int) -> list[tuple[Evidence, tuple[str, ...]]]:
    """Find published entries by words, each with what it was found by."""
    found = await find_words(work, Shelf.LIBRARY, words, most)
    entries = {entry.id: entry for entry in await work.evidence.find_many([one.subject_id for one in found])}
    return [(entries[one.subject_id], one.matched) for one in found if one.subject_id in entries]


def say_when_next(checked_on: date) -> date:
    """Say when a source shall be looked at again."""
    return checked_on + LOOKED_AT_FOR


async def _put_on_shelf(work: Work, entry: Evidence) -> None:
    if not entry.published:
        await work.search.take_out(Shelf.LIBRARY, entry.id)
        return
    await work.search.put(Shelf.LIBRARY, entry.id, find_terms(say_what_it_holds(entry)).every)


def say_what_it_holds(entry: Evidence) -> str:
    """Say what an entry is about, as it is compared."""
    said = (
        entry.title,
        *entry.topics,
        entry.organisation,
        entry.summary,
        entry.emmie.effect,
        entry.emmie.mechanism,
    )
    return " . ".join(said)


def _check(entry: Evidence) -> Evidence:
    for words, longest, field in (
        (entry.title, LONGEST_TITLE, "title"),
        (entry.summary, LONGEST_SUMMARY, "summary"),
        (entry.organisation, LONGEST_LINE, "organisation"),
        (entry.source, LONGEST_LINE, "source"),
        (entry.contact, LONGEST_LINE, "contact"),
        (entry.link, LONGEST_PART, "link"),
        *((part, LONGEST_PART, f"emmie_{name}") for name, part in entry.emmie.model_dump().items()),
    ):
        if len(words.strip()) > longest:
            raise BadInput(
                _("That is {count} characters; up to {most} fit.").format(
                    count=len(words.strip()), most=longest
                ),
                field=field,
                kept=words,
            )
    if not entry.title.strip():
        raise BadInput(_("Give the entry a title."), field="title")
    if not entry.summary.strip():
        raise BadInput(_("Say in a few sentences what is known."), field="summary")
    if entry.link and not _is_address(entry.link):
        raise BadInput(_("Give the source's address with https:// in front."), field="link", kept=entry.link)
    return entry


def _is_address(link: str) -> bool:
    parts = urlsplit(link)
    return parts.scheme == "https" and "." in parts.netloc and not any(mark in link for mark in ' \n"<>')
