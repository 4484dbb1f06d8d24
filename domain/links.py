"""Addresses that open something in Teams."""

from domain.ports import Place


def link_to_chat(place: Place) -> str:
    """Give the address that opens a chat with this assistant; Teams calls it by the bot's id anywhere."""
    return f"https://teams.microsoft.com/l/chat/0/0?users={place.bot_id}"
