"""An administrator looks after what could not be delivered."""

import asyncio
from collections.abc import Callable

import pytest
from typer.testing import CliRunner

from admin.__main__ import cli
from domain.delivery import Backlog
from tests.conversations.force import Force
from tests.conversations.hub_desk import is_at, press
from tests.fake_teams import Fault, Person
from tests.fake_teams.person import GLANCE_SECONDS

NOTHING = "Nothing waits for you to decide: no delivery has been given up."
FOR_ADMINS = "That is for administrators. Nothing has changed."


@pytest.fixture
def boss(force: Force) -> Person:
    """The administrator, alone with the bot."""
    return force.teams.person_of(force.admin.account)


async def see_backlog(force: Force) -> Backlog:
    """Count what waits and what was given up."""
    async with force.product.database.read() as work:
        return await work.outbox.count_waiting()


async def until_backlog(force: Force, is_so: Callable[[Backlog], bool]) -> None:
    """Wait until the deliveries stand so."""
    for _ in range(200):
        if is_so(await see_backlog(force)):
            return
        force.passes(seconds=1)
        await force.teams.world.wait_for_change(GLANCE_SECONDS)
    raise AssertionError(f"waited in vain: {await see_backlog(force)}")


async def lose_a_card(force: Force, officer: Person) -> str:
    """Have Teams refuse an officer's card for good; gives the submission's reference."""
    await force.bind_hub()
    reference = await force.submit(officer)
    priya = await force.find_thread(force.priya, reference)
    await until_backlog(force, lambda backlog: not backlog.waiting)
    officer.goes_wrong(Fault(status=400, code="BadSyntax"))
    await press(priya, "Take it")
    await until_backlog(force, lambda backlog: backlog.dead == 1)
    return reference


async def run(*arguments: str, answer: str = "") -> str:
    """Run a command line beside the story's event loop, which it may not share; gives what it printed."""
    done = await asyncio.to_thread(CliRunner().invoke, cli, list(arguments), input=answer)
    return done.output


async def test_when_all_has_arrived_it_says_so(boss: Person) -> None:
    await boss.says("deliveries")
    assert NOTHING in boss.sees()
    assert "Nothing else waits." in boss.sees()


async def test_the_help_names_it_to_administrators_alone(force: Force, boss: Person) -> None:
    await boss.says("help")
    assert "deliveries: see what could not be delivered" in boss.sees()
    await force.sam.says("help")
    assert "deliveries" not in force.sam.sees()


async def test_what_was_given_up_is_listed_with_whom_and_why_and_none_of_its_words(
    force: Force, boss: Person
) -> None:
    reference = await lose_a_card(force, force.sam)
    await boss.says("deliveries")
    said = boss.screen.last_card.text
    for words in (
        "One delivery has been given up.",
        f"The officer's card ({reference})",
        "For Sam Reed. Teams answered: BadSyntax.",
        "given up today at",
    ):
        assert words in said
    assert "Bicycles" not in said


async def test_what_is_tried_again_arrives_and_leaves_the_list(force: Force, boss: Person) -> None:
    reference = await lose_a_card(force, force.sam)
    assert "Priya Nair has it" not in force.sam.sees()
    await boss.says("deliveries")
    await boss.presses("Try again")
    assert f"On its way again: the officer's card ({reference}) for Sam Reed." in boss.sees()
    assert NOTHING in boss.sees()
    await force.sam.until(lambda: "Priya Nair" in force.sam.sees())


async def test_dropping_asks_first_and_can_be_left(force: Force, boss: Person) -> None:
    reference = await lose_a_card(force, force.sam)
    await boss.says("deliveries")
    await boss.presses("Drop")
    assert f"Drop the officer's card ({reference}) for Sam Reed?" in boss.sees()
    assert "The card stays as it was, until something changes on it." in boss.sees()
    await boss.presses("Keep it")
    assert (await see_backlog(force)).dead == 1
    await boss.presses("Drop")
    await boss.presses("Yes, drop it")
    assert f"Dropped: the officer's card ({reference}) for Sam Reed." in boss.sees()
    assert NOTHING in boss.sees()
    assert (await see_backlog(force)).dead == 0


async def test_a_dropped_card_shows_what_comes_after(force: Force, boss: Person) -> None:
    reference = await lose_a_card(force, force.sam)
    await boss.says("deliveries")
    await boss.presses("Drop")
    await boss.presses("Yes, drop it")
    await press(force.in_thread_of(force.priya, reference), "On to analysis")
    await force.sam.until(lambda: is_at(force.sam, "Analysis"))


async def test_it_can_be_typed_as_well(force: Force, boss: Person) -> None:
    await lose_a_card(force, force.sam)
    await boss.says("Deliveries.")
    name = next(word for word in boss.screen.last_card.text.split() if word[0] == "C" and word[1:].isdigit())
    await boss.says(f"drop {name.lower()}")
    assert "Drop the officer's card" in boss.screen.last_card.text
    assert (await see_backlog(force)).dead == 1
    await boss.says(f"retry {name}")
    assert "On its way again" in boss.screen.last_card.text


async def test_what_somebody_else_settled_meanwhile_shows_how_it_is_now(force: Force, boss: Person) -> None:
    await lose_a_card(force, force.sam)
    await boss.says("deliveries")
    old = boss.screen.last_card
    await boss.says("deliveries")
    await boss.presses("Try again")
    for button in ("Try again", "Drop"):
        await boss.presses(button, card=old)
        assert "That is not waiting for a decision any more. Here is what is." in boss.sees()
        boss.screen.reload()
        old = next((card for card in boss.screen.cards if button in card.buttons()), old)
        if button not in old.buttons():
            break


@pytest.mark.parametrize("who", ["sam", "lee"])
async def test_nobody_else_sees_or_settles_them(force: Force, who: str) -> None:
    await lose_a_card(force, force.sam)
    person: Person = force.teams.person_of(getattr(force, who).account)
    for words in ("deliveries", "retry C1", "drop C1"):
        await person.says(words)
        assert FOR_ADMINS in person.screen.last.text
    for verb in ("admin.deliveries", "admin.retry", "admin.drop"):
        await person.crafts(verb, {"letter": "C1", "sure": True})
        assert FOR_ADMINS in str(person.screen.flash)
    assert (await see_backlog(force)).dead == 1


async def test_in_a_channel_it_is_not_shown(force: Force) -> None:
    await lose_a_card(force, force.sam)
    await force.priya.says("deliveries")
    assert "Others read along here. Ask me that in a chat with me alone." in force.priya.sees()
    assert "Sam Reed. Teams" not in force.priya.sees()


async def test_a_name_that_is_none_settles_nothing(boss: Person) -> None:
    await boss.says("retry C999")
    assert "That is not waiting for a decision any more." in boss.screen.last_card.text


async def test_the_command_line_lists_retries_and_drops(
    force: Force, force_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await lose_a_card(force, force.sam)
    await force.stop()
    async with force.product.database.read() as work:
        (letter,) = await work.outbox.list_dead()
    monkeypatch.setenv("DATABASE_URL", force_url)
    monkeypatch.setenv("LOCAL_MODE", "1")
    monkeypatch.setenv("COLUMNS", "200")
    listed = await run("deliveries")
    for words in (letter.name, "The officer's card", "Sam Reed", "BadSyntax"):
        assert words in listed
    assert "is not among what was given up" in await run("deliveries", "--retry", "M999")
    assert letter.name in await run("deliveries", "--drop", letter.name, answer="n\n")
    assert f"{letter.name} is on its way again." in await run("deliveries", "--retry", letter.name.lower())
    assert NOTHING in await run("deliveries")
