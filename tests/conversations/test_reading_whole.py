"""A long submission is cut on its card, and can be read to its last word from either side."""

from tests.conversations.force import QUICK_ANSWERS, Force, find_reference

ENDING = "and the last of them was never found."
LONG = "Bicycles are taken from the racks behind the station on weekday afternoons. " * 50 + ENDING


async def submit_at_length(force: Force) -> str:
    """Have Sam fill three answers as far as they go."""
    await force.sam.says("submit")
    kind, _, topic, place, *_ = QUICK_ANSWERS
    for answer in (kind, LONG, topic, place, LONG, LONG, "skip"):
        await force.sam.says(answer)
    await force.sam.presses("Send to the Hub")
    return find_reference(force.sam)


def count_endings(said: str) -> int:
    """Count the answers that are there to their last word."""
    return said.count(ENDING)


async def test_an_officer_reads_all_of_what_they_sent(force: Force) -> None:
    await submit_at_length(force)
    await force.sam.presses("History")
    assert "characters in all" in force.sam.screen.last_card.text

    await force.sam.presses("Read all of it")

    await force.sam.until(lambda: "in full" in force.sam.screen.last_card.text)
    assert count_endings(force.sam.screen.last_card.text) == 3


async def test_the_hub_reads_all_of_what_was_sent(force: Force) -> None:
    await force.bind_hub()
    priya = await force.find_thread(force.priya, await submit_at_length(force))
    await priya.presses("What was sent")
    await priya.presses("Read all of it")

    await priya.until(lambda: "in full" in priya.screen.last_card.text)
    assert count_endings(priya.screen.last_card.text) == 3


async def test_nobody_else_reads_all_of_it(force: Force) -> None:
    reference = await submit_at_length(force)
    await force.dana.crafts("submission.open", {"reference": reference, "whole": True})
    assert "not one of yours" in force.dana.sees()
    assert ENDING not in force.dana.sees()


async def test_what_was_left_out_and_what_is_not_known_are_told_apart(force: Force) -> None:
    await force.bind_hub()
    sam = force.sam
    await sam.says("submit")
    for answer in (*QUICK_ANSWERS[:4], "I don't know", "skip", QUICK_ANSWERS[6]):
        await sam.says(answer)
    await sam.presses("Send to the Hub")
    reference = find_reference(sam)
    priya = await force.find_thread(force.priya, reference)
    await priya.presses("What was sent")
    card = priya.screen.last_card.text
    assert "Why it happens: I don't know" in card
    assert "What to do: Left out" in card
    async with force.product.database.read() as work:
        submission = await work.submissions.find(reference)
    assert submission is not None
    left_out = [said.name for said in submission.answers if said.skipped]
    assert left_out == ["response"]
    assert submission.says("response") == ""


async def test_what_was_left_out_beyond_the_short_form_is_not_listed(force: Force) -> None:
    sam = force.sam
    await sam.says("submit")
    for answer in QUICK_ANSWERS:
        await sam.says(answer)
    await sam.presses("Tell the Hub more")
    await sam.says("skip")
    await sam.says("review")
    await sam.presses("Send to the Hub")
    async with force.product.database.read() as work:
        submission = await work.submissions.find(find_reference(sam))
    assert submission is not None
    assert not [said for said in submission.answers if said.skipped]
