"""A conversation the bot takes part in, as we keep it."""

from dataclasses import dataclass

from domain.ports import Place


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation (never a thread of it): where it is, whose, and which draft is open in it."""

    id: int
    place: Place
    person_id: int | None
    """Whose personal chat it is; None for channels and groups."""
    team_id: str = ""
    open_draft_id: int | None = None
    lane_id: int = 0
