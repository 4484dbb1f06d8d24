"""Coming and going: a welcome once, and forgetting where somebody can no longer be reached."""

from bot.incoming import Happening
from bot.scene import Answer, Scene
from cards.menu import welcome
from domain.delivery import Parcel
from domain.ports import PlaceKind
from services.hub import post_open_work
from services.people import dismiss_member, lose

_LEFT = frozenset({"remove", "remove-upgrade"})


async def greet(scene: Scene) -> Answer:
    """Answer an installation or a change of members."""
    incoming = scene.incoming
    if incoming.happening is Happening.INSTALLATION and incoming.action in _LEFT:
        await lose(scene.work, scene.conversation, scene.now)
        return Answer()
    if scene.conversation.place.kind is PlaceKind.PERSONAL:
        return await welcome_once(scene)
    if scene.is_hub_channel and incoming.happening is Happening.INSTALLATION:
        await post_open_work(scene.work)
    return await _note_leavers(scene)


async def welcome_once(scene: Scene) -> Answer:
    """Welcome somebody the first time they are here, and never again."""
    person = scene.actor.person
    if not await scene.work.people.welcome(person.id, scene.now):
        return Answer()
    return Answer(parcels=(Parcel(welcome(person.name)),))


async def _note_leavers(scene: Scene) -> Answer:
    """Take the Hub's rights from who was removed from its team, at once."""
    team_id = scene.incoming.team_id
    for gone in scene.incoming.removed:
        await dismiss_member(scene.work, team_id, gone.teams_id, gone.aad_object_id)
    return Answer()
