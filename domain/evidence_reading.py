"""Reading an entry of the evidence library from texts, as a form sends them and as files hold them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from domain.errors import BadInput
from domain.evidence import Effect, Emmie, Evidence, EvidenceKind, Label, Quality
from domain.language import N_, _

EMMIE = "emmie_"
"""What the names of EMMIE's five parts begin with."""

FIELDS: tuple[str, ...] = (
    *("kind", "title", "summary", "topics", "organisation", "label", "effect", "quality"),
    *(f"{EMMIE}{part}" for part in Emmie.model_fields),
    *("source", "link", "contact", "checked_on", "review_on", "published"),
)
"""What of an entry people fill in, by name, in the order of a file's columns."""

_Choice = TypeVar("_Choice", bound=StrEnum)

_YES = frozenset({"yes", "y", "true", "1", "published"})
_NO = frozenset({"", "no", "n", "false", "0", "not published"})

_WRONG_CHOICE: Mapping[type[StrEnum], str] = MappingProxyType(
    {
        EvidenceKind: N_("Say what kind of entry it is: {choices}."),
        Label: N_("Say how it turned out, or leave it empty: {choices}."),
        Effect: N_("Say which way the effect goes: {choices}."),
        Quality: N_("Say how far it can be trusted: {choices}."),
    }
)


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody has written of an entry; who and when is added where it is kept."""

    kind: EvidenceKind
    title: str
    summary: str
    topics: tuple[str, ...]
    organisation: str
    label: Label | None
    effect: Effect
    quality: Quality
    emmie: Emmie
    source: str
    link: str
    contact: str
    checked_on: date
    review_on: date | None
    """None: a year after the look."""
    published: bool


def read_written(values: Mapping[str, str], topics: Collection[str], today: date) -> Written:
    """Read an entry from its texts; what is missing is empty.

    Args:
        values: The texts by the names in ``FIELDS``.
        topics: The topics there are.
        today: The day in London.

    Raises:
        BadInput: something cannot be read; ``field`` names it.
    """
    said = {name: values.get(name, "").strip() for name in FIELDS}
    checked_on = _read_day(said, "checked_on") or today
    review_on = _read_day(said, "review_on")
    if checked_on > today:
        raise BadInput(
            _("The source cannot have been looked at on a day that is still to come."), "checked_on"
        )
    if review_on is not None and review_on <= checked_on:
        raise BadInput(_("The next look comes after the last one. Give a later day."), "review_on")
    kind = _choose(EvidenceKind, said, "kind")
    if kind is None:
        raise _refuse_choice(EvidenceKind, "kind", "")
    if kind is EvidenceKind.PARTNER and not (said["contact"] or said["link"]):
        raise BadInput(_("Say how to reach this partner: a contact, or a link."), "contact")
    return Written(
        kind=kind,
        title=" ".join(said["title"].split()),
        summary=said["summary"],
        topics=read_topics(said["topics"], topics),
        organisation=said["organisation"],
        label=_choose(Label, said, "label"),
        effect=_choose(Effect, said, "effect") or Effect.UNKNOWN,
        quality=_choose(Quality, said, "quality") or Quality.NOT_RATED,
        emmie=Emmie(**{part: said[f"{EMMIE}{part}"] for part in Emmie.model_fields}),
        source=said["source"],
        link=said["link"],
        contact=said["contact"],
        checked_on=checked_on,
        review_on=review_on,
        published=_read_yes(said["published"]),
    )


def read_topics(text: str, known: Collection[str]) -> tuple[str, ...]:
    """Read topics behind commas or semicolons, in whatever letters; each is kept once.

    Raises:
        BadInput: there is no such topic.
    """
    by_letters = {topic.casefold(): topic for topic in known}
    named = [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
    for one in named:
        if one.casefold() not in by_letters:
            sentence = _("There is no topic '{topic}'. The topics are: {topics}.")
            raise BadInput(sentence.format(topic=one[:60], topics=", ".join(known)), "topics", text)
    return tuple(dict.fromkeys(by_letters[one.casefold()] for one in named))


def write_texts(entry: Evidence) -> dict[str, str]:
    """Write an entry as texts, such that ``read_written`` reads the same again."""
    emmie = {f"{EMMIE}{part}": words for part, words in entry.emmie.model_dump().items()}
    return {
        "kind": entry.kind,
        "title": entry.title,
        "summary": entry.summary,
        "topics": ", ".join(entry.topics),
        "organisation": entry.organisation,
        "label": entry.label or "",
        "effect": entry.effect,
        "quality": entry.quality,
        **emmie,
        "source": entry.source,
        "link": entry.link,
        "contact": entry.contact,
        "checked_on": entry.checked_on.isoformat(),
        "review_on": entry.review_on.isoformat(),
        "published": "yes" if entry.published else "no",
    }


def _choose(choices: type[_Choice], said: Mapping[str, str], field: str) -> _Choice | None:
    text = " ".join(said[field].replace("_", " ").split()).casefold()
    if not text:
        return None
    found = next((choice for choice in choices if text == choice.value), None)
    if found is None:
        raise _refuse_choice(choices, field, said[field])
    return found


def _refuse_choice(choices: type[StrEnum], field: str, kept: str) -> BadInput:
    return BadInput(_(_WRONG_CHOICE[choices]).format(choices=", ".join(map(_, choices))), field, kept)


def _read_day(said: Mapping[str, str], field: str) -> date | None:
    text = said[field]
    if not text:
        return None
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007 (a day of the calendar has no zone)
        except ValueError:
            continue
    raise BadInput(_("Write the day as 2026-11-24 or 24/11/2026."), field, text)


def _read_yes(text: str) -> bool:
    plain = text.casefold()
    if plain not in _YES | _NO:
        raise BadInput(_("Say yes or no to whether it is published."), "published", text)
    return plain in _YES
