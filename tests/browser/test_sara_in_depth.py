"""SARA in depth on a telephone: every question pressed or filled in on the card, 360 pixels wide."""

from datetime import timedelta

import pytest

from domain.clock import in_london
from domain.dates import say_date
from storage.moved_clock import MovedClock
from tests.browser.desk import PHONE, Desk
from tests.browser.main_job import fill_in_short_form
from tests.browser.stage import Stage

pytestmark = pytest.mark.asyncio(loop_scope="module")

PROBLEM = "Bicycles vanish from the racks behind the library"
REVIEW = "New submission: your answers"
EXPLANATION = "Nobody can see the racks from anywhere"
HINT = "What would you expect to see if that were wrong?"

FILLED = {
    "What would better look like": "Half as many by the end of March",
    "How often does it happen": "Two a week since September",
    "Who is harmed by it": "Commuters lose their way to work",
    "What about the place makes it easy": "A wall hides the racks and the light is out",
    "Who owns or runs the place": "The council; its officer wants a new light",
    "what is your working explanation now": EXPLANATION,
    "What would you count to see a change": "Reports from the racks: 31 from September to November",
}
"""Questions that take words, and what the officer writes into their box."""

PRESSED = {
    "Which kind of aim is that?": "Have less of it, by an amount",
    "What does it cost the force": "Skip",
    "What comes back most": "The same place",
    "Where or when does it not happen": "I don't know",
    "What was tried before": "Skip",
    "Which figures or records": "I don't know",
    "What is being done about it already": "Skip",
    "Which change would most put people off": "Make it riskier to try",
    "To make it riskier: which of these five": "Open up the view",
    "Is there another of the five": "Skip",
    "Who would do what, and by when?": "Skip",
    "Which partners need to be in it": "Skip",
    "What else should the Hub know?": "Skip",
}
"""Questions that are answered with one press."""

ASKED = (
    *("What would better look like", "Which kind of aim is that?", "How often does it happen"),
    *("Who is harmed by it", "What does it cost the force", "What comes back most"),
    *("What about the place makes it easy", "Who owns or runs the place", "Where or when does it not happen"),
    *("What was tried before", "Which figures or records", "what is your working explanation now"),
    *("What is being done about it already", "Which change would most put people off"),
    *("To make it riskier: which of these five", "Is there another of the five"),
    *("Who would do what, and by when?", "Which partners need to be in it"),
    *("What would you count to see a change", "When will you check", "What else should the Hub know?"),
)
"""What is asked beyond the short form, in order."""


async def answer(officer: Desk, asked: str, day: str) -> None:
    """Answer one question on its card; a thought of the coach's is waved away."""
    if asked in PRESSED:
        await officer.press(PRESSED[asked], on=asked)
    elif asked in FILLED:
        await officer.write("Your answer", FILLED[asked], "Next", on=asked)
    else:
        await officer.write("The day, here or in the chat", day, "Next", on=asked)
    if FILLED.get(asked) == EXPLANATION:
        await officer.sees(HINT)
        await officer.press("Thanks, leave it", on=HINT)
        await officer.misses(HINT)


async def test_a_submission_is_told_in_depth_on_a_telephone(stage: Stage) -> None:
    officer = await stage.seat_officer(width=PHONE)
    review_day = in_london(MovedClock(stage.options.data).now()).date() + timedelta(days=90)
    await fill_in_short_form(officer, PROBLEM)
    await officer.press("Tell the Hub more", on=REVIEW)
    for asked in ASKED:
        await officer.sees(asked)
        await officer.fits()
        await answer(officer, asked, review_day.isoformat())
    await officer.sees("Review date:")
    await officer.fits()
    for said in (
        "Aim: Half as many by the end of March",
        "Kind of aim: Have less of it, by an amount",
        "To make it riskier: Open up the view",
        "Where it does not happen: I don't know",
        f"Review date: {say_date(review_day)} {review_day.year}",
    ):
        await officer.sees(said)
    await officer.press("Send to the Hub", on=REVIEW)
    await officer.sees_on_card("Nobody in the Hub has it yet.", on=PROBLEM)
    await stage.hub.sees_on_card("Nobody has it.", on=PROBLEM)
