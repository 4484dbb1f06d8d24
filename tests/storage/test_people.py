"""People and rosters, on both databases."""

from dataclasses import replace

import pytest

from domain.delivery import Subject, SubjectKind, View
from storage.database import Database
from tests.databases import HandClock
from tests.storage.world import TENANT, chat_with, hub_channel, meet, personal, sender


async def test_a_person_is_met_once_and_keeps_their_id(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        first = await meet(work, "Amy", clock.now())
        again = await meet(work, "Amy", clock.now())
    assert first == again
    async with database.read() as work:
        assert await work.people.find(first.id) == first
        assert await work.people.find_by_object_id("aad-Amy") == first
        assert await work.people.find_by_object_id("aad-Bob") is None
        assert await work.people.find(99) is None


async def test_a_new_name_is_taken_and_an_empty_one_is_not(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        await meet(work, "Amy", clock.now())
        married = await work.people.meet("aad-Amy", "29:Amy", TENANT, "Amy Jones", clock.now())
        nameless = await work.people.meet("aad-Amy", "", TENANT, "", clock.now())
    assert married.name == "Amy Jones"
    assert nameless == married
    async with database.read() as work:
        assert await work.people.find(married.id) == married


async def test_somebody_without_an_object_id_is_nobody(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        with pytest.raises(ValueError, match="object id"):
            await work.people.meet("", "29:x", TENANT, "X", clock.now())


async def test_a_name_with_what_no_database_takes_is_kept_without_it(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        person = await work.people.meet("aad-\0x", "29:x", TENANT, "Zoë \0\ud83d 🚲", clock.now())
    async with database.read() as work:
        found = await work.people.find(person.id)
    assert found is not None
    assert found.name == "Zoë ? 🚲"
    assert found.aad_object_id == "aad-x"


async def test_the_welcome_is_said_once(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy = await meet(work, "Amy", clock.now())
        assert not await work.people.is_welcomed(amy.id)
        assert await work.people.welcome(amy.id, clock.now())
        assert not await work.people.welcome(amy.id, clock.now())
        assert await work.people.is_welcomed(amy.id)


async def test_a_team_is_named_and_read_back(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy = await meet(work, "Amy", clock.now())
        await work.people.name_team(amy.id, "Hitchin SNT")
        found = await work.people.find(amy.id)
    assert found is not None
    assert found.team == "Hitchin SNT"


async def test_a_roster_is_replaced_as_a_whole(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy = await meet(work, "Amy", clock.now())
        bob = await meet(work, "Bob", clock.now())
        assert await work.roster.refreshed_at("team") is None
        await work.roster.replace("team", [(amy.id, "29:Amy"), (amy.id, "29:Amy")], clock.now())
        read_at = clock.now()
        await work.roster.add("team", bob.id, "29:Bob", clock.move(hours=1))
        await work.roster.add("team", bob.id, "29:Bob", clock.now())
        assert [member.name for member in await work.roster.list_members("team")] == ["Amy", "Bob"]
        assert await work.roster.refreshed_at("team") == read_at
        await work.roster.replace("team", [(bob.id, "29:Bob")], clock.now())
        assert not await work.roster.contains("team", amy.id)
        assert await work.roster.contains("team", bob.id)
        assert not await work.roster.contains("other", bob.id)
        await work.roster.remove("team", bob.id)
        assert await work.roster.list_members("team") == []
        await work.roster.replace("team", [], clock.now())
        assert await work.roster.refreshed_at("team") == clock.now()


async def test_the_personal_chat_of_somebody_is_found(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy, chat = await chat_with(work, "Amy", clock.now())
        bob = await meet(work, "Bob", clock.now())
    async with database.read() as work:
        assert await work.conversations.personal_of(amy.id) == chat
        assert await work.conversations.personal_of(bob.id) is None


async def test_a_locale_is_kept_until_another_one_is_told(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy, _chat = await chat_with(work, "Amy", clock.now())
        assert amy.locale == ""
        arrivals = [
            await work.arrive(personal("Amy"), replace(sender("Amy"), locale=locale), "", "", clock.now())
            for locale in ("", "cy-GB", "", "en-GB", "cy")
        ]
    assert [arrival.person.locale for arrival in arrivals] == ["", "cy-GB", "cy-GB", "en-GB", "cy"]
    async with database.read() as work:
        assert await work.people.find(amy.id) == arrivals[-1].person


async def test_whoever_delivers_knows_whose_chat_speaks_what(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy = replace(sender("Amy"), locale="cy-GB")
        arrival = await work.arrive(personal("Amy"), amy, "", "", clock.now())
        hub = await hub_channel(work, clock.now())
        for place in (arrival.conversation, hub):
            subject = Subject(SubjectKind.CONVERSATION, place.id)
            await work.postings.place(place, subject, View.STATUS, held_until=None)
    async with database.begin() as work:
        claims = await work.outbox.claim("one", clock.now(), 60, 9)
    told = {claim.conversation.id: claim.locale for claim in claims}
    assert told == {arrival.conversation.id: "cy-GB", hub.id: ""}
