"""What lies in the library when the stories of it begin."""

from collections.abc import Mapping

from dialogs.topics import TOPICS
from domain.clock import in_london
from domain.evidence import Evidence
from domain.evidence_reading import read_written
from domain.people import Actor, Role
from services.library import keep_new
from tests.conversations.force import Force

GATES = {
    "kind": "intervention",
    "title": "Lockable gates at the ends of alleys",
    "summary": "Gates that only residents can open keep burglars out of the alleys behind terraced houses.",
    "topics": "burglary",
    "label": "worked",
    "effect": "reduces crime or harm",
    "quality": "strong",
    "emmie_mechanism": "It is harder to get in unseen.",
    "source": "A review of studies",
    "link": "https://example.org/alley-gates",
    "published": "yes",
}
VISITS = {
    "kind": "research summary",
    "title": "Prison visits to frighten young people",
    "summary": "Young people who were taken to see a prison offended more often afterwards, not less.",
    "topics": "serious violence",
    "label": "did not work",
    "effect": "may increase offending",
    "published": "yes",
}
RACKS = {
    "kind": "practice",
    "title": "Bicycle racks under the cameras of the station",
    "summary": "Bicycles were taken less often after the racks were moved to where staff see them.",
    "topics": "theft",
    "label": "promising",
    "published": "no",
}


async def fill_shelf(force: Force, *entries: Mapping[str, str]) -> list[Evidence]:
    """Have Priya keep these entries, in this order."""
    async with force.product.database.begin() as work:
        priya, now = force.priya.account, force.clock.now()
        person = await work.people.meet(
            priya.aad_object_id, priya.teams_id, force.teams.tenant_id, priya.name, now
        )
        hub = Actor(person, frozenset({Role.OFFICER, Role.HUB}))
        topics = [topic.name for topic in TOPICS]
        written = [read_written(entry, topics, in_london(now).date()) for entry in entries]
        return [await keep_new(work, hub, one, now) for one in written]
