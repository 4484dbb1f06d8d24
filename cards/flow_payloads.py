"""What the buttons carry with which the Hub orders its work."""

from typing import Literal

from pydantic import AliasChoices, Field

from cards.carried import Short
from cards.portal_payloads import OnSubmission


class FlowSave(OnSubmission):
    """Keep all that the card about priority and due date holds."""

    verb: Literal["flow.save"] = "flow.save"
    priority: Short = Field(default="", validation_alias=AliasChoices("flow_priority", "priority"))
    reasons: Short = Field(default="", validation_alias=AliasChoices("flow_reasons", "reasons"))
    due: Short = Field(default="", validation_alias=AliasChoices("flow_due", "due"))
    tiers: Short = Field(default="", validation_alias=AliasChoices("flow_tiers", "tiers"))
    drivers: Short = Field(default="", validation_alias=AliasChoices("flow_drivers", "drivers"))


class FlowPriority(OnSubmission):
    """Set the priority alone."""

    verb: Literal["flow.priority"] = "flow.priority"
    priority: Short = ""


class FlowDue(OnSubmission):
    """Set the day alone; with no day, take it off."""

    verb: Literal["flow.due"] = "flow.due"
    due: Short = ""
