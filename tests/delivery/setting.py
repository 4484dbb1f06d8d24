"""What a history plays in: one process after the other, officers with a submission each, and their chats."""

import asyncio
from dataclasses import dataclass
from random import Random

from bot.connector import ConnectorPool
from bot.courier import TeamsCourier
from bot.http_session import SharedSession
from delivery.dispatch import Dispatcher
from delivery.pacer import Pacer
from delivery.wire import Wire
from delivery.worker import Worker
from domain.delivery import Subject, SubjectKind, View
from domain.pace import TEAMS
from domain.ports import Place, PlaceKind
from domain.submission import Kind, Party, Said, Stage, Submission
from services.submissions import post_to_hub
from storage.arrivals import Arrival
from storage.database import Database
from tests.databases import HandClock
from tests.fake_teams import FakeTeams, Person


@dataclass(frozen=True)
class Item:
    """One officer with one submission."""

    officer: Person
    arrival: Arrival
    reference: str
    submission_id: int
    status_id: int


class Engine:
    """One process: it ends at any moment, and the next one finds what it has kept."""

    def __init__(self, url: str, teams: FakeTeams, clock: HandClock, random: Random) -> None:
        async def pass_time(seconds: float) -> None:
            clock.move(seconds=seconds)
            await asyncio.sleep(0)

        pacer, wire = Pacer(clock, TEAMS, pass_time), Wire()
        self.database = Database(url, clock)
        self.session = SharedSession()
        courier = TeamsCourier(ConnectorPool(teams.tokens, self.session, timeout_seconds=5), clock)
        self.worker = Worker(
            self.database, courier, clock, owner="history", random=random, pacer=pacer, wire=wire
        )
        self.dispatcher = Dispatcher(self.database, courier, self.worker, clock, pacer=pacer, wire=wire)

    async def close(self) -> None:
        """Let go of everything."""
        await self.session.close()
        await self.database.close()


@dataclass(frozen=True)
class Sender:
    """Who an activity is from."""

    aad_object_id: str
    teams_id: str
    name: str
    locale: str = ""


def person_sender(person: Person) -> Sender:
    """Give somebody as the sender of an activity."""
    return Sender(person.account.aad_object_id, person.account.teams_id, person.name)


async def submit(engine: Engine, teams: FakeTeams, clock: HandClock, officer: Person) -> Item:
    """Have an officer known, with a submission of theirs whose cards are still to be sent."""
    async with engine.database.begin() as work:
        place = find_place(teams, officer.conversation.conversation_id, PlaceKind.PERSONAL)
        arrival = await work.arrive(place, person_sender(officer), "", "", clock.now())
        submission = await work.submissions.add(
            Submission(
                id=0,
                reference=await work.submissions.next_reference(2026),
                kind=Kind.OPERATIONAL_ISSUE,
                title="Bikes go missing at the station",
                topic="theft",
                place="Hitchin",
                answers=(Said(name="problem", label="Problem", section="Scanning", text="Bikes"),),
                officer=Party(id=arrival.person.id, name=officer.name, team=""),
                stage=Stage.RECEIVED,
                submitted_at=clock.now(),
                changed_at=clock.now(),
                waiting_since=clock.now(),
            )
        )
        subject = Subject(SubjectKind.SUBMISSION, submission.id)
        status = await work.postings.place(arrival.conversation, subject, View.STATUS, held_until=None)
        await post_to_hub(work, submission)
    return Item(officer, arrival, submission.reference, submission.id, status.id)


def find_place(teams: FakeTeams, conversation_id: str, kind: PlaceKind) -> Place:
    """Give where a conversation is."""
    return Place(teams.service_url, teams.tenant_id, conversation_id, kind, teams.world.bot_id)
