"""What is due in a lane, and how its end is noted: one card, or one message (several told as one)."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from delivery.errand import Arrived
from delivery.notices import NotPostedYetError, find_thread, keep_alive, render_notices
from delivery.rendering import render
from domain.delivery import NoticeKind, Posting, SubjectKind, View
from domain.plan_reminders import BY_KIND
from domain.ports import Outgoing, PlaceKind
from storage.notices import StoredNotice
from storage.outbox import Claim
from storage.work import Work


class Render(Protocol):
    """Draws a posting as things stand, inside a unit of work."""

    async def __call__(self, work: Work, posting: Posting, now: datetime) -> Outgoing:
        """Give the posting's picture."""
        ...


Note = Callable[[Work], Awaitable[bool]]
"""Writes how something ended; False where the lane was lost meanwhile, and nothing was written."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is sent now, and where: drawn as things stand the moment before."""

    message: Outgoing
    activity_id: str | None
    thread_id: str
    finish: Callable[[Work, Arrived, datetime, int], Awaitable[bool]]
    """Notes where it lies, since when, and the newest revision that a turn sends behind it."""
    anew: bool = True
    """Whether it is posted again where its message is gone; a folded line is not."""


class Item(Protocol):
    """One thing that is due."""

    @property
    def name(self) -> str:
        """What the log calls it."""
        ...

    @property
    def posting_id(self) -> int | None:
        """The card that it is."""
        ...

    @property
    def tries(self) -> int:
        """How often it has failed."""
        ...

    async def look(self, work: Work, now: datetime) -> Picture | None:
        """Draw it as things stand; None when there is nothing to send any more.

        Raises:
            SubjectGoneError: what it is about has been removed.
            NotPostedYetError: the card it belongs under is not there yet.
            OutOfDateError: what it would say is not so any more.
            NotNowError: it can wait, and its reader is not at work.
        """
        ...

    async def delay(self, work: Work, until: datetime, code: str) -> bool:
        """Have it tried again later."""
        ...

    async def bury(self, work: Work, now: datetime, code: str) -> bool:
        """Give it up; an administrator sees it."""
        ...

    async def let_go(self, work: Work, now: datetime) -> bool:
        """Let go of it, since it says nothing any more; nobody needs to see that."""
        ...

    def split(self) -> "Sequence[Item]":
        """Give its parts, where it is several things told as one."""
        ...


@dataclass(frozen=True, slots=True)
class CardItem:
    """A card that shows less than it should."""

    claim: Claim
    posting: Posting
    render: Render = render

    @property
    def name(self) -> str:
        """What the log calls it."""
        return f"posting {self.posting.id}"

    @property
    def posting_id(self) -> int | None:
        """The card that it is."""
        return self.posting.id

    @property
    def tries(self) -> int:
        """How often it has failed."""
        return self.posting.tries

    async def look(self, work: Work, now: datetime) -> Picture | None:
        """Note the revision that is wanted, then draw: what changes after that is due again."""
        posting = await work.outbox.look_again(self.claim, self.posting.id, now)
        if posting is None:
            return None

        async def finish(work: Work, arrived: Arrived, at: datetime, behind: int) -> bool:
            return await work.outbox.finish_posting(
                self.claim,
                posting.id,
                posting.wanted,
                arrived.activity_id,
                arrived.thread_id,
                at=at,
                behind=behind,
            )

        message = await self.render(work, posting, now)
        anew = posting.view is not View.FOLDED
        return Picture(message, posting.activity_id, posting.thread_id, finish, anew)

    async def delay(self, work: Work, until: datetime, code: str) -> bool:
        """Have it tried again later."""
        return await work.outbox.delay_posting(self.claim, self.posting.id, until, code)

    async def bury(self, work: Work, now: datetime, code: str) -> bool:
        """Give it up; an administrator sees it."""
        return await work.outbox.bury_posting(self.claim, self.posting.id, now, code)

    async def let_go(self, work: Work, now: datetime) -> bool:
        """Give it up: a card says how things stand, which is never out of date."""
        return await self.bury(work, now, "out of date")

    def split(self) -> Sequence[Item]:
        """Give its parts: it is one."""
        return ()


@dataclass(frozen=True, slots=True)
class MessageItem:
    """A message that is sent once; or several for one person about one thing, as one."""

    claim: Claim
    notices: tuple[StoredNotice, ...]

    @property
    def name(self) -> str:
        """What the log calls it."""
        return "notice " + "+".join(str(notice.id) for notice in self.notices)

    @property
    def posting_id(self) -> int | None:
        """The card that it is: none."""
        return None

    @property
    def tries(self) -> int:
        """How often it has failed."""
        return max(notice.tries for notice in self.notices)

    async def look(self, work: Work, now: datetime) -> Picture | None:
        """Draw those that are due still."""
        due = await work.outbox.keep_due(self.claim, [notice.id for notice in self.notices], now)
        notices = tuple(notice for notice in self.notices if notice.id in due)
        if not notices:
            return None

        async def finish(work: Work, arrived: Arrived, now: datetime, _behind: int) -> bool:
            for notice in notices:
                if not await work.outbox.finish_notice(self.claim, notice.id, arrived.activity_id, now):
                    return False
            await keep_alive(work, self.claim, notices, arrived.activity_id, now)
            return True

        thread_id = await find_thread(work, self.claim, notices[0])
        message = await render_notices(work, self.claim, notices, now)
        return Picture(message, None, thread_id, finish)

    async def delay(self, work: Work, until: datetime, code: str) -> bool:
        """Have them tried again later."""
        return all([await work.outbox.delay_notice(self.claim, one.id, until, code) for one in self.notices])

    async def bury(self, work: Work, now: datetime, code: str) -> bool:
        """Give them up; an administrator sees them."""
        return all([await work.outbox.bury_notice(self.claim, one.id, now, code) for one in self.notices])

    async def let_go(self, work: Work, now: datetime) -> bool:
        """Let go of them; their keys stay taken, so that they are not made a second time."""
        return all([await work.outbox.expire_notice(self.claim, one.id, now) for one in self.notices])

    def split(self) -> Sequence[Item]:
        """Give each message alone, where several were told as one."""
        return [MessageItem(self.claim, (one,)) for one in self.notices] if len(self.notices) > 1 else ()


def list_items(
    claim: Claim, postings: Sequence[Posting], notices: Sequence[StoredNotice], draw: Render = render
) -> list[Item]:
    """Give what is due in a lane, in order: cards first, since messages may belong under them."""
    items: list[Item] = [CardItem(claim, posting, draw) for posting in postings]
    groups: dict[object, list[StoredNotice]] = {}
    for notice in notices:
        groups.setdefault(_find_group(claim, notice), []).append(notice)
    items += [MessageItem(claim, tuple(group)) for group in groups.values()]
    return items


def _find_group(claim: Claim, notice: StoredNotice) -> object:
    """Say what a message is told together with: what somebody hears at once of a submission, or of plans."""
    if claim.conversation.place.kind is not PlaceKind.PERSONAL or notice.kind is NoticeKind.WHERE_YOU_ARE:
        return notice.id
    if notice.kind in BY_KIND:
        return BY_KIND[notice.kind].reader
    return notice.subject if notice.subject.kind is SubjectKind.SUBMISSION else notice.id


__all__ = ["CardItem", "Item", "MessageItem", "NotPostedYetError", "Note", "Picture", "list_items"]
