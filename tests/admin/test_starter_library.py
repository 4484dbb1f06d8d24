"""The starter library: true entries, each with where it is from, that the product reads as it stands."""

from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pydantic import BaseModel, ConfigDict, TypeAdapter

import admin
from dialogs.topics import TOPICS
from domain.evidence import Effect, Emmie, Evidence, EvidenceKind, Label, Quality
from domain.submission import Party
from services.evidence import LONGEST_PART, LONGEST_SUMMARY, LONGEST_TITLE, say_when_next

FILE = Path(admin.__file__).with_name("starter_evidence.json")
NOW = datetime(2026, 11, 24, tzinfo=UTC)


class _Written(BaseModel):
    """An entry as the file has it: the fields of Evidence that people fill in, and no other."""

    model_config = ConfigDict(extra="forbid")

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
    published: bool


def read() -> list[Evidence]:
    written = TypeAdapter(list[_Written]).validate_json(FILE.read_bytes())
    kept = {"by": Party(id=1, name=""), "created_at": NOW, "changed_at": NOW}
    return [
        Evidence.model_validate(one.model_dump() | kept | {"review_on": say_when_next(one.checked_on)})
        for one in written
    ]


ENTRIES = read()


def test_there_are_enough_of_every_kind_and_no_two_alike() -> None:
    assert len(ENTRIES) >= 45
    assert len({entry.title for entry in ENTRIES}) == len(ENTRIES)
    kinds = {kind: sum(entry.kind is kind for entry in ENTRIES) for kind in EvidenceKind}
    assert all(count >= 10 for kind, count in kinds.items() if kind is not EvidenceKind.LESSON)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.title)
def test_an_entry_fits_its_fields_and_says_where_it_is_from(entry: Evidence) -> None:
    assert 0 < len(entry.title) <= LONGEST_TITLE
    assert 0 < len(entry.summary) <= LONGEST_SUMMARY
    assert all(len(part) <= LONGEST_PART for part in entry.emmie.model_dump().values())
    assert entry.topics
    assert set(entry.topics) <= {topic.name for topic in TOPICS}
    assert entry.published
    assert entry.source
    assert entry.checked_on <= NOW.date()
    assert "!" not in entry.model_dump_json()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.title)
def test_an_entry_has_a_real_address_unless_it_is_a_local_kind_of_partner(entry: Evidence) -> None:
    if entry.kind is EvidenceKind.PARTNER:
        assert entry.contact
    if entry.organisation != "Local":
        parts = urlsplit(entry.link)
        assert parts.scheme == "https"
        assert "." in parts.netloc


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.title)
def test_an_effect_is_claimed_only_where_it_is_told(entry: Evidence) -> None:
    if entry.effect is not Effect.UNKNOWN:
        assert entry.emmie.effect
        assert entry.source


def test_visits_to_prisons_warn() -> None:
    (visits,) = [entry for entry in ENTRIES if entry.warns]
    assert "Prison" in visits.title
    assert visits.label is Label.DID_NOT_WORK
