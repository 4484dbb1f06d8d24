"""An adaptive card as somebody sees it: its words, its buttons, and the inputs behind them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Node = dict[str, Any]

SENDING = frozenset({"Action.Execute", "Action.Submit"})
ACTIONS = SENDING | {"Action.ShowCard", "Action.ToggleVisibility", "Action.OpenUrl"}
NESTING = (
    "items",
    "columns",
    "rows",
    "cells",
    "body",
    "pages",
    "inlines",
    "card",
    "images",
    "facts",
    "content",
)


@dataclass(frozen=True)
class Button:
    """A button and where it stands: the chain of cards from the outermost to the one that holds it."""

    title: str
    action: Node
    cards: tuple[Node, ...]
    enabled: bool = True
    behind: tuple[str, ...] = ()
    """Titles of the ShowCard buttons that have to be opened before this one is seen."""

    @property
    def kind(self) -> str:
        """What the action is, such as ``Action.Execute``."""
        return str(self.action["type"])


@dataclass
class View:
    """What one person has done to one card: opened parts of it, shown or hidden elements."""

    opened: set[str] = field(default_factory=set)
    toggled: set[str] = field(default_factory=set)


class ShownCard:
    """One card on somebody's screen."""

    def __init__(self, card: Node, message_id: str = "", view: View | None = None) -> None:
        self.card = card
        self.message_id = message_id
        self.view = view or View()

    @property
    def text(self) -> str:
        """Everything that can be read, a line each; buttons as ``[Title]``."""
        return "\n".join(line for line in self._read_card(self.card) if line)

    def buttons(self) -> list[str]:
        """Titles of the buttons that can be seen now."""
        return [button.title for button in self.all_buttons() if self._is_seen(button)]

    def all_buttons(self) -> list[Button]:
        """Every button, also behind ShowCards that are closed."""
        return list(self._find_buttons(self.card, (self.card,), ()))

    def find_button(self, title: str) -> Button | None:
        """Find a button by title; one that can be seen is preferred."""
        matching = [button for button in self.all_buttons() if button.title == title]
        return next((b for b in matching if self._is_seen(b)), matching[0] if matching else None)

    def inputs(self) -> list[Node]:
        """Every input of the card, also behind ShowCards."""
        return [node for card in self._all_cards(self.card) for node in find_inputs(card)]

    def _is_seen(self, button: Button) -> bool:
        return all(title in self.view.opened for title in button.behind)

    def _is_visible(self, node: Node) -> bool:
        visible = node.get("isVisible", True) is not False
        return visible != (node.get("id") in self.view.toggled)

    def _find_buttons(self, node: Node, cards: tuple[Node, ...], behind: tuple[str, ...]) -> Iterator[Button]:
        if not self._is_visible(node):
            return
        for child in _children(node):
            yield from self._find_buttons(child, cards, behind)
        for action in [*node.get("actions", ()), *_select_action(node)]:
            if action.get("type") not in ACTIONS:
                continue
            title = action.get("title") or action.get("tooltip") or ""
            yield Button(title, action, cards, action.get("isEnabled", True) is not False, behind)
            if action["type"] == "Action.ShowCard":
                inner = action["card"]
                yield from self._find_buttons(inner, (*cards, inner), (*behind, title))

    def _all_cards(self, card: Node) -> Iterator[Node]:
        yield card
        for button in self._find_buttons(card, (card,), ()):
            if button.kind == "Action.ShowCard":
                yield button.action["card"]

    def _read_card(self, node: Node) -> Iterator[str]:
        if not self._is_visible(node):
            return
        yield from _read_element(node)
        if node.get("type") != "RichTextBlock":
            for child in _children(node):
                yield from self._read_card(child)
        for action in [*node.get("actions", ()), *_select_action(node)]:
            title = action.get("title") or action.get("tooltip") or ""
            yield f"[{title}]"
            if action.get("type") == "Action.ShowCard" and title in self.view.opened:
                yield from self._read_card(action["card"])


def find_inputs(card: Node) -> Iterator[Node]:
    """Find the inputs of one card, without those of the ShowCards in it."""
    if str(card.get("type", "")).startswith("Input."):
        yield card
    for child in _children(card):
        yield from find_inputs(child)


def _children(node: Node) -> Iterator[Node]:
    for key in NESTING:
        value = node.get(key)
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, dict):
                yield child


def _select_action(node: Node) -> list[Node]:
    action = node.get("selectAction")
    return [action] if isinstance(action, dict) and (action.get("title") or action.get("tooltip")) else []


def _read_element(node: Node) -> Iterator[str]:
    kind = str(node.get("type", ""))
    if kind.startswith("Input."):
        yield _read_input(node)
    elif kind == "RichTextBlock":
        runs = node.get("inlines", ())
        yield "".join(run if isinstance(run, str) else run.get("text", "") for run in runs)
    elif kind in ("Image", "Media"):
        yield f"(picture: {node['altText']})" if node.get("altText") else ""
    elif kind.startswith("Chart."):
        yield from _read_chart(node)
    elif not kind and "title" in node and "value" in node:
        yield f"{node['title']}: {node['value']}"
    else:
        yield str(node.get("text") or node.get("codeSnippet") or node.get("title") or "")


def _read_input(node: Node) -> str:
    label = node.get("label") or node.get("title") or node.get("placeholder") or node.get("id")
    choices = " / ".join(choice["title"] for choice in node.get("choices", ()))
    filled = f" = {node['value']}" if node.get("value") not in (None, "") else ""
    return f"{label}:{filled}{f' ({choices})' if choices else ''}"


def _read_chart(node: Node) -> Iterator[str]:
    yield str(node.get("title") or "")
    for point in node.get("data", ()):
        label = point.get("x") or point.get("legend") or ""
        yield f"{label}: {point.get('y', point.get('value', ''))}"
