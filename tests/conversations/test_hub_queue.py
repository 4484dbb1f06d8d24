"""The queue: what nobody has first, then what has waited longest, and one press to open it."""

import re

import pytest

from tests.conversations.force import Force
from tests.conversations.hub_desk import press, see_head
from tests.conversations.problems import file_problems
from tests.fake_teams import Person


async def file_submissions(force: Force, count: int) -> None:
    """Have many submissions come in, an hour after each other."""
    await file_problems(force, [f"Problem {number + 1}" for number in range(count)])


def list_titles(person: Person) -> list[str]:
    """Read the titles on the newest queue card, top down."""
    return re.findall(r"^(Problem \d+|Bicycles.*)$", person.screen.last_card.text, re.MULTILINE)


@pytest.fixture(autouse=True)
async def _bound(force: Force) -> None:
    """Every story here happens in the Hub's channel."""
    await force.bind_hub()


async def test_an_empty_queue_says_what_will_happen_next(force: Force) -> None:
    await force.priya.says("queue")
    await force.priya.until_sees("Nothing is open. New submissions appear here as they come in.")


async def test_what_nobody_has_comes_first_then_what_has_waited_longest(force: Force) -> None:
    await file_submissions(force, 5)
    for number, words in ((1, "take"), (4, "take"), (2, "take")):
        force.passes(hours=1)
        await force.priya.says(f"{words} PF-2026-000{number}")
    await force.priya.says("ask PF-2026-0001 When?")
    await force.priya.says("queue")
    assert list_titles(force.priya) == [f"Problem {number}" for number in (3, 5, 4, 2, 1)]
    card = force.priya.screen.last_card.text
    assert "5 open, 2 without anybody: 2 received, 3 scanning." in card
    assert card.index("Nobody has it yet") < card.index("Problem 3") < card.index("Somebody has it")
    assert "Received · waiting for us for 5 hours" in card
    assert "Scanning · Priya Nair · waiting for the officer for" in card


async def test_a_long_queue_is_turned_page_by_page_in_the_same_card(force: Force) -> None:
    await file_submissions(force, 23)
    await force.priya.says("queue")
    said = len(force.channel.messages)
    pages = [list_titles(force.priya)]
    for title in ("Next page", "Next page"):
        await force.priya.presses(title)
        pages.append(list_titles(force.priya))
    assert [len(page) for page in pages] == [10, 10, 3]
    assert [title for page in pages for title in page] == [f"Problem {number}" for number in range(1, 24)]
    assert "23 open" in force.priya.screen.last_card.text
    assert "Next page" not in force.priya.screen.last_card.buttons()
    force.priya.on_phone = True
    await force.priya.presses("Previous page")
    await force.priya.until(lambda: list_titles(force.priya) == pages[1])
    assert len(force.channel.messages) == said
    await force.priya.crafts("hub.queue", {"page": 4711}, card=force.priya.screen.last_card)
    assert list_titles(force.priya) == pages[2]


async def test_open_brings_the_card_here_and_an_earlier_copy_folds_while_the_head_stays(force: Force) -> None:
    reference = await force.submit(force.sam)
    head = await force.find_thread(force.lee, reference)
    await force.priya.says("queue")
    desk = force.priya.at(force.channel, force.priya.screen.last)
    await desk.presses("Open")
    await desk.until_sees("[Take it]")
    await desk.presses("Open")
    await desk.until_sees(f"{reference}: Bicycles are taken")
    await desk.until(lambda: desk.sees().count("[Take it]") == 1)
    assert "the card is further down now" in desk.sees()
    await press(head, "Take it")
    await desk.until_sees("Priya Nair has it" if head is desk else "Lee Marsh has it")
    assert "[What was sent]" in see_head(head).text


async def test_the_queue_is_for_the_hub_alone_also_in_a_chat_of_ones_own(force: Force) -> None:
    await file_submissions(force, 1)
    await force.sam.says("queue")
    await force.sam.until_sees("The queue is for members of the Hub's team.")
    lee = force.teams.person_of(force.lee.account)
    await lee.says("queue")
    await lee.until_sees("Problem 1")


async def test_waiting_is_counted_from_when_the_ball_came_to_lie_where_it_lies(force: Force) -> None:
    await file_submissions(force, 1)
    force.passes(days=2)
    await force.priya.says("ask PF-2026-0001 When?")
    force.passes(hours=3)
    await force.priya.says("queue")
    await force.priya.until_sees("waiting for the officer for 3 hours")
    await force.sam.says("answer PF-2026-0001 At two")
    force.passes(minutes=5)
    await force.priya.says("queue")
    await force.priya.until_sees("waiting for us for 5 minutes")
