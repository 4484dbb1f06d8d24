"""Postings: one card in one place, with the revision that is wanted and the one that is shown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Integer, String, bindparam, case, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.clock import Clock
from domain.conversation import Conversation
from domain.delivery import Landed, Posting, Subject, SubjectKind, View
from domain.ports import JSONObject
from storage.changes import Changes
from storage.posting_rows import POSTING, PostingRow, read_posting
from storage.repository import Repository
from storage.schema import Named

_BY_ID = select(*POSTING).where(PostingRow.id == bindparam("posting_id"))
_BY_ACTIVITY = (
    select(*POSTING)
    .where(
        PostingRow.conversation_id == bindparam("conversation_id"),
        PostingRow.activity_id == bindparam("activity_id"),
    )
    .order_by(PostingRow.id.desc())
)
_OF_SUBJECT = (
    select(*POSTING)
    .where(
        PostingRow.subject_kind == bindparam("kind", type_=Named(SubjectKind)),
        PostingRow.subject_id == bindparam("subject_id"),
    )
    .order_by(PostingRow.id)
)
_OF_THREAD = (
    select(*POSTING)
    .where(
        PostingRow.conversation_id == bindparam("conversation_id"),
        PostingRow.thread_id == bindparam("thread_id"),
    )
    .order_by(PostingRow.id)
)
_PLACE = insert(PostingRow).returning(PostingRow.id)
_SHOWN = (
    update(PostingRow)
    .where(PostingRow.id == bindparam("posting_id"))
    .values(
        shown=case(
            (PostingRow.shown < bindparam("noted", type_=Integer), bindparam("noted", type_=Integer)),
            else_=PostingRow.shown,
        ),
        activity_id=bindparam("arrived_as"),
        thread_id=func.coalesce(func.nullif(bindparam("arrived_in", type_=String), ""), PostingRow.thread_id),
        not_before=case(
            (PostingRow.wanted <= bindparam("behind", type_=Integer), PostingRow.not_before), else_=None
        ),
        tries=0,
        error="",
    )
    .returning(PostingRow.lane_id, PostingRow.wanted, PostingRow.shown)
)


class Postings(Repository):
    """The cards that are kept true. Changes are written at the end of the unit of work."""

    __slots__ = ("_changes", "_clock")

    def __init__(self, connection: AsyncConnection, changes: Changes, clock: Clock) -> None:
        super().__init__(connection)
        self._changes = changes
        self._clock = clock

    async def place(  # noqa: PLR0913 (a posting has these parts, and each is named at the call)
        self,
        conversation: Conversation,
        subject: Subject,
        view: View,
        *,
        shape: JSONObject | None = None,
        thread_id: str = "",
        held_until: datetime | None,
    ) -> Posting:
        """Want a card in a conversation: sent by the caller until ``held_until``, else in the background."""
        posting = await self._add(
            conversation, subject, view, shape or {}, thread_id=thread_id, held_until=held_until
        )
        self._changes.placed.add(posting.id)
        self._changes.see_to(posting.lane_id, held_until)
        return posting

    async def adopt(
        self, conversation: Conversation, subject: Subject, view: View, *, shape: JSONObject, activity_id: str
    ) -> Posting:
        """Keep a message true from now on that has just been sent and shows the present state."""
        posting = await self._add(conversation, subject, view, shape, activity_id=activity_id, shown=1)
        self._changes.placed.add(posting.id)
        return posting

    async def _add(  # noqa: PLR0913 (a posting has these parts, and each is named at the call)
        self,
        conversation: Conversation,
        subject: Subject,
        view: View,
        shape: JSONObject,
        *,
        thread_id: str = "",
        activity_id: str | None = None,
        shown: int = 0,
        held_until: datetime | None = None,
    ) -> Posting:
        values = {
            "lane_id": conversation.lane_id,
            "conversation_id": conversation.id,
            "view": view,
            "shape": shape,
            "activity_id": activity_id,
            "thread_id": thread_id,
            "wanted": 1,
            "shown": shown,
            "tries": 0,
            "subject_kind": subject.kind,
            "subject_id": subject.id,
            "not_before": held_until,
            "wanted_at": self._clock.now(),
            "error": "",
        }
        added = await self._connection.execute(_PLACE, values)
        return Posting(
            added.scalar_one(),
            conversation.lane_id,
            conversation.id,
            subject,
            view,
            shape,
            activity_id,
            thread_id,
            wanted=1,
            shown=shown,
        )

    async def fold(self, posting_id: int, shape: JSONObject, held_until: datetime | None) -> Posting:
        """Make one line of a card; gives it with the revision that shows it folded.

        Raises:
            LookupError: there is no such posting.
        """
        posting = await self._get(posting_id)
        return self._changes.change(replace(posting, view=View.FOLDED, shape=shape), held_until)

    async def become(
        self,
        posting_id: int,
        subject: Subject,
        view: View,
        held_until: datetime | None,
        shape: JSONObject | None = None,
    ) -> Posting:
        """Let a card be another's from now on, where it hangs; gives it with the revision that shows it.

        Raises:
            LookupError: there is no such posting.
        """
        posting = replace(await self._get(posting_id), subject=subject, view=view, shape=shape or {})
        return self._changes.change(posting, held_until)

    async def bump(self, posting_id: int, held_until: datetime | None) -> Posting:
        """Want a card drawn anew; gives it with the revision that shows the present state.

        Raises:
            LookupError: there is no such posting.
        """
        return self._changes.change(await self._get(posting_id), held_until)

    async def _get(self, posting_id: int) -> Posting:
        posting = await self.find(posting_id)
        if posting is None:
            raise LookupError(f"no posting {posting_id}")
        return posting

    async def find(self, posting_id: int) -> Posting | None:
        """Give a posting by its id."""
        row = (await self._connection.execute(_BY_ID, {"posting_id": posting_id})).one_or_none()
        return self._changes.overlay(read_posting(row)) if row else None

    async def find_by_activity(self, conversation_id: int, activity_id: str) -> Posting | None:
        """Give the posting that hangs as a certain message."""
        row = (
            await self._connection.execute(
                _BY_ACTIVITY, {"conversation_id": conversation_id, "activity_id": activity_id}
            )
        ).first()
        return self._changes.overlay(read_posting(row)) if row else None

    async def list_of_thread(self, conversation_id: int, thread_id: str) -> list[Posting]:
        """Give the postings of one thread, its head first."""
        rows = await self._connection.execute(
            _OF_THREAD, {"conversation_id": conversation_id, "thread_id": thread_id}
        )
        return [self._changes.overlay(read_posting(row)) for row in rows]

    async def list_of(self, subject: Subject, view: View | None = None) -> list[Posting]:
        """Give the postings of a subject, oldest first; of one view, or all."""
        rows = await self._connection.execute(_OF_SUBJECT, {"kind": subject.kind, "subject_id": subject.id})
        postings = [self._changes.overlay(read_posting(row)) for row in rows]
        return [
            posting for posting in postings if posting.subject == subject and view in (None, posting.view)
        ]

    async def shown(self, landed: Sequence[Landed]) -> None:
        """Note what the process sent itself.

        What changed meanwhile becomes due in the background, unless this process is sending that as well.
        """
        for one in sorted(landed, key=lambda each: each.posting_id):
            row = (
                await self._connection.execute(
                    _SHOWN,
                    {
                        "posting_id": one.posting_id,
                        "noted": one.revision,
                        "arrived_as": one.activity_id,
                        "arrived_in": one.thread_id,
                        "behind": one.behind,
                    },
                )
            ).one_or_none()
            if row is None:
                continue
            lane_id, wanted, shown = row
            self._changes.lanes.settle(lane_id)
            if shown < wanted and wanted > one.behind:
                self._changes.lanes.bump(lane_id)

    async def forget_activity(self, posting_id: int) -> None:
        """Have a card whose message is gone posted anew; with it goes the thread it was the head of."""
        await self._connection.execute(
            update(PostingRow)
            .where(PostingRow.id == posting_id)
            .values(
                thread_id=case(
                    (PostingRow.thread_id == PostingRow.activity_id, ""), else_=PostingRow.thread_id
                ),
                activity_id=None,
            )
        )

    async def delay(self, posting_id: int, until: datetime, code: str) -> None:
        """Leave a card that did not arrive to the background, from ``until`` on."""
        await self._fail(posting_id, until, not_before=until, error=code, tries=PostingRow.tries + 1)

    async def bury(self, posting_id: int, now: datetime, code: str) -> None:
        """Give up on a card that cannot arrive; an administrator sees it."""
        await self._fail(posting_id, None, dead_at=now, error=code)

    async def _fail(self, posting_id: int, until: datetime | None, **values: object) -> None:
        failed = update(PostingRow).where(PostingRow.id == posting_id).values(**values)
        row = (await self._connection.execute(failed.returning(PostingRow.lane_id))).one_or_none()
        if row is not None and until is not None:
            self._changes.lanes.hold(row.lane_id, until)
