"""What typed words mean: an answer to what is open, a command, or something to ask about."""

from dataclasses import replace

from bot import portal
from bot.answering import hear_answer
from bot.company import hear_in_company
from bot.first_words import point_elsewhere, take_words
from bot.recognising import match_exactly, match_forgivingly
from bot.routes import carry_out
from bot.scene import Answer, Scene, say_text
from bot.welcoming import welcome_once
from cards import payloads as p
from dialogs import engine
from dialogs.engine import Settling
from dialogs.state import Doubt
from domain.delivery import Parcel
from domain.language import N_, _
from domain.ports import PlaceKind
from services.walkthroughs import find_open_walk, show_walk

_NO_FILES = N_(
    "I cannot take files or pictures yet. Say in words what matters in it; "
    "the Hub can ask you for the file itself."
)

_PLEASANTRIES = frozenset(
    {"thanks", "thank you", "ta", "cheers", "great", "ok", "okay", "great thanks", "ok thanks"}
)
"""What people say to be kind; it answers no question."""

_NOTHING_WAITS = N_("No words of yours wait here, so there is nothing to take out.")

_NO_FILES_WITH_WORDS = N_(
    "I can read your words, but I cannot take files or pictures yet; the Hub can ask you for the file itself."
)


async def hear(scene: Scene) -> Answer:
    """Answer something typed."""
    if scene.incoming.files and not scene.incoming.text:
        return await _decline_files(scene)
    if scene.conversation.place.kind is not PlaceKind.PERSONAL:
        return await hear_in_company(scene)
    answer = await _hear_in_person(scene)
    if not scene.incoming.files:
        return answer
    return replace(answer, parcels=(Parcel(say_text(_(_NO_FILES_WITH_WORDS))), *answer.parcels))


async def _hear_in_person(scene: Scene) -> Answer:
    walk = await find_open_walk(scene.work, scene.conversation)
    if walk is None:
        return await _hear_idle(scene)
    return await hear_answer(scene, walk)


async def _hear_idle(scene: Scene) -> Answer:
    """Nothing is open: a command, however misspelt; an answer the Hub waits for; or a problem told."""
    text = scene.incoming.text
    exact = match_exactly(text, PlaceKind.PERSONAL)
    pointed = point_elsewhere(scene) if exact is None else None
    if pointed is not None:
        return scene.say(pointed)
    meant = exact or match_forgivingly(text, PlaceKind.PERSONAL)
    if meant is not None:
        return await carry_out(scene, meant.payload)
    if not text.strip():
        return await _show_menu(scene)
    if engine.read_settling(Doubt.ELSEWHERE, text) is Settling.TAKE_OUT:
        return scene.say_words(_(_NOTHING_WAITS))
    if text.strip(" .!,").casefold() in _PLEASANTRIES:
        return scene.say_words(_("You are welcome. Type 'menu' to see what I can do."))
    taken = await take_words(scene, text)
    return taken or await _show_menu(scene, _("I did not recognise that. This is what I can do."))


async def _show_menu(scene: Scene, *before: str) -> Answer:
    first = await welcome_once(scene)
    if first.parcels:
        return first
    shown = await portal.show_menu(scene, p.PortalMenu())
    return replace(shown, parcels=(*(Parcel(say_text(said)) for said in before), *shown.parcels))


async def _decline_files(scene: Scene) -> Answer:
    if scene.conversation.place.kind is not PlaceKind.PERSONAL:
        return Answer()
    walk = await find_open_walk(scene.work, scene.conversation)
    if walk is None:
        return scene.say_words(_(_NO_FILES))
    return await scene.show(await show_walk(scene.work, scene.footing, walk, note=_(_NO_FILES)))
