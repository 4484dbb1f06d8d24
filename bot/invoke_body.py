"""The bodies Teams takes for an answered Action.Execute; the HTTP status of each is 200."""

from bot.incoming import InvokeAnswer
from bot.scene import Answer
from domain.ports import JSON, Outgoing

_CARD = "application/vnd.microsoft.card.adaptive"
_MESSAGE = "application/vnd.microsoft.activity.message"
_ERROR = "application/vnd.microsoft.error"

DONE_ALREADY = "That has been done already."


def answer_press(answer: Answer) -> InvokeAnswer:
    """Answer a press with the card it leads to, or with the line that says what was done."""
    if answer.in_place is not None:
        return answer_with_card(answer.in_place)
    return answer_with_words(answer.toast or DONE_ALREADY)


def answer_with_card(message: Outgoing) -> InvokeAnswer:
    """Put this card in the place of the pressed one."""
    return _wrap(200, _CARD, message.card)


def answer_with_words(words: str) -> InvokeAnswer:
    """Show a line; the pressed card and what was typed in it stay."""
    return _wrap(200, _MESSAGE, words)


def answer_with_error(code: str, words: str) -> InvokeAnswer:
    """Say that something broke on our side; the pressed card stays."""
    return _wrap(500, _ERROR, {"code": code, "message": words})


def _wrap(status: int, kind: str, value: JSON) -> InvokeAnswer:
    return InvokeAnswer({"statusCode": status, "type": kind, "value": value})
