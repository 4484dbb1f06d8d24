"""A card that Teams found too large, made shorter; then a line that says how to see it after all.

Works on the finished card, whatever it shows, so that no picture needs a second painter.
"""

from collections.abc import Iterator

from cards.words import CUT, cut, one_line
from domain.language import _
from domain.ports import JSON, JSONObject, Outgoing

_TEXT_BYTES = 400
"""What is left of each text on a shortened card."""

_TEXTS = ("text", "value", "fallbackText", "speak")
_SUMMARY_LETTERS = 160


def shorten(message: Outgoing, how_to_see: str) -> Iterator[Outgoing]:
    """Give a message as it is, then shorter, then as a line; ``how_to_see`` is what to type for all of it."""
    yield message
    if message.card is not None:
        yield Outgoing(summary=one_line(message.summary, _SUMMARY_LETTERS), card=_trim_card(message.card))
    yield Outgoing(
        text=_("This is too long to show here. Type '{how_to_see}' to see it.").format(how_to_see=how_to_see)
    )


def _trim_card(card: JSONObject) -> JSONObject:
    """Leave out what is folded away, with the buttons that opened it, and cut long texts."""
    hidden = set(_find_hidden(card))
    trimmed = _trim(card, hidden)
    return trimmed if isinstance(trimmed, dict) else card


def _find_hidden(part: JSON) -> Iterator[JSON]:
    if isinstance(part, dict):
        if part.get("isVisible") is False:
            yield part.get("id")
        for inner in part.values():
            yield from _find_hidden(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _find_hidden(inner)


def _trim(part: JSON, hidden: set[JSON]) -> JSON:
    if isinstance(part, list):
        return [_trim(inner, hidden) for inner in part if not _goes(inner, hidden)]
    if not isinstance(part, dict):
        return part
    return {
        key: _cut(value) if key in _TEXTS and isinstance(value, str) else _trim(value, hidden)
        for key, value in part.items()
    }


def _goes(part: JSON, hidden: set[JSON]) -> bool:
    """Tell whether a part is left out: folded away, or a button that opens what is."""
    if not isinstance(part, dict):
        return False
    if part.get("isVisible") is False:
        return True
    if part.get("type") == "ActionSet":
        actions = part.get("actions")
        return isinstance(actions, list) and all(_goes(action, hidden) for action in actions)
    targets = part.get("targetElements")
    return isinstance(targets, list) and any(
        target in hidden for target in targets if isinstance(target, str)
    )


def _cut(text: str) -> str:
    return text if len(text.encode()) <= _TEXT_BYTES else cut(text, _TEXT_BYTES).rstrip(CUT) + CUT
