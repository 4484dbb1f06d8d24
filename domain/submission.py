"""A submission: what an officer brings to the Hub, and everything that happened to it."""

from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from domain.flow import Pending, Priority
from domain.language import _
from domain.marking import Marking


class Kind(StrEnum):
    """What people bring (Hertfordshire's Portal takes these three)."""

    OPERATIONAL_ISSUE = "operational issue"
    IDEA = "idea"
    INITIATIVE = "initiative"


class Stage(StrEnum):
    """Where the work on it stands: received, then SARA, then closed."""

    RECEIVED = "received"
    SCANNING = "scanning"
    ANALYSIS = "analysis"
    RESPONSE = "response"
    ASSESSMENT = "assessment"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How a submission ended."""

    ADDRESSED = "addressed"
    ADOPTED = "adopted"
    REFERRED = "referred"
    DUPLICATE = "duplicate"
    NOT_TAKEN_FORWARD = "not taken forward"
    WITHDRAWN = "withdrawn"


class Audience(StrEnum):
    """Who may read an event."""

    EVERYONE = "everyone"
    """The officer and the Hub."""
    HUB = "hub"
    """The Hub alone."""


class Happened(StrEnum):
    """The kinds of event in a submission's life."""

    SUBMITTED = "submitted"
    TAKEN = "taken"
    RELEASED = "released"
    GIVEN = "given"
    MOVED = "moved"
    ASKED = "asked"
    REPLIED = "replied"
    ANSWERED = "answered"
    NOTED = "noted"
    DETAIL_ADDED = "detail added"
    THOUGHT_THROUGH = "thought through"
    """Six hats worn elsewhere were attached: ``about`` is their topic, ``words`` what was thought."""
    RELATED = "related"
    """Said to belong to another submission, which ``about`` names."""
    UNRELATED = "unrelated"
    JOINED = "joined"
    """Somebody else meets the same, and told so; for the Hub alone."""
    PRIORITISED = "prioritised"
    """``about`` is the priority it has from then on."""
    DUE_SET = "due set"
    """``about`` is the day, as the calendar writes it (2026-12-03)."""
    DUE_REMOVED = "due removed"
    TAGGED = "tagged"
    """The reasons for its priority changed, or what it is counted under."""
    TASK_ADDED = "task added"
    """``about`` is the colleague whose it is, ``words`` the task; so with the next three."""
    TASK_DONE = "task done"
    TASK_REOPENED = "task reopened"
    TASK_GIVEN = "task given"
    MERGED = "merged"
    """Closed as the same as another one, which ``about`` names."""
    MERGED_IN = "merged in"
    """Another one, which ``about`` names, was merged into it; for the Hub alone."""
    TAKEN_OUT = "taken out"
    """That was undone."""
    CLOSED = "closed"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Said(_Frozen):
    """One answer of the walkthrough: the question's name, its short label, and the person's words."""

    name: str
    label: str
    section: str
    text: str
    skipped: bool = False
    """The question was asked and left out; there are no words."""


class Party(_Frozen):
    """A person as they are named on a card: no rank."""

    id: int
    name: str
    team: str = ""


class Event(_Frozen):
    """One line of the timeline."""

    id: int = 0
    kind: Happened
    at: datetime
    actor: Party
    audience: Audience = Audience.EVERYONE
    words: str = ""
    """What was written with it: a question, an answer, a note, a reason."""
    about: str = ""
    """What changed, in a word or a name: the stage moved to, the colleague it was given to, the outcome."""


class Submission(_Frozen):
    """A submission as everybody works with it. ``version`` grows with each decision, not with additions."""

    id: int
    reference: str
    kind: Kind
    title: str
    topic: str
    place: str
    answers: tuple[Said, ...]
    officer: Party
    stage: Stage
    owner: Party | None = None
    owned_since: datetime | None = None
    waiting_for_officer: bool = False
    stage_before_closing: Stage | None = None
    outcome: Outcome | None = None
    reason: str = ""
    marking: Marking = Marking.OFFICIAL
    sample: bool = False
    version: int = 1
    submitted_at: datetime
    changed_at: datetime
    """When anything last happened to it."""
    waiting_since: datetime
    """Since when the ball has lain where it lies now."""
    priority: Priority = Priority.NORMAL
    due_on: date | None = None
    """The day that somebody of the Hub has set for it."""
    pending: Pending = Pending.UNKNOWN
    """What the Hub owes next, and would be late with from ``deadline_at`` on."""
    deadline_at: datetime | None = None
    merged_into_id: int | None = None
    """The submission with which the work on it goes on, while it is merged."""
    hub_thread: str = ""
    """Teams' id of the Hub's thread about it, once it was posted."""

    @property
    def is_open(self) -> bool:
        """Tell whether anybody still works on it."""
        return self.stage is not Stage.CLOSED

    @property
    def ending(self) -> str:
        """Say how it ended, in the word people read; nothing while it is open."""
        return _(self.outcome) if self.outcome else ""

    def says(self, name: str) -> str:
        """Give the answer to one question, or nothing."""
        return next((said.text for said in self.answers if said.name == name), "")
