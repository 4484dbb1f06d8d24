"""How urgent something is: set on the workbench or typed, told to the Hub alone, late in words."""

import pytest

from domain.flow import Pending
from tests.conversations.force import Force
from tests.conversations.problems import file_problems
from tests.fake_teams import Person, ShownCard

ONE = "PF-2026-0001"


@pytest.fixture(autouse=True)
async def _a_problem(force: Force) -> None:
    await force.bind_hub()
    reference = await force.submit(force.sam)
    assert reference == ONE


def see_tool(person: Person) -> ShownCard:
    """Give the card of the tool."""
    return next(card for card in reversed(person.screen.cards) if "What drives the demand" in card.text)


async def open_tool(force: Force) -> Person:
    """Have Priya lay the tool open."""
    await force.priya.says(f"priority {ONE}")
    await force.priya.until_sees("What drives the demand")
    return force.priya


async def test_all_of_it_is_kept_with_one_press_and_shown_to_the_hub_alone(force: Force) -> None:
    priya = await open_tool(force)
    filled = {
        "flow_priority": "high",
        "flow_reasons": ["frequency", "harm"],
        "flow_due": "2026-03-12",
        "flow_tiers": "secondary",
        "flow_drivers": ["youth", "mental health"],
    }
    await priya.presses("Save", filled, card=see_tool(priya))
    await priya.until_sees("Saved, for the Hub alone.")
    kept = {node["id"]: node.get("value") for node in see_tool(priya).inputs()}
    assert kept == {**filled, "flow_reasons": "harm,frequency", "flow_drivers": "youth,mental health"}
    await priya.says(f"open {ONE}")
    await priya.until_sees("Priya Nair changed its reasons or tags")
    card = priya.screen.last_card.text
    assert "High priority · First reply due today at 13:00 · Due Thursday 12 March, in 10 days" in card
    assert "Priya Nair set the priority to high" in card
    assert "Priya Nair made it due Thursday 12 March" in card
    await force.sam.says(f"open {ONE}")
    await force.sam.until_sees("History")
    for word in ("priority", "12 March", "reasons", "overdue"):
        assert word not in force.sam.sees()


async def test_a_day_that_is_over_is_said_and_everything_stays_as_it_was_filled_in(force: Force) -> None:
    priya = await open_tool(force)
    filled = {
        "flow_priority": "low",
        "flow_reasons": "harm",
        "flow_due": "2026-02-12",
        "flow_tiers": ["primary", "tertiary"],
        "flow_drivers": "roads",
    }
    await priya.presses("Save", filled, card=see_tool(priya))
    await priya.until_sees("Thursday 12 February is over. Choose today or a later day.")
    kept = {node["id"]: node.get("value") for node in see_tool(priya).inputs()}
    assert kept == {**filled, "flow_tiers": "primary,tertiary"}
    async with force.product.database.read() as work:
        found = await work.submissions.find(ONE)
        assert found is not None
        assert (found.priority, found.due_on) == ("normal", None)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (f"priority {ONE} high", f"{ONE}: High priority · First reply due today at 13:00."),
        (f"priority {ONE} to low", f"{ONE}: Low priority · First reply due Thu 5 Mar at 09:00."),
        (f"priority {ONE} urgent", "Choose a priority: low, normal or high."),
        (f"due {ONE} 12 March", "Due Thursday 12 March, in 10 days."),
        (f"due {ONE} on 12/03/2026", "Due Thursday 12 March, in 10 days."),
        (f"due {ONE} 30 February", "I cannot find that day in the calendar."),
        (f"due {ONE} 12/03/2031", "is more than two years away. Check the year."),
    ],
)
async def test_both_can_be_typed(force: Force, typed: str, said: str) -> None:
    await force.priya.says(typed)
    await force.priya.until_sees(said)


async def test_a_day_can_be_taken_off_again(force: Force) -> None:
    await force.priya.says(f"due {ONE} tomorrow")
    await force.priya.until_sees("Due tomorrow, Tuesday 3 March")
    await force.priya.says(f"due {ONE} none")
    await force.priya.says(f"open {ONE}")
    await force.priya.until_sees("Priya Nair took the due date off")
    assert "tomorrow" not in force.priya.screen.last_card.text.partition("Latest")[0]


async def test_late_is_said_in_words_and_waits_while_the_officer_is_asked(force: Force) -> None:
    force.passes(days=2, minutes=5)
    await force.priya.says("queue")
    await force.priya.until_sees("First reply overdue since today at 09:00")
    await force.priya.says(f"ask {ONE} When?")
    await force.priya.says(f"open {ONE}")
    await force.priya.until_sees("Waiting for the officer")
    assert "overdue" not in force.priya.screen.last_card.text
    force.passes(days=30)
    await force.sam.says(f"answer {ONE} At two")
    await force.priya.says(f"open {ONE}")
    await force.priya.until_sees("Answer due")


async def test_a_closed_one_has_no_priority_any_more(force: Force) -> None:
    await force.priya.says(f"close {ONE} addressed: the light is mended")
    await force.priya.says(f"priority {ONE} high")
    await force.priya.until_sees(f"{ONE} is closed. Reopen it first.")


async def test_what_came_in_before_there_were_targets_gets_them(force: Force) -> None:
    await file_problems(force, ["An old one"])
    async with force.product.database.read() as work:
        assert (await work.submissions.list_pending(Pending.UNKNOWN, 9))[0].reference == "PF-2026-0002"
    await force.stop()
    force.passes(hours=2)
    await force.start()
    await force.product.timetable.run_due()
    async with force.product.database.read() as work:
        found = await work.submissions.find("PF-2026-0002")
    assert found is not None
    assert found.pending == "response"


async def test_nobody_but_the_hub_may_set_it(force: Force) -> None:
    priya = await open_tool(force)
    stranger = force.dana.at(force.channel, force.priya.root_id, uninvited=True)
    reply = await stranger.presses("Save", {"flow_priority": "high"}, card=see_tool(priya))
    assert "Only members of the Hub's team can do that." in str(reply.body)
    async with force.product.database.read() as work:
        found = await work.submissions.find(ONE)
    assert found is not None
    assert found.priority == "normal"
