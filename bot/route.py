"""What one route is: the payload that carries a verb, the permission it takes, and the handler."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from bot.scene import Answer, Scene
from cards.carried import Carried
from domain.people import Permission

Handler: TypeAlias = Callable[[Scene, Any], Awaitable[Answer]]


@dataclass(frozen=True, slots=True)
class Route:
    """One row of the table of routes."""

    payload: type[Carried]
    permission: Permission
    handle: Handler
