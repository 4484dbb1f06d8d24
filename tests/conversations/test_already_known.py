"""Somebody may be on it already: shown once an officer has described the problem, and never in their way."""

import json

import pytest

from domain.marking import Marking
from tests.conversations.force import Force
from tests.conversations.officer_chat import see_bottom
from tests.conversations.problems import file_problems
from tests.fake_teams import Person

CYCLES = "Pedal cycle theft from the railway car park"
PARKING = "Parents parking on the zigzags at drop off"
OFFER = "Somebody may be on this already"
MINE = "Bikes taken at the station, mostly while people are at work"


@pytest.fixture(autouse=True)
async def _two_problems(force: Force) -> None:
    await force.bind_hub()
    await file_problems(force, (CYCLES, PARKING))


async def describe(officer: Person, problem: str = MINE) -> None:
    """Begin a submission and describe the problem."""
    await officer.says("submit")
    await officer.says("problem")
    await officer.says(problem)


async def test_the_card_after_the_description_shows_who_is_on_it_and_why(force: Force) -> None:
    await describe(force.dana)
    card = see_bottom(force.dana)
    assert "Which topic is nearest?" in card
    assert OFFER in card
    assert CYCLES in card
    assert "PF-2026-0001 · received · The station" in card
    assert "Both say: bicycle" in card
    assert PARKING not in card
    assert "If yours is another problem, simply go on." in card


async def test_simply_going_on_passes_it_by_for_good(force: Force) -> None:
    await describe(force.dana)
    await force.dana.says("theft")
    assert "Where is it?" in see_bottom(force.dana)
    assert OFFER not in see_bottom(force.dana)
    await force.dana.says("back")
    assert "Which topic is nearest?" in see_bottom(force.dana)
    assert OFFER not in see_bottom(force.dana)


async def test_the_draft_keeps_nothing_of_what_was_offered_but_which(force: Force) -> None:
    await describe(force.dana)
    async with force.product.database.read() as work:
        draft = await work.drafts.find(1)
    assert draft is not None
    assert draft.state["alike"] == [{"shelf": "submissions", "id": 1, "deed": "offered"}]
    assert CYCLES not in json.dumps(draft.state)


async def test_following_instead_of_bringing_it_again_is_counted(force: Force) -> None:
    await describe(force.dana)
    start = force.clock.now()
    await force.dana.presses("Follow it")
    await force.dana.until_sees("You follow PF-2026-0001 now: its card is below.")
    await force.dana.until(lambda: "you follow it" in see_bottom(force.dana))
    assert "You follow it." in force.dana.sees()
    async with force.product.database.read() as work:
        assert await work.followers.count_avoided(start, force.clock.now()) == 1
    await force.dana.says("theft")
    assert "Where is it?" in see_bottom(force.dana)


async def test_adding_to_it_tells_the_hub_who_and_what_and_drops_the_draft(force: Force) -> None:
    await describe(force.dana)
    await force.dana.presses("Add to it")
    await force.dana.presses("Add it, drop my draft")
    await force.dana.until_sees("The Hub has your words with this one")
    desk = await force.find_thread(force.priya, "PF-2026-0001")
    await desk.until_sees("Dana Finch meets the same")
    await desk.until_sees(MINE)
    await force.dana.says("drafts")
    await force.dana.until_sees("Nothing is unfinished.")
    await force.sam.says("open PF-2026-0001")
    await force.sam.until_sees("1 person follows it")
    assert MINE not in force.sam.sees()
    assert "Dana" not in force.sam.sees()


async def test_adding_to_it_keeps_the_draft_where_its_writer_says_so(force: Force) -> None:
    await describe(force.dana)
    await force.dana.presses("Add to it")
    await force.dana.presses("Add it, keep my draft")
    await force.dana.until_sees("Your own draft is kept.")
    await force.dana.until_sees("Your words have gone along with it, and you follow it.")
    await force.dana.says("theft")
    assert "Where is it?" in see_bottom(force.dana)


async def test_what_was_withdrawn_restricted_or_ones_own_is_never_shown(force: Force) -> None:
    await describe(force.sam)
    assert OFFER not in see_bottom(force.sam)
    async with force.product.database.begin() as work:
        found = await work.submissions.find("PF-2026-0001", lock=True)
        assert found is not None
        kept = found.model_copy(update={"marking": Marking.OFFICIAL_SENSITIVE, "version": found.version + 1})
        await work.submissions.save(kept, found.version)
    await describe(force.dana)
    assert "Which topic is nearest?" in see_bottom(force.dana)
    assert OFFER not in see_bottom(force.dana)


async def test_nothing_is_said_where_nothing_is_alike(force: Force) -> None:
    await describe(force.dana, "Romance fraud against widows who meet somebody on the internet")
    assert "Which topic is nearest?" in see_bottom(force.dana)
    assert OFFER not in see_bottom(force.dana)


async def test_what_was_not_offered_cannot_be_joined(force: Force) -> None:
    await describe(force.dana)
    card = force.dana.screen.last_card
    reply = await force.dana.crafts("alike.add", {"reference": "PF-2026-0002", "draft": 1}, card=card)
    assert "That is not offered here any more." in str(reply.body)
