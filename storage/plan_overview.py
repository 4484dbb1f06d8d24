"""All plans at a glance: how many stand how, page by page, those who need somebody first."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Subquery, and_, case, func, or_, select
from sqlalchemy.orm import aliased

from domain.clock import LONDON, in_london
from domain.plan_overview import (
    FINISHED_FOR,
    ORDER,
    Choice,
    PlanFilter,
    PlanLine,
    PlanOverview,
    write_cohort_key,
)
from domain.plan_state import QUIET, PlanState
from storage.action_plan_rows import ActionPlanRow, PlanActionRow
from storage.people import PersonRow
from storage.repository import Repository

_owner, _supervisor = aliased(PersonRow), aliased(PersonRow)
_IS_WISH_OPEN = and_(
    ActionPlanRow.wish_to.is_not(None),
    ActionPlanRow.wish_granted.is_(None),
    ActionPlanRow.finished_at.is_(None),
)
_ACTIONS = select(func.count()).where(PlanActionRow.plan_id == ActionPlanRow.id).scalar_subquery()
_DONE = (
    select(func.count())
    .where(PlanActionRow.plan_id == ActionPlanRow.id, PlanActionRow.done_at.is_not(None))
    .scalar_subquery()
)


def write_state(day: date) -> ColumnElement[str]:
    """Say, within a statement, how a plan stands on a day: the same as ``domain.plan_state.state_on``."""
    begins = datetime.combine(day - QUIET + timedelta(days=1), time(), LONDON)
    rests = and_(ActionPlanRow.snoozed_until.is_not(None), ActionPlanRow.snoozed_until > day)
    return case(
        (ActionPlanRow.finished_at.is_not(None), PlanState.DONE.value),
        (ActionPlanRow.help_asked_at.is_not(None), PlanState.STUCK.value),
        (ActionPlanRow.due_on < day, PlanState.LATE.value),
        (and_(~rests, ActionPlanRow.touched_at < begins), PlanState.STUCK.value),
        else_=PlanState.ON_TRACK.value,
    )


class PlanOverviews(Repository):
    """What those who accompany plans see of all of them."""

    __slots__ = ()

    async def read(self, chosen: PlanFilter, page: int, size: int, now: datetime) -> PlanOverview:
        """Give one page of the plans that fit a filter; a page behind the last is the last."""
        cohorts = await self._list_cohorts(now)
        named = next((one.title for one in cohorts if one.value == chosen.cohort), "")
        named_filter, state = replace(chosen, cohort=named), write_state(in_london(now).date())
        counts, people, wishes = await self._count(replace(named_filter, state=None), state, now)
        fitting = wishes if chosen.wishes_only else sum(_pick(counts, chosen.state))
        pages = max(1, -(-fitting // size))
        page = min(max(page, 0), pages - 1)
        rank = case(*((state == one.value, place) for place, one in enumerate(ORDER)), else_=len(ORDER))
        ordered = (
            select(ActionPlanRow.id, state.label("state"))
            .where(*_list_conditions(named_filter, state, now))
            .order_by(rank, ActionPlanRow.due_on, ActionPlanRow.id)
        )
        lines = await self._read_lines(ordered.limit(size).offset(page * size).subquery())
        supervisors = await self._list_supervisors(now)
        return PlanOverview(lines, page, pages, counts, people, wishes, chosen, cohorts, supervisors)

    async def list_supervised(self, person_id: int) -> list[int]:
        """Give the ids of the plans that somebody supervises, without those that are finished."""
        led = select(ActionPlanRow.id).where(
            ActionPlanRow.supervisor_id == person_id, ActionPlanRow.finished_at.is_(None)
        )
        return list((await self._connection.execute(led.order_by(ActionPlanRow.id))).scalars())

    async def _count(
        self, chosen: PlanFilter, state: ColumnElement[str], now: datetime
    ) -> tuple[dict[PlanState, int], int, int]:
        fitting = list(_list_conditions(replace(chosen, wishes_only=False), state, now))
        counted = select(state, func.count()).where(*fitting).group_by(state)
        counts = {PlanState(word): count for word, count in await self._connection.execute(counted)}
        wishing = func.count().filter(_IS_WISH_OPEN)
        beside = select(func.count(ActionPlanRow.owner_id.distinct()), wishing).where(*fitting)
        people, wishes = (await self._connection.execute(beside)).one()
        return counts, people, wishes

    async def _read_lines(self, page: Subquery) -> tuple[PlanLine, ...]:
        lines = (
            select(
                ActionPlanRow.reference,
                ActionPlanRow.title,
                _owner.name,
                ActionPlanRow.cohort,
                func.coalesce(_supervisor.name, ActionPlanRow.supervisor_named),
                page.c.state,
                ActionPlanRow.step,
                ActionPlanRow.due_on,
                ActionPlanRow.finished_at,
                _ACTIONS,
                _DONE,
                _IS_WISH_OPEN,
                ActionPlanRow.help_asked_at.is_not(None),
                ActionPlanRow.id,
            )
            .select_from(page)
            .join(ActionPlanRow, ActionPlanRow.id == page.c.id)
            .join(_owner, _owner.id == ActionPlanRow.owner_id)
            .outerjoin(_supervisor, _supervisor.id == ActionPlanRow.supervisor_id)
        )
        read = [_read_line(tuple(row)) for row in await self._connection.execute(lines)]
        return tuple(line for _, line in sorted(read, key=lambda one: _place(*one)))

    async def _list_cohorts(self, now: datetime) -> tuple[Choice, ...]:
        named = (
            select(ActionPlanRow.cohort, func.count())
            .where(ActionPlanRow.cohort != "", _is_recent(now))
            .group_by(ActionPlanRow.cohort)
            .order_by(func.max(ActionPlanRow.training_ended).desc(), ActionPlanRow.cohort)
        )
        return tuple(
            Choice(write_cohort_key(name), name, count)
            for name, count in await self._connection.execute(named)
        )

    async def _list_supervisors(self, now: datetime) -> tuple[Choice, ...]:
        named = (
            select(_supervisor.id, _supervisor.name, func.count())
            .select_from(ActionPlanRow)
            .join(_supervisor, _supervisor.id == ActionPlanRow.supervisor_id)
            .where(_is_recent(now))
            .group_by(_supervisor.id, _supervisor.name)
            .order_by(_supervisor.name, _supervisor.id)
        )
        return tuple(
            Choice(str(person_id), name, count)
            for person_id, name, count in await self._connection.execute(named)
        )


def _is_recent(now: datetime) -> ColumnElement[bool]:
    return or_(ActionPlanRow.finished_at.is_(None), ActionPlanRow.finished_at >= now - FINISHED_FOR)


def _list_conditions(
    chosen: PlanFilter, state: ColumnElement[str], now: datetime
) -> Iterator[ColumnElement[bool]]:
    yield _is_recent(now)
    if chosen.state is not None:
        yield state == chosen.state.value
    if chosen.cohort:
        yield ActionPlanRow.cohort == chosen.cohort
    if chosen.supervisor_id is not None:
        yield ActionPlanRow.supervisor_id == chosen.supervisor_id
    if chosen.wishes_only:
        yield _IS_WISH_OPEN


def _pick(counts: dict[PlanState, int], state: PlanState | None) -> list[int]:
    return [count for one, count in counts.items() if state in (None, one)]


def _read_line(columns: tuple[Any, ...]) -> tuple[int, PlanLine]:
    *facts, plan_id = columns
    facts[5] = PlanState(facts[5])
    return plan_id, PlanLine(*facts)


def _place(plan_id: int, line: PlanLine) -> tuple[int, date, int]:
    return ORDER.index(line.state), line.due_on, plan_id
