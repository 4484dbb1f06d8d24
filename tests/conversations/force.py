"""A small force at a fake Teams, with the whole product running behind it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import inf
from pathlib import Path

from app import Edge, Product
from bot.auth import BotIdentity, choose_doorkeeper
from bot.connector import ConnectorPool
from bot.http_session import SharedSession
from bot.signing_keys import SigningKeys
from bot.turn import PATIENCE
from domain.language import Languages
from domain.pace import Pace
from settings import Settings
from tests.fake_teams import Conversation, FakeTeams, Person

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

UNHURRIED = Pace(windows=(), tenant_a_second=inf)
"""Stories say and press more in a moment than people do; those of the pace itself use Teams' own."""

QUICK_ANSWERS = (
    "problem",
    "Bicycles are taken from the racks behind the station on weekday afternoons",
    "theft",
    "The racks behind the railway station",
    "The racks cannot be seen from the platform",
    "Patrols helped for two weeks",
    "Fewer bicycles reported stolen there by spring",
)
"""What an officer types to the seven questions of a first submission."""


@dataclass
class MovedClock:
    """A clock that the story moves."""

    moment: datetime = MONDAY

    def now(self) -> datetime:
        """Give the moment; it creeps on, so that no two things happen at once."""
        self.moment += timedelta(milliseconds=1)
        return self.moment

    def passes(self, time: timedelta) -> None:
        """Let time pass."""
        self.moment += time


@dataclass(repr=False)
class Force:
    """Who is there: officers, the Hub's people in their channel, an administrator."""

    teams: FakeTeams
    clock: MovedClock
    settings: Settings
    product: Product
    pace: Pace
    patience: float
    languages: Languages | None
    sam: Person
    """An officer."""
    dana: Person
    """Another officer."""
    priya: Person
    """Of the Hub, in its channel."""
    lee: Person
    """Of the Hub, in its channel."""
    channel: Conversation
    admin: Person = field(init=False)

    def __post_init__(self) -> None:
        self.admin = self.priya

    async def stop(self) -> None:
        """Stop the product in good order."""
        await self.teams.stop_bot()

    async def start(self) -> None:
        """Start a product on the same database, for the same people."""
        self.product = build_product(
            self.teams, self.clock, self.settings, self.pace, self.patience, languages=self.languages
        )
        await self.teams.run_bot(self.product.application)

    def passes(self, **span: float) -> None:
        """Let time pass, named as timedelta names it, and have the worker look at once."""
        self.clock.passes(timedelta(**span))
        self.product.worker.wake()

    async def bind_hub(self) -> None:
        """Make the channel the Hub's."""
        await self.priya.says("this is the Hub")
        await self.priya.until_sees("This channel is the Hub's now")

    async def submit(self, officer: Person) -> str:
        """Have an officer submit something by typing; gives its reference."""
        await officer.says("submit")
        for answer in QUICK_ANSWERS:
            await officer.says(answer)
        await officer.presses("Send to the Hub")
        return find_reference(officer)

    def in_thread_of(self, person: Person, reference: str) -> Person:
        """Take somebody of the Hub into the thread of a submission."""
        for message in self.channel.messages:
            if message.card is not None and reference in str(message.card):
                return person.at(self.channel, message)
        raise AssertionError(f"no thread of {reference} yet")

    async def find_thread(self, person: Person, reference: str) -> Person:
        """Wait for the thread of a submission and go there."""
        await person.until(lambda: self.in_thread_of(person, reference))
        there = self.in_thread_of(person, reference)
        while not await self._has_noted(there.root_id):
            await self.teams.world.wait_for_change(0.01)
        return there

    async def _has_noted(self, message_id: str) -> bool:
        """Tell whether the product knows that its message has arrived; nobody presses sooner than that."""
        async with self.product.database.read() as work:
            channel = await work.conversations.find_theirs(self.channel.conversation_id)
            assert channel is not None
            return await work.postings.find_by_activity(channel.id, message_id) is not None


def find_reference(officer: Person) -> str:
    """Read the newest reference on somebody's screen."""
    words = officer.screen.last_card.text.replace("[", " ").split()
    return next(word.strip(".,:") for word in words if word.startswith("PF-"))


def build_product(  # noqa: PLR0913 (a product is put together of these)
    teams: FakeTeams,
    clock: MovedClock,
    settings: Settings,
    pace: Pace = UNHURRIED,
    patience: float = PATIENCE,
    *,
    languages: Languages | None = None,
) -> Product:
    """Put the product together as app.py does, at the door of a fake Teams."""
    session = SharedSession()
    identity = BotIdentity(teams.app_id, "secret", tenant_id=teams.tenant_id)
    keys = SigningKeys(session, clock, teams.identity.metadata_url)
    doorkeeper = choose_doorkeeper(identity, keys, frozenset({teams.origin}))
    edge = Edge(session, ConnectorPool(teams.tokens, session), doorkeeper)
    return Product(settings, clock, edge, pace, patience, languages=languages)


@asynccontextmanager
async def run_force(
    database_url: str,
    pace: Pace = UNHURRIED,
    patience: float = PATIENCE,
    languages: Languages | None = None,
    meaning_model: Path | None = None,
) -> AsyncIterator[Force]:
    """Run the product on a database at a fake Teams with a small force."""
    async with FakeTeams.running() as teams:
        clock = MovedClock()
        priya, lee = teams.person("Priya Nair"), teams.person("Lee Marsh")
        channel = teams.channel("Submissions", priya, lee)
        settings = Settings.model_construct(
            database_url=database_url,
            admin_ids=frozenset({priya.account.aad_object_id.casefold()}),
            meaning_model=meaning_model,
        )
        product = build_product(teams, clock, settings, pace, patience, languages=languages)
        await teams.run_bot(product.application)
        yield Force(
            teams,
            clock,
            settings,
            product,
            pace,
            patience,
            languages,
            sam=teams.person("Sam Reed"),
            dana=teams.person("Dana Finch"),
            priya=priya.at(channel),
            lee=lee.at(channel),
            channel=channel,
        )
