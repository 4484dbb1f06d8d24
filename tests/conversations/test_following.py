"""Following what somebody else sent: a card that stays true, word of its answer and its end, a vote."""

import json

import pytest

from domain.marking import Marking
from tests.conversations.force import Force
from tests.conversations.hub_desk import list_told_outside, until_history_says
from tests.conversations.officer_chat import find_card, see_bottom
from tests.fake_teams import Person

REFERENCE = "PF-2026-0001"


@pytest.fixture(autouse=True)
async def _one_submission(force: Force) -> None:
    await force.bind_hub()
    assert await force.submit(force.sam) == REFERENCE


async def follow(person: Person) -> None:
    """Have somebody follow Sam's submission by typing."""
    await person.says(f"follow {REFERENCE}")
    await person.until_sees("You follow it now: this card shows what happens to it.")


async def test_a_follower_sees_how_it_stands_and_never_what_its_officer_told(force: Force) -> None:
    await follow(force.dana)
    card = force.dana.screen.last_card
    assert "Bicycles are taken from the racks" in card.text
    assert "The racks behind the railway station" in card.text
    assert card.buttons() == ["This affects my area too", "Stop following"]
    desk = await force.find_thread(force.priya, REFERENCE)
    await desk.says("note: Sam is often wrong about such things")
    await force.sam.says(f"add {REFERENCE}: the caretaker saw nothing")
    await force.dana.until_sees("The officer who sent it added detail")
    await desk.says("take")
    await force.dana.until_sees("Priya Nair in the Hub took it on")
    told = json.dumps([message.card for message in force.dana.screen.heard])
    for private in ("cannot be seen from the platform", "caretaker", "often wrong", "Patrols helped"):
        assert private not in told
    assert "often wrong" not in "".join(list_told_outside(force))


async def test_a_follower_hears_of_the_answer_and_of_the_end_in_one_message(force: Force) -> None:
    await follow(force.dana)
    desk = await force.find_thread(force.priya, REFERENCE)
    await desk.says("answer: Move the racks into the light.")
    await force.dana.until_sees("Priya Nair in the Hub answered.")
    await desk.says("close addressed: the racks have moved")
    await force.dana.until_sees("Priya Nair in the Hub closed it (addressed).")
    await force.dana.presses("Show what I follow", card=find_card(force.dana, "closed it (addressed)"))
    await force.dana.until(lambda: "Received (closed here)" in see_bottom(force.dana))


async def test_a_vote_is_counted_for_the_hub_and_for_its_officer(force: Force) -> None:
    await follow(force.dana)
    await force.dana.presses("This affects my area too")
    await force.dana.until_sees("The Hub sees that it affects your area too.")
    await force.sam.says(f"open {REFERENCE}")
    await force.sam.until_sees("Affects 2 areas · 1 person follows it")
    desk = await force.find_thread(force.priya, REFERENCE)
    await desk.until_sees("affects 2 areas · 1 person follows it")
    await force.dana.presses("Not my area after all")
    await force.dana.until_sees("Taken back. You still follow it.")
    await desk.until(lambda: "affects 2 areas" not in desk.sees())


async def test_the_vote_alone_follows(force: Force) -> None:
    await force.dana.says(f"affects my area {REFERENCE}")
    await force.dana.until_sees("The Hub sees that it affects your area too.")
    await force.dana.says("following")
    await force.dana.until_sees("What you follow")
    await force.dana.presses("Open")
    await force.dana.until(lambda: force.dana.screen.last_card.buttons()[:1] == ["Not my area after all"])


async def test_who_stops_hears_no_more(force: Force) -> None:
    await follow(force.dana)
    await force.dana.presses("Stop following")
    await force.dana.until_sees("you do not follow it any more.")
    desk = await force.find_thread(force.priya, REFERENCE)
    await desk.says("answer: Move the racks into the light.")
    await until_history_says(desk, "Priya Nair wrote to the officer")
    await force.sam.until_sees("Move the racks into the light.")
    assert "Move the racks" not in force.dana.sees()
    await force.dana.says("following")
    await force.dana.until_sees("You follow nothing yet.")
    await force.dana.says(f"stop following {REFERENCE}")
    await force.dana.until_sees(f"You do not follow {REFERENCE}.")


async def test_opening_what_one_follows_shows_its_card(force: Force) -> None:
    await follow(force.dana)
    await force.dana.says(f"open {REFERENCE}")
    await force.dana.until_sees("the card is further down now.")
    assert force.dana.screen.last_card.buttons() == ["This affects my area too", "Stop following"]


@pytest.mark.parametrize("typed", ["follow", "affects my area"])
async def test_ones_own_is_not_followed(force: Force, typed: str) -> None:
    await force.sam.says(f"{typed} {REFERENCE}")
    await force.sam.until_sees("is yours: its own card shows what happens to it.")


async def test_what_is_kept_to_those_who_work_on_it_cannot_be_followed(force: Force) -> None:
    await follow(force.dana)
    async with force.product.database.begin() as work:
        found = await work.submissions.find(REFERENCE, lock=True)
        assert found is not None
        kept = found.model_copy(update={"marking": Marking.OFFICIAL_SENSITIVE, "version": found.version + 1})
        await work.submissions.save(kept, found.version)
    desk = await force.find_thread(force.priya, REFERENCE)
    await desk.says("answer: Only between us.")
    await force.dana.until_sees("it is kept to those who work on it now.")
    await force.sam.until_sees("Only between us.")
    assert "Only between us." not in force.dana.sees()
    await force.dana.says(f"follow {REFERENCE}")
    await force.dana.until_sees(f"I know no submission {REFERENCE}.")
