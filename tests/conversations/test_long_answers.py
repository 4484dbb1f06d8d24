"""Answers by voice typing and by paste: long, without punctuation, formatted; kept, and nothing is lost."""

import pytest

from tests.conversations.force import Force
from tests.conversations.officer_chat import see_bottom, walk_to
from tests.fake_teams import Person

_SPOKEN = (
    "so what i have seen is that the racks behind the station are hidden by a wall and nobody walks past "
    "between the trains so they just take their time and the light has been out since august "
)
SPOKEN = " ".join((_SPOKEN * 20).split()[:600])
"""Six hundred words as a telephone writes them down: one breath."""

_LINE = "• **Racks** hidden by the wall\t[map](https://example.org)  31 thefts since September, see below\n"
PASTED = (_LINE * 60)[:5000].strip()
"""Five thousand characters out of a document, formatted."""

LONG = "characters; the Hub reads up to 4,000. Your text is kept here: shorten it, or put the rest under"


def read_box(officer: Person) -> str:
    """Read what stands in the answer's box."""
    boxes = [node for node in officer.screen.last_card.inputs() if node["id"] == "answer"]
    return str(boxes[0].get("value", ""))


@pytest.mark.parametrize("in_card", [True, False])
async def test_six_hundred_spoken_words_are_one_answer(force: Force, *, in_card: bool) -> None:
    sam = force.sam
    await walk_to(sam, "analysis")
    await (sam.presses("Next", answer=SPOKEN) if in_card else sam.says(SPOKEN))
    assert "What has been tried" in see_bottom(sam)
    await sam.says("review")
    await sam.presses("Send to the Hub")
    await sam.until_sees("PF-2026-0001")
    async with force.product.database.read() as work:
        submission = await work.submissions.find("PF-2026-0001")
    assert submission is not None
    assert submission.says("analysis") == SPOKEN


async def test_spoken_into_an_empty_chat_they_become_the_problem(force: Force) -> None:
    sam = force.sam
    await sam.says(SPOKEN)
    assert "Shall I start a submission with this?" in see_bottom(sam)
    await sam.presses("Start a submission")
    await sam.until(lambda: "What would you like to bring to the Hub?" in see_bottom(sam))
    for said in ("problem", "theft", "The station", "review"):
        await sam.says(said)
    await sam.presses("Send to the Hub")
    await sam.until_sees("PF-2026-0001")
    async with force.product.database.read() as work:
        submission = await work.submissions.find("PF-2026-0001")
    assert submission is not None
    assert submission.says("problem") == SPOKEN


async def test_spoken_as_a_choice_they_are_asked_about_and_kept(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "topic")
    await sam.says(SPOKEN)
    assert "Pick one, or type its name." in see_bottom(sam)
    assert SPOKEN[:300] in see_bottom(sam)


async def test_spoken_as_a_thought_they_are_kept_and_the_way_on_is_said(force: Force) -> None:
    sam = force.sam
    await sam.says("six hats: Bicycles")
    await sam.says("white")
    await sam.says(SPOKEN)
    said = see_bottom(sam)
    assert f"That is {len(SPOKEN):,} characters, and up to 2,000 fit here. Your text is kept" in said
    assert read_box(sam) == SPOKEN
    await sam.presses("Next", answer=SPOKEN[:2000])
    assert "What do you not know yet?" in see_bottom(sam)
    await sam.says(SPOKEN[2000:])
    assert "Which figure would change your mind?" in see_bottom(sam)


@pytest.mark.parametrize("in_card", [True, False])
async def test_five_thousand_pasted_characters_wait_until_they_are_shortened(
    force: Force, *, in_card: bool
) -> None:
    sam = force.sam
    await walk_to(sam, "analysis")
    await (sam.presses("Next", answer=PASTED) if in_card else sam.says(PASTED))
    assert LONG in see_bottom(sam)
    kept = read_box(sam)
    assert kept.split() == PASTED.split()
    await sam.presses("Next", answer=kept[:3900])
    assert "What has been tried" in see_bottom(sam)
    await sam.says("review")
    assert "**Racks** hidden by the wall" in see_bottom(sam).replace("\u200b", "")


async def test_the_rest_of_a_paste_finds_room_under_tell_the_hub_more(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "analysis")
    await sam.says(PASTED)
    kept = read_box(sam)
    await sam.presses("Next", answer=kept[:3900])
    await sam.says("review")
    await sam.presses("Tell the Hub more")
    for _ in range(30):
        if "What else should the Hub know?" in see_bottom(sam):
            break
        await sam.says("skip")
    await sam.says(kept[3900:])
    await sam.says("review")
    await sam.presses("Send to the Hub")
    await sam.until_sees("PF-2026-0001")
    async with force.product.database.read() as work:
        submission = await work.submissions.find("PF-2026-0001")
    assert submission is not None
    told = f"{submission.says('analysis')} {submission.says('anything_else')}"
    assert "".join(told.split()) == "".join(PASTED.split())


async def test_what_is_too_long_survives_saving_and_a_restart(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "analysis")
    await sam.says(PASTED)
    await sam.says("save")
    await force.stop()
    await force.start()
    await sam.says("drafts")
    await sam.presses("Carry on")
    await sam.until(lambda: LONG in see_bottom(sam))
    assert read_box(sam).split() == PASTED.split()
