"""Reading a press: an Action.Execute comes as an invoke, an Action.Submit as a message with a value."""

from bot.incoming import Happening, Incoming
from cards.carried import Carried
from cards.payloads import NOT_OURS, parse
from domain.errors import BadInput
from domain.ports import JSONObject

EXECUTE = "adaptiveCard/action"


def is_press(incoming: Incoming) -> bool:
    """Tell whether somebody pressed a button of one of our cards."""
    if incoming.happening is Happening.INVOKE:
        return incoming.invoke_name == EXECUTE
    return incoming.happening is Happening.MESSAGE and incoming.value is not None and not incoming.text


def read_press(incoming: Incoming) -> Carried:
    """Read what was pressed, from either road.

    Raises:
        BadInput: it is no press of ours, or one of an older card.
    """
    return parse(_find_data(incoming))


def _find_data(incoming: Incoming) -> JSONObject:
    value = incoming.value
    if not isinstance(value, dict):
        raise BadInput(NOT_OURS)
    if incoming.happening is not Happening.INVOKE:
        return value
    action = value.get("action")
    if not isinstance(action, dict):
        raise BadInput(NOT_OURS)
    data = action.get("data")
    fields = dict(data) if isinstance(data, dict) else {}
    fields.setdefault("verb", action.get("verb"))
    return fields
