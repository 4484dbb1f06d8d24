"""Every card of thinking alone."""

from dataclasses import replace

from cards.question import question
from cards.review import review
from cards.thinking import confirm_attach, confirm_throw, my_thinking, piece_card, think_choices
from dialogs.engine import start
from dialogs.risk_assessment import RISK_ASSESSMENT
from dialogs.six_hats import SIX_HATS
from dialogs.state import REVIEW
from domain.delivery import SubjectKind
from domain.piece import Home
from domain.ports import Outgoing
from domain.submission import Submission
from tests.cards import samples as s
from tests.cards import thinking_samples as thought

PLAN = Home(SubjectKind.PLAN, "AP-2026-0001", "Bike theft at Hitchin station", is_open=True)


def home_of(submission: Submission) -> Home:
    """Give a submission as something to attach to."""
    return Home(SubjectKind.SUBMISSION, submission.reference, submission.title, is_open=True)


def thinking() -> dict[str, Outgoing]:
    """Thinking alone: the ways on offer, the summary in each state, the list."""
    mine = [home_of(s.RECEIVED), home_of(s.OWNED), PLAN]
    return {
        "think it through": think_choices(),
        "think it through, about a submission": think_choices(home_of(s.OWNED)),
        "piece": piece_card(thought.PIECE, mine, s.NOW, note="Finished. Only you can read it."),
        "piece, about a submission": piece_card(thought.PIECE_ABOUT, [home_of(s.RECEIVED)], s.NOW),
        "piece, nothing to attach to": piece_card(thought.PIECE, [], s.NOW),
        "piece, attaching went wrong": piece_card(
            thought.PIECE, mine, s.NOW, error="PF-2026-0009 is closed. Reopen it first.", typed="PF-2026-0009"
        ),
        "piece, attached": piece_card(thought.PIECE_ATTACHED, [], s.NOW),
        "piece, thrown away asked first": confirm_throw(thought.PIECE_ATTACHED),
        "piece, attach asked first": confirm_attach(thought.PIECE, home_of(s.OWNED)),
        "piece, attach to a plan asked first": confirm_attach(thought.PIECE, PLAN),
        "piece, attached to a plan": piece_card(
            replace(thought.PIECE_ATTACHED, attached_to=PLAN.reference), [], s.NOW
        ),
        "think it through, about a plan": think_choices(PLAN),
        "my thinking": my_thinking([thought.PIECE, thought.PIECE_ATTACHED], s.NOW, first=1, page=0, pages=2),
        "my thinking, none": my_thinking([], s.NOW, first=1, page=0, pages=1),
        "six hats, which first": question(SIX_HATS, start(SIX_HATS, given={"problem": "Bikes"}), 12),
        "risk, how likely": question(RISK_ASSESSMENT, start(RISK_ASSESSMENT, given=thought.A_RISK), 12),
        "review of a risk assessment": review(
            RISK_ASSESSMENT,
            start(RISK_ASSESSMENT, given=thought.ALL_RISKS).model_copy(update={"at": REVIEW}),
            12,
        ),
        "worst, piece": piece_card(thought.WORST_PIECE, mine * 5, s.NOW, error="Too long.", typed="x" * 120),
        "worst, review of six hats": review(
            SIX_HATS, start(SIX_HATS, given=thought.ALL_HATS).model_copy(update={"at": REVIEW}), 12
        ),
    }
