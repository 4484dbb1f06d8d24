"""What the buttons of marked leave and of the choice of reminders carry."""

from typing import Literal

from pydantic import AliasChoices, Field

from cards.carried import Carried, Name, Short


class LeaveShow(Carried):
    """Show one's own marked leave."""

    verb: Literal["leave.show"] = "leave.show"


class LeaveMark(Carried):
    """Mark leave, from a day to a day, as the boxes give them or as they were typed."""

    verb: Literal["leave.mark"] = "leave.mark"
    first: Short = Field(default="", validation_alias=AliasChoices("leave_first", "first"))
    last: Short = Field(default="", validation_alias=AliasChoices("leave_last", "last"))


class LeaveRemove(Carried):
    """Remove the leave that a day belongs to."""

    verb: Literal["leave.remove"] = "leave.remove"
    day: Short


class RemindersShow(Carried):
    """Show which reminders come."""

    verb: Literal["reminders.show"] = "reminders.show"


class RemindersChoose(Carried):
    """Turn one kind of reminder on or off."""

    verb: Literal["reminders.choose"] = "reminders.choose"
    kind: Name
    on: bool = False
