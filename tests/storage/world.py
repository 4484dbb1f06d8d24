"""People, places and submissions for the storage stories."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.conversation import Conversation
from domain.delivery import Notice, NoticeKind, Posting, Subject, SubjectKind, View
from domain.people import Person
from domain.ports import Place, PlaceKind
from domain.submission import Kind, Party, Said, Stage, Submission
from storage.database import Database
from storage.work import Work
from tests.databases import HandClock

TENANT = "tenant"
TEAM = "19:team"


@dataclass(frozen=True)
class Sent:
    """Who an activity is from."""

    aad_object_id: str
    teams_id: str
    name: str
    locale: str = ""


def personal(name: str) -> Place:
    return Place("https://smba/uk/", TENANT, f"a:{name}", PlaceKind.PERSONAL, "28:bot")


def channel(name: str = "hub") -> Place:
    return Place("https://smba/uk/", TENANT, f"19:{name}", PlaceKind.CHANNEL, "28:bot")


def sender(name: str) -> Sent:
    return Sent(f"aad-{name}", f"29:{name}", name)


async def meet(work: Work, name: str, now: datetime) -> Person:
    return await work.people.meet(f"aad-{name}", f"29:{name}", TENANT, name, now)


async def chat_with(work: Work, name: str, now: datetime) -> tuple[Person, Conversation]:
    person = await meet(work, name, now)
    return person, await work.conversations.arrive(personal(name), person.id, "", now)


async def hub_channel(work: Work, now: datetime) -> Conversation:
    conversation = await work.conversations.arrive(channel(), None, TEAM, now)
    await work.conversations.bind_hub(conversation.id, TEAM)
    return conversation


def party(person: Person) -> Party:
    return Party(id=person.id, name=person.name, team=person.team)


def a_submission(officer: Person, reference: str, now: datetime, **different: object) -> Submission:
    plain = {
        "id": 0,
        "reference": reference,
        "kind": Kind.OPERATIONAL_ISSUE,
        "title": "Bikes go missing at Hitchin station",
        "topic": "theft",
        "place": "Hitchin",
        "answers": (
            Said(name="problem", label="Problem", section="Scanning", text="Bikes go missing"),
            Said(name="where", label="Where", section="Scanning", text="Hitchin station"),
        ),
        "officer": party(officer),
        "stage": Stage.RECEIVED,
        "submitted_at": now,
        "changed_at": now,
        "waiting_since": now,
    }
    return Submission.model_validate(plain | different)


async def submit(work: Work, officer: Person, now: datetime, **different: object) -> Submission:
    reference = await work.submissions.next_reference(now.year)
    return await work.submissions.add(a_submission(officer, reference, now, **different))


def about(submission: Submission) -> Subject:
    return Subject(SubjectKind.SUBMISSION, submission.id)


def a_notice(conversation: Conversation, submission: Submission, key: str, now: datetime) -> Notice:
    return Notice(
        key=key,
        kind=NoticeKind.HUB_ASKS,
        conversation_id=conversation.id,
        subject=about(submission),
        event_id=1,
        not_after=now + timedelta(days=1),
    )


@dataclass(frozen=True)
class Scene:
    """An officer with a submission, and the Hub; a status card and a Hub's card, both still to be sent."""

    officer: Person
    chat: Conversation
    hub: Conversation
    submission: Submission
    status: Posting
    hub_card: Posting


async def set_scene(work: Work, clock: HandClock) -> Scene:
    officer, chat = await chat_with(work, "Amy", clock.now())
    hub = await hub_channel(work, clock.now())
    submission = await submit(work, officer, clock.now())
    status = await work.postings.place(chat, about(submission), View.STATUS, held_until=None)
    hub_card = await work.postings.place(hub, about(submission), View.HUB, held_until=None)
    return Scene(officer, chat, hub, submission, status, hub_card)


async def list_due(database: Database, where: Conversation, clock: HandClock) -> list[int]:
    async with database.read() as work:
        return [posting.id for posting in await work.outbox.due_postings(where.lane_id, clock.now())]


async def deliver_all(database: Database, clock: HandClock) -> int:
    """Play the worker that succeeds; gives how many lanes were due."""
    async with database.begin() as work:
        claims = await work.outbox.claim("worker", clock.now(), 60, 99)
        for claim in claims:
            for posting in await work.outbox.due_postings(claim.lane_id, clock.now()):
                message = f"m{posting.id}"
                await work.outbox.finish_posting(claim, posting.id, posting.wanted, message, "")
            for notice in await work.outbox.due_notices(claim.lane_id, clock.now()):
                await work.outbox.finish_notice(claim, notice.id, "n", clock.now())
            await work.outbox.release(claim, clock.now())
    return len(claims)
