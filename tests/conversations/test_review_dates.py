"""The day somebody looks again: a calendar in the card, typed as people say it, kept as a day."""

import pytest

from domain.ports import JSONObject
from tests.conversations.force import Force
from tests.conversations.officer_chat import see_bottom
from tests.fake_teams import Person

ASKED = "When will you check whether it has worked?"


async def open_review_date(officer: Person, reference: str) -> None:
    """Tell more about a submission until the review date is asked for."""
    await officer.says(f"more {reference}")
    for _ in range(40):
        if ASKED in see_bottom(officer):
            return
        await officer.says("skip")
    raise AssertionError(see_bottom(officer))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3 May", "Sunday 3 May 2026"),
        ("03/05/2026", "Sunday 3 May 2026"),
        ("in six weeks", "Monday 13 April 2026"),
        ("at the end of March", "Tuesday 31 March 2026"),
        ("on Friday", "Friday 6 March 2026"),
    ],
)
async def test_it_is_typed_as_people_say_it_and_the_hub_reads_a_day(
    force: Force, typed: str, day: str
) -> None:
    sam = force.sam
    reference = await force.submit(sam)
    await open_review_date(sam, reference)
    await sam.says(typed)
    await sam.says("review")
    assert f"Review date: {day}" in see_bottom(sam)
    await sam.presses("Add to the submission")
    await sam.until_sees("Added. The Hub sees it now.")
    async with force.product.database.read() as work:
        submission = await work.submissions.find(reference)
    assert submission is not None
    assert submission.says("review_date") == day


async def test_it_is_picked_in_the_cards_calendar(force: Force) -> None:
    sam = force.sam
    await open_review_date(sam, await force.submit(sam))
    await sam.presses("Next", answer="2026-06-30")
    await sam.says("review")
    assert "Review date: Tuesday 30 June 2026" in see_bottom(sam)


async def test_a_month_alone_gets_a_kind_question_with_a_guess(force: Force) -> None:
    sam = force.sam
    await open_review_date(sam, await force.submit(sam))
    await sam.says("next month")
    guess = "\N{LEFT DOUBLE QUOTATION MARK}30 April 2026\N{RIGHT DOUBLE QUOTATION MARK}"
    assert f"Which day would that be? If any will do, type {guess}." in see_bottom(sam)
    assert ASKED in see_bottom(sam)
    await sam.says("30 April 2026")
    await sam.says("review")
    assert "Review date: Thursday 30 April 2026" in see_bottom(sam)


async def test_what_is_no_day_says_how_to_write_one(force: Force) -> None:
    sam = force.sam
    await open_review_date(sam, await force.submit(sam))
    await sam.says("when the lights are up")
    assert "I could not read a day in that. Write it like this: 24 November." in see_bottom(sam)
    await sam.says("yesterday")
    assert "Give a day from today on, within three years." in see_bottom(sam)


async def test_words_from_an_earlier_release_are_kept_and_shown(force: Force) -> None:
    sam = force.sam
    await open_review_date(sam, await force.submit(sam))
    await sam.says("3 May")
    async with force.product.database.begin() as work:
        (draft, *_) = await work.drafts.list_latest(1, 1)
        kept = draft.state["answers"]
        assert isinstance(kept, dict)
        told: JSONObject = {**kept, "review_date": {"text": "At the end of the summer"}}
        state: JSONObject = {**draft.state, "answers": told}
        await work.drafts.save(draft.id, state, draft.touched_at)
    await sam.says("review")
    assert "Review date: At the end of the summer" in see_bottom(sam)
    await sam.presses("Change it", question="review_date")
    assert "Your answer so far: At the end of the summer" in see_bottom(sam)
    await sam.presses("Next", answer="2026-09-30")
    assert "Review date: Wednesday 30 September 2026" in see_bottom(sam)


async def test_a_decision_is_looked_back_at_on_a_day(force: Force) -> None:
    sam = force.sam
    await sam.says("ndm: Moving the racks")
    for _ in range(20):
        if "When will you look again?" in see_bottom(sam):
            break
        await sam.says("skip")
    await sam.says("in three months")
    assert "What will tell you whether it worked?" in see_bottom(sam)
    await sam.says("finish")
    assert "When you look again: Tuesday 2 June 2026" in see_bottom(sam)
