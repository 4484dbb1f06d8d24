"""The bodies Teams takes for an answered Action.Execute; the HTTP status of each is 200."""

from bot.incoming import InvokeAnswer
from domain.ports import JSON, Outgoing

_CARD = "application/vnd.microsoft.card.adaptive"
_MESSAGE = "application/vnd.microsoft.activity.message"
_ERROR = "application/vnd.microsoft.error"


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
