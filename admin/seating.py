"""Getting the demo's database ready for two Playgrounds that have just been started."""

from datetime import datetime

from admin.demo.world import PlaygroundWorld, Seat
from admin.evidence import add_starter
from admin.samples import add_samples, meet_everybody
from domain.people import GRANTED_ROLES
from domain.ports import Place, PlaceKind
from services.submissions import post_to_hub
from storage.database import Database
from storage.work import Work


async def seat_everybody(database: Database, world: PlaygroundWorld, now: datetime) -> None:
    """Migrate, add the samples, bind the Hub's channel, and post anew what a Playground has forgotten.

    A Playground keeps nothing over a restart: every card it showed is gone, so all of them start afresh.
    """
    await database.migrate()
    async with database.begin() as work:
        actors = await meet_everybody(work, world, now)
        await work.outbox.forget_everything_posted()
        await work.people.forget_welcomes()
        await add_samples(work, actors, now)
        await add_starter(work, world.tenant_id, now)
        await _open_personal_chats(work, world, now)
        await _bind_hub(work, world, now)
        await _give_roles(work, world, now)


async def _open_personal_chats(work: Work, world: PlaygroundWorld, now: datetime) -> None:
    for seat in (world.officer, world.hub):
        person = await work.people.find_by_object_id(seat.person.aad_object_id)
        place = _find_place(world, seat, seat.personal_chat_id, PlaceKind.PERSONAL)
        chat = await work.conversations.arrive(place, person.id if person else None, "", now)
        await work.conversations.set_open_draft(chat.id, None)


async def _bind_hub(work: Work, world: PlaygroundWorld, now: datetime) -> None:
    seat = world.hub
    place = _find_place(world, seat, seat.team.channel_id, PlaceKind.CHANNEL)
    channel = await work.conversations.arrive(place, None, seat.team.team_id, now)
    await work.conversations.bind_hub(channel.id, seat.team.team_id)
    members = []
    for member in seat.members:
        person = await work.people.find_by_object_id(member.aad_object_id)
        if person is not None:
            members.append((person.id, member.teams_id))
    await work.roster.replace(seat.team.team_id, members, now)
    for submission in await work.submissions.list_unposted():
        await post_to_hub(work, submission)


async def _give_roles(work: Work, world: PlaygroundWorld, now: datetime) -> None:
    """Let the person at the Hub's screen play the trainer and the administrator too."""
    person = await work.people.find_by_object_id(world.hub.person.aad_object_id)
    if person is None:
        return
    for role in GRANTED_ROLES:
        await work.grants.add(person.id, role, None, now)


def _find_place(world: PlaygroundWorld, seat: Seat, conversation_id: str, kind: PlaceKind) -> Place:
    return Place(seat.service_url, world.tenant_id, conversation_id, kind, world.bot_id)
