"""What the buttons of the administrator's cards carry."""

from typing import Annotated, Literal

from pydantic import Field

from cards.carried import Carried, Number, Short
from cards.people_picker import Chosen, Email

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


class RoleList(Carried):
    """Show who was given which role."""

    verb: Literal["roles.list"] = "roles.list"
    page: Number = 0


class RoleGive(Carried):
    """Give somebody a role."""

    verb: Literal["roles.give"] = "roles.give"
    person: Chosen = ""
    person_email: Email = ""
    role: Short = ""


class RoleTake(Carried):
    """Take a role away; asked first, unless ``sure``."""

    verb: Literal["roles.take"] = "roles.take"
    holder: Number
    role: Short
    sure: bool = False
