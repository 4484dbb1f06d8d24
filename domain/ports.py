"""What the middle needs from the outside, named from the middle's side."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, TypeAlias

from domain.meaning import KeptVector, Near
from domain.search import Shelf

JSON: TypeAlias = dict[str, "JSON"] | list["JSON"] | str | int | float | bool | None
JSONObject: TypeAlias = dict[str, JSON]


class PlaceKind(StrEnum):
    """The kinds of conversation Teams has."""

    PERSONAL = "personal"
    CHANNEL = "channel"
    GROUP = "groupChat"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message can go: one Teams conversation and how it is reached.

    ``conversation_id`` may name a thread of a channel (``channel;messageid=root``).
    """

    service_url: str
    tenant_id: str
    conversation_id: str
    kind: PlaceKind
    bot_id: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message as the courier takes it: words, or a card with its summary, never both.

    Text and a card in one activity are split by Teams and no id comes back, so a card travels alone;
    ``summary`` is what a notification and a screen reader say of it.
    """

    text: str = ""
    summary: str = ""
    card: JSONObject | None = field(default=None, hash=False)
    plain: bool = False
    """The text holds a person's own words, which no client may read as Markdown."""


@dataclass(frozen=True, slots=True)
class Member:
    """A person as a conversation's roster knows them."""

    teams_id: str
    aad_object_id: str
    name: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A conversation that was just made, and the id of its first message, if it had one."""

    conversation_id: str
    activity_id: str | None


class DeliveryError(Exception):
    """A message did not arrive. ``code`` is what the other side called it, for the log and the admin."""

    def __init__(self, code: str, status: int | None = None) -> None:
        super().__init__(f"{code} ({status})" if status else code)
        self.code = code
        self.status = status


CUT = "ConnectionCut"
"""The code of a connection that broke before the other side had answered."""


class Retryable(DeliveryError):
    """Worth trying again: 412, 429, 502, 503, 504, a cut connection, a time-out.

    ``after`` is the wait in seconds that the other side asked for, or None.
    """

    def __init__(self, code: str, status: int | None = None, after: float | None = None) -> None:
        super().__init__(code, status)
        self.after = after


class Unreachable(DeliveryError):
    """The person has blocked or removed the bot (403); no more tries until they come back."""


class Gone(DeliveryError):
    """The message or conversation to change is not there (404); it must be posted anew."""


class TooLarge(DeliveryError):
    """The card was too large (413); a shorter one may pass."""


class Undeliverable(DeliveryError):
    """Any other refusal: trying again would not help."""


class Courier(Protocol):
    """Carries messages to Teams. Every method may raise a DeliveryError.

    None may be called while a unit of work is open: nothing but the database is awaited inside one.
    """

    async def send(self, place: Place, message: Outgoing) -> str:
        """Post a new message and give its activity id."""
        ...

    async def update(self, place: Place, activity_id: str, message: Outgoing) -> None:
        """Replace a message that was posted before."""
        ...

    async def open_thread(self, channel: Place, message: Outgoing) -> Opened:
        """Start a new thread in a channel with this message as its root."""
        ...

    async def open_personal(self, place: Place, member: Member) -> Opened:
        """Open the personal chat with one person of the tenant; ``place`` gives service URL and tenant."""
        ...

    async def show_typing(self, place: Place) -> None:
        """Let the person see that work goes on."""
        ...

    async def list_members(self, place: Place, team_id: str) -> list[Member]:
        """Read a team's whole roster, page by page."""
        ...

    async def find_member(self, place: Place, teams_id: str) -> Member | None:
        """Look one member of a conversation up, or None when they are not in it."""
        ...


class Meter(Protocol):
    """Counts what the product does, for whoever watches over it. Every method is cheap and never fails."""

    def count_turn(self, happening: str, outcome: str, seconds: float) -> None:
        """Count one turn: what came in, how it ended, how long it took."""
        ...

    def count_delivery(self, deed: str, outcome: str, code: str, seconds: float) -> None:
        """Count one call to Teams: what it did, how it ended, what Teams called that, how long it took."""
        ...

    def count_busy(self) -> None:
        """Count one time that the database could not be had."""
        ...


class WakeUp(Protocol):
    """Tells whoever delivers that something may be due now."""

    def wake(self) -> None:
        """Ask for a look at once; asking often is cheap and folds."""
        ...


class Meaning(Protocol):
    """Understands texts: an extra, of which there may be none."""

    @property
    def mark(self) -> bytes:
        """Give what its vectors begin with; another model's have another mark."""
        ...

    def embed(self, texts: Sequence[str]) -> list[bytes]:
        """Give each text its vector. It takes tens of milliseconds a text: call it in a thread."""
        ...


class Nearness(Protocol):
    """Remembers the vectors of all that can be found, and tells which are near."""

    @property
    def last(self) -> int:
        """Give the number of the newest vector it has taken in."""
        ...

    def take(self, vectors: Iterable[KeptVector]) -> None:
        """Take vectors in; a newer one of the same thing takes the older one's place."""
        ...

    def find(self, shelf: Shelf, subject_id: int) -> bytes | None:
        """Give the vector of something on a shelf, if it has one."""
        ...

    def list_nearest(self, shelf: Shelf, vector: bytes, most: int) -> list[Near]:
        """List what is nearest, the nearest first."""
        ...

    def measure(self, shelf: Shelf, vector: bytes, subject_ids: Collection[int]) -> Mapping[int, float]:
        """Tell how close these are; what has no vector yet is left out."""
        ...
