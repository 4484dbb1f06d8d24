"""Six hats together: three people in a chat or a channel, one card, one hat after the other."""

import asyncio

import pytest
from sqlalchemy import text

from domain.hat_session import HatStage
from tests.conversations.force import Force
from tests.conversations.hats_room import (
    TOPIC,
    Room,
    begin,
    finish_early,
    go_to,
    look,
    read_hats,
    see_hats,
    think,
)

YELLOW, RED = "Yellow hat: benefits", "Red hat: feelings"


async def test_three_people_wear_all_hats_in_a_group_chat_on_one_card(group: Room) -> None:
    room = await begin(group)
    assert TOPIC in see_hats(room.dana).text
    assert "What do we know, and from where?" in see_hats(room.dana).text
    await think(room.dana, "Whether to ask for lights")
    await room.sam.until(lambda: "Dana Finch: Whether to ask for lights" in see_hats(room.sam).text)
    await go_to(room, YELLOW)
    await think(room.priya, "Forty reports since May")
    await go_to(room, "Blue hat: planning")
    await think(room.sam, "I ask the council by Friday")
    await room.sam.presses("Finish now", card=see_hats(room.sam))
    for person in room.everybody:
        await person.until_sees("Six hats: what was thought")
        said = see_hats(person).text
        assert "3 thoughts" in said
        assert said.index("Sam Reed: I ask the council by Friday") < said.index("Priya Nair: Forty reports")
    assert len(room.dana.screen.cards) == 1


async def test_they_do_so_in_a_thread_of_a_channel_by_mention_alone(force: Force) -> None:
    channel = force.teams.channel("Area north", force.sam, force.dana, force.priya)
    people = (force.sam, force.dana, force.priya)
    room = await begin(Room(force, *(person.at(channel) for person in people)), f"hats: {TOPIC}")
    await room.dana.says("Whether to ask for lights")
    await room.dana.until_sees("Added under the white hat.")
    await room.sam.says("next hat")
    await room.priya.until(lambda: YELLOW in see_hats(room.priya).text)
    await room.priya.says("Ask the council: forty reports since May")
    await room.sam.says("finish now")
    await room.dana.until_sees("Six hats: what was thought")
    assert "Priya Nair: Ask the council: forty reports since May" in see_hats(room.dana).text
    assert "the card is further down now." in room.dana.sees()
    elsewhere = force.dana.at(channel)
    await elsewhere.says("next hat")
    await elsewhere.until_sees("No six hats are open here.")


async def test_without_a_topic_it_asks_for_one_with_an_example(group: Room) -> None:
    for words in ("six hats", "hats:", "six hats unattributed"):
        await group.sam.says(words)
        assert "What shall we think about?" in group.sam.screen.last.text
        assert "'six hats: How do we" in group.sam.screen.last.text
    assert not group.sam.screen.cards


async def test_hats_off_to_somebody_begins_nothing(group: Room) -> None:
    await group.sam.says("hats off to the night shift")
    assert "I work in a chat with you alone" in group.sam.screen.last.text


async def test_a_second_one_beside_it_is_not_begun_and_hats_brings_the_card_down(group: Room) -> None:
    room = await begin(group)
    await room.dana.says("six hats: Something else")
    assert "Six hats are open here already, led by Sam Reed." in room.dana.screen.last.text
    await room.dana.says("hats")
    assert room.dana.screen.last.card is not None
    assert TOPIC in room.dana.screen.last_card.text
    assert "the card is further down now." in room.dana.screen.cards[0].text


@pytest.mark.parametrize("people", [2, 40])
async def test_however_many_add_at_once_nothing_is_lost(force: Force, people: int) -> None:
    many = [force.teams.person(f"Officer {number:02}") for number in range(people)]
    chat = force.teams.group("Everybody", force.sam, force.dana, force.priya, *many)
    room = await begin(Room(force, *(one.at(chat) for one in (force.sam, force.dana, force.priya))))
    await asyncio.gather(*(think(one.at(chat), f"Thought of {one.name}") for one in many))
    _, thoughts = await look(room)
    assert sorted(one.text for one in thoughts) == [f"Thought of {one.name}" for one in many]
    assert {one.who.name for one in thoughts if one.who} == {one.name for one in many}
    await room.sam.until(lambda: thoughts[-1].text in see_hats(room.sam).text)
    await room.sam.presses("All thoughts", card=see_hats(room.sam))
    await room.sam.until_sees("Six hats: all thoughts")
    assert all(one.text in room.sam.screen.last_card.text for one in thoughts)


async def test_a_thought_written_while_the_hat_changes_is_kept_under_its_own_hat(group: Room) -> None:
    room = await begin(group)
    old = see_hats(room.dana)
    await go_to(room, YELLOW)
    await room.dana.presses("Add", card=old, words_thought="Whether to ask for lights")
    await room.priya.says("hats")
    await room.dana.presses("Add", card=old, words_thought="And for benches")
    assert "(Added under the white hat.)" in room.dana.sees()
    _, thoughts = await look(room)
    assert [(one.position, one.text) for one in thoughts] == [
        (0, "Whether to ask for lights"),
        (0, "And for benches"),
    ]


async def test_who_comes_late_sees_what_was_said_under_the_other_hats(force: Force, group: Room) -> None:
    room = await begin(group)
    for number in range(7):
        await think(room.dana, f"Question {number} to decide")
    await go_to(room, YELLOW)
    await think(room.priya, "Forty reports since May")
    late = force.lee.at(force.channel)
    room.sam.conversation.members.append(late.account)
    lee = force.teams.person_of(late.account).at(room.sam.conversation)
    await lee.until(lambda: "Priya Nair: Forty reports since May" in see_hats(lee).text)
    assert "Question 6" not in see_hats(lee).text
    await lee.presses("Other hats so far", card=see_hats(lee))
    assert "Dana Finch: Question 6 to decide" in see_hats(lee).text
    assert "4 thoughts before these." in see_hats(lee).text
    await lee.presses("All thoughts", card=see_hats(lee))
    await lee.until_sees("Six hats: all thoughts")
    assert "Question 0 to decide" in lee.screen.last_card.text


async def test_only_the_leader_moves_on_and_others_are_told_so_kindly(group: Room) -> None:
    room = await begin(group)
    told = "Only the person who leads these six hats can do that; they can hand over. Nothing has changed."
    for title in ("Next: yellow hat", "Finish now", "Leave out all names"):
        await room.dana.presses(title, card=see_hats(room.dana))
        assert told in room.dana.sees()
    await room.dana.presses("Hand it over", card=see_hats(room.dana), colleague="Whoever is willing")
    assert told in room.dana.sees()
    await room.dana.says("next hat")
    assert told in room.dana.screen.last.text
    session, _ = await look(room)
    assert (session.position, session.stage, session.offered) == (0, HatStage.OPEN, False)


async def test_the_leader_hands_over_by_name_and_has_no_say_any_more(group: Room) -> None:
    room = await begin(group)
    await think(room.dana, "Whether to ask for lights")
    await room.sam.until(lambda: "Dana Finch" in see_hats(room.sam).text)
    await room.sam.presses("Hand it over", card=see_hats(room.sam), colleague="Dana Finch")
    await room.dana.until(lambda: "Dana Finch leads" in see_hats(room.dana).text)
    await room.sam.presses("Next: yellow hat", card=see_hats(room.sam))
    assert "Only the person who leads" in room.sam.sees()
    await room.dana.presses("Next: yellow hat", card=see_hats(room.dana))
    await room.sam.until(lambda: YELLOW in see_hats(room.sam).text)
    await room.dana.says("hand over to Sam")
    await room.priya.until(lambda: "Sam Reed leads" in see_hats(room.priya).text)


async def test_whoever_is_willing_takes_the_lead_when_it_is_offered(group: Room) -> None:
    room = await begin(group)
    await room.dana.says("I will lead")
    assert "Sam Reed leads these six hats and can hand over to you." in room.dana.screen.last.text
    await room.sam.says("hand over to Priya")
    assert "'hand over to anybody'" in room.sam.screen.last.text
    await room.sam.says("hand over to anybody")
    await room.priya.until(lambda: "I will lead" in see_hats(room.priya).buttons())
    await asyncio.gather(*(one.presses("I will lead", card=see_hats(one)) for one in (room.priya, room.dana)))
    session, _ = await look(room)
    assert session.leader.name in ("Priya Nair", "Dana Finch")
    assert not session.offered


async def test_a_move_pressed_on_an_older_card_is_not_made_twice(group: Room) -> None:
    room = await begin(group)
    old = see_hats(room.sam)
    await room.sam.presses("Next: yellow hat", card=old)
    await room.sam.presses("Next: yellow hat", card=old)
    assert "The card has moved on: Yellow hat: benefits." in room.sam.sees()
    session, _ = await look(room)
    assert session.position == 1
    await room.sam.presses("Back: white hat", card=see_hats(room.sam))
    await room.dana.until(lambda: "White hat: facts" in see_hats(room.dana).text)


async def list_rows(room: Room) -> list[tuple[object, ...]]:
    """Look into the rows themselves."""
    async with room.force.product.database.read() as work:
        rows = await work._connection.execute(  # noqa: SLF001 (the story looks behind every repository)
            text("SELECT position, text, person_id, at FROM hat_thoughts ORDER BY id")
        )
        return [tuple(row) for row in rows]


async def test_under_the_red_hat_nobody_is_named_not_even_in_the_rows(group: Room) -> None:
    room = await begin(group)
    await go_to(room, RED)
    await think(room.dana, "I would not walk there")
    assert "Added under the red hat, without your name." in room.dana.sees()
    await room.sam.until(lambda: "I would not walk there" in see_hats(room.sam).text)
    assert "Dana" not in read_hats(room.sam)
    await room.priya.says("Uneasy")
    assert "Only the card's box keeps it from view in this chat." in room.priya.screen.last.text
    assert await list_rows(room) == [(3, "I would not walk there", None, None), (3, "Uneasy", None, None)]
    await room.sam.until(lambda: "Uneasy" in see_hats(room.sam).text)
    assert "Dana Finch" not in str(see_hats(room.sam).card), "nor as somebody to hand over to"


@pytest.mark.parametrize("by_button", [False, True])
async def test_who_begins_can_leave_out_all_names(group: Room, by_button: bool) -> None:
    room = await begin(group, f"six hats {'' if by_button else 'unattributed'}: {TOPIC}")
    if by_button:
        await room.sam.presses("Leave out all names", card=see_hats(room.sam))
    await room.dana.until(lambda: "nobody is named" in see_hats(room.dana).text)
    await think(room.dana, "Whether to ask for lights")
    await room.sam.until(lambda: "Whether to ask for lights" in see_hats(room.sam).text)
    assert await list_rows(room) == [(0, "Whether to ask for lights", None, None)]
    await finish_early(room)
    assert "Dana" not in room.priya.sees()


async def test_names_stay_once_a_thought_was_added_with_one(group: Room) -> None:
    room = await begin(group)
    old = see_hats(room.sam)
    await think(room.dana, "Whether to ask for lights")
    await room.sam.presses("Leave out all names", card=old)
    assert "so the names stay" in room.sam.sees()


async def test_nothing_and_too_much_are_told_kindly_and_the_words_stay_in_the_box(group: Room) -> None:
    room = await begin(group)
    await think(room.dana, "   ")
    assert "Write your thought first, in a few words." in room.dana.sees()
    await think(room.dana, "lamp " * 130)
    assert "That is 649 characters; a thought has up to 500." in room.dana.sees()
    assert "lamp lamp" in str(see_hats(room.dana).card)
    assert "649" not in room.sam.sees()
    await room.dana.says("lamp " * 130)
    assert "That is 649 characters" in room.dana.screen.last.text
    await room.dana.says(f"finish {'x' * 600}")
    assert (await look(room))[1] == []
    await group.priya.says(f"six hats: {'long ' * 60}")
    assert "Six hats are open here already" in group.priya.screen.last.text


@pytest.mark.parametrize("on_phone", [False, True])
async def test_what_names_somebody_is_answered_to_its_writer_alone(group: Room, on_phone: bool) -> None:
    room = await begin(group)
    room.dana.on_phone = on_phone
    words = "Ring her on 07700 900123"
    await think(room.dana, words)
    alone = room.force.dana
    if on_phone:
        await alone.until_sees("That seems to hold a telephone number")
        assert "07700 900123" in alone.sees()
    else:
        assert "That seems to hold a telephone number" in room.dana.sees()
        assert words in str(see_hats(room.dana).card)
    assert "telephone" not in room.sam.sees()
    assert await list_rows(room) == []


async def test_typed_in_the_chat_it_is_gone_into_in_the_writers_own_chat(group: Room) -> None:
    room = await begin(group)
    await room.dana.says("Ring her on 07700 900123")
    assert room.dana.screen.last.text.startswith("I have not kept that. I am writing to you alone about it;")
    await room.force.dana.until_sees("That seems to hold a telephone number")
    assert "07700 900123" in room.force.dana.sees()
    await room.sam.says("finish hats now")
    await room.sam.says("six hats: Why 07700 900123 rings")
    await room.force.sam.until_sees("That seems to hold a telephone number")
    assert await list_rows(room) == []
    assert (await look(room))[0].topic == TOPIC
