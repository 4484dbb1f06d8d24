"""The whole product as it is measured: local mode, a fresh SQLite file, people who are known already."""

import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aiohttp import web

from app import Product, build_edge, settle_memory
from benchmarks.echoes import TENANT_ID
from bot.log_lines import set_up_logging
from dialogs.submission import SUBMISSION
from domain.clock import SystemClock
from domain.conversation import Conversation
from domain.delivery import Landed
from domain.people import Actor, Role
from domain.ports import Place, PlaceKind
from services.walkthroughs import Footing, open_walk
from settings import Settings
from storage.database import Database
from storage.work import Work

PEOPLE = 1_200
"""At least as many as a run has turns: everybody answers once."""
IDLE = range(9_000, 9_050)
"""People with nothing open."""
LOCALE = "en-GB"
BOT_ID = "28:5a3b1e00-0000-4000-8000-00000000b070"


@dataclass(frozen=True)
class Someone:
    """A person of the benchmark, by number."""

    number: int

    @property
    def aad_object_id(self) -> str:
        """Their id in the directory."""
        return f"5a3b1e00-0000-4000-8000-{self.number:012d}"

    def write(self, text: str, turn: int) -> dict[str, Any]:
        """Make the activity of something they type."""
        return {
            "type": "message",
            "id": f"17000000{turn:08d}",
            "timestamp": "2026-03-02T09:00:00.1234567Z",
            "channelId": "msteams",
            "serviceUrl": "{service_url}",
            "from": {"id": f"29:{self.number}", "name": "A sample", "aadObjectId": self.aad_object_id},
            "recipient": {"id": BOT_ID, "name": "Prevention First"},
            "conversation": {
                "id": f"a:chat-{self.number}",
                "conversationType": "personal",
                "tenantId": TENANT_ID,
            },
            "channelData": {"tenant": {"id": TENANT_ID}},
            "text": text,
            "textFormat": "plain",
            "locale": LOCALE,
        }


def type_help(turn: int) -> dict[str, Any]:
    """Type ``help``, one of fifty people who have nothing open."""
    return Someone(IDLE.start + turn % len(IDLE)).write("help", turn)


def type_answer(turn: int) -> dict[str, Any]:
    """Answer the open SARA question, everybody once."""
    words = f"Bicycles are taken from the racks behind the station, most weekday afternoons (report {turn})"
    return Someone(turn).write(words, turn)


async def build_product(service_url: str) -> web.Application:
    """Build the product on a fresh file with its people known, each with a submission begun."""
    folder = Path(tempfile.mkdtemp(prefix="benchmark-"))
    settings = Settings.model_validate(
        {"database_url": f"sqlite:///{folder / 'turns.db'}", "local_mode": True, "log_level": "ERROR"}
    )
    set_up_logging("INFO")
    clock = SystemClock()
    product = Product(settings, clock, build_edge(settings, clock))
    await product.database.migrate()
    await _fill(product.database, service_url)
    settle_memory()
    return product.application


async def _fill(database: Database, service_url: str) -> None:
    async with database.begin() as work:
        cards = [
            await _bring_to_second_question(work, Someone(number), service_url) for number in range(PEOPLE)
        ]
    async with database.begin() as work:
        await work.postings.shown([Landed(card, 1, f"card-{card}") for card in cards])
        for number in IDLE:
            await _meet(work, Someone(number), service_url)


async def _meet(work: Work, someone: Someone, service_url: str) -> tuple[Actor, Conversation]:
    now = datetime.now(UTC)
    person = await work.people.meet(someone.aad_object_id, f"29:{someone.number}", TENANT_ID, "A sample", now)
    await work.people.welcome(person.id, now)
    await work.people.keep_locale(person, LOCALE)
    place = Place(service_url, TENANT_ID, f"a:chat-{someone.number}", PlaceKind.PERSONAL, BOT_ID)
    chat = await work.conversations.arrive(place, person.id, "", now)
    return Actor(person, frozenset({Role.OFFICER})), chat


async def _bring_to_second_question(work: Work, someone: Someone, service_url: str) -> int:
    """Give somebody a submission that is open at its second question; gives its card."""
    actor, chat = await _meet(work, someone, service_url)
    now = datetime.now(UTC)
    given = {"kind": "operational issue"}
    shown = await open_walk(work, actor, Footing(chat, now, now), walkthrough=SUBMISSION, given=given)
    return shown.live.id
