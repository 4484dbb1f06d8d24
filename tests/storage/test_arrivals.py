"""What a turn learns first, and that a repeat is noticed, on both databases."""

from dataclasses import replace

from domain.ports import Place
from storage.database import Database
from tests.databases import HandClock
from tests.storage.world import TEAM, Sent, channel, chat_with, hub_channel, meet, personal, sender


async def test_somebody_new_is_met_where_they_write(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        arrival = await work.arrive(personal("Amy"), sender("Amy"), "", "1", clock.now())
    assert arrival.person.name == "Amy"
    assert arrival.conversation.person_id == arrival.person.id
    assert arrival.conversation.lane_id > 0
    assert arrival.hub_team_id is None
    assert not arrival.is_hub_member
    assert not arrival.repeat


async def test_somebody_known_is_recognised_as_they_were(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        first = await work.arrive(personal("Amy"), sender("Amy"), "", "1", clock.now())
    async with database.begin() as work:
        second = await work.arrive(personal("Amy"), sender("Amy"), "", "2", clock.now())
    assert first == second


async def test_a_repeat_is_told_and_gets_the_answer_it_got(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        first = await work.arrive(personal("Amy"), sender("Amy"), "", "1", clock.now())
        await work.turns.keep_answer(first.conversation.id, "1", {"statusCode": 200, "value": ["Grüße"]})
    async with database.begin() as work:
        again = await work.arrive(personal("Amy"), sender("Amy"), "", "1", clock.now())
    assert again.repeat
    assert again.earlier_answer == {"statusCode": 200, "value": ["Grüße"]}


async def test_a_repeat_of_what_had_no_answer_has_none(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        await work.arrive(personal("Amy"), sender("Amy"), "", "1", clock.now())
        again = await work.arrive(personal("Amy"), sender("Amy"), "", "1", clock.now())
    assert again.repeat
    assert again.earlier_answer is None


async def test_an_activity_without_an_id_is_never_a_repeat(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        await work.arrive(personal("Amy"), sender("Amy"), "", "", clock.now())
        assert not (await work.arrive(personal("Amy"), sender("Amy"), "", "", clock.now())).repeat


async def test_old_activities_are_forgotten(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        await work.arrive(personal("Amy"), sender("Amy"), "", "1", clock.now())
        await work.arrive(personal("Amy"), sender("Amy"), "", "2", clock.move(days=3))
        assert await work.turns.forget_before(clock.now()) == 1
        assert not (await work.arrive(personal("Amy"), sender("Amy"), "", "1", clock.now())).repeat


async def test_a_threads_message_comes_from_its_channel(database: Database, clock: HandClock) -> None:
    thread = replace(channel(), conversation_id="19:hub;messageid=17")
    async with database.begin() as work:
        in_thread = await work.arrive(thread, sender("Amy"), TEAM, "1", clock.now())
        on_top = await work.arrive(channel(), sender("Amy"), TEAM, "2", clock.now())
    assert in_thread.conversation == on_top.conversation
    assert in_thread.conversation.place.conversation_id == "19:hub"
    assert in_thread.conversation.person_id is None


async def test_who_is_of_the_hub_is_known_from_the_roster(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        await hub_channel(work, clock.now())
        amy, bob = await meet(work, "Amy", clock.now()), await meet(work, "Bob", clock.now())
        await work.roster.replace(TEAM, [(amy.id, "29:Amy")], clock.now())
        await work.roster.replace("another team", [(bob.id, "29:Bob")], clock.now())
        for turn in ("first", "known"):
            of_hub = await work.arrive(personal("Amy"), sender("Amy"), "", turn, clock.now())
            officer = await work.arrive(personal("Bob"), sender("Bob"), "", turn, clock.now())
            assert (of_hub.hub_team_id, of_hub.is_hub_member) == (TEAM, True)
            assert (officer.hub_team_id, officer.is_hub_member) == (TEAM, False)


async def test_what_changed_is_taken_over(database: Database, clock: HandClock) -> None:
    moved: Place = replace(personal("Amy"), service_url="https://smba/emea/")
    async with database.begin() as work:
        new = await work.arrive(personal("Amy"), sender("Amy"), "", "1", clock.now())
        assert not new.is_welcomed
        await work.people.welcome(new.person.id, clock.now())
        assert (await work.arrive(personal("Amy"), sender("Amy"), "", "7", clock.now())).is_welcomed
        changed = await work.arrive(moved, Sent("aad-Amy", "29:Amy", "Amy Jones"), "", "2", clock.now())
    async with database.read() as work:
        assert await work.people.find(changed.person.id) == changed.person
        assert await work.conversations.find(changed.conversation.id) == changed.conversation
    assert changed.person.name == "Amy Jones"
    assert changed.is_welcomed
    assert changed.conversation.place == moved


async def test_there_is_one_hub_at_most(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        assert await work.conversations.hub() is None
        first = await hub_channel(work, clock.now())
        second = await work.conversations.arrive(channel("other"), None, "", clock.now())
        await work.conversations.bind_hub(second.id, "19:other team")
        hub = await work.conversations.hub()
    assert hub is not None
    assert (hub.id, hub.team_id) == (second.id, "19:other team")
    assert hub.id != first.id


async def test_a_conversation_that_was_left_is_found_again_on_return(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        amy, chat = await chat_with(work, "Amy", clock.now())
        hub = await hub_channel(work, clock.now())
        await work.conversations.set_open_draft(chat.id, 7)
        await work.conversations.forget(chat.id, clock.now())
        await work.conversations.forget(hub.id, clock.now())
        assert await work.conversations.personal_of(amy.id) is None
        assert await work.conversations.hub() is None
    async with database.begin() as work:
        back = await work.arrive(personal("Amy"), sender("Amy"), "", "1", clock.now())
        assert back.conversation.open_draft_id == 7
        assert await work.conversations.personal_of(amy.id) == back.conversation
        await work.conversations.arrive(channel(), None, TEAM, clock.now())
        assert await work.conversations.hub() == hub


async def test_an_open_draft_is_noted_and_cleared(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        _, chat = await chat_with(work, "Amy", clock.now())
        await work.conversations.set_open_draft(chat.id, 3)
        noted = await work.conversations.find(chat.id)
        await work.conversations.set_open_draft(chat.id, None)
        cleared = await work.conversations.find(chat.id)
    assert noted == replace(chat, open_draft_id=3)
    assert cleared == chat
