"""Six hats together, once they end: the summary, what becomes of it, and who may do what with it."""

import pytest

from domain.hat_session import HatStage
from tests.conversations.force import Force, find_reference
from tests.conversations.hats_room import (
    TOPIC,
    Room,
    begin,
    finish_early,
    look,
    see_hats,
    think,
)
from tests.conversations.hub_desk import until_history_says
from tests.conversations.officer_chat import see_bottom
from tests.delivery.passing import settle
from tests.fake_teams import Person

YELLOW, RED = "Yellow hat: benefits", "Red hat: feelings"


async def test_after_a_quiet_week_it_is_closed_with_what_it_has(group: Room) -> None:
    room = await begin(group)
    await think(room.dana, "Whether to ask for lights")
    room.force.passes(days=6)
    await room.force.product.timetable.run_due()
    assert (await look(room))[0].is_open
    await room.priya.says("And for benches")
    room.force.passes(days=6, hours=23)
    await room.force.product.timetable.run_due()
    assert (await look(room))[0].is_open, "somebody came back to it in between"
    room.force.passes(days=1)
    await room.force.product.timetable.run_due()
    await room.sam.until_sees("closed after a quiet week")
    assert "Dana Finch: Whether to ask for lights" in see_hats(room.sam).text
    assert see_hats(room.sam).message_id == room.sam.screen.last.message_id, "it lies where it is seen"
    await begin(group, "six hats: Something new")


async def test_after_the_end_nothing_is_added_and_the_words_are_given_back(group: Room) -> None:
    room = await begin(group)
    old = see_hats(room.dana)
    await think(room.sam, "Whether to ask for lights")
    await finish_early(room)
    await room.dana.presses("Add", card=old, words_thought="And for benches")
    assert "These six hats have ended" in room.dana.sees()
    await room.sam.presses("Next: yellow hat", card=old)
    assert "These six hats have ended" in room.sam.sees()
    session, thoughts = await look(room)
    assert (session.stage, len(thoughts), session.position) == (HatStage.FINISHED, 1, 0)


@pytest.mark.parametrize("way", ["in the card", "on a phone", "by typing"])
async def test_a_submission_begins_from_the_summary_in_the_pressers_own_chat(group: Room, way: str) -> None:
    room = await begin(group)
    await think(room.dana, "Whether to ask for lights")
    await finish_early(room)
    alone = room.force.dana
    await alone.says("menu")
    room.dana.on_phone = way == "on a phone"
    for _ in range(2):
        if way == "by typing":
            await room.dana.says("start a submission from it")
        else:
            await room.dana.presses("Start a submission from it", card=see_hats(room.dana))
        await room.dana.until_sees("The draft went to Dana Finch, in their own chat with me.")
    await alone.until_sees("What would you like to bring to the Hub?")
    await alone.says("drafts")
    assert alone.screen.last_card.text.count(TOPIC) == 1
    await room.priya.presses("Start a submission from it", card=see_hats(room.priya))
    assert "What would you like to bring" not in room.sam.sees()


@pytest.mark.parametrize("changed", [True, False])
async def test_the_topic_lies_ready_and_the_summary_goes_along(group: Room, *, changed: bool) -> None:
    force = group.force
    await force.bind_hub()
    room = await begin(group)
    await think(room.dana, "Whether to ask for lights")
    await finish_early(room)
    dana = force.dana
    await dana.says("menu")
    await room.dana.presses("Start a submission from it", card=see_hats(room.dana))
    await dana.until_sees("What would you like to bring to the Hub?")
    await settle(force)
    assert f"Begun from the six hats on \u201c{TOPIC}\u201d." in see_bottom(dana)
    assert "Their summary goes to the Hub with it" in see_bottom(dana)
    await dana.presses("A problem I keep meeting")
    await dana.until(lambda: "The topic of the six hats lies ready." in see_bottom(dana))
    assert TOPIC in str(dana.screen.last_card.card), "it stands in the box"
    meant = "The towpath is dark from October" if changed else TOPIC
    await (dana.presses("Next", answer=meant) if changed else dana.says("yes"))
    await dana.until(lambda: "Which topic is nearest?" in see_bottom(dana))
    assert "Begun from" not in see_bottom(dana), "it has been said"
    for answer in ("anti-social behaviour", "The towpath", "skip", "skip", "skip"):
        await dana.says(answer)
    assert meant in see_bottom(dana)
    assert "Their summary goes to the Hub with it" in see_bottom(dana)
    await dana.presses("Send to the Hub")
    await dana.until(lambda: "You attached six hats on" in see_bottom(dana))
    reference = find_reference(dana)
    desk = await force.find_thread(force.lee, reference)
    await until_history_says(desk, "Whether to ask for lights (Dana Finch)")


async def test_a_draft_from_hats_without_a_thought_promises_no_summary(group: Room) -> None:
    room = await begin(group)
    await finish_early(room)
    dana = group.force.dana
    await dana.says("menu")
    await room.dana.presses("Start a submission from it", card=see_hats(room.dana))
    await dana.until_sees("Begun from the six hats on")
    assert "summary" not in see_bottom(dana)
    told = "Lads on quad bikes frighten the walkers on the common"
    await dana.says(told)
    assert "Begun from the six hats on" in see_bottom(dana), "the first question is asked again"
    await dana.says("problem")
    await dana.says("review")
    await dana.until_sees(told)


async def test_somebody_without_a_chat_of_their_own_is_told_how_to_come_by_one(group: Room) -> None:
    room = await begin(group)
    await finish_early(room)
    await room.dana.presses("Start a submission from it", card=see_hats(room.dana))
    assert "I have no chat with you yet." in room.dana.sees()


async def attach(person: Person, reference: str) -> None:
    await person.presses("Attach it", card=see_hats(person), words_attach=reference)


async def test_attached_to_a_submission_it_stands_in_its_history_for_the_officer_and_the_hub(
    group: Room,
) -> None:
    force = group.force
    await force.bind_hub()
    reference = await force.submit(force.sam)
    desk = await force.find_thread(force.lee, reference)
    room = await begin(group)
    await think(room.dana, "Whether to ask for lights")
    await finish_early(room)
    await attach(room.dana, reference)
    assert (
        "Only the person who sent that submission, or the Hub, can attach something to it."
        in room.dana.sees()
    )
    await attach(room.sam, "the first one")
    assert "Write its reference, for example PF-2026-0001." in room.sam.sees()
    await attach(room.sam, "PF-2026-0099")
    assert "I know no submission PF-2026-0099." in room.sam.sees()
    for told in (f"Attached to {reference}.", f"It is attached to {reference} already."):
        await attach(room.sam, reference.casefold().replace("-", " "))
        assert told in room.sam.sees()
    await until_history_says(desk, f"Sam Reed attached six hats on \u201c{TOPIC}\u201d: one thought.")
    await until_history_says(desk, "Whether to ask for lights (Dana Finch)")
    await force.sam.until_sees("You attached six hats on")
    await desk.until_sees(f"Sam Reed attached six hats on \u201c{TOPIC}\u201d.")
    await room.priya.says(f"attach {reference}")
    assert f"It is attached to {reference} already." in room.priya.screen.last.text


async def test_in_the_hubs_own_channel_a_thought_is_no_command_unless_it_names_a_submission(
    force: Force,
) -> None:
    await force.bind_hub()
    reference = await force.submit(force.sam)
    lee = await force.find_thread(force.lee, reference)
    priya = force.priya.at(force.channel, lee.root_id)
    await lee.says(f"six hats: {TOPIC}")
    await priya.until_sees("Hat 1 of 6")
    await priya.says("Ask the school whether they would help")
    await priya.until_sees("Added under the white hat.")
    await priya.says(f"take {reference}")
    await priya.until(lambda: "Priya Nair has it" in priya.screen.cards[0].text)
    assert "asks you" not in force.sam.sees()
    assert find_reference(force.sam) == reference
    await lee.says("finish now")
    await priya.until_sees("Six hats: what was thought")


async def test_a_press_crafted_in_another_chat_reads_and_changes_nothing(group: Room) -> None:
    room = await begin(group)
    await think(room.dana, "Whether to ask for lights")
    session, _ = await look(room)
    stranger = room.force.lee.at(room.force.channel)
    for verb, more in (
        ("all", {}),
        ("add", {"hat": "white", "words": "Ha"}),
        ("finish", {"sure": True}),
        ("submit", {}),
    ):
        await stranger.crafts(f"hats.{verb}", {"session": session.id, **more})
        assert "Those six hats are not in this chat." in stranger.sees()
    await room.dana.crafts("hats.add", {"session": session.id, "hat": "pink", "words": "Ha"})
    await room.force.sam.crafts("hats.start", {"words": TOPIC})
    assert "begin them in a group chat, a meeting or a channel" in room.force.sam.sees()
    after, thoughts = await look(room)
    assert after.is_open
    assert len(thoughts) == 1


async def test_a_guest_is_refused_and_nothing_is_added(group: Room) -> None:
    room = await begin(group)
    room.priya.account.aad_object_id = ""
    await room.priya.says("Forty reports since May")
    assert "I work for people of this force only" in room.priya.screen.last.text
    assert (await look(room))[1] == []
