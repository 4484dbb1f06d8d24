"""The Hub's channel: who makes it so, what comes there, and what happens when it moves."""

import pytest

from tests.conversations.force import Force
from tests.conversations.hub_desk import press, see_head
from tests.fake_teams import Conversation, Person

BOUND = "This channel is the Hub's now"


@pytest.fixture
def annex(force: Force) -> Conversation:
    """Another team's channel, where only Priya of the Hub's people is."""
    return force.teams.channel("Annex", force.priya, force.dana)


async def count_threads(force: Force, reference: str) -> int:
    """Count the threads of the channel that a card with this reference heads."""
    heads = [message for message in force.channel.messages if message.message_id == message.root_id]
    return sum(reference in str(head.card) for head in heads)


async def test_an_administrator_makes_a_channel_the_hubs_by_saying_so_there(force: Force) -> None:
    await force.priya.says("this is the Hub")
    await force.priya.until_sees(f"{BOUND}; nothing is open yet")
    reference = await force.submit(force.sam)
    await force.find_thread(force.lee, reference)


@pytest.mark.parametrize("who", ["lee", "sam"])
async def test_nobody_else_can(force: Force, who: str) -> None:
    member: Person = getattr(force, who).at(force.channel, uninvited=True)
    await member.says("this is the Hub")
    await member.until_sees("Only an administrator can make this channel the Hub's. Nothing has changed.")
    await force.submit(force.sam)
    assert not [message for message in force.channel.messages if message.card]


async def test_it_has_to_be_said_in_the_channel(force: Force) -> None:
    group = force.teams.group("Lunch", force.priya)
    for seat in (force.teams.person_of(force.priya.account), force.priya.at(group)):
        await seat.says("this is the Hub")
        await seat.until_sees("Say that in the Hub's channel")
    await force.submit(force.sam)
    assert BOUND not in force.priya.sees()


async def test_what_came_in_before_there_was_a_hub_is_posted_then_and_only_once(force: Force) -> None:
    first, second = await force.submit(force.sam), await force.submit(force.dana)
    await force.sam.presses("Yes, withdraw it", words_withdraw="It stopped by itself")
    await force.priya.says("this is the Hub")
    await force.priya.until_sees(f"{BOUND}; 1 open")
    await force.find_thread(force.priya, second)
    await force.priya.says("this is the Hub")
    await force.priya.until(lambda: force.priya.sees().count(BOUND) == 2)
    third = await force.submit(force.sam)
    await force.find_thread(force.priya, third)
    assert [await count_threads(force, one) for one in (first, second, third)] == [0, 1, 1]


async def test_work_can_be_given_to_everybody_in_the_team_from_the_first_minute(force: Force) -> None:
    await force.bind_hub()
    priya = await force.find_thread(force.priya, await force.submit(force.sam))
    await press(priya, "Give it", colleague="Lee Marsh")
    assert "Lee Marsh has it" in see_head(priya).text


async def test_when_the_hub_moves_its_open_work_moves_with_it_and_the_earlier_channel_sees_no_more(
    force: Force, annex: Conversation
) -> None:
    await force.bind_hub()
    reference = await force.submit(force.sam)
    before = await force.find_thread(force.lee, reference)
    await press(before, "Send the question", words_ask="When?")
    await force.sam.until_sees("When?")

    priya = force.priya.at(annex)
    await priya.says("this is the Hub")
    await priya.until(lambda: "asked the officer: When?" in priya.screen.last_card.text)
    await before.until(lambda: "the card is in the Hub's new channel now" in see_head(before).text)
    await force.sam.presses("Send my answer", words_reply="At two")
    await priya.until_sees("Sam Reed answered:")
    assert "At two" not in before.sees()


async def test_who_was_of_the_earlier_team_alone_has_no_say_any_more(
    force: Force, annex: Conversation
) -> None:
    await force.bind_hub()
    before = await force.find_thread(force.lee, await force.submit(force.sam))
    old_card = see_head(before)
    await force.priya.at(annex).says("this is the Hub")
    await force.priya.at(annex).until_sees(BOUND)
    await before.presses("Take it", card=old_card)
    await before.until_sees("Only members of the Hub's team can do that. Nothing has changed.")


async def test_what_is_reopened_after_the_hub_moved_comes_to_the_new_channel(
    force: Force, annex: Conversation
) -> None:
    await force.bind_hub()
    reference = await force.submit(force.sam)
    await force.sam.presses("Yes, withdraw it", words_withdraw="It stopped")
    priya = force.priya.at(annex)
    await priya.says("this is the Hub")
    await priya.until_sees(f"{BOUND}; nothing is open yet")
    await force.sam.says(f"reopen {reference} It is back")
    await priya.until_sees("Sam Reed opened this again:")
    assert "It is back" in priya.sees()


async def test_what_came_in_while_the_bot_was_out_of_the_team_is_posted_when_it_is_back(force: Force) -> None:
    await force.bind_hub()
    await force.priya.removes_bot()
    reference = await force.submit(force.sam)
    assert await count_threads(force, reference) == 0
    await force.priya.installs()
    await force.find_thread(force.priya, reference)
    assert await count_threads(force, reference) == 1


async def test_the_hubs_work_is_not_shown_where_others_read_along(force: Force, annex: Conversation) -> None:
    await force.bind_hub()
    reference = await force.submit(force.sam)
    priya = force.priya.at(annex)
    for words in ("queue", f"open {reference}", f"note {reference} The landlord is known to us"):
        await priya.says(words)
        await priya.until_sees("People who are not of the Hub read along here.")
        assert "Bicycles" not in priya.sees()
