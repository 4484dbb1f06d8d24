"""The evidence library, on both databases."""

from dataclasses import replace
from datetime import date

import pytest

from domain.errors import BadInput, NotFound, Outdated, Refused
from domain.evidence import Effect, Emmie, Evidence, EvidenceKind, Label, Quality
from domain.people import Actor, Role
from domain.submission import Party
from services.evidence import find_entries, keep_entry, open_entry
from storage.database import Database
from tests.databases import HandClock
from tests.storage.world import chat_with

NOBODY = Party(id=0, name="")


def an_entry(clock: HandClock, **parts: object) -> Evidence:
    values: dict[str, object] = {
        "kind": EvidenceKind.INTERVENTION,
        "title": "Alley gates",
        "summary": "Lockable gates at the ends of alleys behind terraced houses.",
        "topics": ("burglary", "anti-social behaviour"),
        "label": Label.WORKED,
        "effect": Effect.REDUCES,
        "quality": Quality.MODERATE,
        "emmie": Emmie(effect="Fewer burglaries", mechanism="Harder to get in unseen"),
        "source": "A review",
        "link": "https://example.org/alley",
        "checked_on": date(2026, 11, 1),
        "review_on": date(2027, 11, 1),
        "published": True,
        "by": NOBODY,
        "created_at": clock.now(),
        "changed_at": clock.now(),
    }
    return Evidence.model_validate({**values, **parts})


async def meet_hub(database: Database, clock: HandClock) -> Actor:
    async with database.begin() as work:
        person, _ = await chat_with(work, "Priya", clock.now())
    return Actor(person, frozenset({Role.OFFICER, Role.HUB}))


async def test_an_entry_comes_back_as_it_was_kept_and_is_found_by_what_it_is_about(
    database: Database, clock: HandClock
) -> None:
    hub = await meet_hub(database, clock)
    async with database.begin() as work:
        kept = await keep_entry(work, hub, an_entry(clock), clock.now())
    async with database.read() as work:
        assert await work.evidence.find(kept.reference) == kept
        assert await work.evidence.find("EV-2026-9999") is None
        assert await work.evidence.find_same(EvidenceKind.INTERVENTION, "ALLEY gates") == kept
        found = await find_entries(work, "brglary alleys", 5)
    assert kept.reference == "EV-2026-0001"
    assert kept.by.name == "Priya"
    assert [entry for entry, _ in found] == [kept]


async def test_what_is_not_published_is_neither_found_nor_opened_by_an_officer(
    database: Database, clock: HandClock
) -> None:
    hub = await meet_hub(database, clock)
    officer = replace(hub, roles=frozenset({Role.OFFICER}))
    async with database.begin() as work:
        kept = await keep_entry(work, hub, an_entry(clock), clock.now())
        hidden = await keep_entry(work, hub, kept.model_copy(update={"published": False}), clock.now())
        assert await find_entries(work, "alley", 5) == []
        assert await open_entry(work, hub, hidden.reference) == hidden
        with pytest.raises(NotFound):
            await open_entry(work, officer, hidden.reference)
        with pytest.raises(Refused):
            await keep_entry(work, officer, hidden, clock.now())


async def test_of_two_who_change_an_entry_at_once_one_is_told(database: Database, clock: HandClock) -> None:
    hub = await meet_hub(database, clock)
    async with database.begin() as work:
        kept = await keep_entry(work, hub, an_entry(clock), clock.now())
        changed = await keep_entry(work, hub, kept.model_copy(update={"title": "Gates"}), clock.now())
        assert changed.version == kept.version + 1
        with pytest.raises(Outdated):
            await keep_entry(work, hub, kept.model_copy(update={"title": "Doors"}), clock.now())


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("title", " "),
        ("title", "x" * 161),
        ("summary", ""),
        ("summary", "x" * 2001),
        ("link", "http://example.org"),
        ("link", "javascript:alert(1)"),
        ("link", "https://exa mple.org"),
    ],
)
async def test_what_does_not_fit_is_named_and_nothing_is_kept(
    database: Database, clock: HandClock, field: str, words: str
) -> None:
    hub = await meet_hub(database, clock)
    async with database.begin() as work:
        with pytest.raises(BadInput) as caught:
            await keep_entry(work, hub, an_entry(clock, **{field: words}), clock.now())
        assert caught.value.field == field
        assert await work.evidence.list_latest(0, 5) == ([], 0)


async def test_sources_come_up_again_when_they_are_due_the_longest_due_first(
    database: Database, clock: HandClock
) -> None:
    hub = await meet_hub(database, clock)
    async with database.begin() as work:
        for title, day in (
            ("Late", date(2026, 3, 1)),
            ("Later", date(2026, 9, 1)),
            ("Not yet", date(2027, 3, 1)),
        ):
            await keep_entry(work, hub, an_entry(clock, title=title, review_on=day), clock.now())
        due = await work.evidence.list_due(date(2026, 9, 1), 5)
        latest, total = await work.evidence.list_latest(0, 2)
    assert [entry.title for entry in due] == ["Late", "Later"]
    assert (len(latest), total) == (2, 3)
