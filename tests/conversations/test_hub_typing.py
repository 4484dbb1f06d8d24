"""Everything the Hub can press can be typed: in a thread without the reference, anywhere else with it."""

import pytest

from tests.conversations.force import Force
from tests.conversations.hub_desk import see_head, until_history_says
from tests.fake_teams import Person


@pytest.fixture
async def reference(force: Force) -> str:
    await force.bind_hub()
    return await force.submit(force.sam)


@pytest.fixture
async def priya(force: Force, reference: str) -> Person:
    return await force.find_thread(force.priya, reference)


DAY = (
    ("take", "Priya Nair took it on"),
    ("release", "Priya Nair put it back in the queue"),
    ("give {here}to Lee", "Priya Nair gave it to Lee Marsh"),
    ("ask {here}At what time of day?", "Priya Nair asked the officer: At what time of day?"),
    ("answer {here}The light will be mended", "Priya Nair wrote to the officer: The light will be mended"),
    ("note {here}Ask the landlord", "Priya Nair noted for the Hub: Ask the landlord"),
    ("forward", "Priya Nair moved it to analysis"),
    ("back", "Priya Nair moved it to scanning"),
    ("close {here}addressed: The light is mended", "Priya Nair closed it (addressed): The light is mended"),
    ("reopen {here}It broke again", "Priya Nair opened it again: It broke again"),
)
"""What is typed one after the other, and the line each leaves."""


async def test_in_its_own_thread_a_submission_needs_no_reference(priya: Person) -> None:
    for words, line in DAY:
        await priya.says(words.format(here=""))
        await until_history_says(priya, line)


async def test_with_its_reference_it_can_be_worked_from_anywhere_in_the_channel(
    force: Force, priya: Person, reference: str
) -> None:
    for words, line in DAY:
        with_reference = words.format(here=f"{reference} ")
        await force.priya.says(with_reference if "{here}" in words else f"{words} {reference.lower()}")
        await until_history_says(priya, line)


@pytest.mark.parametrize(
    "words",
    [
        "close not taken forward: The council does it",
        "close not taken forward - The council does it",
        "Close Not taken forward, The council does it",
        "close PF-2026-0001: not taken forward. The council does it",
    ],
)
async def test_closing_is_read_however_outcome_and_reason_are_set_apart(priya: Person, words: str) -> None:
    await priya.says(words)
    await until_history_says(priya, "Priya Nair closed it (not taken forward)")
    await until_history_says(priya, "The council does it")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("close", "Choose how it ends: addressed, adopted, referred, duplicate, not taken forward."),
        ("close finished: Done", "Choose how it ends: addressed"),
        ("close addressed", "Say in a sentence why: the officer reads it."),
        ("close withdrawn: Done", "Choose how it ends: addressed"),
        ("give", "Choose one of the Hub's team: Lee Marsh, Priya Nair."),
        ("give to Ann", "Choose one of the Hub's team: Lee Marsh, Priya Nair."),
        ("ask", "Write the question first, then send it."),
        ("note " + "x" * 4001, "That is 4,001 characters; up to 4,000 fit."),
        ("release", "Nobody has PF-2026-0001, so there is nothing to release."),
        ("back", "PF-2026-0001 is at received, and that cannot be done from there."),
        ("reopen", "PF-2026-0001 is open already."),
        ("take PF-2026-0099", "I know no submission PF-2026-0099."),
    ],
)
async def test_what_cannot_be_done_is_said_in_a_sentence_and_nothing_changes(
    priya: Person, words: str, sentence: str
) -> None:
    before = see_head(priya).text
    await priya.says(words)
    await priya.until_sees(sentence)
    assert see_head(priya).text == before


async def test_in_a_thread_that_only_shows_copies_the_reference_has_to_be_said(
    force: Force, priya: Person, reference: str
) -> None:
    second = await force.submit(force.dana)
    await force.find_thread(force.priya, second)
    await force.priya.says("queue")
    desk = force.priya.at(force.channel, force.priya.screen.last)
    for one in (reference, second):
        await desk.says(f"open {one}")
    await desk.says("take")
    await desk.until_sees("take PF-")
    assert "Nobody has it" in see_head(priya).text
    await desk.says(f"take {second}")
    await desk.until_sees(f"{second}: You have it.")
    assert "Nobody has it" in see_head(priya).text


async def test_what_is_not_said_to_the_bot_is_not_its_business(force: Force, priya: Person) -> None:
    heard = len(force.channel.messages)
    await priya.says("take", mention=False)
    await priya.says("I think the landlord knows more", mention=False)
    assert len(force.channel.messages) == heard + 2
    assert "Nobody has it" in see_head(priya).text


async def test_a_colleague_can_be_named_by_mention(priya: Person) -> None:
    await priya.says("give PF-2026-0001 to <at>Lee Marsh</at>")
    await until_history_says(priya, "Priya Nair gave it to Lee Marsh")


async def test_help_in_the_channel_says_all_that_can_be_typed(priya: Person) -> None:
    await priya.says("help")
    await priya.until_sees("queue")
    assert "Nobody has it" in see_head(priya).text


@pytest.mark.parametrize("words", ["what now", "tkae it please", "Lee Marsh"])
async def test_what_is_not_understood_is_said_so_with_what_works_here(priya: Person, words: str) -> None:
    await priya.says(words)
    await priya.until_sees("I did not understand that. In a submission's own thread, for example: 'take'")
    assert "Nobody has it" in see_head(priya).text


async def test_a_command_that_names_no_submission_is_asked_for_it(force: Force) -> None:
    await force.bind_hub()
    await force.priya.says("take 6")
    await force.priya.until_sees("Which submission? Add its reference: for example 'take PF-2026-0001'.")


@pytest.mark.parametrize("words", ["give to Lee", "give this to Lee Marsh", "give it to lee"])
async def test_a_colleague_can_be_named_as_people_say_it(priya: Person, words: str) -> None:
    await priya.says(words)
    await until_history_says(priya, "Priya Nair gave it to Lee Marsh")
