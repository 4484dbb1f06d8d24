"""The cards that point to where words belong."""

from cards.elsewhere import point_from_hats, point_from_move, point_from_words, point_still
from cards.payloads import HatsKeep, SubmissionWithdraw
from domain.directions import Directions
from domain.ports import Outgoing
from domain.signposts import Elsewhere
from domain.six_hats import Hat

KEEP = HatsKeep(session=7, hat=Hat.RED, words="He has a knife", seal="f" * 64)
WITHDRAW = SubmissionWithdraw(reference="PF-2026-0007", version=3, words="He moved in", cleared=True)


def elsewhere() -> dict[str, Outgoing]:
    """Give them for first words, for a thought under the hats, and for the reason of a decision."""
    return {
        "first words, emergency": point_from_words(Elsewhere.EMERGENCY, Directions(), "He has a knife"),
        "first words, carried on with": point_still(Elsewhere.EMERGENCY, Directions(), "Carried on below."),
        "a thought, typed": point_from_hats(Elsewhere.STANDARDS, Directions(), KEEP, overheard=True),
        "a thought, in the box": point_from_hats(Elsewhere.WELLBEING, Directions(), KEEP, overheard=False),
        "a thought, too late": point_from_hats(Elsewhere.EMERGENCY, Directions(), None, overheard=True),
        "a reason for withdrawing": point_from_move(
            Elsewhere.INTELLIGENCE, Directions(), "PF-2026-0007", WITHDRAW
        ),
        "first words, at the review": point_from_words(Elsewhere.WELLBEING, Directions()),
    }
