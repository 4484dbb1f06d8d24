"""Six hats in company: what is pressed on their card, and what is said to the bot while they are worn."""

from collections.abc import Callable

from bot.hats_pointed import point_from_thought, point_from_topic
from bot.incoming import Happening
from bot.recognising import find_reference
from bot.scene import Answer, Scene
from cards import payloads as p
from cards.hats import FINISH
from cards.hats_payloads import OnHats
from cards.hats_summary import hats_list
from domain.delivery import View
from domain.errors import BadInput, NotPossible
from domain.hat_session import HatSession, advance, back, finish, take_lead
from domain.language import N_, _
from domain.ports import PlaceKind
from domain.remark import NOTHING, Remark
from domain.six_hats import POSITIONS, STEPS, Hat
from services import hats, hats_lead, hats_outcome
from services.permission import name_of

ASK_TOPIC = N_(
    "What shall we think about? Put it behind a colon, for example: "
    "'six hats: How do we make the towpath feel safe in winter?'"
)


async def start(scene: Scene, payload: p.HatsStart) -> Answer:
    """Begin six hats; without a topic, bring the card of those that are open, or ask for one.

    Raises:
        BadInput: nothing is open and there is no topic.
    """
    begun = await scene.work.hats.find_open(scene.conversation.id, scene.thread_id)
    if not payload.words.strip():
        if begun is None:
            raise BadInput(_(ASK_TOPIC))
        return await _bring(scene, begun)
    pointed = await point_from_topic(scene, payload.words)
    if pointed is not None:
        return pointed
    live = await hats.begin(
        scene.work,
        scene.actor,
        scene.footing,
        thread_id=scene.thread_id,
        topic=payload.words,
        unattributed=payload.unattributed,
    )
    return await scene.show_postings(live)


async def find_here(scene: Scene) -> HatSession | None:
    """Give the six hats that are open where something was said, outside personal chats."""
    if scene.conversation.place.kind is PlaceKind.PERSONAL:
        return None
    return await scene.work.hats.find_open(scene.conversation.id, scene.thread_id)


async def hear_thought(scene: Scene, session: HatSession) -> Answer:
    """Take words said to the bot as a thought under the hat that is on; without words, bring the card."""
    if not scene.incoming.text.strip():
        return await _bring(scene, session)
    payload = p.HatsAdd(session=session.id, hat=session.step.hat, words=scene.incoming.text)
    return await add(scene, payload)


async def add(scene: Scene, payload: p.HatsAdd) -> Answer:
    """Add a thought, under the hat it was written for."""
    session = await _load(scene, payload)
    pointed = await point_from_thought(scene, session, payload)
    if pointed is not None:
        return pointed
    position = POSITIONS[payload.hat]
    await hats.add_thought(
        scene.work,
        scene.actor,
        session,
        said=payload.words,
        position=position,
        now=scene.now,
        activity_id="" if scene.was_pressed else scene.incoming.activity_id,
    )
    if session.names_people(position):
        done = _("Added under the {hat} hat.")
    elif scene.was_pressed:
        done = _("Added under the {hat} hat, without your name.")
    else:
        done = _(
            "Added under the {hat} hat, without a name. Only the card's box keeps it from view in this chat."
        )
    return await _acknowledge(scene, session, done.format(hat=_(payload.hat)))


async def hear_edit(scene: Scene) -> Answer:
    """Take an edited message: the thought that was typed in it changes with it, where a name is kept with it.

    The card says it; nothing else has to.
    """
    incoming = scene.incoming
    found = await scene.work.hats.find_thought_of(
        scene.conversation.id, scene.actor.person.id, incoming.activity_id
    )
    if found is None or not incoming.text.strip():
        return Answer()
    hat = STEPS[found.thought.position].hat
    payload = p.HatsAdd(session=found.session.id, hat=hat, words=incoming.text)
    pointed = await point_from_thought(scene, found.session, payload)
    if pointed is None:
        await hats.reword_thought(scene.work, found, incoming.text, scene.now)
    return pointed or Answer()


async def go_on(scene: Scene, payload: p.HatsNext) -> Answer:
    """Put on the next hat."""
    return await _move(scene, payload, lambda one: advance(one, _find_seen(payload.hat)))


async def go_back(scene: Scene, payload: p.HatsBack) -> Answer:
    """Put on the hat before."""
    return await _move(scene, payload, lambda one: back(one, _find_seen(payload.hat)))


async def end(scene: Scene, payload: p.HatsFinish) -> Answer:
    """End it for everybody, once the leader is sure; the card becomes the summary."""
    if payload.sure:
        return await _move(scene, payload, finish)
    session = await _load(scene, payload)
    hats_lead.require_lead(scene.actor, session)
    return await _bring(scene, session, Remark(box=FINISH))


def _find_seen(hat: Hat | None) -> int | None:
    return None if hat is None else POSITIONS[hat]


async def _move(scene: Scene, payload: OnHats, move: Callable[[HatSession], HatSession]) -> Answer:
    session = await _load(scene, payload, lock=True)
    return await _show(scene, await hats_lead.lead(scene.work, scene.actor, session, move, scene.now))


async def hand_over(scene: Scene, payload: p.HatsHandOver) -> Answer:
    """Let somebody else lead."""
    session = await _load(scene, payload, lock=True)
    return await _show(
        scene, await hats_lead.pass_lead(scene.work, scene.actor, session, payload.colleague, scene.now)
    )


async def take_over(scene: Scene, payload: p.HatsLead) -> Answer:
    """Lead from now on, as the leader has asked for or because they are away."""
    session = await _load(scene, payload, lock=True)
    who = name_of(scene.actor)
    return await _show(
        scene, await hats.change(scene.work, session, lambda one: take_lead(one, who, scene.now), scene.now)
    )


async def leave_out_names(scene: Scene, payload: p.HatsUnname) -> Answer:
    """Keep nobody's name, from the first thought on."""
    session = await _load(scene, payload, lock=True)
    return await _show(scene, await hats_lead.drop_names(scene.work, scene.actor, session, scene.now))


async def show_all(scene: Scene, payload: p.HatsAll) -> Answer:
    """List all thoughts; turning a page happens in place."""
    session = await _load(scene, payload)
    thoughts = await scene.work.hats.list_thoughts(session.id)
    shown = hats_list(session, thoughts, payload.page)
    return scene.replace(shown) if "page" in payload.model_fields_set else scene.say(shown)


async def attach(scene: Scene, payload: p.HatsAttach) -> Answer:
    """Attach what was thought to a submission.

    Raises:
        BadInput: no reference stands in what was written.
    """
    session = await _load(scene, payload)
    reference = find_reference(payload.words)
    if not reference:
        raise BadInput(_("Write its reference, for example PF-2026-0001."), field="words", kept=payload.words)
    _submission, is_new = await hats_outcome.attach(scene.work, scene.actor, session, reference, scene.now)
    done = (
        _("Attached to {reference}.").format(reference=reference)
        if is_new
        else _("It is attached to {reference} already.").format(reference=reference)
    )
    return await _acknowledge(scene, session, done)


async def start_submission(scene: Scene, payload: p.HatsSubmit) -> Answer:
    """Bring a submission with the topic to the presser's own chat."""
    session = await _load(scene, payload)
    await hats_outcome.start_submission(scene.work, scene.actor, session, scene.now)
    done = _("The draft went to {who}, in their own chat with me. Nobody else sees it until it is sent.")
    said = done.format(who=scene.actor.person.name)
    if scene.was_pressed and scene.incoming.happening is not Happening.INVOKE:
        return scene.say_words(said)
    return await _acknowledge(scene, session, said)


async def _load(scene: Scene, payload: OnHats, *, lock: bool = False) -> HatSession:
    """Give the session that is meant: the pressed card's, or for typed words the last one here.

    Raises:
        NotPossible: nothing was ever begun here.
    """
    meant = payload.session
    if not meant:
        last = await scene.work.hats.find_last(scene.conversation.id, scene.thread_id)
        if last is None:
            raise NotPossible(hats.NONE_HERE)
        meant = last.id
    return await hats.load(scene.work, scene.actor, scene.conversation, meant, lock=lock)


async def _bring(scene: Scene, session: HatSession, remark: Remark = NOTHING) -> Answer:
    brought = await hats.bring_card(scene.work, session, scene.footing)
    return await scene.show_postings(brought.live, brought.folded, remark)


async def _show(scene: Scene, session: HatSession) -> Answer:
    """Show a moved session: in the card that was pressed, where that is the living one, else below."""
    if _is_living(scene, session):
        return await scene.fold_pressed()
    return await _bring(scene, session)


async def _acknowledge(scene: Scene, session: HatSession, done: str) -> Answer:
    """Say to the person that it is done; the card itself changes for everybody a moment later."""
    if not _is_living(scene, session) or scene.pressed is None:
        return scene.say_words(done)
    if scene.incoming.happening is Happening.INVOKE:
        return Answer(in_place=await scene.draw(scene.pressed, Remark(note=done)))
    # On a phone the press is answered by the card, which everybody reads: it says no more than it must.
    return await scene.fold_pressed()


def _is_living(scene: Scene, session: HatSession) -> bool:
    pressed = scene.pressed
    return pressed is not None and pressed.view is View.HATS and pressed.subject == hats.about(session)
