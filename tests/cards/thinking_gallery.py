"""Every card of thinking alone."""

from cards.question import question
from cards.review import review
from cards.thinking import confirm_attach, my_thinking, piece_card, think_choices
from dialogs.engine import start
from dialogs.risk_assessment import RISK_ASSESSMENT
from dialogs.six_hats import SIX_HATS
from dialogs.state import REVIEW
from domain.ports import Outgoing
from tests.cards import samples as s
from tests.cards import thinking_samples as thought


def thinking() -> dict[str, Outgoing]:
    """Thinking alone: the ways on offer, the summary in each state, the list."""
    mine = [s.RECEIVED, s.OWNED]
    return {
        "think it through": think_choices(),
        "think it through, about a submission": think_choices(s.OWNED),
        "piece": piece_card(thought.PIECE, mine, s.NOW, note="Finished. Only you can read it."),
        "piece, about a submission": piece_card(thought.PIECE_ABOUT, [s.RECEIVED], s.NOW),
        "piece, nothing to attach to": piece_card(thought.PIECE, [], s.NOW),
        "piece, attaching went wrong": piece_card(
            thought.PIECE, mine, s.NOW, error="PF-2026-0009 is closed. Reopen it first.", typed="PF-2026-0009"
        ),
        "piece, attached": piece_card(thought.PIECE_ATTACHED, [], s.NOW),
        "piece, attach asked first": confirm_attach(thought.PIECE, s.OWNED),
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
