"""Walking somebody through questions: the draft, and the one living card at the bottom of the chat."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from dialogs import coaching, engine
from dialogs.catalogue import find_walkthrough
from dialogs.engine import Reply, Step, Word
from dialogs.state import REVIEW, State
from dialogs.submission import SUBMISSION
from dialogs.walkthrough import Walkthrough
from domain.clock import in_london
from domain.conversation import Conversation
from domain.delivery import Posting, Subject, SubjectKind, View
from domain.draft import UNFINISHED, Draft, DraftStatus
from domain.errors import NotFound
from domain.language import N_, _
from domain.people import Actor
from domain.ports import JSONObject
from services import likenesses
from storage.work import Work

_LATEST = 10
"""Drafts that are looked through for the message somebody has just edited."""


_SENT = N_("That one has been finished. Type 'my submissions' to see what you have sent.")
_ENDED: Mapping[DraftStatus, str] = MappingProxyType(
    {
        DraftStatus.FINISHED: N_("That one is finished. Type 'my thinking' to open it."),
        DraftStatus.PLANNED: N_("That one has become a plan. Type 'my plans' to open it."),
    }
)
"""What is said about a draft that is not there to be carried on with."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A walkthrough under way, with its draft loaded."""

    draft: Draft
    walkthrough: Walkthrough
    state: State


@dataclass(frozen=True, slots=True)
class Shown:
    """What a step leaves on the screen: the living card, and the earlier one folded, if it moved down."""

    walk: Walk
    live: Posting
    folded: Posting | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Footing:
    """Where a person acts from: the conversation, the moment, and the card they pressed, if they did.

    ``until`` is how long the answering turn has for its own deliveries before the worker takes over.
    """

    conversation: Conversation
    now: datetime
    until: datetime
    pressed: Posting | None = None


def name_walk(walk: Walk) -> str:
    """Name a draft as its writer knows it: by their first words, or what it is about."""
    said = walk.state.about or engine.plain_answers(walk.state).get("problem", "")
    if not said and walk.state.hats is not None:
        said = walk.state.hats.topic
    if walk.walkthrough is SUBMISSION:
        return said
    title = _(walk.walkthrough.title)
    return f"{title}: {said}" if said else title


async def load_walk(work: Work, actor: Actor, draft_id: int) -> Walk:
    """Load somebody's own draft.

    Raises:
        NotFound: there is none, or it is somebody else's, or it has ended.
    """
    draft = await work.drafts.find(draft_id, lock=True)
    if draft is None or draft.person_id != actor.person.id:
        raise NotFound(_("That draft is not here any more. Type 'submit' to start, or 'my submissions'."))
    if draft.status not in UNFINISHED:
        raise NotFound(_(_ENDED.get(draft.status, _SENT)))
    return restore_walk(draft)


def restore_walk(draft: Draft) -> Walk:
    """Read a draft's state with the walkthrough as it is today."""
    walkthrough = find_walkthrough(draft.walkthrough)
    return Walk(draft, walkthrough, engine.restore(walkthrough, draft.state))


async def find_open_walk(work: Work, conversation: Conversation) -> Walk | None:
    """Give the walkthrough that is open in a conversation."""
    if conversation.open_draft_id is None:
        return None
    draft = await work.drafts.find(conversation.open_draft_id)
    return restore_walk(draft) if draft is not None and draft.status is DraftStatus.OPEN else None


async def open_walk(  # noqa: PLR0913 (each part is named at the call)
    work: Work,
    actor: Actor,
    footing: Footing,
    *,
    walkthrough: Walkthrough,
    given: dict[str, str] | None = None,
    about: str = "",
    cleared: bool = False,
    at: str = "",
) -> Shown:
    """Start a walkthrough; what was open in the conversation is saved for later first.

    ``at`` names the question to begin with, or the review; else the first that is not answered.

    What is given ``cleared`` is for the Hub, whatever it sounds like: its writer has said so.
    """
    today = in_london(footing.now).date()
    state = engine.start(walkthrough, given=given or {}, about=about, cleared=cleared, today=today)
    if at:
        state = engine.move(state, at)
    state = await likenesses.follow_step(work, actor.person.id, walkthrough, None, state)
    return await open_state(work, actor, footing, walkthrough, state)


async def open_state(
    work: Work, actor: Actor, footing: Footing, walkthrough: Walkthrough, state: State
) -> Shown:
    """Open a walkthrough at a state; what was open in the conversation is saved for later first."""
    await park_open_walk(work, footing)
    draft = await work.drafts.open(
        person_id=actor.person.id,
        conversation_id=footing.conversation.id,
        walkthrough=walkthrough.name,
        about=state.about,
        state=state.model_dump(mode="json"),
        now=footing.now,
    )
    await work.conversations.set_open_draft(footing.conversation.id, draft.id)
    walk = Walk(draft, walkthrough, state)
    return Shown(walk, await _place_live(work, footing, draft))


async def take_step(work: Work, footing: Footing, walk: Walk, step: Step) -> Shown:
    """Keep what a step changed and show where the person is now.

    Pressed in the living card, the card changes in place; typed (or pressed in an older card), the living
    card folds to a line and comes anew at the bottom. The coach follows every step.
    """
    coached = coaching.follow(walk.walkthrough, walk.state, step.state)
    person = walk.draft.person_id
    state = await likenesses.follow_step(work, person, walk.walkthrough, walk.state, coached)
    step = replace(step, state=state)
    await keep_step(work, footing, walk, step)
    if _has_changed_an_answer(walk.state, step.state):
        work.touch(Subject(SubjectKind.DRAFT, walk.draft.id), folded_too=True)
    here = Walk(walk.draft, walk.walkthrough, step.state)
    return await show_walk(work, footing, here, note=step.note, left=walk.state.at)


def _has_changed_an_answer(before: State, after: State) -> bool:
    """Tell whether a line that was folded earlier says something else now."""
    return any(after.answers.get(name) != given for name, given in before.answers.items())


async def keep_step(work: Work, footing: Footing, walk: Walk, step: Step) -> None:
    """Keep what a step changed."""
    await work.drafts.save(walk.draft.id, step.state.model_dump(mode="json"), footing.now)


async def find_walk_of_message(work: Work, actor: Actor, activity_id: str) -> Walk | None:
    """Find which of somebody's latest drafts a message of theirs spoke to."""
    for draft in await work.drafts.list_latest(actor.person.id, _LATEST):
        walk = restore_walk(draft)
        if engine.came_from(walk.state, activity_id):
            return walk
    return None


async def take_edit(work: Work, footing: Footing, walk: Walk, step: Step) -> None:
    """Keep what an edited message changed; the cards that show it change where they are."""
    await keep_step(work, footing, walk, step)
    work.touch(Subject(SubjectKind.DRAFT, walk.draft.id), folded_too=True)


async def show_walk(work: Work, footing: Footing, walk: Walk, *, note: str = "", left: str = "") -> Shown:
    """Show where a walkthrough stands: in the pressed card where that is the living one, else below."""
    live_id = walk.draft.live_posting_id
    if live_id is not None and footing.pressed is not None and footing.pressed.id == live_id:
        live = await work.postings.bump(live_id, held_until=footing.until)
        return Shown(walk, live, note=note)
    folded = None
    if live_id is not None:
        name = left or walk.state.at
        answered = name in walk.state.answers and name != walk.state.at
        shape: JSONObject = {"question": name} if answered else {"question": name, "left": True}
        folded = await work.postings.fold(live_id, shape, held_until=footing.until)
    return Shown(walk, await _place_live(work, footing, walk.draft), folded, note)


async def reply(work: Work, footing: Footing, walk: Walk, given: Reply) -> Shown:
    """Take a typed or pressed answer; one to a question that is not open changes nothing and says so."""
    said = replace(given, today=in_london(footing.now).date())
    return await take_step(work, footing, walk, engine.answer(walk.walkthrough, walk.state, said))


async def move(work: Work, footing: Footing, walk: Walk, word: Word) -> Shown:
    """Go back, skip, say that one does not know, or go to the review."""
    return await take_step(work, footing, walk, engine.go(walk.walkthrough, walk.state, word))


async def resume_walk(work: Work, footing: Footing, walk: Walk) -> Shown:
    """Carry on with a draft here, whatever device or day it was left on; what was open is saved first."""
    await reopen_walk(work, footing, walk)
    return await show_walk(work, footing, walk)


async def reopen_walk(work: Work, footing: Footing, walk: Walk) -> None:
    """Let the conversation's next words belong to a draft; what was open is saved first."""
    if footing.conversation.open_draft_id == walk.draft.id:
        await work.drafts.resume(walk.draft.id, footing.conversation.id, footing.now)
        return
    await park_open_walk(work, footing)
    await work.drafts.resume(walk.draft.id, footing.conversation.id, footing.now)
    work.touch(Subject(SubjectKind.DRAFT, walk.draft.id), folded_too=True)
    await work.conversations.set_open_draft(footing.conversation.id, walk.draft.id)


async def park_open_walk(work: Work, footing: Footing) -> Walk | None:
    """Save what is open in the conversation for later, and fold its card."""
    open_walk_here = await find_open_walk(work, footing.conversation)
    if open_walk_here is None:
        return None
    await park_walk(work, footing, open_walk_here)
    return open_walk_here


async def park_walk(work: Work, footing: Footing, walk: Walk) -> None:
    """Save a draft for later, and fold its card; the lines of its answers can still be pressed."""
    await work.drafts.park(walk.draft.id)
    await leave_walk(work, footing, walk)


async def cancel_walk(work: Work, footing: Footing, walk: Walk) -> None:
    """End a draft without sending it: what was written in it is deleted, and its cards fold."""
    empty = engine.start(walk.walkthrough, about=walk.state.about)
    await keep_step(work, footing, walk, Step(empty))
    await end_walk(work, footing, replace(walk, state=empty), DraftStatus.CANCELLED)


async def end_walk(work: Work, footing: Footing, walk: Walk, status: DraftStatus) -> None:
    """End a draft; every card of it is drawn anew without its buttons.

    Replies that were held back and never decided on are deleted with it.
    """
    if walk.state.held is not None or walk.state.parked:
        settled = walk.state.model_copy(update={"held": None, "parked": {}})
        await keep_step(work, footing, walk, Step(settled))
    await work.drafts.end(walk.draft.id, status)
    await work.notices.expire(Subject(SubjectKind.DRAFT, walk.draft.id), footing.now)
    await leave_walk(work, footing, walk)
    work.touch(Subject(SubjectKind.DRAFT, walk.draft.id), folded_too=True)


async def leave_walk(work: Work, footing: Footing, walk: Walk) -> None:
    """Close the conversation's open draft; the living card folds in the background."""
    if footing.conversation.open_draft_id == walk.draft.id:
        await work.conversations.set_open_draft(footing.conversation.id, None)
    if walk.draft.live_posting_id is not None:
        await work.drafts.set_live_posting(walk.draft.id, None)
        await work.postings.fold(walk.draft.live_posting_id, {"question": REVIEW}, held_until=None)


async def _place_live(work: Work, footing: Footing, draft: Draft) -> Posting:
    live = await work.postings.place(
        footing.conversation,
        Subject(SubjectKind.DRAFT, draft.id),
        View.WALKTHROUGH,
        held_until=footing.until,
    )
    await work.drafts.set_live_posting(draft.id, live.id)
    return live
