"""The form of an entry of the evidence library: all on one card, EMMIE's five parts out of the way."""

from collections.abc import Iterator

from microsoft_teams.cards.core import CardElement, ChoiceSetInput, Container
from microsoft_teams.cards.core import Choice as Option

from cards.buttons import button, choice_box, date_box, opening, text_box
from cards.evidence import EMMIE_TITLES
from cards.kit import aside, folded, heading, present, problem, rows
from cards.library_payloads import LibraryBrowse, LibraryKeep, LibraryOpen
from cards.words import capital, weigh
from dialogs.topics import TOPICS
from domain.evidence import Effect, EvidenceKind, Label, Quality
from domain.evidence_reading import EMMIE
from domain.language import N_, _
from domain.ports import Outgoing

FORM_BUDGET = 20_000
"""Bytes of filled-in words that the form can carry; beyond, it stays on the screen as it was filled in."""

_OPEN_EMMIE = "emmie"
_OWN_WORDS = N_("In your own words: do not copy the source, and name nobody.")


def fits(given: LibraryKeep) -> bool:
    """Tell whether the form can be shown again with all that was written in it."""
    return sum(weigh(str(value)) for value in given.model_dump().values()) <= FORM_BUDGET


def evidence_form(given: LibraryKeep, *, error: str = "", field: str = "") -> Outgoing:
    """Lay out the form with what stands in it; ``error`` says what does not fit, ``field`` where."""
    head = (
        _("Edit {reference}").format(reference=given.reference)
        if given.reference
        else _("A new entry for the library")
    )
    send = LibraryKeep(reference=given.reference, version=given.version)
    leave = LibraryOpen(reference=given.reference) if given.reference else LibraryBrowse()
    return present(
        f"{head}. {error}" if error else head,
        [
            heading(head),
            problem(error) if error else None,
            *_list_first(given),
            *rows([opening(_("What is known of it, in five parts"), _OPEN_EMMIE)]),
            _lay_out_emmie(given, is_open=field.startswith(EMMIE)),
            *_list_last(given),
        ],
        [
            button(_("Keep it"), send, main=True, sends_inputs=True),
            button(_("Leave it as it is") if given.reference else _("Cancel"), leave),
        ],
    )


def _list_first(given: LibraryKeep) -> Iterator[CardElement]:
    kinds = [(one.value, capital(_(one))) for one in EvidenceKind]
    yield choice_box("entry_kind", _("Kind"), _("Choose what kind of entry it is."), kinds, chosen=given.kind)
    yield text_box("entry_title", _("Title"), _("Give the entry a title."), kept=given.title, lines=False)
    yield text_box(
        "entry_summary",
        _("What is known"),
        _("Say in a few sentences what is known."),
        kept=given.summary,
        hint=_(_OWN_WORDS),
    )
    yield _choose_topics(given.topics)
    yield _line(
        "organisation", _("Organisation"), given.organisation, _("The force, college or agency behind it")
    )
    labels = [(one.value, capital(_(one))) for one in Label]
    effects = [(one.value, capital(_(one))) for one in Effect]
    qualities = [(one.value, capital(_(one))) for one in Quality]
    for name, label, options, chosen in (
        ("label", _("How it turned out"), labels, given.label),
        ("effect", _("Which way the effect goes"), effects, given.effect),
        ("quality", _("How far it can be trusted"), qualities, given.quality),
    ):
        wrong = _("Choose one, or leave it.")
        yield choice_box(f"entry_{name}", label, wrong, options, chosen=chosen, required=False)


def _choose_topics(chosen: str) -> ChoiceSetInput:
    named = {one.strip() for one in chosen.split(",")}
    known = [topic.name for topic in TOPICS if topic.name in named]
    return ChoiceSetInput(
        id="entry_topics",
        label=_("Topics"),
        error_message=_("Choose topics, or leave it."),
        is_required=False,
        is_multi_select=True,
        style="compact",
        placeholder=_("Choose any that fit"),
        value=",".join(known) or None,
        choices=[Option(title=_(topic.title), value=topic.name) for topic in TOPICS],
    )


def _lay_out_emmie(given: LibraryKeep, *, is_open: bool) -> Container:
    parts: list[CardElement] = [aside(_("Leave empty what is not known."))]
    for part, label in EMMIE_TITLES.items():
        kept = str(getattr(given, f"{EMMIE}{part}"))
        wrong = _("Say it in a few sentences, or leave it.")
        parts.append(text_box(f"entry_{EMMIE}{part}", _(label), wrong, kept=kept, required=False))
    return Container(id=_OPEN_EMMIE, spacing="Small", items=parts) if is_open else folded(_OPEN_EMMIE, parts)


def _list_last(given: LibraryKeep) -> Iterator[CardElement]:
    yield _line("source", _("Source"), given.source, _("What it is called, and who wrote it"))
    yield _line("link", _("Link to the source"), given.link, "https://")
    yield _line(
        "contact", _("How to reach them"), given.contact, _("For a partner: a service's number or mailbox")
    )
    for name, label, day in (
        ("checked_on", _("Source last looked at"), given.checked_on),
        ("review_on", _("To be looked at again"), given.review_on),
    ):
        yield date_box(f"entry_{name}", label, _("Choose a day, or leave it."), kept=day, required=False)
    yield choice_box(
        "entry_published",
        _("Who finds it"),
        _("Choose who finds it."),
        [("yes", _("Everybody: publish it")), ("no", _("The Hub alone, for now"))],
        chosen=given.published or "no",
    )


def _line(name: str, label: str, kept: str, hint: str) -> CardElement:
    wrong = _("Write it in a line, or leave it.")
    return text_box(f"entry_{name}", label, wrong, kept=kept, hint=hint, lines=False, required=False)
