"""The evidence library: what everybody looks up, and what the Hub's people keep in it."""

from enum import StrEnum
from typing import TypeVar

from bot.scene import Answer, Scene
from cards.evidence import entry_card
from cards.evidence_form import evidence_form, fits
from cards.library import browse_card, find_card
from cards.library_payloads import (
    LibraryBrowse,
    LibraryFind,
    LibraryForm,
    LibraryKeep,
    LibraryLooked,
    LibraryOpen,
    LibraryPublish,
)
from domain.clock import in_london
from domain.errors import BadInput, NotFound, Outdated
from domain.evidence import Evidence, EvidenceKind
from domain.evidence_reading import FIELDS, read_written, write_texts
from domain.language import _
from domain.library import Filters, MatchPage, State
from domain.people import Permission, may
from services import library
from services.evidence import open_entry

LONGEST_SEARCH = 500
"""Characters that are looked for."""

_Choice = TypeVar("_Choice", bound=StrEnum)


async def find(scene: Scene, payload: LibraryFind) -> Answer:
    """Show what words find; turning a page happens in place."""
    words = " ".join(payload.words.split())[:LONGEST_SEARCH]
    found = MatchPage(())
    if words:
        found = await library.find_page(scene.work, scene.actor, words, payload.page)
    card = find_card(words, found)
    return scene.replace(card) if "page" in payload.model_fields_set else scene.say(card)


async def open_one(scene: Scene, payload: LibraryOpen) -> Answer:
    """Show one entry whole.

    Raises:
        NotFound: there is none, or it is not published and others than the Hub read along.
    """
    entry = await open_entry(scene.work, scene.actor, payload.reference)
    if not entry.published and scene.is_overheard:
        raise NotFound(_("I know no entry {reference}.").format(reference=payload.reference))
    return scene.say(entry_card(entry, in_london(scene.now).date(), for_hub=_keeps(scene)))


def _keeps(scene: Scene) -> bool:
    """Tell whether the card is read by those alone who may change the library."""
    return bool(may(scene.actor, Permission.KEEP_EVIDENCE)) and not scene.is_overheard


async def browse(scene: Scene, payload: LibraryBrowse) -> Answer:
    """Go through the library; turning a page and narrowing down happen in place."""
    filters = Filters(
        kind=_read_choice(EvidenceKind, payload.kind),
        topic=payload.topic if payload.topic in library.TOPIC_NAMES else "",
        state=_read_choice(State, payload.state),
    )
    page = await library.browse(scene.work, scene.actor, filters, payload.page, scene.now)
    card = browse_card(page)
    return scene.replace(card) if "page" in payload.model_fields_set else scene.say(card)


def _read_choice(choices: type[_Choice], named: str) -> _Choice | None:
    """Read what was chosen; what is not there any more narrows nothing down."""
    return next((one for one in choices if one == named), None)


async def show_form(scene: Scene, payload: LibraryForm) -> Answer:
    """Lay the form out: in place of the entry's card, or below."""
    today = in_london(scene.now).date().isoformat()
    if not payload.reference:
        return scene.say(evidence_form(LibraryKeep(checked_on=today)))
    entry = await open_entry(scene.work, scene.actor, payload.reference)
    stands = {"reference": entry.reference, "version": entry.version, **write_texts(entry)}
    return scene.replace(evidence_form(LibraryKeep.model_validate(stands)))


async def keep(scene: Scene, payload: LibraryKeep) -> Answer:
    """Keep what the form says; what does not fit is said on the form, with all that was written in it.

    Raises:
        BadInput: it does not fit, and the form cannot carry so much; it stays on the screen as it is.
    """
    try:
        entry = await _keep(scene, payload)
    except (BadInput, Outdated) as error:
        if not fits(payload):
            raise
        field = error.field if isinstance(error, BadInput) else ""
        return scene.replace(evidence_form(payload, error=error.sentence, field=field))
    said = _("Kept. Everybody finds it.") if entry.published else _("Kept, for the Hub alone for now.")
    return _show_changed(scene, entry, said)


async def _keep(scene: Scene, payload: LibraryKeep) -> Evidence:
    today = in_london(scene.now).date()
    texts = {name: str(getattr(payload, name)) for name in FIELDS}
    written = read_written(texts, library.TOPIC_NAMES, today)
    if not payload.reference:
        return await library.keep_new(scene.work, scene.actor, written, scene.now)
    return await library.keep_changed(
        scene.work, scene.actor, payload.reference, written, seen_version=payload.version, now=scene.now
    )


async def publish(scene: Scene, payload: LibraryPublish) -> Answer:
    """Let everybody find an entry, or the Hub alone."""
    entry = await library.set_published(
        scene.work,
        scene.actor,
        payload.reference,
        published=payload.published,
        seen_version=payload.version,
        now=scene.now,
    )
    said = _("Published: everybody finds it now.") if entry.published else _("Only the Hub finds it now.")
    return _show_changed(scene, entry, said)


async def note_looked(scene: Scene, payload: LibraryLooked) -> Answer:
    """Note that a source was looked at today."""
    entry = await library.note_looked(
        scene.work, scene.actor, payload.reference, seen_version=payload.version, now=scene.now
    )
    return _show_changed(scene, entry, _("Noted. It comes up again in a year."))


def _show_changed(scene: Scene, entry: Evidence, note: str) -> Answer:
    return scene.replace(entry_card(entry, in_london(scene.now).date(), for_hub=True, note=note))
