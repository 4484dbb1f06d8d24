"""How the Hub orders its work: how much a submission matters, by when, and what it is counted under."""

from dataclasses import dataclass
from enum import StrEnum


class Priority(StrEnum):
    """How much it matters that the Hub comes to it soon."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


class Reason(StrEnum):
    """Why something has the priority it has."""

    HARM = "harm"
    FREQUENCY = "frequency"
    VULNERABILITY = "vulnerability"
    COMMUNITY_CONCERN = "community concern"
    PREVENTABLE = "preventable"


class Tier(StrEnum):
    """The tiers of prevention in public health: before it happens, early on, and where it has happened."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"


class Driver(StrEnum):
    """What drives the demand on the police, in Hertfordshire's six."""

    ALCOHOL = "alcohol"
    YOUTH = "youth"
    FAMILIES = "families"
    ROADS = "roads"
    CRIME_AND_DRUGS = "organised crime and drugs"
    MENTAL_HEALTH = "mental health"


class Pending(StrEnum):
    """What the Hub owes next, and would be late with."""

    UNKNOWN = ""
    """Not worked out yet: it came in before there were targets."""
    NOTHING = "nothing"
    RESPONSE = "response"
    """The first word to the officer."""
    ANSWER = "answer"
    DATE = "date"
    """The day that somebody of the Hub has set."""


@dataclass(frozen=True, slots=True)
class Tags:
    """What the Hub has ticked; each in the order of its enum."""

    reasons: tuple[Reason, ...] = ()
    tiers: tuple[Tier, ...] = ()
    drivers: tuple[Driver, ...] = ()


NO_TAGS = Tags()
