"""The tables of submissions, and how their rows become submissions."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, bindparam, func, select, text
from sqlalchemy.orm import Mapped, aliased, mapped_column

from domain.delivery import SubjectKind, View
from domain.flow import Pending, Priority
from domain.marking import Marking
from domain.submission import Kind, Outcome, Party, Said, Stage, Submission
from storage.people import PersonRow
from storage.posting_rows import PostingRow
from storage.repository import Repository
from storage.schema import Base, Named

_IS_OPEN = text("stage <> 'closed'")


class ReferenceNumberRow(Base):
    """The last number that a year has given away."""

    __tablename__ = "reference_numbers"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


class SubmissionRow(Base):
    """One submission as it stands."""

    __tablename__ = "submissions"

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[Kind] = mapped_column(Named(Kind))
    title: Mapped[str]
    topic: Mapped[str]
    place: Mapped[str]
    officer_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    stage: Mapped[Stage] = mapped_column(Named(Stage))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    owned_since: Mapped[datetime | None]
    waiting_for_officer: Mapped[bool]
    stage_before_closing: Mapped[Stage | None] = mapped_column(Named(Stage))
    outcome: Mapped[Outcome | None] = mapped_column(Named(Outcome))
    reason: Mapped[str]
    marking: Mapped[Marking] = mapped_column(Named(Marking))
    sample: Mapped[bool]
    version: Mapped[int]
    submitted_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    waiting_since: Mapped[datetime]
    priority: Mapped[Priority] = mapped_column(Named(Priority))
    due_on: Mapped[date | None]
    pending: Mapped[Pending] = mapped_column(Named(Pending))
    deadline_at: Mapped[datetime | None]
    merged_into_id: Mapped[int | None]
    """No foreign key: SQLite would have had to copy the table to bring it."""

    __table_args__ = (
        Index(None, "officer_id", "changed_at"),
        Index(
            "ix_submissions_queue",
            "waiting_since",
            sqlite_where=_IS_OPEN,
            postgresql_where=_IS_OPEN,
        ),
        Index(
            "ix_submissions_owned",
            "owner_id",
            "deadline_at",
            sqlite_where=_IS_OPEN,
            postgresql_where=_IS_OPEN,
        ),
        Index(
            "ix_submissions_deadline",
            "deadline_at",
            sqlite_where=_IS_OPEN,
            postgresql_where=_IS_OPEN,
        ),
        {"sqlite_autoincrement": True},
    )


class SubmissionAnswerRow(Base):
    """One answer of a submission, in the order they were given."""

    __tablename__ = "submission_answers"

    submission_id: Mapped[int] = mapped_column(
        ForeignKey("submissions.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    label: Mapped[str]
    section: Mapped[str]
    text: Mapped[str]
    skipped: Mapped[bool]


_officer, _owner = aliased(PersonRow), aliased(PersonRow)
PLAIN = (
    "id",
    "reference",
    "kind",
    "title",
    "topic",
    "place",
    "stage",
    "owned_since",
    "waiting_for_officer",
    "stage_before_closing",
    "outcome",
    "reason",
    "marking",
    "sample",
    "version",
    "submitted_at",
    "changed_at",
    "waiting_since",
    "priority",
    "due_on",
    "pending",
    "deadline_at",
    "merged_into_id",
)
"""What a submission and its row call by the same name."""
_THREAD = (
    select(PostingRow.thread_id)
    .where(
        PostingRow.subject_kind == SubjectKind.SUBMISSION,
        PostingRow.subject_id == SubmissionRow.id,
        PostingRow.view == View.HUB,
        PostingRow.thread_id != "",
    )
    .order_by(PostingRow.id)
    .limit(1)
    .scalar_subquery()
)
"""The thread of the Hub's first card of it."""
SUBMISSION: Select[Any] = (
    select(
        *(getattr(SubmissionRow, name) for name in PLAIN),
        func.coalesce(_THREAD, ""),
        _officer.id,
        _officer.name,
        _officer.team,
        _owner.id,
        _owner.name,
        _owner.team,
    )
    .join(_officer, _officer.id == SubmissionRow.officer_id)
    .outerjoin(_owner, _owner.id == SubmissionRow.owner_id)
)
_ANSWERS = (
    select(
        SubmissionAnswerRow.submission_id,
        SubmissionAnswerRow.name,
        SubmissionAnswerRow.label,
        SubmissionAnswerRow.section,
        SubmissionAnswerRow.text,
        SubmissionAnswerRow.skipped,
    )
    .where(SubmissionAnswerRow.submission_id.in_(bindparam("ids", expanding=True)))
    .order_by(SubmissionAnswerRow.submission_id, SubmissionAnswerRow.position)
)


class SubmissionReader(Repository):
    """Reads submissions with their people and answers: two statements, however many they are."""

    __slots__ = ()

    async def _read(self, statement: Select[Any], parameters: Mapping[str, object]) -> list[Submission]:
        rows = (await self._connection.execute(statement, parameters)).all()
        if not rows:
            return []
        said: dict[int, list[Said]] = {row[0]: [] for row in rows}
        for submission_id, *answer in await self._connection.execute(_ANSWERS, {"ids": list(said)}):
            said[submission_id].append(_read_answer(answer))
        return [_read_submission(row, tuple(said[row[0]])) for row in rows]


def _read_answer(columns: Sequence[Any]) -> Said:
    name, label, section, text, skipped = columns
    return Said(name=name, label=label, section=section, text=text, skipped=skipped)


def _read_submission(columns: Sequence[Any], answers: tuple[Said, ...]) -> Submission:
    plain = dict(zip(PLAIN, columns, strict=False))
    thread, officer_id, officer, officer_team, owner_id, owner, owner_team = columns[len(PLAIN) :]
    return Submission(
        **plain,
        answers=answers,
        officer=Party(id=officer_id, name=officer, team=officer_team),
        owner=None if owner_id is None else Party(id=owner_id, name=owner, team=owner_team),
        hub_thread=thread,
    )
