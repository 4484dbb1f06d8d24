"""Submissions: what officers bring to the Hub, with their answers and their references."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, bindparam, insert, select, update

from domain.errors import Outdated
from domain.lifecycle import describe_present
from domain.submission import Said, Submission
from storage.submission_lists import SubmissionLists
from storage.submission_rows import (
    PLAIN,
    SUBMISSION,
    ReferenceNumberRow,
    SubmissionAnswerRow,
    SubmissionRow,
)
from storage.timeline import Timeline

_NEVER_CHANGING = ("id", "reference", "sample", "submitted_at")
_CHANGING = tuple(name for name in PLAIN if name not in _NEVER_CHANGING)
_SAVE = (
    update(SubmissionRow)
    .where(
        SubmissionRow.id == bindparam("submission_id"),
        SubmissionRow.version == bindparam("seen_version"),
    )
    .values(
        {
            name: bindparam(f"new_{name}", type_=SubmissionRow.__table__.c[name].type)
            for name in (*_CHANGING, "owner_id")
        }
    )
)
_BY_REFERENCE = SUBMISSION.where(SubmissionRow.reference == bindparam("key"))
_BY_ID = SUBMISSION.where(SubmissionRow.id == bindparam("key"))
_LOCK = select(SubmissionRow.id).with_for_update(key_share=True)
_LOCK_REFERENCE = _LOCK.where(SubmissionRow.reference == bindparam("key"))
_LOCK_ID = _LOCK.where(SubmissionRow.id == bindparam("key"))


class Submissions(SubmissionLists, Timeline):
    """The submissions, open and closed."""

    async def next_reference(self, year: int) -> str:
        """Give the year's next reference, ``PF-2026-0001``.

        The number is taken within the unit of work: one that is rolled back leaves no gap.
        """
        taken = await self._connection.execute(
            self._insert(ReferenceNumberRow)
            .values(year=year, last=1)
            .on_conflict_do_update(index_elements=["year"], set_={"last": ReferenceNumberRow.last + 1})
            .returning(ReferenceNumberRow.last)
        )
        return f"PF-{year}-{taken.scalar_one():04d}"

    async def add(self, submission: Submission) -> Submission:
        """Keep a new one; gives it with its id."""
        values = {name: getattr(submission, name) for name in PLAIN if name != "id"}
        added = await self._connection.execute(
            insert(SubmissionRow).returning(SubmissionRow.id),
            {
                **values,
                "officer_id": submission.officer.id,
                "owner_id": submission.owner.id if submission.owner else None,
            },
        )
        kept = submission.model_copy(update={"id": added.scalar_one()})
        await self._write_answers(kept.id, kept.answers, start=0)
        return kept

    async def add_answers(self, submission_id: int, said: Sequence[Said]) -> None:
        """Add what was told later. An answer to the same question takes the place of the earlier one."""
        kept = await self._connection.execute(
            select(SubmissionAnswerRow.name, SubmissionAnswerRow.position).where(
                SubmissionAnswerRow.submission_id == submission_id
            )
        )
        present = {row.name: row.position for row in kept}
        for one in said:
            if one.name in present:
                await self._connection.execute(
                    update(SubmissionAnswerRow)
                    .where(
                        SubmissionAnswerRow.submission_id == submission_id,
                        SubmissionAnswerRow.position == present[one.name],
                    )
                    .values(label=one.label, section=one.section, text=one.text, skipped=one.skipped)
                )
        new = [one for one in said if one.name not in present]
        await self._write_answers(submission_id, new, start=max(present.values(), default=-1) + 1)

    async def _write_answers(self, submission_id: int, said: Sequence[Said], *, start: int) -> None:
        if said:
            await self._connection.execute(
                insert(SubmissionAnswerRow),
                [
                    {"submission_id": submission_id, "position": position, **one.model_dump()}
                    for position, one in enumerate(said, start)
                ],
            )

    async def find(self, reference: str, *, lock: bool = False) -> Submission | None:
        """Give a submission by its reference, on request locked for the rest of the unit of work."""
        if lock:
            await self._connection.execute(_LOCK_REFERENCE, {"key": reference})
        return await self._find_one(_BY_REFERENCE, reference)

    async def find_by_id(self, submission_id: int, *, lock: bool = False) -> Submission | None:
        """Give a submission by our own id, on request locked for the rest of the unit of work."""
        if lock:
            await self._connection.execute(_LOCK_ID, {"key": submission_id})
        return await self._find_one(_BY_ID, submission_id)

    async def _find_one(self, statement: Select[Any], key: str | int) -> Submission | None:
        found = await self._read(statement, {"key": key})
        return found[0] if found else None

    async def save(self, submission: Submission, seen_version: int) -> None:
        """Keep a submission as it is after a move that was made on the version seen.

        Raises:
            Outdated: somebody else decided first; the sentence says how things stand now.
        """
        values = {f"new_{name}": getattr(submission, name) for name in _CHANGING}
        values["new_owner_id"] = submission.owner.id if submission.owner else None
        changed = await self._connection.execute(
            _SAVE, {"submission_id": submission.id, "seen_version": seen_version, **values}
        )
        if changed.rowcount == 0:
            present = await self.find_by_id(submission.id)
            raise Outdated(describe_present(present or submission))
