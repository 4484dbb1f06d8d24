"""What the buttons of the evidence library carry."""

from typing import Literal

from pydantic import AliasChoices, Field

from cards.carried import Carried, Number, Reference, Short, Words


class LibraryFind(Carried):
    """Find what is known about something; with no words, ask what about."""

    verb: Literal["library.find"] = "library.find"
    words: Words = Field(default="", validation_alias=AliasChoices("words_find", "words"))
    page: Number = 0


class LibraryOpen(Carried):
    """Show one entry whole."""

    verb: Literal["library.open"] = "library.open"
    reference: Reference


class LibraryBrowse(Carried):
    """Go through the entries, the last changed first; only those of a kind, a topic, a state."""

    verb: Literal["library.browse"] = "library.browse"
    page: Number = 0
    kind: Short = Field(default="", validation_alias=AliasChoices("browse_kind", "kind"))
    topic: Short = Field(default="", validation_alias=AliasChoices("browse_topic", "topic"))
    state: Short = Field(default="", validation_alias=AliasChoices("browse_state", "state"))


class LibraryForm(Carried):
    """Lay out the form: of an entry that is there, or an empty one."""

    verb: Literal["library.form"] = "library.form"
    reference: Short = ""


class LibraryPublish(Carried):
    """Let everybody find an entry, or the Hub alone."""

    verb: Literal["library.publish"] = "library.publish"
    reference: Reference
    version: Number
    published: bool = True


class LibraryLooked(Carried):
    """Note that somebody has just looked at an entry's source, and that it says so still."""

    verb: Literal["library.looked"] = "library.looked"
    reference: Reference
    version: Number


def _box(name: str) -> str:
    """Read a field of the form from its box, which has an id of its own on the card."""
    field: str = Field(default="", validation_alias=AliasChoices(f"entry_{name}", name))
    return field


class LibraryKeep(Carried):
    """Keep what the form says: a new entry, or the one of that reference on the version that was seen."""

    verb: Literal["library.keep"] = "library.keep"
    reference: Short = ""
    version: Number = 0
    kind: Short = _box("kind")
    title: Words = _box("title")
    summary: Words = _box("summary")
    topics: Words = _box("topics")
    organisation: Words = _box("organisation")
    label: Short = _box("label")
    effect: Short = _box("effect")
    quality: Short = _box("quality")
    emmie_effect: Words = _box("emmie_effect")
    emmie_mechanism: Words = _box("emmie_mechanism")
    emmie_moderators: Words = _box("emmie_moderators")
    emmie_implementation: Words = _box("emmie_implementation")
    emmie_economics: Words = _box("emmie_economics")
    source: Words = _box("source")
    link: Words = _box("link")
    contact: Words = _box("contact")
    checked_on: Short = _box("checked_on")
    review_on: Short = _box("review_on")
    published: Short = _box("published")
