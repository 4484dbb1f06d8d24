"""Leading six hats: asking before they end, a leader who is away, and a thought that is edited."""

import pytest
from sqlalchemy import text

from domain.hat_session import HatStage
from tests.conversations.hats_room import Room, begin, finish_early, go_to, look, see_hats, think
from tests.conversations.test_not_for_the_hub import QUOTED


async def test_finishing_is_asked_first_at_the_last_hat_too(group: Room) -> None:
    room = await begin(group)
    await go_to(room, "Blue hat: planning")
    await room.sam.presses("Finish", card=see_hats(room.sam))
    assert "It ends for everybody here" in see_hats(room.sam).text
    assert (await look(room))[0].is_open
    await room.sam.presses("Finish now", card=see_hats(room.sam))
    await room.dana.until_sees("Six hats: what was thought")


@pytest.mark.parametrize("words", ["finish", "finish hats", "we are done"])
async def test_typed_it_is_asked_in_the_card_and_the_leader_alone_can_say_yes(
    group: Room, words: str
) -> None:
    room = await begin(group)
    await room.dana.says(words)
    assert "Only the person who leads" in room.dana.screen.last.text
    await room.sam.says(words)
    await room.dana.until_sees("It ends for everybody here")
    assert "The hats that follow are left out." in see_hats(room.dana).text
    await room.dana.presses("Finish now", card=see_hats(room.dana))
    assert "Only the person who leads" in room.dana.sees()
    assert (await look(room))[0].is_open
    await room.sam.says("finish now")
    await room.dana.until_sees("Six hats: what was thought")


async def test_finish_on_an_older_card_asks_as_well(group: Room) -> None:
    room = await begin(group)
    session, _ = await look(room)
    await room.sam.crafts("hats.finish", {"session": session.id}, card=see_hats(room.sam))
    await room.dana.until_sees("It ends for everybody here")
    assert (await look(room))[0].stage is HatStage.OPEN


async def test_the_card_says_how_to_bring_it_down(group: Room) -> None:
    room = await begin(group)
    assert "Mention me with 'hats' to bring this card down again." in see_hats(room.dana).text
    await go_to(room, "Red hat: feelings")
    assert "Mention me with 'hats' to bring this card down again." in see_hats(room.dana).text


@pytest.mark.parametrize("told_by_the_card", [True, False])
async def test_after_a_day_without_the_leader_anybody_takes_the_lead(
    group: Room, *, told_by_the_card: bool
) -> None:
    room = await begin(group)
    room.force.passes(hours=23)
    await room.force.product.timetable.run_due()
    await room.dana.says("I will lead")
    assert "After a day without them, anybody can lead." in room.dana.screen.last.text
    room.force.passes(hours=2)
    if told_by_the_card:
        await room.force.product.timetable.run_due()
        await room.dana.until_sees("Nothing from Sam Reed for a day: anybody here can take the lead.")
        await room.dana.presses("I will lead", card=see_hats(room.dana))
    else:
        await room.dana.says("I will lead")
    await room.sam.until(lambda: "Dana Finch leads" in see_hats(room.sam).text)
    assert "Nothing from" not in see_hats(room.sam).text
    assert "I will lead" not in see_hats(room.sam).buttons()
    room.force.passes(hours=23)
    await room.priya.says("I will lead")
    assert "Dana Finch leads these six hats" in room.priya.screen.last.text


@pytest.mark.parametrize("act", ["a thought", "a move"])
async def test_a_leader_who_comes_back_leads_again(group: Room, act: str) -> None:
    room = await begin(group)
    room.force.passes(hours=25)
    await room.force.product.timetable.run_due()
    await room.dana.until(lambda: "I will lead" in see_hats(room.dana).buttons())
    if act == "a thought":
        await think(room.sam, "Forty reports since May")
    else:
        await room.sam.presses("Next: yellow hat", card=see_hats(room.sam))
    await room.dana.until(lambda: "I will lead" not in see_hats(room.dana).buttons())
    await room.dana.says("I will lead")
    assert "Sam Reed leads these six hats" in room.dana.screen.last.text


async def test_an_unattributed_thought_does_not_betray_that_the_leader_was_there(group: Room) -> None:
    room = await begin(group)
    await go_to(room, "Red hat: feelings")
    led_at = (await look(room))[0].led_at
    room.force.passes(hours=25)
    await think(room.sam, "Uneasy")
    session, _ = await look(room)
    assert session.led_at == led_at
    assert session.changed_at > led_at


async def test_the_offered_lead_does_not_put_off_the_end_of_a_quiet_week(group: Room) -> None:
    room = await begin(group)
    for _ in range(8):
        room.force.passes(days=1)
        await room.force.product.timetable.run_due()
    assert (await look(room))[0].stage is HatStage.QUIET


async def test_an_edited_message_changes_the_thought_it_gave(group: Room) -> None:
    room = await begin(group)
    said = await room.dana.says("Forty reports since May")
    await room.dana.edits(said, "Fifty reports since May")
    await room.sam.until(lambda: "Dana Finch: Fifty reports since May" in see_hats(room.sam).text)
    assert "Forty" not in see_hats(room.sam).text
    await room.dana.edits(said, "Ring her on 07700 900123")
    await room.dana.until_sees("I have not kept that.")
    await room.dana.edits(said, QUOTED)
    await room.force.dana.until_sees("Samaritans, 116 123")
    assert [one.text for one in (await look(room))[1]] == ["Fifty reports since May"]
    await finish_early(room)
    await room.dana.edits(said, "Sixty reports")
    await room.dana.until_sees("These six hats have ended, so your thought stays as it was.")
    assert "Fifty reports since May" in see_hats(room.dana).text


async def test_an_edit_of_what_was_never_a_thought_is_let_pass(group: Room) -> None:
    room = await begin(group)
    said = await room.dana.says("all thoughts")
    before = len(room.dana.screen.heard)
    await room.dana.edits(said, "Forty reports since May")
    assert len(room.dana.screen.heard) == before
    assert (await look(room))[1] == []


async def test_of_an_unattributed_thought_not_even_its_message_is_kept(group: Room) -> None:
    room = await begin(group)
    await go_to(room, "Red hat: feelings")
    said = await room.dana.says("Uneasy")
    await room.dana.edits(said, "Calm")
    async with room.force.product.database.read() as work:
        rows = await work._connection.execute(  # noqa: SLF001 (the story looks behind every repository)
            text("SELECT text, person_id, at, activity_id FROM hat_thoughts")
        )
        assert [tuple(row) for row in rows] == [("Uneasy", None, None, "")]
