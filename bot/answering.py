"""What typed words mean while a walkthrough is open: its answer, a word that moves about, or a command."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeAlias

from bot import walkthroughs
from bot.first_words import (
    keep_for_the_problem,
    lay_into_problem,
    point_elsewhere,
    tell_the_problem,
)
from bot.held import take_anew
from bot.recognising import Meant, match_exactly
from bot.routes import ROUTES, carry_out, run_held
from bot.scene import Answer, Scene
from cards import payloads as p
from cards.drafts import confirm_cancel
from dialogs import engine
from dialogs.engine import Reply, Settling, Word
from dialogs.state import REVIEW, Doubt
from dialogs.submission import SUBMISSION
from dialogs.walkthrough import ChoiceAnswer
from domain.clock import in_london
from domain.language import N_, _
from domain.people import may
from domain.ports import PlaceKind
from services.walkthroughs import Walk, move, name_walk, reply, take_step

_SEND_WORDS = frozenset({"send", "send it", "done", "finish", "yes", "yes please", "ok", "okay"})
"""What people type at the review to send it; at a submission's, ``submit`` too."""

_NOT_ADDED = N_(
    "I have not added that. Press Change beside the answer it belongs to, or leave it as it stands."
)

_DO_IT = frozenset({"do it", "do that", "do that now", "do it now", "no, do it", "no, do that"})
"""What people type to have a command carried out that was taken for a possible answer."""

_OnWalk: TypeAlias = Callable[[Scene, Walk], Awaitable[Answer]]


async def hear_answer(scene: Scene, walk: Walk) -> Answer:
    """Take what was typed while a walkthrough is open."""
    text = scene.incoming.text
    to_coach = await walkthroughs.answer_coach(scene, walk, text)
    if to_coach is not None:
        return to_coach
    word = engine.read_word(text)
    if word is not None:
        return await _WORDS[word](scene, walk)
    if walk.state.at == REVIEW:
        return await _hear_at_review(scene, walk)
    return await _hear_at_question(scene, walk)


async def _hear_at_question(scene: Scene, walk: Walk) -> Answer:
    text = scene.incoming.text
    settling = _read_settling(walk, text)
    if settling is Settling.ANEW:
        return await take_anew(scene, p.WalkAnew(draft=walk.draft.id))
    if settling is not None:
        return await _reply(scene, walk)
    if engine.is_ending(walk.walkthrough, walk.state, text):
        return await _WORDS[Word.REVIEW](scene, walk)
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
        step = keep_for_the_problem(walk, text)
        return await scene.show(await take_step(scene.work, scene.footing, walk, step))
    if walk.draft.was_left(scene.now) and engine.may_be_late(walk.walkthrough, walk.state, text):
        given = Reply(text=text, activity_id=activity_id)
        step = engine.hold_late(walk.walkthrough, walk.state, given, walk.draft.touched_at)
        return await scene.show(await take_step(scene.work, scene.footing, walk, step))
    return await _reply(scene, walk)


async def _reply(scene: Scene, walk: Walk) -> Answer:
    today = in_london(scene.now).date()
    given = Reply(text=scene.incoming.text, activity_id=scene.incoming.activity_id, today=today)
    step = lay_into_problem(walk, engine.answer(walk.walkthrough, walk.state, given))
    return await scene.show(await take_step(scene.work, scene.footing, walk, step))


_SETTLED_IN_COMMANDS = frozenset({Doubt.ELSEWHERE, Doubt.LATE})
"""Doubts that are settled by words which are commands as well: "carry on", "new"."""


def _read_settling(walk: Walk, text: str) -> Settling | None:
    """Say what words decide about a held reply, where they come before what they mean as a command."""
    held = walk.state.held
    if held is None or held.doubt not in _SETTLED_IN_COMMANDS:
        return None
    return engine.read_settling(held.doubt, text)


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
    return await scene.show(replace(shown, note=_(_NOT_ADDED)) if stays else shown)


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
        Word.EXAMPLE: _moving(Word.EXAMPLE),
    }
)
