"""The Hub's workbench: what may be the same problem stands beside a submission, and the Hub says what is."""

import pytest

from domain.search import Shelf
from domain.terms import find_terms
from tests.conversations.force import Force
from tests.conversations.problems import file_problems
from tests.fake_teams import Person, ShownCard

BICYCLES = "Bikes taken at the station, mostly while people are at work"
CYCLES = "Pedal cycle theft from the railway car park"
PARKING = "Parents parking on the zigzags at drop off"


@pytest.fixture(autouse=True)
async def _three_problems(force: Force) -> None:
    await force.bind_hub()
    await file_problems(force, (CYCLES, PARKING, BICYCLES))


def see_similar(person: Person) -> ShownCard:
    """Give the card of the tool, wherever it stands among the cards that come in meanwhile."""
    return next(card for card in reversed(person.screen.cards) if "Possibly similar" in card.text)


async def open_similar(force: Force) -> Person:
    """Have Priya lay the tool open."""
    await force.priya.says("similar PF-2026-0003")
    await force.priya.until_sees("Possibly similar")
    return force.priya


async def test_what_may_be_the_same_problem_is_shown_with_the_reason(force: Force) -> None:
    priya = await open_similar(force)
    card = see_similar(priya).text
    assert CYCLES in card
    assert "Both say: " in card
    assert "bicycle" in card
    assert PARKING not in card
    assert card.count(BICYCLES) == 1


async def test_linking_two_shows_on_both_for_the_hub_alone_and_can_be_taken_back(force: Force) -> None:
    priya = await open_similar(force)
    await priya.presses("Link them", card=see_similar(priya))
    await force.priya.until_sees("PF-2026-0003 and PF-2026-0001 are linked.")
    assert "Linked" in see_similar(priya).text
    await force.priya.says("open PF-2026-0001")
    await force.priya.until_sees("linked it with PF-2026-0003")
    await priya.presses("Take the link off", card=see_similar(priya))
    await force.priya.until_sees("The link with PF-2026-0001 is off.")
    await force.sam.says("open PF-2026-0003")
    await force.sam.until_sees("PF-2026-0003")
    assert "linked" not in force.sam.sees()


async def test_what_is_not_the_same_is_not_offered_again(force: Force) -> None:
    priya = await open_similar(force)
    await priya.presses("Not the same", card=see_similar(priya))
    await force.priya.until_sees("PF-2026-0001 is not offered for PF-2026-0003 again.")
    assert CYCLES not in see_similar(priya).text
    assert "Nothing that is not linked or set aside already seems alike." in see_similar(priya).text


async def test_another_one_is_linked_by_its_reference(force: Force) -> None:
    priya = await open_similar(force)
    await priya.presses("Link it", {"other": "pf-2026-0002"}, card=see_similar(priya))
    await force.priya.until_sees("PF-2026-0003 and PF-2026-0002 are linked.")
    await force.priya.says("unlink PF-2026-0003 from PF-2026-0002")
    await force.priya.until_sees("The link with PF-2026-0002 is off.")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("PF-2026-0099", "I know no submission PF-2026-0099."),
        ("PF-2026-0003", "That is the same submission."),
        ("the bikes", "Give the reference of the other one, such as PF-2026-0001."),
        ("", "Give the reference of the other one, such as PF-2026-0001."),
    ],
)
async def test_a_wrong_reference_is_said_in_the_card_and_kept(force: Force, typed: str, said: str) -> None:
    priya = await open_similar(force)
    await priya.presses("Link it", {"other": typed}, card=see_similar(priya))
    await force.priya.until_sees(said)
    kept = next(node for node in see_similar(priya).inputs() if node["id"] == "other")
    assert kept.get("value", "") == typed


async def test_the_tools_hang_behind_one_button_of_the_hubs_card(force: Force) -> None:
    await force.priya.says("open PF-2026-0003")
    await force.priya.until_sees("Tools")
    await force.priya.presses("Tools")
    await force.priya.until_sees("Workbench")
    await force.priya.presses("Similar cases")
    await force.priya.until_sees("Possibly similar")
    await force.priya.presses("All tools")
    await force.priya.until_sees("Workbench")


async def test_nobody_but_the_hub_may_open_the_tools(force: Force) -> None:
    priya = await open_similar(force)
    stranger = force.dana.at(force.channel, force.priya.root_id, uninvited=True)
    reply = await stranger.presses("Link them", card=see_similar(priya))
    assert "Only members of the Hub's team can do that." in str(reply.body)
    async with force.product.database.read() as work:
        assert await work.relations.list_of(3) == {}


async def test_what_its_officer_withdrew_is_not_offered_until_it_is_open_again(force: Force) -> None:
    await force.sam.says("open PF-2026-0001")
    await force.sam.until_sees("PF-2026-0001")
    await force.sam.presses("Yes, withdraw it")
    await force.sam.until_sees("Withdrawn.")
    priya = await open_similar(force)
    assert CYCLES not in see_similar(priya).text
    await force.sam.presses("Reopen it", words_reopen="It has begun again.")
    await force.sam.until_sees("Open again.")
    await force.priya.says("similar PF-2026-0003")
    await priya.until(lambda: CYCLES in see_similar(priya).text)


async def test_what_an_officer_adds_is_compared_where_it_says_what_the_problem_is(force: Force) -> None:
    await file_problems(force, ("Diesel siphoned from lorries", "Sheep worried by dogs", "Eggs at buses"))
    await force.sam.says("add PF-2026-0002: the pupils' bicycles are stolen as well, ask the council")
    await force.sam.until_sees("Added.")
    priya = await open_similar(force)
    assert PARKING in see_similar(priya).text
    async with force.product.database.read() as work:
        assert await work.search.count_entries(Shelf.SUBMISSIONS, find_terms("council").words) == {}
