"""Action plans, with their actions and their references."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Select, bindparam, delete, func, insert, literal_column, select, update

from domain.action_plan import ActionPlan, PlanAction
from domain.errors import Outdated
from domain.language import _
from storage.action_plan_events import PlanEvents
from storage.action_plan_rows import PLAIN, PLAN, ActionPlanRow, PlanActionRow, PlanNumberRow

_NEVER_CHANGING = ("id", "reference", "created_at")
_CHANGING = tuple(name for name in PLAIN if name not in _NEVER_CHANGING)
_BESIDE = (
    "answers",
    "supervisor_id",
    "submission_id",
    "wish_to",
    "wish_reason",
    "wish_at",
    "wish_granted",
    "wish_decided_by_id",
    "wish_decided_at",
    "wish_word",
)
"""What changes and is called otherwise, or lies elsewhere, in a plan."""

_SAVE = (
    update(ActionPlanRow)
    .where(ActionPlanRow.id == bindparam("plan_id"), ActionPlanRow.version == bindparam("seen_version"))
    .values(
        {
            name: bindparam(f"new_{name}", type_=ActionPlanRow.__table__.c[name].type)
            for name in (*_CHANGING, *_BESIDE)
        }
    )
)
_BY_REFERENCE = PLAN.where(ActionPlanRow.reference == bindparam("key"))
_BY_ID = PLAN.where(ActionPlanRow.id == bindparam("key"))
_LOCK = select(ActionPlanRow.id).with_for_update(key_share=True)
_LOCK_REFERENCE = _LOCK.where(ActionPlanRow.reference == bindparam("key"))
_LOCK_ID = _LOCK.where(ActionPlanRow.id == bindparam("key"))
_OPEN_FIRST = (
    ActionPlanRow.finished_at.is_not(None),
    ActionPlanRow.touched_at.desc(),
    ActionPlanRow.id.desc(),
)
_OF_OWNER = (
    PLAN.where(ActionPlanRow.owner_id == bindparam("owner_id"))
    .order_by(*_OPEN_FIRST)
    .limit(bindparam("size"))
    .offset(bindparam("start"))
)
_COUNT_OF_OWNER = select(func.count()).where(ActionPlanRow.owner_id == bindparam("owner_id"))
_OPEN_PAGE = (
    PLAN.where(literal_column("action_plans.finished_at IS NULL"), ActionPlanRow.id > bindparam("after_id"))
    .order_by(ActionPlanRow.id)
    .limit(bindparam("most"))
)
_OF_SUPERVISOR = select(ActionPlanRow.id).where(
    literal_column("action_plans.finished_at IS NULL"),
    ActionPlanRow.supervisor_id == bindparam("supervisor_id"),
)
_OF_SUBMISSIONS = (
    select(ActionPlanRow.id)
    .where(ActionPlanRow.submission_id.in_(bindparam("ids", expanding=True)))
    .order_by(ActionPlanRow.id)
)


class ActionPlans(PlanEvents):
    """The plans, under way and finished. Whether somebody may read one is the service's to ask."""

    async def next_reference(self, year: int) -> str:
        """Give the year's next reference, ``AP-2026-0001``.

        The number is taken within the unit of work: one that is rolled back leaves no gap.
        """
        taken = await self._connection.execute(
            self._insert(PlanNumberRow)
            .values(year=year, last=1)
            .on_conflict_do_update(index_elements=["year"], set_={"last": PlanNumberRow.last + 1})
            .returning(PlanNumberRow.last)
        )
        return f"AP-{year}-{taken.scalar_one():04d}"

    async def add(self, plan: ActionPlan) -> ActionPlan:
        """Keep a new one with its actions; gives it with its ids."""
        values = {name: getattr(plan, name) for name in PLAIN if name != "id"}
        added = await self._connection.execute(
            insert(ActionPlanRow).returning(ActionPlanRow.id),
            {**values, **_list_beside(plan), "owner_id": plan.owner.id},
        )
        plan_id = added.scalar_one()
        actions = [
            await self.add_action(plan_id, action, position) for position, action in enumerate(plan.actions)
        ]
        return replace(plan, id=plan_id, actions=tuple(actions))

    async def add_action(self, plan_id: int, action: PlanAction, position: int) -> PlanAction:
        """Add an action to a plan; gives it with its id."""
        values = {**_list_action(action), "plan_id": plan_id, "position": position}
        added = await self._connection.execute(insert(PlanActionRow).returning(PlanActionRow.id), values)
        return replace(action, id=added.scalar_one())

    async def find_last_place(self, plan_id: int) -> int:
        """Give the position of a plan's last action; -1 where it has none."""
        last = select(func.coalesce(func.max(PlanActionRow.position), -1)).where(
            PlanActionRow.plan_id == plan_id
        )
        return int((await self._connection.execute(last)).scalar_one())

    async def save_action(self, plan_id: int, action: PlanAction) -> None:
        """Keep an action of a plan as it is now; the plan was loaded with its lock."""
        await self._connection.execute(
            update(PlanActionRow)
            .where(PlanActionRow.id == action.id, PlanActionRow.plan_id == plan_id)
            .values(_list_action(action))
        )

    async def remove_action(self, plan_id: int, action_id: int) -> None:
        """Take an action out of a plan."""
        await self._connection.execute(
            delete(PlanActionRow).where(PlanActionRow.id == action_id, PlanActionRow.plan_id == plan_id)
        )

    async def find(self, reference: str, *, lock: bool = False) -> ActionPlan | None:
        """Give a plan by its reference, on request locked for the rest of the unit of work."""
        if lock:
            await self._connection.execute(_LOCK_REFERENCE, {"key": reference})
        return await self._find_one(_BY_REFERENCE, reference)

    async def find_by_id(self, plan_id: int, *, lock: bool = False) -> ActionPlan | None:
        """Give a plan by our own id, on request locked for the rest of the unit of work."""
        if lock:
            await self._connection.execute(_LOCK_ID, {"key": plan_id})
        return await self._find_one(_BY_ID, plan_id)

    async def _find_one(self, statement: Select[Any], key: str | int) -> ActionPlan | None:
        found = await self._read(statement, {"key": key})
        return found[0] if found else None

    async def save(self, plan: ActionPlan, seen_version: int) -> None:
        """Keep a plan as it is after a change that was made on the version seen; not its actions.

        Raises:
            Outdated: somebody else decided something first.
        """
        values = {f"new_{name}": getattr(plan, name) for name in _CHANGING}
        values |= {f"new_{name}": value for name, value in _list_beside(plan).items()}
        changed = await self._connection.execute(
            _SAVE, {"plan_id": plan.id, "seen_version": seen_version, **values}
        )
        if changed.rowcount == 0:
            raise Outdated(_("This plan has changed meanwhile. Here is how it stands now."))

    async def list_of_owner(self, owner_id: int, page: int, size: int) -> tuple[list[ActionPlan], int]:
        """Give one page of somebody's plans, open ones first, and how many there are in all."""
        total = (await self._connection.execute(_COUNT_OF_OWNER, {"owner_id": owner_id})).scalar_one()
        slots = {"owner_id": owner_id, "size": size, "start": max(page, 0) * size}
        return await self._read(_OF_OWNER, slots), total

    async def list_open(self, after_id: int, most: int) -> list[ActionPlan]:
        """Give the plans that are under way, by id, from behind one id on."""
        return await self._read(_OPEN_PAGE, {"after_id": after_id, "most": most})

    async def list_supervised(self, person_id: int) -> list[int]:
        """Give the ids of the plans under way that name somebody as supervisor."""
        found = await self._connection.execute(_OF_SUPERVISOR, {"supervisor_id": person_id})
        return [row.id for row in found]

    async def list_of_submissions(self, submission_ids: Sequence[int]) -> list[int]:
        """Give the ids of the plans that these submissions were made of."""
        found = await self._connection.execute(_OF_SUBMISSIONS, {"ids": submission_ids})
        return [row.id for row in found]


def _list_beside(plan: ActionPlan) -> dict[str, Any]:
    wish = plan.wish
    return {
        "answers": [said.model_dump(mode="json") for said in plan.answers],
        "supervisor_id": plan.supervisor.id if plan.supervisor else None,
        "submission_id": plan.linked.id if plan.linked else None,
        "wish_to": wish.to if wish else None,
        "wish_reason": wish.reason if wish else "",
        "wish_at": wish.at if wish else None,
        "wish_granted": wish.granted if wish else None,
        "wish_decided_by_id": wish.decided_by.id if wish and wish.decided_by else None,
        "wish_decided_at": wish.decided_at if wish else None,
        "wish_word": wish.word if wish else "",
    }


def _list_action(action: PlanAction) -> dict[str, Any]:
    return {
        "what": action.what,
        "owner": action.owner,
        "partner": action.partner,
        "due": action.due,
        "done_at": action.done_at,
        "evidence": action.evidence,
    }
