"""Sample submissions: written through the same use cases as real ones, and removed by one command."""

from collections.abc import Mapping
from datetime import datetime

from admin.demo.world import Person as SamplePerson
from admin.demo.world import PlaygroundWorld
from admin.sample_stories import STORIES, Deed, Story
from dialogs import engine
from dialogs.submission import SUBMISSION
from domain.people import Actor, Person, Role
from domain.submission import Event, Happened, Kind, Stage, Submission
from domain.targets import set_deadline
from services.permission import name_of
from services.portal import make_title
from services.search import put_submission
from services.submissions import Ask, make_move
from storage.work import Work

_TEAMS: Mapping[str, str] = {
    "Sam": "Neighbourhood team",
    "Alex": "Response team",
    "Dana": "Night-time economy team",
    "Nico": "Neighbourhood team",
    "Terry": "Rural team",
}


async def meet_everybody(work: Work, world: PlaygroundWorld, now: datetime) -> dict[str, Actor]:
    """Know the people of the sample force, by given name."""
    actors = {}
    for seat, role in ((world.officer, Role.OFFICER), (world.hub, Role.HUB)):
        for member in seat.members:
            person = await _meet(work, world, member, now)
            actors[member.given_name] = Actor(person, frozenset({Role.OFFICER, role}))
    return actors


async def _meet(work: Work, world: PlaygroundWorld, sample: SamplePerson, now: datetime) -> Person:
    person = await work.people.meet(sample.aad_object_id, sample.teams_id, world.tenant_id, sample.name, now)
    team = _TEAMS.get(sample.given_name, "")
    if team and person.team != team:
        await work.people.name_team(person.id, team)
        person = Person(person.id, person.aad_object_id, person.teams_id, person.name, team)
    return person


async def add_samples(work: Work, actors: Mapping[str, Actor], now: datetime) -> int:
    """Write the samples down; gives how many. Where there are some already, none are added."""
    if await work.submissions.count_samples():
        return 0
    for story in sorted(STORIES, key=lambda one: one.before, reverse=True):
        await _write_story(work, actors, story, now)
    return len(STORIES)


async def _write_story(work: Work, actors: Mapping[str, Actor], story: Story, now: datetime) -> None:
    submission = await _submit(work, actors[story.officer], story, now - story.before)
    for deed in story.deeds:
        await _do(work, actors[deed.by], submission.reference, deed, now)


async def _submit(work: Work, officer: Actor, story: Story, at: datetime) -> Submission:
    state = engine.start(SUBMISSION, given=story.answers)
    submission = await work.submissions.add(
        set_deadline(
            Submission(
                id=0,
                reference=await work.submissions.next_reference(at.year),
                kind=Kind(story.answers["kind"]),
                title=make_title(story.answers["problem"]),
                topic=story.answers["topic"],
                place=story.answers["place"],
                answers=engine.as_said(SUBMISSION, state),
                officer=name_of(officer),
                stage=Stage.RECEIVED,
                sample=True,
                submitted_at=at,
                changed_at=at,
                waiting_since=at,
            ),
            (),
        )
    )
    await work.submissions.record(
        submission.id, Event(kind=Happened.SUBMITTED, at=at, actor=name_of(officer))
    )
    await put_submission(work, submission)
    return submission


async def _do(work: Work, actor: Actor, reference: str, deed: Deed, now: datetime) -> None:
    ask = Ask(deed.move, deed.side, words=deed.words, outcome=deed.outcome, quietly=True)
    await make_move(work, actor, reference, ask, now - deed.before)
