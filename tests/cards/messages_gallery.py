"""The messages that come once, to an officer or into the Hub's thread."""

from cards.messages import (
    closed,
    hub_answers,
    hub_asks,
    merged,
    officer_added,
    officer_attached,
    officer_reopened,
    officer_replied,
    officer_withdrew,
    refuse,
    reopened,
    say,
)
from cards.which import which_question
from domain.ports import Outgoing
from domain.submission import Happened
from tests.cards import samples as s
from tests.cards.hats_gallery import BEGUN


def short() -> dict[str, Outgoing]:
    """Give them all."""
    added = s.event(Happened.DETAIL_ADDED, s.SAM, s.ago(minutes=2), "It was three last night.")
    left = s.event(Happened.WITHDRAWN, s.SAM, s.ago(minutes=2))
    again = s.event(Happened.REOPENED, s.PRIYA, s.ago(minutes=2))
    back = s.event(Happened.REOPENED, s.SAM, s.ago(minutes=2), "It has started again.")
    return {
        "message, the hub asks": hub_asks(s.WAITING, s.ASKED),
        "message, asked and answered": hub_asks(s.OWNED, s.ASKED),
        "message, the answer went wrong": hub_asks(s.WAITING, s.ASKED, error="Write your answer first."),
        "message, the hub answers": hub_answers(s.OWNED, s.ANSWERED),
        "message, closed": closed(s.CLOSED, s.CLOSING),
        "message, merged": merged(s.CLOSED, s.MERGING),
        "message, reopened": reopened(s.OWNED, again),
        "thread, replied": officer_replied(s.OWNED, s.REPLIED),
        "thread, added": officer_added(s.OWNED, added),
        "thread, attached": officer_attached(s.OWNED, added.model_copy(update={"about": BEGUN.topic})),
        "thread, withdrew": officer_withdrew(s.WITHDRAWN, left),
        "thread, reopened": officer_reopened(s.OWNED, back),
        "say": say("Saved for later. Type 'drafts' to carry on."),
        "refuse": refuse("Only members of the Hub's team can do that. Nothing has changed."),
        "which question": which_question("Between two and five", [s.WAITING, s.SENSITIVE]),
        "refuse, text kept": refuse("PF-2026-0007 is closed. Reopen it first.", "Is there a light?"),
    }
