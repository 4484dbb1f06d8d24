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
    HatSession,
    HatStage,
    Thought,
    finish,
    hand_over,
    leave_out_names,
    list_people,
)
from domain.language import N_, _
from domain.people import Actor, Permission
from domain.ports import JSONObject, PlaceKind
from domain.privacy import say_kinds, screen
from domain.submission import Party
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
_ANYBODY = frozenset({"", "anybody", "anyone", "somebody", "whoever is willing", "whoever"})
_SAME_PRESS = timedelta(minutes=1)
"""Within this, the same words by the same person are the same press again."""

_Move: TypeAlias = Callable[[HatSession], HatSession]


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
    work: Work, actor: Actor, session: HatSession, *, said: str, position: int, now: datetime
) -> Thought:
    """Add a thought under a hat: the one it was written for, also when another is on by now.

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
    thought = Thought(0, position, words, name_of(actor) if named else None, now if named else None)
    if not any(_is_same_press(one, thought) for one in kept):
        await work.hats.add_thought(session.id, thought, now)
        work.touch(about(session))
    return thought


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


async def lead(work: Work, actor: Actor, session: HatSession, move: _Move, now: datetime) -> HatSession:
    """Make a move that is the leader's alone; ``session`` was loaded with its lock.

    Raises:
        Refused: somebody else leads.
        NotPossible, Outdated: see the moves in domain.hat_session.
    """
    require(actor, Permission.LEAD_HATS, owner_id=session.leader.id)
    return await change(work, session, move, now)


async def change(work: Work, session: HatSession, move: _Move, now: datetime) -> HatSession:
    """Keep a session as a move makes it, and have its cards drawn anew."""
    moved = replace(move(session), changed_at=now)
    await work.hats.save(moved)
    work.touch(about(session))
    return moved


async def pass_lead(work: Work, actor: Actor, session: HatSession, named: str, now: datetime) -> HatSession:
    """Hand the lead to somebody who has taken part, or to whoever is willing.

    Raises:
        Refused: somebody else leads.
        BadInput: nobody who has taken part is called that, or several are.
    """
    require(actor, Permission.LEAD_HATS, owner_id=session.leader.id)
    to = None if named.strip(" .").casefold() in _ANYBODY else await _find_person(work, session, named)
    return await change(work, session, lambda one: hand_over(one, to), now)


async def _find_person(work: Work, session: HatSession, named: str) -> Party:
    people = list_people(session, await work.hats.list_thoughts(session.id))
    wanted = named.strip(" .@").casefold()
    exact = [one for one in people if wanted in (str(one.id), one.name.casefold())]
    found = exact or [one for one in people if wanted in one.name.casefold()]
    if len(found) != 1:
        raise BadInput(
            _(
                "I can hand over by name to people who have added a thought with their name. "
                "Otherwise type 'hand over to anybody', and whoever is willing takes it."
            ),
            field="colleague",
        )
    return found[0]


async def drop_names(work: Work, actor: Actor, session: HatSession, now: datetime) -> HatSession:
    """Keep nobody's name with any thought; possible until the first one."""
    thoughts = await work.hats.count_thoughts(session.id)
    return await lead(work, actor, session, lambda one: leave_out_names(one, thoughts), now)


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
