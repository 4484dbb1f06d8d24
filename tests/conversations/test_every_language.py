"""Whole conversations in a language in which everything that is not translated can be seen."""

from collections.abc import AsyncIterator, Iterator
from itertools import chain

import pytest

from domain.language import Languages
from domain.ports import JSONObject
from tests.cards.test_every_language import KEPT, READ, TYPED
from tests.cards.walking import every_object
from tests.conversations.force import QUICK_ANSWERS, Force, run_force
from tests.conversations.hats_room import sit_in_group
from tests.fake_teams import Person
from tests.languages import Brackets, bracketed, find_untranslated

REFERENCE = "PF-2026-0001"
TOLD = "Her number is 07700 900123 and she lives by the station"
PEOPLE = ("Sam Reed", "Dana Finch", "Priya Nair", "Lee Marsh", "Submissions")

WALKING = (
    "hello",
    "menu",
    "submit",
    "whatever",
    "back",
    "problem",
    "why",
    "example",
    "help",
    "open the queue",
    "no",
    TOLD,
    "perhaps",
    "take it out",
    "I want to kill myself",
    "carry on",
    "word " * 1200,
    "forget it",
    "...",
    "submit",
    "yes",
    "skip",
    "review",
    "steeling",
    "drafts",
    "save",
    "drafts",
    "submit",
    "cancel",
)
"""What an officer types while a submission is open, the awkward things too."""

AFTERWARDS = (
    "my submissions",
    REFERENCE,
    f"add {REFERENCE} The light is out as well",
    f"answer {REFERENCE} Nobody asked",
    f"more {REFERENCE}",
    "cancel",
    "add PF-2026-0999 Nothing",
    "queue",
    "deliveries",
    "roles",
    "this is the hub",
    "reminders",
    "leave",
    "my plans",
    "think it through",
    "six hats: The racks",
    "black",
    "It costs too much",
    "finish",
    "my thinking",
    "decision model",
    "save",
    "what on earth is this",
    "thank you",
    "help",
    f"withdraw {REFERENCE}",
    f"reopen {REFERENCE}",
)

IN_THE_HUB = (
    "take",
    "take",
    "ask At what time of day?",
    "note They were here before",
    "forward",
    "back",
    "give Lee Marsh",
    "give Nobody At All",
    "answer We have asked the operator",
    "close",
    "close addressed: The lights are mended.",
    "note Too late",
    "reopen",
    "release",
    "release",
    "what now",
    "help",
)
"""What the Hub types in the thread of a submission."""

TOGETHER = (
    "six hats: The racks",
    "six hats: Another",
    "They cannot be seen from the platform",
    "next hat",
    "hat before",
    "hats",
    "all thoughts",
    "hand over to Nobody",
    "next hat",
    "It makes me angry",
    "finish hats",
    "finish hats",
    "attach to PF-2026-0999",
    "help",
    "submit",
)
"""What people who think together say in their group."""

QUIET = (
    "reminders",
    "turn off unfinished",
    "turn off nonsense",
    "leave",
    "leave 3 August to 7 August",
    "leave 8 August to 1 August",
    "leave 31 June",
    "remove leave 5 August",
    "remove leave 5 August",
    "my plans",
    "AP-2026-0001",
)

PLANNING = (
    "action plan",
    "next blue moon",
    "1 January 2020",
    "27 February",
    "Leadership in February",
    "Bicycles are taken from the racks behind the station",
    "Half as many by May",
    "Two a week since September",
    "The racks cannot be seen",
    "analysis",
    "Ask the operator about the light",
    "skip",
    "The rail operator",
    "13/3",
    "no",
    "review",
    "make the plan",
    "my plans",
    "AP-2026-0001",
    "more time AP-2026-0001",
    "help AP-2026-0001",
)
"""What an officer says who makes an action plan, and looks at it."""

LINES = (WALKING, AFTERWARDS, IN_THE_HUB, TOGETHER, QUIET, PLANNING)

OURS_TO_TYPE = ("take", "ask", "answer", "give to", "close addressed", "hats", "next hat")


@pytest.fixture
async def strange(force_url: str) -> AsyncIterator[Force]:
    """Run a force that speaks in brackets."""
    async with run_force(force_url, languages=Languages([bracketed(Brackets())])) as running:
        yield running


def list_heard(reader: Person) -> Iterator[str]:
    """Give what the bot has said to somebody, as it stands there now."""
    for message in reader.screen.heard:
        yield message.text
        cards: list[JSONObject] = [message.card, reader.screen.show(message).card] if message.card else []
        for card in cards:
            yield from (str(node[key]) for _key, node in every_object(card) for key in READ if key in node)
    if reader.screen.flash is not None:
        yield reader.screen.flash.text


async def hear(speaker: Person, lines: tuple[str, ...]) -> dict[str, str]:
    """Say one line after the other; gives what was answered and is not translated."""
    heard: set[str] = set()
    for line in lines:
        await speaker.says(line)
        heard |= set(list_heard(speaker))
    assert any("⟦" in said for said in heard)
    words = chain(*LINES, QUICK_ANSWERS, PEOPLE, TYPED, KEPT, OURS_TO_TYPE)
    return find_untranslated(heard, words)


async def test_an_officer_with_a_difficult_submission(strange: Force) -> None:
    assert await hear(strange.sam, WALKING) == {}


async def test_an_officer_who_has_sent_one(strange: Force) -> None:
    await hear(strange.sam, ("submit", *QUICK_ANSWERS))
    await strange.sam.presses("⟦Send to the Hub⟧")
    assert await hear(strange.sam, AFTERWARDS) == {}


async def test_the_hub_at_work(strange: Force) -> None:
    await strange.priya.says("this is the Hub")
    await strange.priya.until_sees("⟦This channel is the Hub's now")
    await hear(strange.sam, ("submit", *QUICK_ANSWERS))
    await strange.sam.presses("⟦Send to the Hub⟧")
    priya = await strange.find_thread(strange.priya, REFERENCE)
    assert await hear(priya, IN_THE_HUB) == {}
    assert await hear(strange.priya, ("queue", "help", "roles", "deliveries", "six hats: The racks")) == {}
    assert await hear(strange.sam, ("my submissions", REFERENCE)) == {}


async def test_people_who_think_together(strange: Force) -> None:
    assert await hear(sit_in_group(strange).sam, TOGETHER) == {}


async def test_leave_and_reminders(strange: Force) -> None:
    assert await hear(strange.sam, QUIET) == {}


async def test_an_action_plan(strange: Force) -> None:
    assert await hear(strange.sam, PLANNING) == {}
