"""What typed words mean: an answer to what is open, a command, or something to ask about."""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from bot import portal, walkthroughs
from bot.commands import Meant, match_exactly, match_forgivingly
from bot.routes import carry_out
from bot.scene import Answer, Scene, say_text
from cards import payloads as p
from cards.drafts import confirm_cancel
from cards.menu import menu, offer
from dialogs import engine
from dialogs.engine import Reply, Word
from dialogs.state import REVIEW
from domain.delivery import Posting, View
from domain.ports import PlaceKind
from services.portal import list_drafts
from services.walkthroughs import Walk, find_open_walk, move, reply, show_walk, take_edit, take_step

_SENTENCE = 4
"""Words from which on a message is somebody telling something, not a command gone wrong."""

_NO_FILES = (
    "I cannot take files or pictures yet. Say in words what matters in it; "
    "the Hub can ask you for the file itself."
)

_SEND_WORDS = frozenset({"send", "send it", "yes", "yes please", "submit", "ok", "okay"})
"""What people type at the review to send it."""

_NOT_ADDED = "I have not added that. Press Change beside the answer it belongs to, or send it as it stands."

_OnWalk: TypeAlias = Callable[[Scene, Walk], Awaitable[Answer]]


async def hear(scene: Scene) -> Answer:
    """Answer something typed."""
    if scene.incoming.files and not scene.incoming.text:
        return await _decline_files(scene)
    if scene.conversation.place.kind is PlaceKind.PERSONAL:
        return await _hear_in_person(scene)
    return await _hear_in_company(scene)


async def _hear_in_person(scene: Scene) -> Answer:
    walk = await find_open_walk(scene.work, scene.conversation)
    if walk is None:
        return await _hear_idle(scene)
    text = scene.incoming.text
    word = engine.read_word(text)
    if word is not None:
        return await _do_word(scene, walk, word)
    if walk.state.at == REVIEW:
        return await _hear_at_review(scene, walk)
    meant = match_exactly(text, PlaceKind.PERSONAL)
    if meant is not None and not _is_choice(walk, text):
        command = meant.command.phrases[0]
        step = engine.hold_command(walk.state, text, command, scene.incoming.activity_id)
        return await scene.show(await take_step(scene.work, scene.footing, walk, step))
    given = Reply(text=text, activity_id=scene.incoming.activity_id)
    return await scene.show(await reply(scene.work, scene.footing, walk, given))


def _is_choice(walk: Walk, text: str) -> bool:
    """Tell whether the words are one of the open question's own choices."""
    opened = engine.open_question(walk.walkthrough, walk.state)
    return opened is not None and engine.is_choice(opened[1], text)


async def _hear_at_review(scene: Scene, walk: Walk) -> Answer:
    text = scene.incoming.text
    if text.strip(" .").casefold() in _SEND_WORDS:
        return await walkthroughs.send(scene, p.WalkSend(draft=walk.draft.id))
    command = match_exactly(text, PlaceKind.PERSONAL)
    if command is not None:
        return await carry_out(scene, command.payload)
    given = Reply(text=text, activity_id=scene.incoming.activity_id)
    return await scene.show(await reply(scene.work, scene.footing, walk, given))


async def _do_word(scene: Scene, walk: Walk, word: Word) -> Answer:
    return await _WORDS[word](scene, walk)


def _moving(word: Word) -> _OnWalk:
    async def take(scene: Scene, walk: Walk) -> Answer:
        return await scene.show(await move(scene.work, scene.footing, walk, word))

    return take


async def _save(scene: Scene, walk: Walk) -> Answer:
    return await walkthroughs.save(scene, p.WalkSave(draft=walk.draft.id))


async def _ask_to_cancel(scene: Scene, walk: Walk) -> Answer:
    return scene.say(confirm_cancel(walk.draft.id, walk.walkthrough.title))


async def _help(scene: Scene, _walk: Walk) -> Answer:
    return await portal.show_help(scene, p.PortalHelp())


_WORDS: Mapping[Word, _OnWalk] = MappingProxyType(
    {
        Word.BACK: _moving(Word.BACK),
        Word.SKIP: _moving(Word.SKIP),
        Word.DONT_KNOW: _moving(Word.DONT_KNOW),
        Word.REVIEW: _moving(Word.REVIEW),
        Word.SAVE: _save,
        Word.CANCEL: _ask_to_cancel,
        Word.HELP: _help,
    }
)


async def _hear_idle(scene: Scene) -> Answer:
    """Nothing is open: a command, however misspelt; an answer the Hub waits for; or a problem told."""
    text = scene.incoming.text
    meant = match_forgivingly(text, PlaceKind.PERSONAL)
    if meant is not None:
        return await carry_out(scene, meant.payload)
    if not text.strip():
        return await _show_menu(scene)
    waiting = await scene.work.submissions.waiting_for(scene.actor.person.id)
    if len(waiting) == 1:
        return await portal.offer_as_reply(scene, waiting[0], text)
    if len(text.split()) >= _SENTENCE:
        return scene.say(offer(text))
    return await _show_menu(scene, "I did not recognise that. This is what I can do.")


async def _show_menu(scene: Scene, *before: str) -> Answer:
    shown = menu(len(await list_drafts(scene.work, scene.actor)))
    return scene.say(*(say_text(words) for words in before), shown)


async def _hear_in_company(scene: Scene) -> Answer:
    """In a channel or a group chat: only what was said to the bot, and only commands."""
    if not scene.incoming.mentioned:
        return Answer()
    meant = await _match_in_channel(scene)
    if meant is not None:
        return await carry_out(scene, meant.payload)
    if scene.is_hub_channel:
        return await portal.show_help(scene, p.PortalHelp())
    return scene.say_words(
        "I work in a chat with you alone: open 'Prevention First' there and type 'submit' to tell the Hub "
        "something."
    )


async def _match_in_channel(scene: Scene) -> Meant | None:
    here = await _find_here(scene)
    return match_forgivingly(scene.incoming.text, PlaceKind.CHANNEL, here=here)


async def _find_here(scene: Scene) -> str:
    """Give the reference of the submission whose own thread this is, or nothing."""
    if not scene.thread_id:
        return ""
    hung: list[Posting] = await scene.work.postings.list_of_thread(scene.conversation.id, scene.thread_id)
    head = next((one for one in hung if one.view is View.HUB and not one.shape.get("copy")), None)
    if head is None:
        return ""
    submission = await scene.work.submissions.find_by_id(head.subject.id)
    return submission.reference if submission else ""


async def _decline_files(scene: Scene) -> Answer:
    if scene.conversation.place.kind is not PlaceKind.PERSONAL:
        return Answer()
    walk = await find_open_walk(scene.work, scene.conversation)
    if walk is None:
        return scene.say_words(_NO_FILES)
    return await scene.show(await show_walk(scene.work, scene.footing, walk, note=_NO_FILES))


async def hear_edit(scene: Scene) -> Answer:
    """Take an edited message: the answer it gave changes with it."""
    walk = await find_open_walk(scene.work, scene.conversation)
    if walk is None:
        return Answer()
    step = engine.edit_message(walk.walkthrough, walk.state, scene.incoming.activity_id, scene.incoming.text)
    if step is not None:
        await take_edit(scene.work, scene.footing, walk, step)
    return Answer()
