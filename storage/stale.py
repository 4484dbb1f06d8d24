"""What of the open work has lain still for too long, by reason."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Integer, String, and_, bindparam, case, func, literal_column, or_, select

from domain.digest import Pile, Stale
from domain.queue import QueueRow
from storage.queue import ROW_COLUMNS, officer, owner
from storage.repository import Repository
from storage.schema import Moment
from storage.submission_rows import SubmissionRow

_IS_OPEN = SubmissionRow.stage != literal_column("'closed'")  # as the partial index says it
_OWNER = bindparam("owner", type_=Integer)
_IS_WANTED = and_(_IS_OPEN, or_(_OWNER == 0, SubmissionRow.owner_id == _OWNER))
_WHY = case(
    (SubmissionRow.deadline_at <= bindparam("late", type_=Moment), Stale.LATE.value),
    (
        and_(
            SubmissionRow.owner_id.is_(None),
            SubmissionRow.waiting_since <= bindparam("unowned", type_=Moment),
        ),
        Stale.UNOWNED.value,
    ),
    (
        and_(
            SubmissionRow.waiting_for_officer,
            SubmissionRow.waiting_since <= bindparam("unanswered", type_=Moment),
        ),
        Stale.UNANSWERED.value,
    ),
    (
        and_(
            SubmissionRow.owner_id.is_not(None),
            SubmissionRow.waiting_for_officer.is_(False),
            SubmissionRow.changed_at <= bindparam("quiet", type_=Moment),
        ),
        Stale.QUIET.value,
    ),
    else_="",
)
_COUNTS = select(_WHY, func.count()).where(_IS_WANTED).group_by(_WHY)
_ROWS = (
    select(*ROW_COLUMNS)
    .join(officer, officer.id == SubmissionRow.officer_id)
    .outerjoin(owner, owner.id == SubmissionRow.owner_id)
    .where(_IS_WANTED, bindparam("why", type_=String) == _WHY)
    .order_by(SubmissionRow.deadline_at, SubmissionRow.waiting_since, SubmissionRow.id)
    .limit(bindparam("size"))
)


class StaleWork(Repository):
    """What is to be brought up again."""

    __slots__ = ()

    async def list_piles(
        self, limits: Mapping[Stale, datetime], *, owner_id: int, size: int
    ) -> tuple[Pile, ...]:
        """Give how much is stale for each reason, and the first ``size`` of it.

        Args:
            limits: Since when something must have lain still, for each reason.
            owner_id: Whose work alone; nought for everybody's.
            size: Rows of each pile.
        """
        slots = {**{why.value: moment for why, moment in limits.items()}, "owner": owner_id}
        found = await self._connection.execute(_COUNTS, slots)
        counts: dict[str, int] = {row[0]: row[1] for row in found}
        piles = []
        for why in Stale:
            if counts.get(why.value):
                rows = await self._connection.execute(_ROWS, {**slots, "why": why.value, "size": size})
                piles.append(Pile(why, counts[why.value], tuple(QueueRow(*row) for row in rows)))
        return tuple(piles)
