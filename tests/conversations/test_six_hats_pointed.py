"""A thought under the hats that belongs elsewhere: its writer is pointed there, the room learns nothing."""

import pytest

from domain.hat_session import HatStage
from tests.conversations.hats_room import Room, begin, finish_early, go_to, look, see_hats, think
from tests.conversations.test_not_for_the_hub import KINDS, QUOTED, find_rows

KEEP = "It is a thought: keep it"
PRIVATE = KINDS[1:]
EMERGENCY = KINDS[0][0]


@pytest.mark.parametrize(("words", "lead", "place"), PRIVATE)
@pytest.mark.parametrize("by_typing", [True, False])
async def test_it_is_pointed_there_in_the_writers_own_chat_and_nothing_in_the_group_betrays_it(
    group: Room, words: str, lead: str, place: str, *, by_typing: bool
) -> None:
    room = await begin(group)
    alone = room.force.dana
    await alone.says("menu")
    before = room.sam.sees()
    await (room.dana.says(words) if by_typing else think(room.dana, words))
    await alone.until_sees(lead)
    assert place in alone.sees()
    assert "I have not added your words to the six hats." in alone.sees()
    assert ("you can delete it there" in alone.sees()) == by_typing
    assert "I have not kept that. I have answered you in our own chat." in room.dana.sees()
    for person in room.everybody:
        assert lead not in person.sees()
        assert place not in person.sees()
    if not by_typing:
        assert room.sam.sees() == before
    assert (await look(room))[1] == []
    assert await find_rows(room.force, words) == []


@pytest.mark.parametrize("by_typing", [True, False])
async def test_a_misreading_is_kept_from_the_writers_own_chat_under_the_hat_it_was_written_for(
    group: Room, *, by_typing: bool
) -> None:
    room = await begin(group)
    alone = room.force.dana
    told = f"Residents write: {QUOTED}"
    await (room.dana.says(told) if by_typing else think(room.dana, told))
    await alone.until_sees("Samaritans, 116 123")
    await go_to(room, "Yellow hat: benefits")
    pointing = alone.screen.last_card
    for _ in range(2):
        await alone.presses(KEEP, card=pointing)
    await alone.until_sees("Added under the")
    assert "Samaritans, 116 123" in alone.screen.last_card.text, "where to go stays on the screen"
    _, thoughts = await look(room)
    assert [(one.position, one.text, one.who.name if one.who else "") for one in thoughts] == [
        (0, told, "Dana Finch")
    ]
    await room.sam.until(lambda: "Other hats so far" in see_hats(room.sam).buttons())


async def test_under_the_red_hat_a_misreading_is_kept_without_a_name_and_once(group: Room) -> None:
    room = await begin(group)
    await go_to(room, "Red hat: feelings")
    await think(room.dana, QUOTED)
    await room.force.dana.until_sees("Samaritans, 116 123")
    pointing = room.force.dana.screen.last_card
    for _ in range(2):
        await room.force.dana.presses(KEEP, card=pointing)
    _, thoughts = await look(room)
    assert [(one.text, one.who, one.at) for one in thoughts] == [(QUOTED, None, None)]


async def test_an_emergency_that_is_typed_is_answered_where_it_was_typed(group: Room) -> None:
    room = await begin(group)
    await room.dana.says(EMERGENCY)
    await room.sam.until_sees("Ring now: 999")
    assert (await look(room))[1] == []
    assert await find_rows(room.force, EMERGENCY) == []
    await room.sam.presses(KEEP)
    assert "Only the person who wrote it can have it added." in room.sam.sees()
    assert (await look(room))[1] == []
    await room.dana.presses(KEEP)
    await room.sam.until_sees("Added under the")
    assert "Ring now: 999" in room.sam.sees()
    assert KEEP not in [button for card in room.sam.screen.cards for button in card.buttons()]
    assert [one.text for one in (await look(room))[1]] == [EMERGENCY]


@pytest.mark.parametrize("on_phone", [True, False])
async def test_an_emergency_in_the_box_is_answered_to_its_writer_at_once(
    group: Room, *, on_phone: bool
) -> None:
    room = await begin(group)
    room.dana.on_phone = on_phone
    await think(room.dana, EMERGENCY)
    if on_phone:
        await room.dana.until_sees("In an emergency, ring 999.")
    else:
        assert "If this is happening now, ring 999." in room.dana.sees()
        assert "999" not in room.sam.sees()
    await room.force.dana.until_sees("Ring now: 999")
    assert (await look(room))[1] == []


async def test_somebody_without_a_chat_of_their_own_still_reads_where_to_ring(group: Room) -> None:
    room = await begin(group)
    room.dana.account.installed = False
    await room.dana.says("I want to die")
    await room.dana.until_sees("In an emergency, ring 999.")
    assert "Samaritans" not in room.sam.sees()


async def test_a_topic_is_pointed_elsewhere_too_and_nothing_begins(group: Room) -> None:
    await group.sam.says("six hats: My sergeant is bullying me")
    await group.force.sam.until_sees("Professional Standards")
    assert KEEP not in group.force.sam.sees()
    assert not group.sam.screen.cards
    assert "Professional" not in group.dana.sees()


async def test_what_is_too_long_or_came_too_late_is_pointed_elsewhere_and_cannot_be_kept(group: Room) -> None:
    room = await begin(group)
    old = see_hats(room.dana)
    await think(room.dana, f"{QUOTED}. " + "lamp " * 120)
    await room.force.dana.until_sees("Samaritans, 116 123")
    assert room.force.dana.screen.last_card.buttons() == []
    await think(room.priya, QUOTED)
    await room.force.teams.person_of(room.priya.account).until_sees("Samaritans")
    priya = room.force.teams.person_of(room.priya.account)
    await finish_early(room)
    await priya.presses(KEEP)
    assert "These six hats have ended" in priya.sees()
    await room.dana.presses("Add", card=old, words_thought=EMERGENCY)
    assert "If this is happening now, ring 999." in room.dana.sees()
    session, thoughts = await look(room)
    assert (session.stage, thoughts) == (HatStage.FINISHED, [])


async def test_a_seal_is_good_for_its_own_words_and_its_own_writer_alone(group: Room) -> None:
    room = await begin(group)
    await think(room.dana, QUOTED)
    await room.force.dana.until_sees(KEEP)
    button = room.force.dana.screen.last_card.find_button(KEEP)
    assert button is not None
    data = dict(button.action["data"])
    for changed in ({"words": "Other words"}, {"hat": "black"}, {"seal": ""}, {"seal": "0" * 64}):
        await room.force.dana.crafts("hats.keep", {**data, **changed})
        assert "Only the person who wrote it" in room.force.dana.sees()
    await room.force.sam.crafts("hats.keep", data)
    assert "Only the person who wrote it" in room.force.sam.sees()
    assert (await look(room))[1] == []
