"""How the Hub orders its work, card by card."""

from datetime import date

from cards.flow import flow_card
from domain.flow import NO_TAGS, Driver, Pending, Priority, Reason, Tags, Tier
from domain.ports import Outgoing
from tests.cards import samples as s

URGENT = s.OWNED.model_copy(
    update={
        "priority": Priority.HIGH,
        "due_on": date(2026, 12, 3),
        "pending": Pending.ANSWER,
        "deadline_at": s.ago(days=1),
    }
)
TAGS = Tags((Reason.HARM, Reason.PREVENTABLE), (Tier.SECONDARY,), (Driver.YOUTH, Driver.CRIME_AND_DRUGS))


def flow() -> dict[str, Outgoing]:
    """Give every state of these cards."""
    return {
        "flow, priority": flow_card(s.OWNED, NO_TAGS, s.NOW),
        "flow, priority set": flow_card(URGENT, TAGS, s.NOW, note="Saved, for the Hub alone."),
        "flow, priority refused": flow_card(
            URGENT,
            TAGS,
            s.NOW,
            error="Thursday 12 February is over. Choose today or a later day.",
            typed={"due": "2026-02-12", "priority": "low", "reasons": "harm"},
        ),
    }
