"""What the buttons of a reminder of an action plan carry, beside those of the plan's own card."""

from typing import Literal

from pydantic import AliasChoices, Field

from cards.carried import Short
from cards.plan_payloads import OnPlan


class PlanSnooze(OnPlan):
    """Put one's own plan off: until a day, or for a week."""

    verb: Literal["plan.snooze"] = "plan.snooze"
    until: Short = Field(default="", validation_alias=AliasChoices("snooze_until", "until"))
