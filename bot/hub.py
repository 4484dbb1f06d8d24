"""What the Hub's people press and type in their channel."""

from bot.portal import acknowledge
from bot.scene import Answer, Scene
from cards import payloads as p
from cards.whole import whole_submission
from domain.language import _
from domain.lifecycle import Move, Side
from domain.people import Permission
from services import hub
from services.submissions import Ask, load, make_move


async def open_submission(scene: Scene, payload: p.HubOpen) -> Answer:
    """Bring a submission's card into the thread where it is asked for, or all that was sent, in full."""
    if payload.whole:
        submission = await load(scene.work, scene.actor, payload.reference, Permission.WORK_SUBMISSIONS)
        return scene.say(*whole_submission(submission))
    posting = await hub.bring_card(scene.work, scene.actor, payload.reference, scene.footing, scene.thread_id)
    return await scene.show_postings(posting)


async def take(scene: Scene, payload: p.HubTake) -> Answer:
    """Take it on."""
    return await _decide(scene, payload, Move.TAKE, _("You have it."))


async def release(scene: Scene, payload: p.HubRelease) -> Answer:
    """Give it back to the queue."""
    return await _decide(scene, payload, Move.RELEASE, _("Released."))


async def forward(scene: Scene, payload: p.HubForward) -> Answer:
    """Move it one stage on."""
    return await _decide(scene, payload, Move.FORWARD, _("Moved on."))


async def back(scene: Scene, payload: p.HubBack) -> Answer:
    """Move it one stage back."""
    return await _decide(scene, payload, Move.BACK, _("Moved back."))


async def _decide(
    scene: Scene, payload: p.HubTake | p.HubRelease | p.HubForward | p.HubBack, move: Move, done: str
) -> Answer:
    return await _move(scene, payload.reference, Ask(move, Side.HUB, payload.version or None), done)


async def _move(scene: Scene, reference: str, ask: Ask, done: str) -> Answer:
    submission = await make_move(scene.work, scene.actor, reference, ask, scene.now)
    return await acknowledge(scene, submission, f"{reference}: {done}" if not scene.was_pressed else done)


async def give(scene: Scene, payload: p.HubGive) -> Answer:
    """Give it to a colleague of the team."""
    submission = await hub.give(
        scene.work,
        scene.actor,
        payload.reference,
        named=payload.colleague,
        seen_version=payload.version or None,
        now=scene.now,
    )
    holder = submission.owner.name if submission.owner else ""
    return await acknowledge(
        scene,
        submission,
        _("{reference}: {name} has it now.").format(reference=payload.reference, name=holder),
    )


async def ask(scene: Scene, payload: p.HubAsk) -> Answer:
    """Ask the officer something."""
    wanted = Ask(Move.ASK, Side.HUB, words=payload.words)
    return await _move(scene, payload.reference, wanted, _("Asked."))


async def answer(scene: Scene, payload: p.HubAnswer) -> Answer:
    """Answer the officer."""
    wanted = Ask(Move.ANSWER, Side.HUB, words=payload.words)
    return await _move(scene, payload.reference, wanted, _("Sent to the officer."))


async def note(scene: Scene, payload: p.HubNote) -> Answer:
    """Keep a note that only the Hub reads."""
    wanted = Ask(Move.NOTE, Side.HUB, words=payload.words)
    return await _move(scene, payload.reference, wanted, _("Noted, for the Hub only."))


async def close(scene: Scene, payload: p.HubClose) -> Answer:
    """Close it with an outcome and a reason."""
    outcome = hub.read_outcome(payload.outcome)
    wanted = Ask(Move.CLOSE, Side.HUB, payload.version or None, words=payload.words, outcome=outcome)
    return await _move(scene, payload.reference, wanted, _("Closed: {outcome}.").format(outcome=_(outcome)))


async def reopen(scene: Scene, payload: p.HubReopen) -> Answer:
    """Open a closed submission again."""
    wanted = Ask(Move.REOPEN, Side.HUB, payload.version or None, words=payload.words)
    return await _move(scene, payload.reference, wanted, _("Open again."))
