"""Words that come before anybody asked for them: a problem told at once, or what belongs somewhere else."""

from dataclasses import replace

from bot import portal
from bot.scene import Answer, Scene
from cards import payloads as p
from cards.elsewhere import point_from_words, point_still
from cards.menu import offer
from cards.messages import say
from cards.which import which_question
from dialogs import engine
from dialogs.engine import Step
from dialogs.state import Doubt
from dialogs.submission import SUBMISSION
from domain.language import N_, _
from domain.ports import Outgoing
from domain.signposts import find_signpost
from services.walkthroughs import Walk

SENTENCE = 4
"""Words from which on a message is somebody telling something, not a command or a choice gone wrong."""

_KEPT = N_("I have kept your words for the next question. First, which of these is it?")


def point_elsewhere(scene: Scene, *, can_carry_on: bool = True) -> Outgoing | None:
    """Point to the right place with words that sound as if they belong there; nothing of them is kept."""
    text = scene.incoming.text
    kind = find_signpost(text)
    if kind is None:
        return None
    return point_from_words(kind, scene.directions, text if can_carry_on else "")


async def carry_on(scene: Scene, payload: p.PortalCarryOn) -> Answer:
    """Take words that were pointed elsewhere: they are about something else, as their writer says.

    Where to go stays on the screen.
    """
    answer = await take_words(scene, payload.words, cleared=True)
    if answer is None:
        return await portal.submit(scene, p.PortalSubmit())
    kind = find_signpost(payload.words)
    done = _("Carried on below.")
    asked = scene.replace(point_still(kind, scene.directions, done) if kind is not None else say(done))
    return replace(answer, parcels=(*answer.parcels, *asked.parcels), in_place=asked.in_place)


async def take_words(scene: Scene, text: str, *, cleared: bool = False) -> Answer | None:
    """Offer to take words as an answer to the Hub, or to start a submission; None for too few of them.

    With ``cleared`` words a submission is started at once: their writer has said that they are for the Hub.
    """
    waiting = await scene.work.submissions.waiting_for(scene.actor.person.id)
    if len(waiting) == 1:
        return await portal.offer_as_reply(scene, waiting[0], text, cleared=cleared)
    if waiting:
        return scene.say(which_question(text, waiting, cleared=cleared))
    if cleared:
        return await portal.submit_with(scene, p.PortalSubmitWith(words=text, cleared=True))
    return scene.say(offer(text)) if len(text.split()) >= SENTENCE else None


def tell_the_problem(walk: Walk, text: str) -> bool:
    """Tell whether a text at the first question of a submission is the problem itself."""
    return _is_a_problem(walk, text) and find_signpost(text) is None


def lay_into_problem(walk: Walk, step: Step) -> Step:
    """Lay words into the problem that were pointed elsewhere at the first question and are for the Hub."""
    before, after = walk.state.held, step.state.held
    if before is None or after is None or before.doubt is not Doubt.ELSEWHERE:
        return step
    is_kept = after.doubt is Doubt.UNCLEAR and after.text == before.text and _is_a_problem(walk, after.text)
    return keep_for_the_problem(walk, before.text, cleared=True) if is_kept else step


def keep_for_the_problem(walk: Walk, text: str, *, cleared: bool = False) -> Step:
    """Lay the words into the answer they give, and ask the first question again."""
    told = engine.start(SUBMISSION, given={"problem": text}, cleared=cleared)
    return Step(told.model_copy(update={"hats": walk.state.hats}), note=_(_KEPT))


def _is_a_problem(walk: Walk, text: str) -> bool:
    opened = engine.open_question(walk.walkthrough, walk.state)
    return (
        walk.walkthrough is SUBMISSION
        and not walk.state.answers
        and len(text.split()) >= SENTENCE
        and opened is not None
        and not engine.is_choice(opened[1], text)
    )
