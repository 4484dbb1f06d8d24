"""Walks a finished card with the package's own models: an unknown key, element or type fails."""

from collections.abc import Iterator
from typing import Any

from microsoft_teams.cards import core
from pydantic import BaseModel

from domain.ports import JSON, JSONObject

MODELS: dict[str, type[BaseModel]] = {
    str(model.model_fields["type"].default): model
    for model in vars(core).values()
    if isinstance(model, type) and issubclass(model, BaseModel) and "type" in model.model_fields
}
UNTYPED: dict[str, type[BaseModel]] = {"choices": core.Choice, "msteams": core.TeamsCardProperties}
FREE = frozenset({"data"})
"""What a button carries is ours, not the card's."""

SINCE_1_0_TO_1_2 = frozenset(
    {
        "AdaptiveCard",
        "TextBlock",
        "RichTextBlock",
        "TextRun",
        "Container",
        "ColumnSet",
        "Column",
        "ActionSet",
        "Input.Text",
        "Input.ChoiceSet",
        "Input.Date",
        "Data.Query",  # no element: a client that searches no directory shows the list without it
        "Action.OpenUrl",
        "Action.Submit",
        "Action.ShowCard",
        "Action.ToggleVisibility",
    }
)


def every_object(node: JSON, key: str = "") -> Iterator[tuple[str, JSONObject]]:
    """Give every object of a card, with the key it stands under; not what buttons carry."""
    if isinstance(node, dict):
        yield key, node
        for name, value in node.items():
            if name not in FREE:
                yield from every_object(value, name)
    elif isinstance(node, list):
        for one in node:
            yield from every_object(one, key)


def list_own(card: JSONObject) -> list[JSONObject]:
    """Give the objects of a card without those of cards behind its buttons."""
    behind = {
        id(node) for action in of_type(card, "Action.ShowCard") for _, node in every_object(action["card"])
    }
    return [node for _, node in every_object(card) if id(node) not in behind]


def of_type(card: JSONObject, *types: str) -> list[JSONObject]:
    """Give every element or action of these types."""
    return [node for _, node in every_object(card) if node.get("type") in types]


def strings(card: JSONObject, kind: str, key: str) -> list[str]:
    """Give one property of every element of a type."""
    return [str(node[key]) for node in of_type(card, kind) if key in node]


def everything_said(card: JSONObject) -> str:
    """Give all words of a card."""
    return "\n".join(
        str(node[key])
        for _, node in every_object(card)
        for key in (
            "text",
            "title",
            "label",
            "placeholder",
            "errorMessage",
            "value",
            "fallbackText",
            "tooltip",
        )
        if key in node
    )


def check(card: JSONObject) -> None:
    """Hold every object of a card against the model of its type."""
    for key, node in every_object(card):
        model = UNTYPED[key] if key in UNTYPED else MODELS[str(node["type"])]
        known = {
            core.SerializableObject.serialization_alias_generator(name) for name in model.model_fields
        } | {"$schema"}
        unknown = set(node) - known
        assert not unknown, f"{node.get('type', key)} has no {unknown}"
        flat: dict[str, Any] = {name: value for name, value in node.items() if name != "$schema"}
        model.model_validate(flat)
