"""What stories of officers do again and again: walk to a question, and look at the card at the bottom."""

from tests.conversations.force import QUICK_ANSWERS
from tests.fake_teams import Message, Person, ShownCard

QUESTIONS = ("kind", "problem", "topic", "place", "analysis", "response", "assessment")
"""The questions of a first submission, in order."""

ANSWERS = dict(zip(QUESTIONS, QUICK_ANSWERS, strict=True))
"""What the stories answer to each."""


async def walk_to(officer: Person, question: str) -> list[Message]:
    """Begin a submission and answer by typing until a question is open (or the review); gives the answers."""
    await officer.says("submit")
    until = QUESTIONS.index(question) if question in QUESTIONS else len(QUESTIONS)
    return [await officer.says(answer) for answer in QUICK_ANSWERS[:until]]


def see_bottom(officer: Person) -> str:
    """Read the newest card, spaces that do not break as plain ones."""
    return officer.screen.last_card.text.replace("\N{NO-BREAK SPACE}", " ")


def find_card(officer: Person, words: str) -> ShownCard:
    """Find the newest card that says something."""
    return next(card for card in reversed(officer.screen.cards) if words in card.text)


def find_status(officer: Person) -> ShownCard:
    """Find the newest status card: the one with the stages."""
    return find_card(officer, "Received\N{NO-BREAK SPACE}")


def count_said(officer: Person) -> int:
    """Count the messages of the bot."""
    return len(officer.screen.heard)


async def reload(officer: Person, words: str) -> None:
    """Leave the chat and come back, until the message itself says this."""

    def comes_back() -> bool:
        officer.screen.reload()
        return words in officer.sees()

    await officer.until(comes_back)
