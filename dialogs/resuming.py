"""A stored draft brought back, also from an earlier release of its walkthrough."""

from typing import TypeVar

from dialogs.path import settle
from dialogs.state import State
from dialogs.walkthrough import Walkthrough
from domain.ports import JSONObject

_Kept = TypeVar("_Kept")


def restore(walkthrough: Walkthrough, data: JSONObject) -> State:
    """Bring a state back from its stored JSON.

    Questions that were renamed keep their answers under the new name; answers whose question is gone are
    kept; if the open question is gone, the first open one opens.

    Raises:
        pydantic.ValidationError: the data is no state.
    """
    stored = State.model_validate(data)
    held = stored.held
    renamed = stored.model_copy(
        update={
            "walkthrough": walkthrough.name,
            "version": walkthrough.version,
            "at": _present_name(walkthrough, stored.at),
            "answers": _rename(walkthrough, stored.answers),
            "held": held and held.model_copy(update={"question": _present_name(walkthrough, held.question)}),
            "parked": {
                name: waiting.model_copy(update={"question": name})
                for name, waiting in _rename(walkthrough, stored.parked).items()
            },
        }
    )
    return settle(walkthrough, renamed)


def _rename(walkthrough: Walkthrough, kept: dict[str, _Kept]) -> dict[str, _Kept]:
    """Move what is kept to its question's present name, unless something stands there already."""
    renamed: dict[str, _Kept] = {}
    for name, value in kept.items():
        present = _present_name(walkthrough, name)
        renamed[name if present in kept else present] = value
    return renamed


def _present_name(walkthrough: Walkthrough, name: str) -> str:
    if name in walkthrough.names:
        return name
    return next((question.name for _, question in walkthrough.questions() if name in question.formerly), name)
