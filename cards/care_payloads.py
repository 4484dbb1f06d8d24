"""What the buttons of those who accompany action plans carry."""

from typing import Literal

from pydantic import AliasChoices, Field

from cards.carried import Carried, Number, Short, Words
from cards.people_picker import Chosen, Email
from cards.plan_payloads import OnPlan

ANY = "any"
"""In a list of the filter: leave nobody out."""


class CareTyped(Carried):
    """Show the plans that somebody means who types 'plans': all of them, or their own."""

    verb: Literal["care.typed"] = "care.typed"


class CareList(Carried):
    """Show all plans, or those that fit a filter."""

    verb: Literal["care.list"] = "care.list"
    page: Number = 0
    state: Short = ""
    cohort: Short = ""
    supervisor: Short = ""
    wishes: bool = False


class CareOpen(OnPlan):
    """Show a plan to somebody who accompanies it."""

    verb: Literal["care.open"] = "care.open"


class CareNudge(OnPlan):
    """Ask kindly after a plan."""

    verb: Literal["care.nudge"] = "care.nudge"


class CareHelp(OnPlan):
    """Offer help, with a word."""

    verb: Literal["care.help"] = "care.help"
    words: Words = Field(default="", validation_alias=AliasChoices("words_help", "words"))


class CareDecide(OnPlan):
    """Grant more time, or not."""

    verb: Literal["care.decide"] = "care.decide"
    version: Number = 0
    granted: bool = False
    words: Words = Field(default="", validation_alias=AliasChoices("words_decide", "words"))


class CareSupervisor(OnPlan):
    """Ask who is to supervise a plan."""

    verb: Literal["care.supervisor"] = "care.supervisor"


class CareHandOver(OnPlan):
    """Name a plan's supervisor."""

    verb: Literal["care.hand_over"] = "care.hand_over"
    person: Chosen = ""
    person_email: Email = ""
