"""What typed words mean: an answer to what is open, a command, or something to ask about."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeAlias

from bot import portal, walkthroughs
from bot.company import hear_in_company
from bot.first_words import (
    keep_for_the_problem,
    lay_into_problem,
    point_elsewhere,
    take_words,
    tell_the_problem,
)
from bot.recognising import Meant, match_exactly, match_forgivingly
from bot.routes import ROUTES, carry_out, run_held
from bot.scene import Answer, Scene, say_text
from bot.welcoming import welcome_once
from cards import payloads as p
from cards.drafts import confirm_cancel
from dialogs import engine
from dialogs.engine import Reply, Settling, Word
from dialogs.state import REVIEW, Doubt
from dialogs.submission import SUBMISSION
from dialogs.walkthrough import ChoiceAnswer
from domain.delivery import Parcel
from domain.people import may
from domain.ports import PlaceKind
from services.walkthroughs import (
    Walk,
    find_open_walk,
    move,
    name_walk,
    reply,
    show_walk,
    take_step,
)

_NO_FILES = (
    "I cannot take files or pictures yet. Say in words what matters in it; "
    "the Hub can ask you for the file itself."
)

_SEND_WORDS = frozenset({"send", "send it", "done", "finish", "yes", "yes please", "ok", "okay"})
"""What people type at the review to send it; at a submission's, ``submit`` too."""

_PLEASANTRIES = frozenset(
    {"thanks", "thank you", "ta", "cheers", "great", "ok", "okay", "great thanks", "ok thanks"}
)
"""What people say to be kind; it answers no question."""

_NOT_ADDED = "I have not added that. Press Change beside the answer it belongs to, or leave it as it stands."

_NOTHING_WAITS = "No words of yours wait here, so there is nothing to take out."

_DO_IT = frozenset({"do it", "do that", "do that now", "do it now", "no, do it", "no, do that"})
"""What people type to have a command carried out that was taken for a possible answer."""

_NO_FILES_WITH_WORDS = (
    "I can read your words, but I cannot take files or pictures yet; the Hub can ask you for the file itself."
)

_OnWalk: TypeAlias = Callable[[Scene, Walk], Awaitable[Answer]]


async def hear(scene: Scene) -> Answer:
    """Answer something typed."""
    if scene.incoming.files and not scene.incoming.text:
        return await _decline_files(scene)
    if scene.conversation.place.kind is not PlaceKind.PERSONAL:
        return await hear_in_company(scene)
    answer = await _hear_in_person(scene)
    if not scene.incoming.files:
        return answer
    return replace(answer, parcels=(Parcel(say_text(_NO_FILES_WITH_WORDS)), *answer.parcels))


async def _hear_in_person(scene: Scene) -> Answer:
    walk = await find_open_walk(scene.work, scene.conversation)
    if walk is None:
        return await _hear_idle(scene)
    text = scene.incoming.text
    to_coach = await walkthroughs.answer_coach(scene, walk, text)
    if to_coach is not None:
        return to_coach
    word = engine.read_word(text)
    if word is not None:
        return await _do_word(scene, walk, word)
    if walk.state.at == REVIEW:
        return await _hear_at_review(scene, walk)
    return await _hear_at_question(scene, walk)


async def _hear_at_question(scene: Scene, walk: Walk) -> Answer:
    text = scene.incoming.text
    if _settles(walk, text):
        return await _reply(scene, walk)
    meant = match_exactly(text, PlaceKind.PERSONAL)
    if _is_meant_to_run(walk, text, meant):
        return await run_held(scene, p.WalkRun(draft=walk.draft.id))
    if meant is not None and _runs_beside(walk, text):
        return await carry_out(scene, meant.payload)
    return await _take_answer(scene, walk, meant)


async def _take_answer(scene: Scene, walk: Walk, meant: Meant | None) -> Answer:
    """Take words as the open question's answer; what may be a command as well is asked about."""
    text, activity_id = scene.incoming.text, scene.incoming.activity_id
    if meant is not None and _may_mean(scene, walk, text, meant):
        step = engine.hold_command(walk.state, text, meant.command.title, activity_id)
        return await scene.show(await take_step(scene.work, scene.footing, walk, step))
    if tell_the_problem(walk, text):
        step = keep_for_the_problem(text)
        return await scene.show(await take_step(scene.work, scene.footing, walk, step))
    return await _reply(scene, walk)


async def _reply(scene: Scene, walk: Walk) -> Answer:
    given = Reply(text=scene.incoming.text, activity_id=scene.incoming.activity_id)
    step = lay_into_problem(walk, engine.answer(walk.walkthrough, walk.state, given))
    return await scene.show(await take_step(scene.work, scene.footing, walk, step))


def _settles(walk: Walk, text: str) -> bool:
    """Tell whether words decide about a reply that belongs elsewhere; "carry on" is a command as well."""
    held = walk.state.held
    return (
        held is not None
        and held.doubt is Doubt.ELSEWHERE
        and engine.read_settling(held.doubt, text) is not None
    )


def _is_meant_to_run(walk: Walk, text: str, meant: Meant | None) -> bool:
    """Tell whether somebody asked if a command was their answer says that they meant the command."""
    held = walk.state.held
    if held is None or held.doubt is not Doubt.COMMAND:
        return False
    if text.strip(" .!").casefold() in _DO_IT:
        return True
    before = match_exactly(held.text, PlaceKind.PERSONAL)
    return meant is not None and before is not None and meant.payload == before.payload


def _runs_beside(walk: Walk, text: str) -> bool:
    """Tell whether a command can only be meant as one: at a list of choices that it is none of."""
    opened = engine.open_question(walk.walkthrough, walk.state)
    return (
        opened is not None
        and isinstance(opened[1].answer, ChoiceAnswer)
        and not engine.is_choice(opened[1], text)
    )


def _may_mean(scene: Scene, walk: Walk, text: str, meant: Meant) -> bool:
    """Tell whether words may be a command: none of the choices, and something this person can do."""
    opened = engine.open_question(walk.walkthrough, walk.state)
    if opened is not None and engine.is_choice(opened[1], text):
        return False
    return bool(may(scene.actor, ROUTES[meant.payload.verb].permission))


async def _hear_at_review(scene: Scene, walk: Walk) -> Answer:
    text = scene.incoming.text
    words_to_send = _SEND_WORDS | {walk.walkthrough.finish.casefold()}
    if walk.walkthrough is SUBMISSION:
        words_to_send |= {"submit"}
    if text.strip(" .!").casefold() in words_to_send:
        return await walkthroughs.send(scene, p.WalkSend(draft=walk.draft.id))
    command = match_exactly(text, PlaceKind.PERSONAL)
    if command is not None:
        return await carry_out(scene, command.payload)
    pointed = point_elsewhere(scene, can_carry_on=False)
    if pointed is not None:
        return scene.say(pointed)
    given = Reply(text=text, activity_id=scene.incoming.activity_id)
    shown = await reply(scene.work, scene.footing, walk, given)
    stays = shown.walk.state == walk.state
    return await scene.show(replace(shown, note=_NOT_ADDED) if stays else shown)


async def _do_word(scene: Scene, walk: Walk, word: Word) -> Answer:
    return await _WORDS[word](scene, walk)


def _moving(word: Word) -> _OnWalk:
    async def take(scene: Scene, walk: Walk) -> Answer:
        return await scene.show(await move(scene.work, scene.footing, walk, word))

    return take


async def _save(scene: Scene, walk: Walk) -> Answer:
    return await walkthroughs.save(scene, p.WalkSave(draft=walk.draft.id))


async def _ask_to_cancel(scene: Scene, walk: Walk) -> Answer:
    return scene.say(confirm_cancel(walk.draft.id, name_walk(walk)))


_WORDS: Mapping[Word, _OnWalk] = MappingProxyType(
    {
        Word.BACK: _moving(Word.BACK),
        Word.SKIP: _moving(Word.SKIP),
        Word.DONT_KNOW: _moving(Word.DONT_KNOW),
        Word.REVIEW: _moving(Word.REVIEW),
        Word.SAVE: _save,
        Word.CANCEL: _ask_to_cancel,
        Word.HELP: _moving(Word.HELP),
        Word.WHY: _moving(Word.WHY),
    }
)


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
        return scene.say_words(_NOTHING_WAITS)
    if text.strip(" .!,").casefold() in _PLEASANTRIES:
        return scene.say_words("You are welcome. Type 'menu' to see what I can do.")
    taken = await take_words(scene, text)
    return taken or await _show_menu(scene, "I did not recognise that. This is what I can do.")


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
        return scene.say_words(_NO_FILES)
    return await scene.show(await show_walk(scene.work, scene.footing, walk, note=_NO_FILES))
