"""Six hats worn together: beginning, adding, leading, ending."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeAlias

from dialogs.cleaning import clean, has_words
from domain.conversation import Conversation
from domain.delivery import Posting, Subject, SubjectKind, View
from domain.errors import BadInput, NotFound, NotPossible, Personal
from domain.hat_session import (
    ENDED,
    LONGEST_THOUGHT,
    LONGEST_TOPIC,
    MOST_THOUGHTS,
    QUIET_AFTER,
    FoundThought,
    HatSession,
    HatStage,
    Thought,
    finish,
)
from domain.language import N_, _
from domain.people import Actor, Permission
from domain.ports import JSONObject, PlaceKind
from domain.privacy import say_kinds, screen
from services.permission import name_of, require
from services.walkthroughs import Footing
from storage.work import Work

_OF_A_TOPIC = (
    N_("Write your topic first, in a few words."),
    N_(
        "That is {count:,} characters; a topic has up to {longest}. "
        "Your text is kept: shorten it, or add it in parts."
    ),
)
_OF_A_THOUGHT = (
    N_("Write your thought first, in a few words."),
    N_(
        "That is {count:,} characters; a thought has up to {longest}. "
        "Your text is kept: shorten it, or add it in parts."
    ),
)
"""What is said where there are no words, and where there are too many."""

NONE_HERE = N_("No six hats are open here. Begin with 'six hats:' and a topic.")
_NOT_HERE = N_("Those six hats are not in this chat. Begin your own with 'six hats:' and a topic.")
_SAME_PRESS = timedelta(minutes=1)
"""Within this, the same words by the same person are the same press again."""

Move: TypeAlias = Callable[[HatSession], HatSession]
"""What makes a session of a session."""


@dataclass(frozen=True, slots=True)
class Brought:
    """The card brought down to the bottom of a chat, and the earlier ones of it, folded."""

    live: Posting
    folded: tuple[Posting, ...]


def about(session: HatSession) -> Subject:
    """Name a session as postings do."""
    return Subject(SubjectKind.HATS, session.id)


async def begin(  # noqa: PLR0913 (each part is named at the call)
    work: Work, actor: Actor, footing: Footing, *, thread_id: str, topic: str, unattributed: bool
) -> Posting:
    """Begin six hats in a chat or thread and place their card; who begins leads.

    Raises:
        NotPossible: the place is nobody else's, or six hats are open there.
        BadInput: there is no topic, it is too long, or it seems to name somebody.
    """
    require(actor, Permission.THINK_TOGETHER)
    if footing.conversation.place.kind is PlaceKind.PERSONAL:
        raise NotPossible(
            _("Six hats together need others: begin them in a group chat, a meeting or a channel.")
        )
    begun = await work.hats.find_open(footing.conversation.id, thread_id)
    if begun is not None:
        raise NotPossible(
            _(
                "Six hats are open here already, led by {name}. Type 'hats' to see them; they have to "
                "finish before others begin."
            ).format(name=begun.leader.name)
        )
    who = name_of(actor)
    session = await work.hats.open(
        HatSession(
            id=0,
            topic=_check(clean(topic, lines=False), LONGEST_TOPIC, *_OF_A_TOPIC),
            conversation_id=footing.conversation.id,
            thread_id=thread_id,
            starter=who,
            leader=who,
            started_at=footing.now,
            changed_at=footing.now,
            led_at=footing.now,
            unattributed=unattributed,
        )
    )
    return await _place(work, footing.conversation, session, footing.until)


async def load(
    work: Work, actor: Actor, conversation: Conversation, session_id: int, *, lock: bool = False
) -> HatSession:
    """Give a session to somebody in the chat where it is.

    Raises:
        NotFound: there is none, or it is in another chat.
    """
    require(actor, Permission.THINK_TOGETHER)
    session = await work.hats.find(session_id, lock=lock)
    if session is None or session.conversation_id != conversation.id:
        raise NotFound(_(_NOT_HERE))
    return session


async def add_thought(  # noqa: PLR0913 (each part is named at the call)
    work: Work,
    actor: Actor,
    session: HatSession,
    *,
    said: str,
    position: int,
    now: datetime,
    activity_id: str = "",
) -> Thought:
    """Add a thought under a hat: the one it was written for, also when another is on by now.

    ``activity_id`` is the message it was typed in, kept beside a name alone: an edit finds it again, and a
    message has a writer.

    Raises:
        NotPossible: the six hats have ended, or hold as much as they can.
        BadInput: it is empty or too long, or seems to name somebody; the words are kept.
    """
    words = clean(said)
    if not session.is_open:
        raise NotPossible(_(ENDED))
    _check(words, LONGEST_THOUGHT, *_OF_A_THOUGHT)
    kept = await work.hats.list_thoughts(session.id)
    if len(kept) >= MOST_THOUGHTS:
        raise NotPossible(
            _("There are {count} thoughts here, as many as fit. Finish, and begin anew.").format(
                count=MOST_THOUGHTS
            )
        )
    named = session.names_people(position)
    thought = Thought(0, position, words)
    if named:
        thought = replace(thought, who=name_of(actor), at=now, activity_id=activity_id)
    if not any(_is_same_press(one, thought) for one in kept):
        await work.hats.add_thought(session.id, thought, now, by_leader=_is_leaders(session, thought))
        work.touch(about(session))
    return thought


async def reword_thought(work: Work, found: FoundThought, said: str, now: datetime) -> None:
    """Let a thought say what the edited message says that it was typed in.

    Raises:
        NotPossible: the six hats have ended.
        BadInput: nothing is left of it, it is too long, or seems to name somebody.
    """
    words = clean(said)
    if not found.session.is_open:
        raise NotPossible(_("These six hats have ended, so your thought stays as it was."))
    _check(words, LONGEST_THOUGHT, *_OF_A_THOUGHT)
    if words != found.thought.text:
        by_leader = _is_leaders(found.session, found.thought)
        await work.hats.reword_thought(found.session.id, found.thought.id, words, now, by_leader=by_leader)
        work.touch(about(found.session))


def _is_leaders(session: HatSession, thought: Thought) -> bool:
    """Tell whether the leader's name stands by a thought; without a name it would betray who had it."""
    return thought.who is not None and thought.who.id == session.leader.id


def _is_same_press(earlier: Thought, thought: Thought) -> bool:
    if earlier.who is None or thought.who is None or earlier.at is None or thought.at is None:
        return False
    same = (earlier.who.id, earlier.position, earlier.text) == (
        thought.who.id,
        thought.position,
        thought.text,
    )
    return same and thought.at - earlier.at < _SAME_PRESS


def _check(words: str, longest: int, empty: str, too_long: str) -> str:
    if not has_words(words):
        raise BadInput(_(empty), field="words")
    if len(words) > longest:
        raise BadInput(_(too_long).format(count=len(words), longest=longest), field="words", kept=words)
    if spotted := screen(words):
        raise Personal(
            _(
                "That seems to hold {kinds}, and everybody here would read it. I have not kept it; "
                "please say it without."
            ).format(kinds=say_kinds(spotted)),
            field="words",
            kept=words,
        )
    return words


async def change(work: Work, session: HatSession, move: Move, now: datetime) -> HatSession:
    """Keep a session as a move of its leader makes it, and have its cards drawn anew."""
    moved = replace(move(session), changed_at=now, led_at=now)
    await work.hats.save(moved)
    work.touch(about(session))
    return moved


async def bring_card(work: Work, session: HatSession, footing: Footing) -> Brought:
    """Bring the card down to the bottom of its chat or thread; earlier ones fold to a line."""
    folded = await _fold_cards(work, session, footing.until)
    return Brought(await _place(work, footing.conversation, session, footing.until), folded)


async def _fold_cards(work: Work, session: HatSession, until: datetime | None) -> tuple[Posting, ...]:
    shape: JSONObject = {"hats": True}
    earlier = await work.postings.list_of(about(session), View.HATS)
    return tuple([await work.postings.fold(one.id, shape, held_until=until) for one in earlier])


async def _place(
    work: Work, conversation: Conversation, session: HatSession, until: datetime | None
) -> Posting:
    return await work.postings.place(
        conversation, about(session), View.HATS, thread_id=session.thread_id, held_until=until
    )


async def close_quiet(work: Work, now: datetime) -> int:
    """Close what nobody has touched for a week, with what it has; gives how many there were.

    Where something was thought, the summary comes to the bottom of the chat, so that it is seen.
    """
    quiet = await work.hats.list_quiet(now - QUIET_AFTER)
    for seen in quiet:
        session = await work.hats.find(seen.id, lock=True)
        if session is None or session != seen:
            continue  # Somebody has just come back to it.
        await change(work, session, lambda one: finish(one, HatStage.QUIET), now)
        where = await work.conversations.find(session.conversation_id)
        if where is not None and await work.hats.count_thoughts(session.id):
            await _fold_cards(work, session, None)
            await _place(work, where, session, None)
    return len(quiet)
