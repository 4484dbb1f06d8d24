"""The people, submissions and walkthrough that the stories about cards are told with."""

from datetime import UTC, datetime, timedelta

from dialogs.state import REVIEW, Doubt, Given, Held, State
from dialogs.submission import SUBMISSION
from dialogs.telling import as_said
from dialogs.walkthrough import TextAnswer
from domain.delivery import DeadLetter, LetterKind, NoticeKind, Subject, SubjectKind, View
from domain.grants import Grant
from domain.marking import Marking
from domain.people import Person, Reach, Role
from domain.ports import PlaceKind
from domain.queue import QueueRow
from domain.submission import (
    Audience,
    Event,
    Happened,
    Kind,
    Outcome,
    Party,
    Said,
    Stage,
    Submission,
)

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
SAM = Party(id=1, name="Sam Reed", team="Neighbourhood Policing")
PRIYA = Party(id=2, name="Priya Nair", team="Prevention Hub")
LEE = Party(id=3, name="Lee Marsh", team="Prevention Hub")
COLLEAGUES = (PRIYA, LEE, Party(id=4, name="Jo Ashby", team="Prevention Hub"))

SAID = (
    Said(
        name="problem",
        label="The problem",
        section="Scanning",
        text="Bikes are stolen from the racks at Hitchin station, two or three a week, mostly commuters'.",
    ),
    Said(name="place", label="Where", section="Scanning", text="Hitchin station forecourt"),
    Said(name="often", label="How often", section="Scanning", text="Two or three a week since September"),
    Said(name="cause", label="Why it happens", section="Analysis", text="The racks stand out of sight."),
    Said(name="tried", label="Tried already", section="Response", text="I don't know"),
)


def ago(**span: float) -> datetime:
    """Give a moment before now."""
    return NOW - timedelta(**span)


def event(kind: Happened, actor: Party, at: datetime, words: str = "", about: str = "") -> Event:
    """Make a line of a timeline; notes are the Hub's alone."""
    audience = Audience.HUB if kind is Happened.NOTED else Audience.EVERYONE
    return Event(kind=kind, at=at, actor=actor, audience=audience, words=words, about=about)


SENT = event(Happened.SUBMITTED, SAM, ago(days=6))
TAKEN = event(Happened.TAKEN, PRIYA, ago(days=5))
NOTED = event(Happened.NOTED, LEE, ago(days=4), "The retail park had the same; see last year.")
ASKED = event(Happened.ASKED, PRIYA, ago(hours=3), "Is there a light above the racks, and does it work?")
REPLIED = event(Happened.REPLIED, SAM, ago(hours=1), "There is one. It has been out since August.")
ANSWERED = event(
    Happened.ANSWERED, PRIYA, ago(minutes=20), "The operator mends it on Friday. Two forces moved the racks."
)
MOVED = event(Happened.MOVED, PRIYA, ago(days=2), about="analysis")

RECEIVED = Submission(
    id=7,
    reference="PF-2026-0007",
    kind=Kind.OPERATIONAL_ISSUE,
    title="Bikes are stolen from the racks at Hitchin station",
    topic="theft",
    place="Hitchin station forecourt",
    answers=SAID,
    officer=SAM,
    stage=Stage.RECEIVED,
    submitted_at=ago(days=6),
    changed_at=ago(days=6),
    waiting_since=ago(days=6),
)
OWNED = RECEIVED.model_copy(
    update={
        "stage": Stage.ANALYSIS,
        "owner": PRIYA,
        "owned_since": ago(days=5),
        "version": 3,
        "changed_at": ago(days=2),
        "waiting_since": ago(days=2),
    }
)
WAITING = OWNED.model_copy(update={"waiting_for_officer": True, "waiting_since": ASKED.at})
RELEASED = OWNED.model_copy(update={"owner": None, "owned_since": None, "version": 4})
CLOSED = OWNED.model_copy(
    update={
        "stage": Stage.CLOSED,
        "stage_before_closing": Stage.RESPONSE,
        "outcome": Outcome.ADDRESSED,
        "reason": "The light works again and the racks have moved.",
        "version": 6,
        "waiting_since": ago(minutes=5),
    }
)
WITHDRAWN = CLOSED.model_copy(
    update={"outcome": Outcome.WITHDRAWN, "reason": "", "stage_before_closing": Stage.RECEIVED, "owner": None}
)
SENSITIVE = RECEIVED.model_copy(update={"marking": Marking.OFFICIAL_SENSITIVE, "sample": True})
CLOSING = event(
    Happened.CLOSED, PRIYA, ago(minutes=5), "The light works again and the racks have moved.", "addressed"
)
MERGING = event(Happened.MERGED, PRIYA, ago(minutes=5), about="PF-2026-0003")

LONG = "The lamp above the racks is out 🚲 and " * 103
WORST_SAID = tuple(
    Said(name=f"q{n}", label=f"Question {n}", section=f"Section {n // 4}", text=(LONG + "é" * 4000)[:4000])
    for n in range(15)
)
WORST_EMOJI = tuple(said.model_copy(update={"text": "🚲" * 4000}) for said in WORST_SAID)
WORST_EVENTS = tuple(
    Event(
        id=n,
        kind=kind,
        at=ago(hours=200 - n),
        actor=SAM if kind is Happened.REPLIED else PRIYA,
        audience=Audience.HUB if kind is Happened.NOTED else Audience.EVERYONE,
        words="é" * 4000 if n % 2 else LONG[:4000],
    )
    for n, kind in enumerate([Happened.ASKED, Happened.REPLIED, Happened.NOTED, Happened.ANSWERED] * 15)
)
WORST = WAITING.model_copy(
    update={
        "title": "🚲" * 90,
        "place": "é" * 4000,
        "topic": "é" * 200,
        "answers": WORST_EMOJI,
    }
)
ENDLESS = "🚲 The light is out. " * 950

ROWS = tuple(
    QueueRow(
        reference=f"PF-2026-{n:04}",
        title=["Bikes stolen at Hitchin station", "Repeat calls to one block of flats"][n % 2],
        topic="theft",
        place="Hitchin station forecourt",
        stage=[Stage.RECEIVED, Stage.SCANNING, Stage.ANALYSIS][n % 3],
        owner=None if n < 4 else "Priya Nair",
        waiting_for_officer=n == 6,
        waiting_since=ago(days=10 - n),
        officer="Sam Reed",
    )
    for n in range(10)
)

WALK = SUBMISSION
ANSWERS = {
    "kind": Given(text="operational issue"),
    "problem": Given(text="Bikes are stolen from the racks at Hitchin station, two or three a week."),
    "topic": Given(text="theft"),
    "place": Given(text="Hitchin station forecourt"),
    "analysis": Given(text="The racks stand out of sight, and the light above them is out."),
    "response": Given(skipped=True),
    "assessment": Given(unknown=True),
}
DEEP_ANSWERS = {
    **ANSWERS,
    "deeper": Given(text="yes"),
    "aim": Given(text="Half as many bicycles taken by the end of March."),
    "kind_of_aim": Given(text="reduce"),
    "frequency": Given(text="Two or three a week since September."),
    "repeats": Given(text="place"),
    "scene": Given(text="A wall hides the racks, and the light is out."),
    "data": Given(unknown=True),
    "mechanism": Given(text="risk"),
}
"""The short form, and a part of what may be told beyond it."""


HINTED_ANSWERS = {
    **ANSWERS,
    "problem": Given(text="We need more cameras at Hitchin station, since the bikes go."),
    "place": Given(text="All over Hitchin"),
    "analysis": Given(text="There are not enough officers to be there in the afternoon."),
    "response": Given(text="More patrols and high visibility in the afternoons."),
    "assessment": Given(text="People would feel happier about the station."),
}
"""What a coach would have more to say about than fits."""


def _fill() -> dict[str, Given]:
    """Answer all that can be asked, with as many characters as each may have."""
    chosen = {
        **ANSWERS,
        "deeper": Given(text="yes"),
        "kind": Given(text="initiative"),
        "kind_of_aim": Given(text="reduce"),
        "repeats": Given(text="more than one"),
        "mechanism": Given(text="risk"),
        "second_mechanism": Given(text="provocation"),
        "technique_risk": Given(text="natural surveillance"),
        "review_date": Given(text="2027-03-31"),
        "technique_provocation": Given(text="discourage imitation"),
    }
    words = {
        question.name: Given(text="🚲" * question.answer.longest)
        for _, question in SUBMISSION.questions()
        if isinstance(question.answer, TextAnswer)
    }
    return {**words, **chosen, "problem": words["problem"], "assessment": words["assessment"]}


FULL_ANSWERS = _fill()
FULL_SAID = as_said(
    SUBMISSION, State(walkthrough="submission", version=2, at=REVIEW, answers=FULL_ANSWERS, reviewing=True)
)

WORST_ANSWERS = {
    **ANSWERS,
    **{f"gone_{n}": Given(text="é" * 4000) for n in range(10)},
    "problem": Given(text="🚲" * 4000),
    "analysis": Given(text=LONG),
    "deeper": Given(text="yes"),
}


def at(question: str, held: Held | None = None, **changes: object) -> State:
    """Stand at a question with everything before it answered."""
    names = list(ANSWERS)
    before = names[: names.index(question)] if question in names else names
    answers = {name: ANSWERS[name] for name in before}
    return State(walkthrough="submission", version=1, at=question, answers=answers, held=held).model_copy(
        update=changes
    )


def holding(question: str, doubt: Doubt, text: str, **more: object) -> State:
    """Stand at a question with a reply held back."""
    held = Held(question=question, text=text, doubt=doubt).model_copy(update=more)
    return at(question, held)


REVIEWING = at(REVIEW, reviewing=True)


def letter(kind: LetterKind, number: int, what: str, error: str, **more: object) -> DeadLetter:
    """Make something that was given up."""
    plain = {"reference": "PF-2026-0007", "person": "Sam Reed", "place": PlaceKind.PERSONAL, "is_hubs": False}
    return DeadLetter(
        kind,
        number,
        1,
        Subject(SubjectKind.SUBMISSION, 7),
        what,
        ago(minutes=20 * number),
        9,
        error,
        **{**plain, **more},  # type: ignore[arg-type] # named at each call
    )


ACQUAINTED = tuple(
    Person(one.id, f"a1b2c3d4-0000-4000-8000-00000000000{one.id}", f"29:{one.id}", one.name, one.team)
    for one in (SAM, PRIYA, LEE)
)
GRANTS = (
    Grant(ACQUAINTED[0], Role.TRAINER, "Priya Nair", ago(days=30)),
    Grant(ACQUAINTED[2], Role.ADMIN, "", ago(days=300)),
    Grant(Person(9, "awaited:x", "", "alex.moore@force.example"), Role.TRAINER, "Lee", ago(), Reach.NOT_YET),
    Grant(Person(10, "a1", "", ""), Role.TRAINER, "Priya Nair", ago(days=1), Reach.NOT_YET),
)

CHANNEL: dict[str, object] = {"place": PlaceKind.CHANNEL, "person": ""}
LETTERS = (
    letter(LetterKind.POSTING, 1, View.STATUS, "MessageSizeTooBig"),
    letter(LetterKind.NOTICE, 2, NoticeKind.HUB_ASKS, "TimedOut"),
    letter(LetterKind.POSTING, 3, View.HUB, "BotNotInConversationRoster", is_hubs=True, **CHANNEL),
    letter(LetterKind.POSTING, 4, View.HUB, "Http418", **CHANNEL),
    letter(LetterKind.POSTING, 5, View.WALKTHROUGH, "ValueError", reference=""),
    letter(LetterKind.NOTICE, 6, NoticeKind.CLOSED, "", person="", place=PlaceKind.GROUP),
)
