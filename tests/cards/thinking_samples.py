"""What somebody has thought through alone, for the stories about its cards."""

from dataclasses import replace

from dialogs.risk_assessment import RISK_ASSESSMENT
from dialogs.six_hats import SIX_HATS
from domain.piece import Piece
from domain.submission import Said
from tests.cards.samples import RECEIVED, SAM, WORST_SAID, ago

PIECE = Piece(
    id=4,
    person_id=SAM.id,
    kind="six hats",
    title="Bikes are stolen from the racks",
    about="",
    said=(
        Said(
            name="white_known",
            label="Known",
            section="⚪ White hat: facts",
            text="31 reports since September; the light is out.",
        ),
        Said(
            name="red_own",
            label="Gut feeling",
            section="🔴 Red hat: feelings",
            text="I am tired of writing the same report.",
        ),
        Said(name="blue_next", label="Next step", section="🔵 Blue hat: planning", text="I don't know"),
    ),
    made_at=ago(hours=2),
)
PIECE_ABOUT = replace(PIECE, about=RECEIVED.reference)
PIECE_ATTACHED = replace(PIECE, id=5, attached_to="PF-2026-0007", attached_at=ago(hours=1))
WORST_PIECE = replace(PIECE, title="🚲" * 90, said=WORST_SAID)
A_RISK = {"problem": "Moving the racks", "risk_1": "Thieves move on to the next station"}
ALL_RISKS = {
    **{question.name: "possible" for _, question in RISK_ASSESSMENT.questions()},
    **{f"harm_{number}": "high" for number in (1, 2, 3)},
    **{f"another_{number}": "yes" for number in (1, 2)},
}
ALL_HATS = {
    **{question.name: "🚲" * 2000 for _, question in SIX_HATS.questions()},
    "order": "red",
    "others": "yes",
}
