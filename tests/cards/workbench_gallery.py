"""The Hub's workbench, tool by tool."""

from dataclasses import replace

from cards.similar import similar_card
from cards.workbench import workbench
from domain.ports import Outgoing
from domain.related import Fellow, Relation
from domain.submission import Party, Stage
from tests.cards import samples as s

LINKED = Fellow(
    3,
    "PF-2026-0003",
    "Pedal cycle theft from the railway car park",
    "Stevenage station",
    Stage.ANALYSIS,
    Party(id=9, name="Dana Finch"),
    Relation.RELATED,
)
OFFERED = Fellow(
    5,
    "PF-2026-0005",
    "Commuters find their locks cut after the evening train, and nobody at the station has seen anything",
    "Letchworth",
    Stage.RECEIVED,
    Party(id=8, name="Sam Reed"),
    matched=("bicycle", "railway", "theft"),
)
MERGED = Fellow(
    4,
    "PF-2026-0004",
    "Commuters find their locks cut after the evening train",
    "Letchworth",
    Stage.CLOSED,
    Party(id=9, name="Dana Finch"),
    Relation.MERGED,
    answers=s.WORST_SAID,
    is_open=False,
)


def workbenches() -> dict[str, Outgoing]:
    """Give every state of the workbench."""
    return {
        "workbench": workbench(s.OWNED),
        "workbench, similar": similar_card(s.OWNED, (LINKED, OFFERED)),
        "workbench, merged": similar_card(s.OWNED, (MERGED, OFFERED)),
        "workbench, merged into another": similar_card(
            s.CLOSED, (replace(MERGED, answers=(), is_open=True), OFFERED)
        ),
        "workbench, as full as it gets": similar_card(
            s.OWNED,
            (
                *(replace(MERGED, id=one) for one in range(20, 23)),
                *(replace(LINKED, id=one, title=s.LONG) for one in range(23, 29)),
                *(replace(OFFERED, id=one, title=s.LONG, place=s.LONG) for one in range(10, 13)),
            ),
        ),
        "workbench, nothing similar": similar_card(s.OWNED, ()),
        "workbench, wrong reference": similar_card(
            s.OWNED,
            (OFFERED,),
            error="Give the reference of the other one, such as PF-2026-0001.",
            typed="bikes",
        ),
        "workbench, just linked": similar_card(
            s.OWNED, (LINKED,), note="PF-2026-0001 and PF-2026-0003 are linked."
        ),
    }
