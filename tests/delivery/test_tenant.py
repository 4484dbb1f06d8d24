"""The tenant's rate is one for all processes, and answers count."""

import pytest

from delivery.pacer import Pacer
from delivery.tenant import TenantTurns
from domain.pace import TEAMS
from domain.ports import Place, PlaceKind
from storage.database import Database
from tests.databases import HandClock, clock, database

__all__ = ["clock", "database"]

CHAT = Place("https://teams", "tenant", "a:sam", PlaceKind.PERSONAL, "28:bot")


class Process:
    """What one process knows of the tenant's rate; whoever waits in it moves no clock."""

    def __init__(self, database: Database, clock: HandClock) -> None:
        self.waited = 0.0
        self.pacer = Pacer(clock, TEAMS, self._wait)
        self.turns = TenantTurns(database, clock, self.pacer)

    async def _wait(self, seconds: float) -> None:
        self.waited += seconds


@pytest.mark.parametrize("answers", [0, 40])
async def test_a_process_that_only_answers_takes_its_turns_from_the_others(
    database: Database, clock: HandClock, answers: int
) -> None:
    answering, delivering = Process(database, clock), Process(database, clock)
    for _ in range(answers):
        answering.pacer.charge(CHAT)
    await answering.turns.charge_replies()
    await delivering.turns.wait("tenant")
    assert delivering.waited == pytest.approx(0.8 if answers else 0.0)
    await answering.turns.charge_replies()
    await delivering.turns.wait("tenant")
    assert delivering.waited < 1.7
