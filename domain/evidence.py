"""The evidence library: what is known to work, where it was tried, what can be used, and who can help."""

from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from domain.submission import Party


class EvidenceKind(StrEnum):
    """What an entry is."""

    RESEARCH = "research summary"
    PRACTICE = "practice"
    """What a force has done, this one or another."""
    INTERVENTION = "intervention"
    PARTNER = "partner agency"
    LESSON = "lesson"
    """What somebody of this force learned by doing, shared when their work ended or after a debrief."""


class Label(StrEnum):
    """How a practice turned out (the labels of the College of Policing's Practice Bank)."""

    WORKED = "worked"
    PROMISING = "promising"
    NEW = "new"
    DID_NOT_WORK = "did not work"


class Effect(StrEnum):
    """Which way the effect goes (the first E of EMMIE, College of Policing crime reduction toolkit)."""

    REDUCES = "reduces crime or harm"
    MIXED = "mixed"
    NONE = "no effect seen"
    BACKFIRES = "may increase offending"
    """Shown as a warning wherever the entry stands."""
    UNKNOWN = "not known"


class Quality(StrEnum):
    """How far the evidence can be trusted."""

    STRONG = "strong"
    MODERATE = "moderate"
    LIMITED = "limited"
    NOT_RATED = "not rated"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Emmie(_Frozen):
    """What is known of an intervention, by the five questions of EMMIE; each in a few sentences, or empty."""

    effect: str = ""
    mechanism: str = ""
    moderators: str = ""
    implementation: str = ""
    economics: str = ""


class Evidence(_Frozen):
    """One entry as the Hub works with it; officers see it once it is published."""

    id: int = 0
    reference: str = ""
    """``EV-2026-0001``."""
    kind: EvidenceKind
    title: str
    summary: str
    """In our own words; never text copied from its source."""
    topics: tuple[str, ...] = ()
    """Names from dialogs/topics.py."""
    organisation: str = ""
    """Who did it or stands behind it: a force, a college, an agency."""
    label: Label | None = None
    effect: Effect = Effect.UNKNOWN
    quality: Quality = Quality.NOT_RATED
    emmie: Emmie = Field(default_factory=Emmie)
    source: str = ""
    """What the source is called."""
    link: str = ""
    """Where it can be read; ``https://`` alone."""
    contact: str = ""
    """How to reach a partner agency."""
    checked_on: date
    """When somebody last looked at the source."""
    review_on: date
    """When somebody shall look again."""
    published: bool = False
    by: Party
    version: int = 1
    created_at: datetime
    changed_at: datetime

    @property
    def warns(self) -> bool:
        """Tell whether it may do harm, which stands on every card that shows it."""
        return self.effect is Effect.BACKFIRES
