"""Two people at the same thing: one wins, the other is told who and sees how it stands now."""

import asyncio

import pytest

from tests.conversations.force import Force
from tests.conversations.hub_desk import press, read_history, see_head
from tests.fake_teams import Person


@pytest.fixture
async def reference(force: Force) -> str:
    await force.bind_hub()
    return await force.submit(force.sam)


@pytest.fixture
async def priya(force: Force, reference: str) -> Person:
    return await force.find_thread(force.priya, reference)


@pytest.fixture
async def lee(force: Force, priya: Person) -> Person:
    return force.lee.at(force.channel, priya.root_id)


async def test_two_press_take_at_once_and_the_other_is_told_who_has_it(priya: Person, lee: Person) -> None:
    await asyncio.gather(press(priya, "Take it"), press(lee, "Take it"))
    winner, other = (lee, priya) if "Somebody was quicker" in priya.sees() else (priya, lee)
    told = f"Somebody was quicker: {winner.name} has it now, at scanning. Here is how it stands."
    assert told in other.sees()
    await other.until(lambda: f"{winner.name} has it" in see_head(other).text)
    assert "Take it over" in {button.title for button in see_head(other).all_buttons()} | set(
        _list_behind_more(other)
    )
    assert read_history(other).count("took it on") == 1


def _list_behind_more(reader: Person) -> list[str]:
    card = see_head(reader)
    card.view.toggled.add("more")
    return [button.title for button in card.all_buttons()]


async def test_on_phones_the_other_is_told_alone(force: Force, priya: Person, lee: Person) -> None:
    priya.on_phone = lee.on_phone = True
    await asyncio.gather(press(priya, "Take it"), press(lee, "Take it"))
    alone = [force.teams.person_of(seat.account) for seat in (priya, lee)]
    await priya.until(lambda: any("Somebody was quicker" in seat.sees() for seat in alone))
    assert "Somebody was quicker" not in priya.sees()
    assert read_history(priya).count("took it on") == 1


async def test_a_press_on_an_old_picture_decides_nothing(priya: Person, lee: Person) -> None:
    old = see_head(priya)
    await press(lee, "Take it")
    await press(lee, "On to analysis")
    for title, filled in (
        ("Take it", {}),
        ("On to scanning", {}),
        ("Give it", {"colleague": "Lee Marsh"}),
        ("Close it", {"outcome": "addressed", "words_close": "Done"}),
    ):
        old.view.toggled.add("more")
        await priya.presses(title, filled, card=old)
        assert "Lee Marsh has it now, at analysis." in priya.sees()
    assert "Done" in str(see_head(priya).card), "the reason that was typed is still in its box"
    history = read_history(lee)
    assert "closed it" not in history
    assert "gave it" not in history


async def test_additions_never_lose_to_a_decision(force: Force, priya: Person, lee: Person) -> None:
    old = see_head(priya)
    await press(lee, "Take it")
    old.view.toggled.add("more")
    await priya.presses("Keep the note", words_note="Ask the landlord", card=old)
    await priya.presses("Send the question", words_ask="When?", card=old)
    await force.sam.until_sees("When?")
    await lee.until(lambda: "Ask the landlord" in read_history(lee))


async def test_the_officer_withdraws_while_the_hub_closes_and_one_of_them_wins(
    force: Force, priya: Person
) -> None:
    await asyncio.gather(
        force.sam.presses("Yes, withdraw it", words_withdraw="It stopped"),
        press(priya, "Close it", outcome="addressed", words_close="Done"),
    )
    await priya.until(lambda: "Closed" in see_head(priya).text)
    history = read_history(priya)
    assert history.count("withdrew it") + history.count("closed it (addressed)") == 1
    await force.sam.until_sees("withdr" if "withdrew it" in history else "addressed")


async def test_many_presses_at_once_leave_one_owner_and_a_line_for_each_that_counted(
    force: Force, priya: Person, lee: Person
) -> None:
    cards = see_head(priya), see_head(lee)
    presses = [seat.presses("Take it", card=card) for seat, card in zip((priya, lee), cards, strict=True)]
    notes = [
        seat.crafts("hub.note", {"reference": "PF-2026-0001", "words_note": f"Note {number}"}, card=cards[0])
        for number in range(4)
        for seat in (priya, lee)
    ]
    await asyncio.gather(*presses, *notes)
    async with force.product.database.read() as work:
        kept = await work.submissions.find("PF-2026-0001")
        assert kept is not None
        events = await work.submissions.list_events(kept.id)
    kinds = [str(event.kind) for event in events]
    assert (kinds.count("taken"), kinds.count("noted")) == (1, 8)
    assert kept.version == 2
