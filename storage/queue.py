"""The Hub's queue, as narrow as it is wanted: by topic, stage, owner, or what is late."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    case,
    func,
    literal_column,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from domain.flow import Priority
from domain.queue import QueueFilter, QueuePage, QueueRow, StageTotal
from domain.submission import Party, Stage
from storage.people import PersonRow
from storage.repository import Repository
from storage.schema import Moment
from storage.submission_rows import SubmissionRow
from storage.tasks import TaskRow

_IS_OPEN = SubmissionRow.stage != literal_column("'closed'")  # as the partial index says it
_TOPIC = bindparam("topic", type_=String)
_STAGE = bindparam("stage", type_=String)
_OWNER = bindparam("owner", type_=Integer)
_NOW = bindparam("now", type_=Moment)
_IS_LATE: ColumnElement[bool] = and_(
    SubmissionRow.deadline_at.is_not(None), SubmissionRow.deadline_at <= _NOW
)


def _is_any(name: str) -> ColumnElement[bool]:
    return bindparam(name, type_=Boolean).is_(True)


_WANTED = (
    _IS_OPEN,
    or_(_TOPIC == "", SubmissionRow.topic == _TOPIC),
    or_(_STAGE == "", SubmissionRow.stage == _STAGE),
    or_(_OWNER == 0, SubmissionRow.owner_id == _OWNER),
    or_(_is_any("anybodys"), SubmissionRow.owner_id.is_(None)),
    or_(_is_any("anytime"), _IS_LATE),
)
"""One statement serves every filter: what is not asked for is let through by its parameter."""

_RANK = case({Priority.HIGH.value: 0, Priority.NORMAL.value: 1}, value=SubmissionRow.priority, else_=2)
_QUEUE_ORDER = (SubmissionRow.owner_id.is_not(None), _RANK, SubmissionRow.waiting_since, SubmissionRow.id)
_DEADLINE_ORDER = (SubmissionRow.deadline_at.is_(None), SubmissionRow.deadline_at, _RANK, SubmissionRow.id)

officer, owner = aliased(PersonRow), aliased(PersonRow)
ROW_COLUMNS: tuple[Any, ...] = (
    SubmissionRow.reference,
    SubmissionRow.title,
    SubmissionRow.topic,
    SubmissionRow.place,
    SubmissionRow.stage,
    owner.name,
    SubmissionRow.waiting_for_officer,
    SubmissionRow.waiting_since,
    officer.name,
    SubmissionRow.priority,
    SubmissionRow.due_on,
    SubmissionRow.pending,
    SubmissionRow.deadline_at,
)


def _select_page(order: tuple[Any, ...]) -> Select[Any]:
    """Select a page: its ids first, so that only its own rows are read in full."""
    ids = (
        select(SubmissionRow.id)
        .where(*_WANTED)
        .order_by(*order)
        .limit(bindparam("size"))
        .offset(bindparam("start"))
    )
    return (
        select(*ROW_COLUMNS)
        .join(officer, officer.id == SubmissionRow.officer_id)
        .outerjoin(owner, owner.id == SubmissionRow.owner_id)
        .where(SubmissionRow.id.in_(ids))
        .order_by(*order)
    )


_PAGE, _PAGE_BY_DEADLINE = _select_page(_QUEUE_ORDER), _select_page(_DEADLINE_ORDER)
_TOTALS = (
    select(
        SubmissionRow.stage,
        func.count(),
        func.count().filter(SubmissionRow.owner_id.is_(None)),
        func.count().filter(_IS_LATE),
    )
    .where(*_WANTED)
    .group_by(SubmissionRow.stage)
)


_OWNED = (
    select(SubmissionRow.reference)
    .where(SubmissionRow.owner_id == _OWNER, _IS_OPEN)
    .order_by(SubmissionRow.id)
)
_OWNERS = (
    select(PersonRow.id, PersonRow.name, PersonRow.team)
    .where(
        or_(
            PersonRow.id.in_(
                select(SubmissionRow.owner_id).where(SubmissionRow.owner_id.is_not(None), _IS_OPEN)
            ),
            PersonRow.id.in_(select(TaskRow.owner_id).where(TaskRow.done_at.is_(None))),
        )
    )
    .order_by(PersonRow.name, PersonRow.id)
)


class Queue(Repository):
    """The open work, a page at a time. Pages count from nought."""

    __slots__ = ()

    async def list_page(
        self, wanted: QueueFilter, now: datetime, *, page: int, size: int, by_deadline: bool = False
    ) -> QueuePage:
        """Give one page: unowned first, then by priority, then what has waited longest.

        ``by_deadline`` puts what is due first foremost instead.
        """
        slots = _fill(wanted, now)
        totals = await self._count_stages(slots)
        pages = max(1, -(-sum(total.count for total in totals) // size))
        page = min(max(page, 0), pages - 1)
        statement = _PAGE_BY_DEADLINE if by_deadline else _PAGE
        rows = await self._connection.execute(statement, {**slots, "size": size, "start": page * size})
        return QueuePage(tuple(QueueRow(*row) for row in rows), page, pages, totals)

    async def list_owned(self, owner_id: int) -> list[str]:
        """Give the references of what somebody has that is open, the oldest first."""
        return list((await self._connection.execute(_OWNED, {"owner": owner_id})).scalars())

    async def list_owners(self) -> list[Party]:
        """Give everybody who has something open, a submission or a task."""
        rows = await self._connection.execute(_OWNERS)
        return [Party(id=person_id, name=name, team=team) for person_id, name, team in rows]

    async def _count_stages(self, slots: dict[str, object]) -> tuple[StageTotal, ...]:
        counted = {
            stage: StageTotal(stage, count, unowned, late)
            for stage, count, unowned, late in await self._connection.execute(_TOTALS, slots)
        }
        return tuple(counted[stage] for stage in Stage if stage in counted)


def _fill(wanted: QueueFilter, now: datetime) -> dict[str, object]:
    return {
        "topic": wanted.topic,
        "stage": wanted.stage.value if wanted.stage else "",
        "owner": wanted.owner_id,
        "anybodys": not wanted.unowned,
        "anytime": not wanted.overdue,
        "now": now,
    }
