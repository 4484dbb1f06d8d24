"""What the buttons of the administrator's cards carry."""

from typing import Annotated, Literal

from pydantic import Field

from cards.carried import Carried, Number

Letter = Annotated[str, Field(pattern=r"^[CM]\d{1,15}$")]
"""What an administrator calls something that was given up."""


class AdminDeliveries(Carried):
    """Show what could not be delivered."""

    verb: Literal["admin.deliveries"] = "admin.deliveries"
    page: Number = 0


class AdminRetry(Carried):
    """Try something again."""

    verb: Literal["admin.retry"] = "admin.retry"
    letter: Letter


class AdminDrop(Carried):
    """Let go of something; asked first, unless ``sure``."""

    verb: Literal["admin.drop"] = "admin.drop"
    letter: Letter
    sure: bool = False
