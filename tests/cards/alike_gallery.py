"""Who may be on it already, beside the question that comes after the description."""

from cards.messages import colleague_joined
from cards.question import question
from domain.alike import Deed, Offered
from domain.ports import Outgoing
from domain.search import Shelf
from domain.submission import Happened
from tests.cards import samples as s

OPEN = Offered(
    Shelf.SUBMISSIONS,
    3,
    "PF-2026-0003",
    "Pedal cycle theft from the railway car park",
    Deed.OFFERED,
    ("PF-2026-0003", "analysis", "Stevenage station"),
    ("bicycle", "railway", "theft"),
    is_open=True,
)
CLOSED = Offered(
    Shelf.SUBMISSIONS,
    4,
    "PF-2026-0004",
    "Commuters find their locks cut after the evening train, and nobody at the station has seen anything",
    Deed.OFFERED,
    ("PF-2026-0004", "addressed", "Letchworth"),
    ("bicycle",),
)
LESSON = Offered(
    Shelf.LIBRARY,
    9,
    "EV-2026-0009",
    "Bait bicycles at stations",
    Deed.OFFERED,
    ("EV-2026-0009", "lesson", "did not work", "Another force"),
    ("bicycle", "theft"),
    summary="Thefts moved to the next station within a week. " * 30,
    warns=True,
)
FOLLOWED = Offered(
    Shelf.SUBMISSIONS, 3, "PF-2026-0003", OPEN.title, Deed.FOLLOWED, OPEN.facts, OPEN.matched, is_open=True
)
ADDED = Offered(
    Shelf.SUBMISSIONS, 3, "PF-2026-0003", OPEN.title, Deed.ADDED, OPEN.facts, OPEN.matched, is_open=True
)


def alike() -> dict[str, Outgoing]:
    """Give them all."""
    at = s.at("topic")
    joined = s.event(Happened.JOINED, s.LEE, s.ago(minutes=2), "It is the same at our station.")
    return {
        "alike, three": question(s.WALK, at, 12, offers=(OPEN, CLOSED, LESSON)),
        "alike, one followed": question(s.WALK, at, 12, offers=(FOLLOWED, LESSON)),
        "alike, one added to": question(s.WALK, s.at("place"), 12, offers=(ADDED,), note="Added."),
        "thread, a colleague joined": colleague_joined(s.OWNED, joined),
    }
