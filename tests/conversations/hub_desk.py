"""What stories of the Hub look at and press: a thread's head card, and what others than the Hub were sent."""

import json
from collections.abc import Iterator
from urllib.parse import unquote

from tests.conversations.force import Force
from tests.fake_teams import Person, Reply, ShownCard

ASIDE = frozenset({"What was sent", "More", "Whole history", "Read all of it", "Tools"})
"""Buttons of the Hub's card that show something in place."""

SENDING = frozenset(
    {"Send the question", "Send the answer", "Keep the note", "Give it", "Close it", "Reopen it"}
)
"""Buttons inside the boxes."""


def see_head(reader: Person) -> ShownCard:
    """Give the card that heads the thread somebody stands in, as they see it."""
    return reader.screen.cards[0]


def list_moves(card: ShownCard) -> set[str]:
    """Give the moves a Hub's card offers, those behind More too."""
    card.view.toggled.add("more")
    return {button.title for button in card.all_buttons()} - ASIDE - SENDING


def read_history(reader: Person) -> str:
    """Read the whole history on the head card."""
    card = see_head(reader)
    card.view.toggled.add("history")
    return card.text


async def until_history_says(reader: Person, line: str) -> None:
    """Wait until a line stands in the history on the head card."""
    await reader.until(lambda: line in read_history(reader))


def list_told_outside(force: Force) -> Iterator[str]:
    """Give everything the bot sent anywhere but to the Hub's channel."""
    channel = force.channel.conversation_id
    for call in force.teams.calls:
        if channel not in unquote(call.path) and channel not in json.dumps(call.body):
            yield json.dumps(call.body)


def _offers(card: ShownCard, title: str) -> bool:
    """Tell whether a card has a button, opening More where it stands behind that."""
    if title not in card.buttons():
        card.view.toggled.add("more")
    return card.find_button(title) is not None


async def press(worker: Person, title: str, **filled: str) -> Reply:
    """Press a button of the head card, opening More where it stands behind that.

    An update of the picture before may still be on its way, so the button is waited for.
    """
    await worker.until(lambda: _offers(see_head(worker), title))
    card = see_head(worker)
    _offers(card, title)
    return await worker.presses(title, filled, card=card)


def is_at(officer: Person, stage: str) -> bool:
    """Tell whether the officer's newest tracker stands at a stage."""
    return f"● {stage} (now)" in " ".join(officer.sees().split())
