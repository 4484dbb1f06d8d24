"""Being walked through questions: pressing, typing, saving, sending."""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from bot.plan_forms import finish_form
from bot.plans import finish_plan
from bot.scene import Answer, Scene
from bot.thinking_alone import finish_thinking
from cards import payloads as p
from cards.drafts import confirm_cancel
from cards.messages import say
from dialogs import coaching, engine
from dialogs.action_plan import ACTION_PLAN
from dialogs.catalogue import THINKING
from dialogs.detail import DETAIL
from dialogs.engine import Reply, Word
from dialogs.plan_forms import PLAN_FORMS
from dialogs.reply import REPLY
from dialogs.state import REVIEW
from dialogs.submission import SUBMISSION
from dialogs.tell_more import TELL_MORE
from domain.delivery import Posting, Subject, SubjectKind, View
from domain.draft import DraftStatus
from domain.language import N_, _
from domain.people import Actor
from domain.ports import JSONObject
from domain.remark import Remark
from domain.submission import Submission
from services import plan_help, portal
from services.walkthroughs import (
    Footing,
    Walk,
    cancel_walk,
    load_walk,
    move,
    name_walk,
    park_walk,
    reopen_walk,
    reply,
    resume_walk,
    show_walk,
    take_step,
)
from storage.work import Work

_Send: TypeAlias = Callable[[Work, Actor, Footing, Walk], Awaitable[Submission]]
_Finish: TypeAlias = Callable[[Scene, Walk], Awaitable[Answer]]


def _sending(send_on: _Send, done: str) -> _Finish:
    """Make what sends a walkthrough to the Hub: its card becomes the submission's."""

    async def finish(scene: Scene, walk: Walk) -> Answer:
        submission = await send_on(scene.work, scene.actor, scene.footing, walk)
        remark = Remark(note=_(done))
        review_card = scene.pressed
        if review_card is not None and walk.draft.live_posting_id == review_card.id:
            return await _turn_into_status(scene, review_card, submission, remark)
        live, folded = await portal.bring_status(scene.work, submission, scene.footing, scene.conversation)
        return await scene.show_postings(live, folded, remark)

    return finish


_THANKS = N_("Thank you. It is with the Hub now; this card shows what happens to it.")
_ADDED = N_("Added. The Hub sees it now.")

SENDERS: Mapping[str, _Finish] = MappingProxyType(
    {
        SUBMISSION.name: _sending(plan_help.send_submission, _THANKS),
        TELL_MORE.name: _sending(portal.send_more, _ADDED),
        REPLY.name: _sending(portal.send_reply, N_("Sent to the Hub.")),
        DETAIL.name: _sending(portal.send_detail, _ADDED),
        ACTION_PLAN.name: finish_plan,
        **{form.name: finish_form for form in PLAN_FORMS},
        **{way.name: finish_thinking for way in THINKING},
    }
)
"""What the last button of each walkthrough does."""


async def answer_question(scene: Scene, payload: p.WalkAnswer) -> Answer:
    """Take what was written in the card's box, or chosen from its list."""
    walk = await load_walk(scene.work, scene.actor, payload.draft)
    given = Reply(text=payload.answer, question=payload.question)
    return await _answer(scene, walk, given)


async def choose(scene: Scene, payload: p.WalkChoose) -> Answer:
    """Take a choice that was pressed."""
    walk = await load_walk(scene.work, scene.actor, payload.draft)
    return await _answer(scene, walk, Reply(choice=payload.choice, question=payload.question))


async def _answer(scene: Scene, walk: Walk, given: Reply) -> Answer:
    walk = await pick_up(scene, walk)
    return await scene.show(await reply(scene.work, scene.footing, walk, given))


async def pick_up(scene: Scene, walk: Walk) -> Walk:
    """Carry on with a draft that was put aside, when somebody presses on its card."""
    if walk.draft.status is DraftStatus.OPEN:
        return walk
    await reopen_walk(scene.work, scene.footing, walk)
    return await load_walk(scene.work, scene.actor, walk.draft.id)


def step_by(word: Word) -> Callable[[Scene, p.WalkBack], Awaitable[Answer]]:
    """Make the handler of a button that moves about: back, skip, I don't know, review."""

    async def take(scene: Scene, payload: p.WalkBack) -> Answer:
        walk = await pick_up(scene, await load_walk(scene.work, scene.actor, payload.draft))
        if payload.question != walk.state.at:
            return await scene.show(await show_walk(scene.work, scene.footing, walk, note=_(_LATE)))
        return await scene.show(await move(scene.work, scene.footing, walk, word))

    return take


_LATE = N_("That question is already answered. Here is where you are now.")
_NOT_AT_REVIEW = N_("You have begun to change an answer. Finish it here, then look through all of it.")


async def edit(scene: Scene, payload: p.WalkEdit) -> Answer:
    """Open one answer again."""
    walk = await pick_up(scene, await load_walk(scene.work, scene.actor, payload.draft))
    step = engine.edit(walk.walkthrough, walk.state, payload.question)
    return await scene.show(await take_step(scene.work, scene.footing, walk, step))


async def pick(scene: Scene, payload: p.WalkPick) -> Answer:
    """Open the answer again that was chosen from the review's list."""
    return await edit(scene, p.WalkEdit(draft=payload.draft, question=payload.question or REVIEW))


async def jump(scene: Scene, payload: p.WalkJump) -> Answer:
    """Go to a section."""
    walk = await pick_up(scene, await load_walk(scene.work, scene.actor, payload.draft))
    step = engine.jump(walk.walkthrough, walk.state, payload.section)
    return await scene.show(await take_step(scene.work, scene.footing, walk, step))


async def wave(scene: Scene, payload: p.WalkWave) -> Answer:
    """Wave one of the coach's hints away; the question stays open."""
    walk = await pick_up(scene, await load_walk(scene.work, scene.actor, payload.draft))
    step = engine.Step(coaching.wave(walk.walkthrough, walk.state, payload.rule))
    return await scene.show(await take_step(scene.work, scene.footing, walk, step))


async def answer_coach(scene: Scene, walk: Walk, text: str) -> Answer | None:
    """Do what was typed about the hints that stand on the living card; None where it is about none."""
    hints = coaching.list_hints(walk.walkthrough, walk.state)
    if hints and coaching.is_waving(text):
        step = engine.Step(coaching.wave(walk.walkthrough, walk.state))
    elif hints and coaching.is_following(text):
        step = engine.edit(walk.walkthrough, walk.state, hints[0].question)
    else:
        return None
    return await scene.show(await take_step(scene.work, scene.footing, walk, step))


async def deepen(scene: Scene, payload: p.WalkDeeper) -> Answer:
    """Go on to the deeper questions."""
    walk = await pick_up(scene, await load_walk(scene.work, scene.actor, payload.draft))
    step = engine.deepen(walk.walkthrough, walk.state)
    return await scene.show(await take_step(scene.work, scene.footing, walk, step))


async def save(scene: Scene, payload: p.WalkSave) -> Answer:
    """Put it aside for later; the card folds."""
    walk = await load_walk(scene.work, scene.actor, payload.draft)
    if walk.draft.status is DraftStatus.OPEN:
        await park_walk(scene.work, scene.footing, walk)
    return await _fold(scene, walk, _("Saved for later. Type 'drafts' to carry on."))


async def ask_to_cancel(scene: Scene, payload: p.WalkCancel) -> Answer:
    """Ask before anything is thrown away."""
    walk = await load_walk(scene.work, scene.actor, payload.draft)
    return scene.replace(confirm_cancel(walk.draft.id, name_walk(walk)))


async def cancel(scene: Scene, payload: p.WalkCancelReally) -> Answer:
    """End it without sending."""
    walk = await load_walk(scene.work, scene.actor, payload.draft)
    await cancel_walk(scene.work, scene.footing, walk)
    return await _fold(scene, walk, _("Thrown away. Nothing was sent."))


async def _fold(scene: Scene, walk: Walk, done: str) -> Answer:
    """Fold the pressed card to a line; one that is no card of the draft's becomes the sentence itself."""
    subject = Subject(SubjectKind.DRAFT, walk.draft.id)
    if scene.pressed is not None and scene.pressed.subject == subject:
        return await scene.fold_pressed()
    return scene.replace(say(done)) if scene.was_pressed else scene.say_words(done)


async def resume(scene: Scene, payload: p.WalkResume) -> Answer:
    """Carry on where it was left."""
    walk = await load_walk(scene.work, scene.actor, payload.draft)
    return await scene.show(await resume_walk(scene.work, scene.footing, walk))


async def send(scene: Scene, payload: p.WalkSend) -> Answer:
    """Do what the last button of the review says, once everything that is needed is there."""
    walk = await pick_up(scene, await load_walk(scene.work, scene.actor, payload.draft))
    if walk.state.at != REVIEW:
        return await scene.show(await show_walk(scene.work, scene.footing, walk, note=_(_NOT_AT_REVIEW)))
    missing = engine.missing(walk.walkthrough, walk.state)
    if missing:
        step = engine.go(walk.walkthrough, walk.state, Word.REVIEW)
        return await scene.show(await take_step(scene.work, scene.footing, walk, step))
    return await SENDERS[walk.walkthrough.name](scene, walk)


async def _turn_into_status(scene: Scene, card: Posting, submission: Submission, remark: Remark) -> Answer:
    """Let the pressed card be the submission's from now on; an earlier card of it folds."""
    subject = Subject(SubjectKind.SUBMISSION, submission.id)
    shape: JSONObject = {"reference": submission.reference, "title": submission.title}
    folded = [
        await scene.work.postings.fold(earlier.id, shape, held_until=scene.until)
        for earlier in await scene.work.postings.list_of(subject, View.STATUS)
    ]
    live = await scene.work.postings.become(card.id, subject, View.STATUS, held_until=scene.until)
    return await scene.show_postings(live, folded, remark)
