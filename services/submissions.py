"""What happens to a submission, from either side: one decision or addition at a time, with all its traces."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from domain.conversation import Conversation
from domain.delivery import Notice, NoticeKind, Subject, SubjectKind, View
from domain.errors import BadInput, NotFound
from domain.language import N_, _
from domain.lifecycle import TRANSITIONS, Move, Side, advance
from domain.people import Actor, Permission
from domain.ports import JSONObject
from domain.submission import Audience, Event, Outcome, Party, Submission
from domain.targets import moves_clock, set_deadline
from services.follower_news import tell_followers
from services.parting import part_from
from services.permission import name_of, require
from services.search import keep_findable
from storage.work import Work

LONGEST_WORDS = 4000
"""Characters of a question, an answer, a note or a reason."""

_WORTH_TELLING = timedelta(days=14)
"""How long a message about a submission is still worth sending."""

_SAME_PRESS = timedelta(minutes=1)
"""Within this, the same words again are the same press again."""

_PERMISSIONS: Mapping[Side, Permission] = MappingProxyType(
    {
        Side.HUB: Permission.WORK_SUBMISSIONS,
        Side.OFFICER: Permission.CHANGE_OWN,
        Side.COLLEAGUE: Permission.FOLLOW,
    }
)


@dataclass(frozen=True, slots=True)
class _Telling:
    """Who hears of a move by a message of its own, beside the cards that change anyway."""

    kind: NoticeKind
    listener: Side


_TELLINGS: Mapping[tuple[Move, Side], _Telling] = MappingProxyType(
    {
        (Move.ASK, Side.HUB): _Telling(NoticeKind.HUB_ASKS, Side.OFFICER),
        (Move.ANSWER, Side.HUB): _Telling(NoticeKind.HUB_ANSWERS, Side.OFFICER),
        (Move.CLOSE, Side.HUB): _Telling(NoticeKind.CLOSED, Side.OFFICER),
        (Move.MERGE, Side.HUB): _Telling(NoticeKind.MERGED, Side.OFFICER),
        (Move.REOPEN, Side.HUB): _Telling(NoticeKind.REOPENED, Side.OFFICER),
        (Move.REPLY, Side.OFFICER): _Telling(NoticeKind.OFFICER_REPLIED, Side.HUB),
        (Move.ADD_DETAIL, Side.OFFICER): _Telling(NoticeKind.OFFICER_ADDED, Side.HUB),
        (Move.JOIN, Side.COLLEAGUE): _Telling(NoticeKind.COLLEAGUE_JOINED, Side.HUB),
        (Move.WITHDRAW, Side.OFFICER): _Telling(NoticeKind.OFFICER_WITHDREW, Side.HUB),
        (Move.REOPEN, Side.OFFICER): _Telling(NoticeKind.OFFICER_REOPENED, Side.HUB),
    }
)

_NEEDS_WORDS: Mapping[Move, str] = MappingProxyType(
    {
        Move.ASK: N_("Write the question first, then send it."),
        Move.ANSWER: N_("Write the answer first, then send it."),
        Move.NOTE: N_("Write the note first, then keep it."),
        Move.REPLY: N_("Write your answer first, then send it."),
        Move.ADD_DETAIL: N_("Write what you would like to add first, then send it."),
        Move.JOIN: N_("Describe your problem first, then add it."),
        Move.CLOSE: N_("Say in a sentence why: the officer reads it."),
    }
)

_HUB_ONLY = frozenset({Move.NOTE, Move.JOIN})
"""Moves whose event only the Hub reads."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What somebody wants done: the move, and what goes with it."""

    move: Move
    side: Side
    seen_version: int | None = None
    words: str = ""
    to: Party | None = None
    outcome: Outcome | None = None
    into: Submission | None = None
    """With which the work goes on."""
    quietly: bool = False
    """True for what is written down afterwards, such as samples: nobody gets a message of its own."""


async def make_move(work: Work, actor: Actor, reference: str, ask: Ask, now: datetime) -> Submission:
    """Make one move on a submission, with its event, its cards made due and whoever should hear told.

    Raises:
        NotFound: no such submission.
        Refused: not theirs to move.
        BadInput: words are missing or too long.
        Outdated, NotPossible: see domain.lifecycle.advance.
    """
    present = await load(work, actor, reference, _PERMISSIONS[ask.side], lock=True)
    words = _check_words(ask)
    party = name_of(actor)
    changed = advance(
        present,
        ask.move,
        side=ask.side,
        by=party,
        now=now,
        seen_version=ask.seen_version,
        to=ask.to,
        outcome=ask.outcome,
        reason=words,
        into_id=ask.into.id if ask.into is not None else None,
    )
    happened = TRANSITIONS[ask.move].event
    if moves_clock(happened):
        before = await work.submissions.list_occurrences(changed.id)
        changed = set_deadline(changed, [*before, (happened, now)])
    await work.submissions.save(changed, present.version)
    event = Event(
        kind=happened,
        at=now,
        actor=party,
        audience=Audience.HUB if ask.move in _HUB_ONLY else Audience.EVERYONE,
        words=words,
        about=_say_what_changed(changed, ask),
    )
    event_id = await work.submissions.record(changed.id, event)
    subject = Subject(SubjectKind.SUBMISSION, changed.id)
    work.touch(subject)
    if present.waiting_for_officer and not changed.waiting_for_officer:
        await _settle_questions(work, subject)
    if present.merged_into_id is not None and changed.merged_into_id is None:
        await part_from(work, changed, present.merged_into_id, party, now)
    await keep_findable(work, changed, ask.move)
    await _tell(work, changed, ask, event_id, now)
    if not ask.quietly:
        await tell_followers(work, changed, ask.move, event_id, now)
    return changed


async def load(
    work: Work, actor: Actor, reference: str, permission: Permission, *, lock: bool = False
) -> Submission:
    """Give a submission to somebody who may have it.

    Raises:
        NotFound: no such submission.
        Refused: the actor has no such permission for it.
    """
    submission = await work.submissions.find(reference, lock=lock)
    if submission is None:
        raise NotFound(
            _("I know no submission {reference}. Check the number, for example PF-2026-0001.").format(
                reference=reference
            )
        )
    require(actor, permission, owner_id=submission.officer.id)
    return submission


async def has_just_said(work: Work, submission: Submission, words: str, now: datetime) -> bool:
    """Tell whether the officer's last words, a moment ago, are the same: a button pressed twice."""
    events = await work.submissions.list_events(submission.id, Audience.EVERYONE)
    own = [event for event in events if event.actor.id == submission.officer.id]
    return bool(own) and own[-1].words == words and now - own[-1].at < _SAME_PRESS


def _check_words(ask: Ask) -> str:
    words = ask.words.strip()
    if not words and ask.move in _NEEDS_WORDS:
        raise BadInput(_(_NEEDS_WORDS[ask.move]), field="words")
    if len(words) > LONGEST_WORDS:
        raise BadInput(
            _(
                "That is {count:,} characters; up to {longest:,} fit. Your text is kept here: "
                "shorten it, then send it again."
            ).format(count=len(words), longest=LONGEST_WORDS),
            field="words",
            kept=words,
        )
    return words


def _say_what_changed(changed: Submission, ask: Ask) -> str:
    if ask.move is Move.GIVE and ask.to is not None:
        return ask.to.name
    if ask.into is not None:
        return ask.into.reference
    if ask.move in (Move.CLOSE, Move.WITHDRAW):
        return str(changed.outcome or "")
    if ask.move in (Move.FORWARD, Move.BACK, Move.REOPEN, Move.TAKE):
        return str(changed.stage)
    return ""


async def _tell(work: Work, submission: Submission, ask: Ask, event_id: int, now: datetime) -> None:
    telling = _TELLINGS.get((ask.move, ask.side))
    if telling is None or ask.quietly:
        return
    if telling.listener is Side.HUB:
        await tell_hub(work, submission, telling.kind, event_id, now)
        return
    _notify(work, submission, telling.kind, event_id, now, hub=None)


async def tell_hub(
    work: Work, submission: Submission, kind: NoticeKind, event_id: int, now: datetime
) -> None:
    """Say in the submission's thread what its officer has done, once there is a Hub."""
    hub = await work.conversations.hub()
    if hub is not None:
        await post_to_hub(work, submission)
        _notify(work, submission, kind, event_id, now, hub=hub)


def _notify(  # noqa: PLR0913 (each part is named at the call)
    work: Work,
    submission: Submission,
    kind: NoticeKind,
    event_id: int,
    now: datetime,
    *,
    hub: Conversation | None,
) -> None:
    work.notify(
        Notice(
            key=f"submission:{submission.id}:{kind}:{event_id}",
            kind=kind,
            conversation_id=hub.id if hub else None,
            person_id=None if hub else submission.officer.id,
            subject=Subject(SubjectKind.SUBMISSION, submission.id),
            event_id=event_id,
            not_after=now + _WORTH_TELLING,
        )
    )


async def _settle_questions(work: Work, subject: Subject) -> None:
    """Close the boxes of the questions that wait no longer."""
    for asked in await work.postings.list_of(subject, View.QUESTION):
        await work.postings.fold(asked.id, asked.shape, held_until=None)


async def post_to_hub(work: Work, submission: Submission) -> None:
    """Want the Hub's card of a submission posted, once there is a Hub; asking twice posts once.

    Where the Hub has moved to another channel, the cards in the earlier one fold to a line.
    """
    hub = await work.conversations.hub()
    if hub is None:
        return
    subject = Subject(SubjectKind.SUBMISSION, submission.id)
    headed = False
    for card in await work.postings.list_of(subject, View.HUB):
        if card.shape.get("copy"):
            continue
        if card.conversation_id == hub.id:
            headed = True
        else:
            shape: JSONObject = {"reference": submission.reference, "title": submission.title, "moved": True}
            await work.postings.fold(card.id, shape, held_until=None)
    if not headed:
        await work.postings.place(hub, subject, View.HUB, held_until=None)
