"""What is said to the bot where others read along: commands, and thoughts while hats are worn."""

from bot import hats
from bot.alone import answer_in_company
from bot.hats_commands import SHORT_WORDS
from bot.recognising import Meant, find_command_word, match_exactly, match_forgivingly
from bot.routes import carry_out
from bot.scene import Answer, Scene
from cards import payloads as p
from cards.elsewhere import point_from_words
from domain.delivery import Posting, View
from domain.hat_session import HatSession
from domain.language import N_, _
from domain.ports import PlaceKind
from domain.signposts import find_signpost

_NOT_HERE = N_(
    "I work in a chat with you alone, so that nobody reads along. "
    "Open 'Prevention First' there and type 'submit' to tell the Hub something. "
    "Here I can help you think together: type 'six hats:' and a topic."
)

_UNDER_HATS = N_(
    "While the hats are worn, mention me with your thought, or write it in the card. "
    "You can also say 'hats' to see the card down here, 'next hat', 'hat before', 'all thoughts', "
    "'hand over to' and a name, or 'finish hats'."
)


async def hear_in_company(scene: Scene) -> Answer:
    """In a channel or a group chat: only what was said to the bot, and only commands."""
    if not scene.incoming.mentioned:
        return Answer()
    session = await hats.find_here(scene)
    if session is not None:
        return await _hear_under_hats(scene, session)
    meant = await _match_in_channel(scene)
    if meant is None:
        return await _hear_no_command(scene)
    if scene.is_hub_channel or not isinstance(meant.payload, p.PortalHelp):
        return await carry_out(scene, meant.payload)
    return scene.say_words(_(_NOT_HERE))


async def _hear_no_command(scene: Scene) -> Answer:
    """Say what can be said here; what belongs elsewhere is pointed there."""
    kind = find_signpost(scene.incoming.text)
    if kind is not None:
        return await answer_in_company(scene, point_from_words(kind, scene.directions), kind)
    if not scene.is_hub_channel:
        return scene.say_words(_(_NOT_HERE))
    if scene.incoming.text.strip():
        return scene.say_words(_guess_what_is_missing(scene.incoming.text))
    return await carry_out(scene, p.PortalHelp())


async def _hear_under_hats(scene: Scene, session: HatSession) -> Answer:
    """Take what is said while hats are worn as a thought, unless it is exactly a command.

    In a submission's own thread its reference has to be typed: "ask the school" is a thought here.
    """
    text = " ".join(scene.incoming.text.split())
    plain = SHORT_WORDS.get(text.strip(" .").casefold(), text)
    meant = match_exactly(plain, PlaceKind.CHANNEL)
    if meant is None:
        return await hats.hear_thought(scene, session)
    if isinstance(meant.payload, p.PortalHelp):
        return scene.say_words(_(_UNDER_HATS))
    return await carry_out(scene, meant.payload)


def _guess_what_is_missing(text: str) -> str:
    """Say what to add to a message that is nearly a command, or where all of them stand."""
    word = find_command_word(text, PlaceKind.CHANNEL)
    if word:
        return _("Which submission? Add its reference: for example '{word} PF-2026-0001'.").format(word=word)
    return _(
        "I did not understand that. In a submission's own thread, for example: 'take', 'ask', 'answer', "
        "'give to' and a name, or 'close addressed:' and why. Type 'help' for all of it."
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
