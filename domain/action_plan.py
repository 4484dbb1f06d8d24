"""An action plan: what somebody does with what they learned, within three months of their training."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from domain.submission import Party, Said

MONTHS = 3
"""Calendar months from the end of the training to the day a plan is due."""


MOST_ACTIONS = 10
"""Actions of one plan: what a card can show, and more than most people finish in three months."""


def due_after(training_ended: date) -> date:
    """Give the day on which a plan is due: three calendar months after the training ended.

    A day that the third month has not becomes its last: 31 January gives 30 April, 30 November the 28th or
    29th of February. Source: participants receive "an action plan, which must be completed within three
    months" (College of Policing, smarter practice: Hertfordshire's Prevention First, 12 July 2023); calendar
    months are how a contract's months are counted in England (the corresponding date rule, Dodds v Walker
    [1981] 1 WLR 1027).
    """
    return training_ended + relativedelta(months=MONTHS)


_THEMSELVES = frozenset({"me", "i", "i do", "i will", "myself", "me myself", "just me"})


def name_doer(said: str) -> str:
    """Name who does an action; a plan's owner who says "me" is left out, for others read it too."""
    plain = " ".join(said.casefold().replace(",", " ").split()).rstrip(" .")
    return "" if plain in _THEMSELVES else said


class Step(StrEnum):
    """The steps of SARA, in order."""

    SCANNING = "scanning"
    ANALYSIS = "analysis"
    RESPONSE = "response"
    ASSESSMENT = "assessment"


class StepState(StrEnum):
    """How one step of a plan stands."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"
    LATER = "later"


class PlanOutcome(StrEnum):
    """How a plan ended. Each of them is a result worth having."""

    WORKED = "worked"
    PARTLY = "partly worked"
    DID_NOT = "did not work"
    NOT_IMPLEMENTED = "not implemented"


class PlanHappened(StrEnum):
    """The kinds of event in a plan's life."""

    MADE = "made"
    TICKED = "ticked"
    UNTICKED = "unticked"
    STEPPED = "stepped"
    """``about`` is the step that is on now."""
    UPDATED = "updated"
    """``words`` is what its owner told."""
    ACTIONS_CHANGED = "actions changed"
    SNOOZED = "snoozed"
    TIME_ASKED = "more time asked"
    """``about`` is the day wished for, ``words`` the reason."""
    TIME_GRANTED = "more time granted"
    TIME_NOT_GRANTED = "more time not granted"
    HELP_ASKED = "help asked"
    """``about`` is the submission made of it, where there is one."""
    HELP_OFFERED = "help offered"
    NUDGED = "nudged"
    SUPERVISOR_NAMED = "supervisor named"
    ATTACHED = "attached"
    """Something thought through was attached: ``about`` is what it is called."""
    FINISHED = "finished"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class PlanAction:
    """One thing to be done: by whom, with whom, by when."""

    id: int
    what: str
    owner: str = ""
    """Who does it, in the person's words; nothing means the plan's owner."""
    partner: str = ""
    due: date | None = None
    done_at: datetime | None = None
    evidence: str = ""
    """What there is to show that it was done."""

    @property
    def is_done(self) -> bool:
        """Tell whether it has been ticked off."""
        return self.done_at is not None


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish for more time: the latest; earlier ones stand in the plan's events."""

    to: date
    reason: str
    at: datetime
    granted: bool | None = None
    """None while nobody has decided."""
    decided_by: Party | None = None
    decided_at: datetime | None = None
    word: str = ""
    """What the trainer wrote with it."""

    @property
    def is_open(self) -> bool:
        """Tell whether it waits for a decision."""
        return self.granted is None


@dataclass(frozen=True, slots=True)
class PlanEvent:
    """One line of a plan's history."""

    kind: PlanHappened
    at: datetime
    actor: Party
    words: str = ""
    about: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Linked:
    """The submission made of a plan, as far as its card shows it."""

    id: int
    reference: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """A plan as everybody works with it. ``version`` grows with each decision, not with ticks and updates."""

    id: int
    reference: str
    owner: Party
    title: str
    """The issue, in its owner's words."""
    training_ended: date
    due_on: date
    created_at: datetime
    touched_at: datetime
    """When its owner last did anything with it."""
    cohort: str = ""
    step: Step = Step.SCANNING
    """The step of SARA that is on."""
    answers: tuple[Said, ...] = ()
    actions: tuple[PlanAction, ...] = ()
    supervisor: Party | None = None
    supervisor_named: str = ""
    """What the owner called their supervisor, where nobody is known by that."""
    may_tell_supervisor: bool = False
    linked: Linked | None = None
    wish: Wish | None = None
    help_asked_at: datetime | None = None
    """Since when its owner waits for help; none once they go on."""
    snoozed_until: date | None = None
    outcome: PlanOutcome | None = None
    learned: str = ""
    shared: bool = False
    """Its owner lets others read what was learned."""
    finished_at: datetime | None = None
    version: int = 1

    @property
    def is_open(self) -> bool:
        """Tell whether it is still under way."""
        return self.finished_at is None

    def says(self, name: str) -> str:
        """Give the answer to one question, or nothing."""
        return next((said.text for said in self.answers if said.name == name), "")

    def find_action(self, action_id: int) -> PlanAction | None:
        """Give one of its actions by our own id."""
        return next((action for action in self.actions if action.id == action_id), None)
