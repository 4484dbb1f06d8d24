"""Lists of submissions: an officer's own, the Hub's queue, and the samples."""

from sqlalchemy import bindparam, delete, exists, func, literal_column, select

from domain.delivery import SubjectKind, View
from domain.flow import Pending
from domain.search import Shelf
from domain.submission import Submission
from storage.drafts import DraftRow
from storage.notices import NoticeRow
from storage.posting_rows import PostingRow
from storage.search import SearchIndex
from storage.submission_rows import SUBMISSION, SubmissionReader, SubmissionRow

_IS_OPEN = SubmissionRow.stage != literal_column("'closed'")  # as the partial index says it
_LIST_ORDER = (SubmissionRow.changed_at.desc(), SubmissionRow.id.desc())
_OF_OFFICER = (
    SUBMISSION.where(SubmissionRow.officer_id == bindparam("officer_id"))
    .order_by(*_LIST_ORDER)
    .limit(bindparam("size"))
    .offset(bindparam("start"))
)
_COUNT_OF_OFFICER = select(func.count()).where(SubmissionRow.officer_id == bindparam("officer_id"))
_WAITING_FOR = SUBMISSION.where(
    SubmissionRow.officer_id == bindparam("officer_id"), SubmissionRow.waiting_for_officer, _IS_OPEN
).order_by(SubmissionRow.waiting_since, SubmissionRow.id)
_OPEN = SUBMISSION.where(_IS_OPEN).order_by(SubmissionRow.id)
_PENDING = (
    SUBMISSION.where(SubmissionRow.pending == bindparam("pending"), _IS_OPEN)
    .order_by(SubmissionRow.id)
    .limit(bindparam("size"))
)
_OPEN_OF = select(SubmissionRow.id).where(SubmissionRow.officer_id == bindparam("officer_id"), _IS_OPEN)
_UNPOSTED = SUBMISSION.where(
    _IS_OPEN,
    ~exists().where(
        PostingRow.subject_kind == SubjectKind.SUBMISSION,
        PostingRow.subject_id == SubmissionRow.id,
        PostingRow.view == View.HUB,
    ),
).order_by(SubmissionRow.id)


class SubmissionLists(SubmissionReader):
    """The submissions, several at a time. Pages count from nought."""

    __slots__ = ()

    async def list_of_officer(self, officer_id: int, page: int, size: int) -> tuple[list[Submission], int]:
        """Give one page of what an officer sent, newest news first, and how many there are in all."""
        total = (await self._connection.execute(_COUNT_OF_OFFICER, {"officer_id": officer_id})).scalar_one()
        slots = {"officer_id": officer_id, "size": size, "start": max(page, 0) * size}
        return await self._read(_OF_OFFICER, slots), total

    async def waiting_for(self, officer_id: int) -> list[Submission]:
        """Give what waits for an officer's answer, the longest waiting first."""
        return await self._read(_WAITING_FOR, {"officer_id": officer_id})

    async def list_unposted(self) -> list[Submission]:
        """Give the open ones that no Hub's card shows yet."""
        return await self._read(_UNPOSTED, {})

    async def list_open(self) -> list[Submission]:
        """Give what is not closed, the oldest first."""
        return await self._read(_OPEN, {})

    async def list_pending(self, pending: Pending, size: int) -> list[Submission]:
        """Give some open ones on which this is what the Hub owes next, the oldest first."""
        return await self._read(_PENDING, {"pending": pending, "size": size})

    async def list_open_of(self, officer_id: int) -> list[int]:
        """Give the ids of an officer's open submissions."""
        found = await self._connection.execute(_OPEN_OF, {"officer_id": officer_id})
        return [row.id for row in found]

    async def count_samples(self) -> int:
        """Count the samples."""
        counted = select(func.count()).where(SubmissionRow.sample)
        return (await self._connection.execute(counted)).scalar_one()

    async def remove_samples(self) -> int:
        """Remove the samples and everything that hangs on them; gives how many they were.

        Their cards in Teams stay where they are; pressing one finds nothing any more.
        """
        samples = select(SubmissionRow.id).where(SubmissionRow.sample)
        index = SearchIndex(self._connection)
        for sample in (await self._connection.execute(samples)).scalars().all():
            await index.take_out(Shelf.SUBMISSIONS, sample)
        references = select(SubmissionRow.reference).where(SubmissionRow.sample)
        for row in (PostingRow, NoticeRow):
            await self._connection.execute(
                delete(row).where(row.subject_kind == SubjectKind.SUBMISSION, row.subject_id.in_(samples))
            )
        await self._connection.execute(delete(DraftRow).where(DraftRow.about.in_(references)))
        return (await self._connection.execute(delete(SubmissionRow).where(SubmissionRow.sample))).rowcount
