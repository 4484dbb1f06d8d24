"""Cards that hold as much as anybody can write."""

from cards.elsewhere import point_from_words
from cards.hub import hub_card
from cards.menu import offer
from cards.messages import (
    hub_asks,
    refuse,
)
from cards.question import question
from cards.review import review
from cards.status import status
from cards.submissions import my_submissions
from cards.which import which_question
from cards.whole import whole_submission
from dialogs.state import REVIEW, Doubt
from domain.directions import Directions
from domain.ports import Outgoing
from domain.signposts import Elsewhere
from domain.submission import Happened
from tests.cards import samples as s


def worst() -> dict[str, Outgoing]:
    """As much text as anybody can write, where the limit of 40 KB is near."""
    events = list(s.WORST_EVENTS)
    rows = [s.WORST.model_copy(update={"reference": f"PF-2026-00{n}"}) for n in range(10, 20)]
    long_event = s.event(Happened.ASKED, s.PRIYA, s.ago(hours=1), "🚲" * 4000)
    pages = {f"worst, in full {n}": page for n, page in enumerate(whole_submission(s.WORST), start=1)}
    return {
        "worst, status": status(s.WORST, events, s.NOW, error="Too long.", kept=s.ENDLESS, box="reply"),
        "worst, status adding": status(s.WORST, events, s.NOW, error="Too long.", kept=s.ENDLESS, box="add"),
        "worst, hub": hub_card(
            s.WORST,
            events,
            s.NOW,
            colleagues=s.COLLEAGUES * 30,
            error="Too long.",
            kept=s.ENDLESS,
            box="close",
        ),
        "worst, hub giving": hub_card(
            s.WORST.model_copy(update={"answers": s.WORST_SAID}), events, s.NOW, colleagues=s.COLLEAGUES * 30
        ),
        "worst, list": my_submissions(rows, s.NOW, page=1, pages=3),
        "worst, message": hub_asks(s.WORST, long_event, error="Too long.", kept=s.ENDLESS),
        "worst, first words": point_from_words(Elsewhere.STANDARDS, Directions(), s.ENDLESS),
        "worst, first words, carried": point_from_words(Elsewhere.STANDARDS, Directions(), "é" * 7500),
        "worst, offer": offer(s.ENDLESS),
        "worst, which question": which_question(s.ENDLESS, rows),
        "worst, which question, carried": which_question("🚲" * 200, rows),
        "worst, refuse": refuse("Too long.", s.ENDLESS),
        "worst, question": question(s.WALK, s.at("problem"), 12, kept=s.ENDLESS),
        "worst, personal": question(
            s.WALK, s.holding("problem", Doubt.PERSONAL, s.ENDLESS, found=("🚲" * 60,) * 20), 12
        ),
        "worst, unclear": question(s.WALK, s.holding("topic", Doubt.UNCLEAR, s.ENDLESS), 12),
        "worst, review in depth": review(s.WALK, s.at(REVIEW, answers=s.FULL_ANSWERS), 12),
        "worst, hub in depth": hub_card(
            s.WORST.model_copy(update={"answers": s.FULL_SAID}), events, s.NOW, colleagues=s.COLLEAGUES * 30
        ),
        "worst, status in depth": status(s.WORST.model_copy(update={"answers": s.FULL_SAID}), events, s.NOW),
        "worst, review": review(s.WALK, s.at(REVIEW, answers=s.WORST_ANSWERS), 12),
        **pages,
    }
