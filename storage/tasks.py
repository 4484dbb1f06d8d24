"""Tasks on submissions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, bindparam, func, insert, select, text, update
from sqlalchemy.orm import Mapped, mapped_column

from domain.submission import Party, Stage
from domain.tasks import Task
from storage.people import PersonRow
from storage.repository import Repository
from storage.schema import Base, Moment, Words
from storage.submission_rows import SubmissionRow

_IS_OPEN = text("done_at IS NULL")


class TaskRow(Base):
    """One task."""

    __tablename__ = "tasks"

    id: Mapped[int] = mapped_column(primary_key=True)
    submission_id: Mapped[int] = mapped_column(ForeignKey("submissions.id", ondelete="CASCADE"))
    number: Mapped[int]
    words: Mapped[str] = mapped_column(Words)
    owner_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    due_on: Mapped[date | None]
    done_at: Mapped[datetime | None]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    made_at: Mapped[datetime]

    __table_args__ = (
        Index("ix_tasks_submission", "submission_id", "number", unique=True),
        Index("ix_tasks_open", "owner_id", sqlite_where=_IS_OPEN, postgresql_where=_IS_OPEN),
        {"sqlite_autoincrement": True},
    )


_COLUMNS: tuple[Any, ...] = (
    TaskRow.submission_id,
    SubmissionRow.reference,
    TaskRow.number,
    TaskRow.words,
    TaskRow.due_on,
    TaskRow.done_at,
    TaskRow.made_at,
    TaskRow.id,
    PersonRow.id,
    PersonRow.name,
    PersonRow.team,
)
_TASK: Select[Any] = (
    select(*_COLUMNS)
    .join(SubmissionRow, SubmissionRow.id == TaskRow.submission_id)
    .join(PersonRow, PersonRow.id == TaskRow.owner_id)
)
_OF_SUBMISSION = _TASK.where(TaskRow.submission_id == bindparam("submission_id")).order_by(
    TaskRow.done_at.is_not(None), TaskRow.number
)
_IS_TO_DO = (TaskRow.done_at.is_(None), SubmissionRow.stage != Stage.CLOSED)
_OF_OWNER = (
    _TASK.where(TaskRow.owner_id == bindparam("owner_id"), *_IS_TO_DO)
    .order_by(TaskRow.due_on.is_(None), TaskRow.due_on, TaskRow.id)
    .limit(bindparam("size"))
)
_COUNT_OF_OWNER = (
    select(func.count())
    .select_from(TaskRow)
    .join(SubmissionRow, SubmissionRow.id == TaskRow.submission_id)
    .where(TaskRow.owner_id == bindparam("owner_id"), *_IS_TO_DO)
)
_LATE = _TASK.where(TaskRow.due_on < bindparam("today"), *_IS_TO_DO).order_by(TaskRow.due_on, TaskRow.id)
_LAST_NUMBER = select(func.coalesce(func.max(TaskRow.number), 0)).where(
    TaskRow.submission_id == bindparam("submission_id")
)
_TICK = (
    update(TaskRow).where(TaskRow.id == bindparam("task_id")).values(done_at=bindparam("at", type_=Moment))
)
_GIVE = update(TaskRow).where(TaskRow.id == bindparam("task_id")).values(owner_id=bindparam("to_id"))


class Tasks(Repository):
    """The tasks, of a submission or of a colleague."""

    __slots__ = ()

    async def add(self, task: Task, made_by_id: int) -> Task:
        """Keep a new one; gives it with its number. Its submission is locked by the caller."""
        last = await self._connection.execute(_LAST_NUMBER, {"submission_id": task.submission_id})
        number: int = last.scalar_one() + 1
        added = await self._connection.execute(
            insert(TaskRow).returning(TaskRow.id),
            {
                "submission_id": task.submission_id,
                "number": number,
                "words": task.words,
                "owner_id": task.owner.id,
                "due_on": task.due_on,
                "made_by_id": made_by_id,
                "made_at": task.made_at,
            },
        )
        return replace(task, id=added.scalar_one(), number=number)

    async def list_of(self, submission_id: int) -> list[Task]:
        """Give a submission's tasks: what is to be done first, in the order they were made."""
        return await self._read(_OF_SUBMISSION, submission_id=submission_id)

    async def list_open_of(self, owner_id: int, size: int) -> list[Task]:
        """Give what somebody has to do on open submissions, what is due first foremost."""
        return await self._read(_OF_OWNER, owner_id=owner_id, size=size)

    async def count_open_of(self, owner_id: int) -> int:
        """Count what somebody has to do on open submissions."""
        counted = await self._connection.execute(_COUNT_OF_OWNER, {"owner_id": owner_id})
        return int(counted.scalar_one())

    async def list_late(self, today: date) -> list[Task]:
        """Give everybody's tasks whose day is over, the longest overdue first."""
        return await self._read(_LATE, today=today)

    async def tick(self, task_id: int, at: datetime | None) -> None:
        """Keep when a task was done, or that it is not done after all."""
        await self._connection.execute(_TICK, {"task_id": task_id, "at": at})

    async def give(self, task_id: int, to_id: int) -> None:
        """Give a task to another colleague."""
        await self._connection.execute(_GIVE, {"task_id": task_id, "to_id": to_id})

    async def _read(self, statement: Select[Any], **slots: object) -> list[Task]:
        return [_read_task(row) for row in await self._connection.execute(statement, slots)]


def _read_task(columns: Sequence[Any]) -> Task:
    submission_id, reference, number, said, due_on, done_at, made_at, task_id, *owner = columns
    owner_id, name, team = owner
    party = Party(id=owner_id, name=name, team=team)
    return Task(submission_id, reference, number, said, party, due_on, done_at, made_at, task_id)
