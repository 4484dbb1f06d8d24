"""Submissions that came in already, by their titles alone."""

from collections.abc import Sequence

from domain.submission import Event, Happened, Kind, Party, Stage, Submission
from services.search import put_submission
from tests.conversations.force import Force


async def file_problems(force: Force, titles: Sequence[str], topic: str = "theft") -> None:
    """Have submissions of Sam's come in, an hour after each other, each found by its title."""
    async with force.product.database.begin() as work:
        sam = force.sam.account
        now = force.clock.now()
        officer = await work.people.meet(
            sam.aad_object_id, sam.teams_id, force.teams.tenant_id, sam.name, now
        )
        for title in titles:
            force.passes(hours=1)
            now = force.clock.now()
            party = Party(id=officer.id, name=officer.name)
            kept = await work.submissions.add(
                Submission(
                    id=0,
                    reference=await work.submissions.next_reference(now.year),
                    kind=Kind.OPERATIONAL_ISSUE,
                    title=title,
                    topic=topic,
                    place="The station",
                    answers=(),
                    officer=party,
                    stage=Stage.RECEIVED,
                    submitted_at=now,
                    changed_at=now,
                    waiting_since=now,
                )
            )
            await work.submissions.record(kept.id, Event(kind=Happened.SUBMITTED, at=now, actor=party))
            await put_submission(work, kept)
