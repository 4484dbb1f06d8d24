"""A finished piece of thinking is thrown away, after being asked; what it is attached to keeps its copy."""

import pytest

from tests.conversations.force import Force
from tests.conversations.officer_chat import see_bottom
from tests.conversations.test_thinking_alone import SECRET, think_in_black

ASKED = "Throw this away? It is deleted."


async def read_all_drafts(force: Force) -> str:
    """Read what the database keeps of somebody's drafts."""
    async with force.product.database.read() as work:
        return str([draft.state for draft in await work.drafts.list_latest(1, 10)])


@pytest.mark.parametrize("typed", ["throw away my thinking", "delete my thinking 1", "[Throw it away]"])
async def test_it_asks_and_then_nothing_of_it_is_kept(force: Force, typed: str) -> None:
    sam = force.sam
    await think_in_black(sam)
    await (sam.presses(typed.strip("[]")) if typed.startswith("[") else sam.says(typed))
    await sam.until(lambda: ASKED in see_bottom(sam))
    assert "Six hats, Bicycles at the station" in see_bottom(sam)
    await sam.presses("Yes, throw it away")
    assert "Thrown away." in sam.sees()
    assert ASKED not in sam.sees()
    await sam.says("my thinking")
    assert "You have thought nothing through here yet." in see_bottom(sam)
    assert SECRET not in await read_all_drafts(force)
    await sam.until(lambda: "Six hats: thrown away" in sam.sees())
    await sam.until(lambda: not any(SECRET in card.text for card in sam.screen.cards))


async def test_kept_after_all_it_is_as_it_was(force: Force) -> None:
    sam = force.sam
    await think_in_black(sam)
    await sam.says("throw away my thinking")
    await sam.presses("Keep it")
    await sam.until(lambda: SECRET in see_bottom(sam))
    await sam.says("my thinking")
    assert "1. Bicycles at the station" in see_bottom(sam)


async def test_what_it_is_attached_to_keeps_its_copy_and_that_is_said(force: Force) -> None:
    sam = force.sam
    reference = await force.submit(sam)
    await think_in_black(sam)
    await sam.says(f"attach {reference}")
    await sam.presses("Attach it")
    await sam.says("my thinking 1")
    await sam.presses("Throw it away")
    await sam.until(lambda: f"{reference} keeps its copy of it, which others may read." in see_bottom(sam))
    await sam.presses("Yes, throw it away")
    assert f"Thrown away. {reference} keeps its copy." in sam.sees()
    async with force.product.database.read() as work:
        submission = await work.submissions.find(reference)
        assert await work.thinking_pieces.find(1) is None
    assert submission is not None
    assert SECRET in str(submission.answers)


async def test_the_second_press_and_the_old_card_find_nothing(force: Force) -> None:
    sam = force.sam
    await think_in_black(sam)
    piece = sam.screen.last_card
    await sam.says("throw away my thinking")
    asked = sam.screen.last_card
    await sam.presses("Yes, throw it away")
    await sam.presses("Yes, throw it away", card=asked)
    await sam.presses("Send it to me as text", card=piece)
    assert SECRET not in sam.screen.last.text


async def test_nobody_else_throws_it_away(force: Force) -> None:
    await think_in_black(force.sam)
    await force.dana.says("hello")
    for verb in ("piece.throw", "piece.throw_really"):
        await force.dana.crafts(verb, {"piece": 1})
    assert SECRET not in force.dana.sees()
    await force.sam.says("my thinking 1")
    assert SECRET in see_bottom(force.sam)


async def test_without_any_it_says_so(force: Force) -> None:
    await force.sam.says("throw away my thinking 3")
    assert "You have no such piece." in force.sam.sees()
