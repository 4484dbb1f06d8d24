"""Whether people can be reached, read along with the people themselves."""

from sqlalchemy import exists

from domain.people import Reach
from domain.ports import PlaceKind
from storage.conversations import ConversationRow
from storage.people import PersonRow

REACH = (
    exists().where(ConversationRow.person_id == PersonRow.id, ConversationRow.kind == PlaceKind.PERSONAL),
    PersonRow.reachable,
)
"""Columns beside those of a person, as ``read_reach`` takes them."""


def read_reach(has_chat: bool, is_reachable: bool) -> Reach:
    """Read the columns in REACH."""
    if not has_chat:
        return Reach.NOT_YET
    return Reach.REACHED if is_reachable else Reach.LOST
