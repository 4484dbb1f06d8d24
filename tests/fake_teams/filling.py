"""Filling in a card's inputs as a person does, and refusing to send as the Teams client does."""

import re
from collections.abc import Mapping
from typing import Any

from tests.fake_teams.cards import Button, Node, find_inputs

NAMES = ("id", "label", "title", "placeholder")


class NotSentError(AssertionError):
    """The client held the card back, as it does when an input is missing or wrong; says what it shows."""


def collect_values(button: Button, answers: Mapping[str, Any]) -> dict[str, str]:
    """Collect what the client sends along with a button: defaults, and what the person filled in.

    Raises:
        NotSentError: An input is required and empty, or its value is not allowed.
        AssertionError: An answer names no input of this card.
    """
    inputs = [node for card in button.cards for node in find_inputs(card)]
    filled = {id(find_input(inputs, name)): answer for name, answer in answers.items()}
    if button.action.get("associatedInputs") == "none":
        return {}
    values: dict[str, str] = {}
    for node in inputs:
        value = _type_in(node, filled[id(node)]) if id(node) in filled else _read_default(node)
        _validate(node, value)
        # The client leaves out what is empty.
        if value:
            values[node["id"]] = value
    return values


def find_input(inputs: list[Node], name: str) -> Node:
    """Find an input by its id, label, title or placeholder."""
    for key in NAMES:
        for node in inputs:
            if node.get(key) == name:
                return node
    known = [node.get("label") or node["id"] for node in inputs]
    raise AssertionError(f"There is no input {name!r} on this card, only {known}.")


def _read_default(node: Node) -> str:
    if node["type"] == "Input.Toggle":
        return str(node.get("value", node.get("valueOff", "false")))
    value = node.get("value", "")
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _type_in(node: Node, answer: Any) -> str:  # noqa: ANN401 - a test types in what it likes
    if node["type"] == "Input.Toggle":
        return str(node.get("valueOn", "true") if answer else node.get("valueOff", "false"))
    if node["type"] == "Input.ChoiceSet":
        chosen = answer if isinstance(answer, list | tuple) else [answer]
        return ",".join(_choose(node, one) for one in chosen)
    return str(answer)


def _choose(node: Node, answer: Any) -> str:  # noqa: ANN401 - the same
    choices = node.get("choices", ())
    for choice in choices:
        if answer in (choice["title"], choice["value"]):
            return str(choice["value"])
    if "choices.data" in node or answer == "":
        return str(answer)
    raise AssertionError(f"{answer!r} is not offered, only {[choice['title'] for choice in choices]}.")


def _validate(node: Node, value: str) -> None:
    wrong = (
        (bool(node.get("isRequired")) and _is_empty(node, value))
        or (bool(value) and "regex" in node and not re.search(node["regex"], value))
        or (len(value) > node.get("maxLength", len(value)))
        or (node["type"] == "Input.Number" and not _is_number_allowed(node, value))
    )
    if wrong:
        raise NotSentError(node.get("errorMessage") or f"{node['id']} needs another value")


def _is_empty(node: Node, value: str) -> bool:
    if node["type"] == "Input.Toggle":
        return value != str(node.get("valueOn", "true"))
    return not value.strip()


def _is_number_allowed(node: Node, value: str) -> bool:
    if not value:
        return True
    try:
        number = float(value)
    except ValueError:
        return False
    return bool(node.get("min", number) <= number <= node.get("max", number))
