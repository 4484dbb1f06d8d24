"""An entry of the evidence library: whole, and as a line of a list."""

from collections.abc import Iterator
from datetime import date

from microsoft_teams.cards.core import Action, CardElement, Column, ColumnSet, OpenUrlAction

from cards.buttons import button, opening
from cards.kit import (
    DOT,
    aside,
    folded,
    heading,
    line,
    plain,
    present,
    problem,
    quotation,
    rows,
    sentence,
    strong,
    title,
)
from cards.library_payloads import LibraryBrowse, LibraryForm, LibraryLooked, LibraryOpen, LibraryPublish
from cards.words import capital, cut, one_line, words
from dialogs.topics import name_topic
from domain.dates import say_date
from domain.evidence import Effect, Emmie, Evidence, EvidenceKind, Label, Quality
from domain.language import N_, _
from domain.library import Match
from domain.ports import Outgoing

WARNING = N_("Take care: this may increase offending.")
"""Stands wherever an entry does that may do harm, in words and not by a colour alone."""

EMMIE_TITLES = {
    "effect": N_("What it does"),
    "mechanism": N_("How it works"),
    "moderators": N_("Where and for whom it works"),
    "implementation": N_("What it takes to do it"),
    "economics": N_("What it costs and saves"),
}
"""The five questions of EMMIE, in plain words."""

_DETAILS = "details"
_SUMMARY_BYTES, _PART_BYTES = 6_000, 2_500
_TEASER = 200
"""Characters of a summary in a list."""


def entry_card(
    entry: Evidence, today: date, *, for_hub: bool = False, note: str = "", error: str = ""
) -> Outgoing:
    """Show an entry whole; the Hub sees how it stands, and can change it."""
    body: list[CardElement | None] = [
        heading(capital(_(entry.kind))),
        sentence(note) if note else None,
        problem(error) if error else None,
        title(one_line(entry.title, 160)),
        aside(_list_facts(entry), "None"),
        problem(_(WARNING)) if entry.warns else None,
        quotation(cut(words(entry.summary), _SUMMARY_BYTES)),
        *_list_sources(entry, today),
    ]
    details = list(_list_details(entry.emmie))
    actions: list[Action] = []
    if entry.link:
        actions.append(OpenUrlAction(title=_("Open the source"), url=entry.link))
    if details:
        actions.append(opening(_("More about it"), _DETAILS))
    if for_hub:
        body.append(aside(_say_standing(entry, today)))
        actions += _list_hub_actions(entry)
    below = [folded(_DETAILS, details)] if details else []
    said = [note or error, f"{capital(_(entry.kind))}: {one_line(entry.title)}", warn(entry)]
    return present(". ".join(part.rstrip(".") for part in said if part) + ".", body, actions, below)


def _list_facts(entry: Evidence) -> str:
    topics = ", ".join(_(name_topic(topic)) for topic in entry.topics)
    facts = [entry.reference, one_line(entry.organisation, 80), *say_worth(entry), topics]
    return DOT.join(fact for fact in facts if fact)


def say_worth(entry: Evidence) -> Iterator[str]:
    """Say how it turned out, which way it goes and how far it can be trusted, as far as that is known."""
    if entry.label is not None:
        yield _(_LABELS[entry.label])
    if entry.effect not in (Effect.UNKNOWN, Effect.BACKFIRES):
        yield _(entry.effect)
    if entry.quality is not Quality.NOT_RATED:
        yield _(_QUALITIES[entry.quality])


_LABELS = {
    Label.WORKED: N_("it worked"),
    Label.PROMISING: N_("promising"),
    Label.NEW: N_("new, not known yet"),
    Label.DID_NOT_WORK: N_("it did not work"),
}
_QUALITIES = {
    Quality.STRONG: N_("strong evidence"),
    Quality.MODERATE: N_("moderate evidence"),
    Quality.LIMITED: N_("limited evidence"),
}


def _list_sources(entry: Evidence, today: date) -> Iterator[CardElement]:
    if entry.contact:
        yield line(strong(_("How to reach them: ")), plain(one_line(entry.contact, 300)), spacing="Small")
    if entry.source:
        yield line(strong(_("Source: ")), plain(one_line(entry.source, 300)), spacing="Small")
    looked = _("Source last looked at: {day}.").format(day=say_date(entry.checked_on, today))
    yield aside(looked, "None")


def _list_details(emmie: Emmie) -> Iterator[CardElement]:
    for part, text in emmie.model_dump().items():
        if text:
            yield line(strong(_(EMMIE_TITLES[part])), spacing="Small")
            yield quotation(cut(words(text), _PART_BYTES))


def _say_standing(entry: Evidence, today: date) -> str:
    found = _("Everybody finds it.") if entry.published else _("Not published: the Hub alone sees it.")
    if entry.review_on <= today:
        return found + " " + _("Its source is due for another look.")
    day = say_date(entry.review_on, today)
    return found + " " + _("To be looked at again on {day}.").format(day=day)


def _list_hub_actions(entry: Evidence) -> Iterator[Action]:
    reference, version = entry.reference, entry.version
    publish = LibraryPublish(reference=reference, version=version, published=not entry.published)
    yield button(_("Edit"), LibraryForm(reference=reference))
    yield button(
        _("Take it back") if entry.published else _("Publish"),
        publish,
        tip=_("Let the Hub alone find it") if entry.published else _("Let everybody find it"),
    )
    yield button(
        _("Looked at today"),
        LibraryLooked(reference=reference, version=version),
        tip=_("The source says so still; it comes up again in a year"),
    )
    yield button(_("The library"), LibraryBrowse())


def warn(entry: Evidence) -> str:
    """Give the warning of an entry that may do harm; of any other nothing."""
    return _(WARNING) if entry.warns else ""


def match_row(match: Match, *, standing: str = "") -> ColumnSet:
    """Show an entry as a line of a list: what it is, what it is worth, why it was found."""
    entry = match.entry
    facts = [capital(_(entry.kind)), one_line(entry.organisation, 60), *say_worth(entry), standing]
    said: list[CardElement] = [
        line(strong(one_line(entry.title, 120))),
        aside(DOT.join(fact for fact in facts if fact), "None"),
    ]
    if entry.warns:
        said.append(problem(_(WARNING)))
    said.append(sentence(one_line(entry.summary, _TEASER), "Small"))
    if match.matched:
        why = _("Found by: {words}").format(words=one_line(", ".join(match.matched), 120))
        said.append(aside(why, "None"))
    if entry.kind is EvidenceKind.PARTNER and entry.contact:
        said.append(aside(one_line(entry.contact, 120), "None"))
    show = button(
        _("Open"),
        LibraryOpen(reference=entry.reference),
        tip=_("Open {reference}").format(reference=entry.reference),
    )
    return ColumnSet(
        spacing="Medium",
        separator=True,
        columns=[
            Column(width="stretch", items=said),
            Column(width="auto", vertical_content_alignment="Center", items=rows([show])),
        ],
    )
