"""The tables of action plans, and how their rows become plans."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Select, bindparam, select, text
from sqlalchemy.orm import Mapped, aliased, mapped_column

from domain.action_plan import ActionPlan, Linked, PlanAction, PlanOutcome, Step, Wish
from domain.ports import JSONObject
from domain.submission import Party, Said, Stage
from storage.people import PersonRow
from storage.repository import Repository
from storage.schema import Base, Named
from storage.submission_rows import SubmissionRow

_IS_OPEN = text("finished_at IS NULL")
"""Open plans are a cohort or a few; finished ones are all there ever were."""


class PlanNumberRow(Base):
    """The last number that a year has given away to a plan."""

    __tablename__ = "plan_numbers"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


class ActionPlanRow(Base):
    """One plan as it stands."""

    __tablename__ = "action_plans"

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    cohort: Mapped[str]
    title: Mapped[str]
    training_ended: Mapped[date]
    due_on: Mapped[date]
    step: Mapped[Step] = mapped_column(Named(Step))
    answers: Mapped[list[JSONObject]] = mapped_column(JSON)
    supervisor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    supervisor_named: Mapped[str]
    may_tell_supervisor: Mapped[bool]
    submission_id: Mapped[int | None] = mapped_column(ForeignKey("submissions.id", ondelete="SET NULL"))
    wish_to: Mapped[date | None]
    wish_reason: Mapped[str]
    wish_at: Mapped[datetime | None]
    wish_granted: Mapped[bool | None]
    wish_decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    wish_decided_at: Mapped[datetime | None]
    wish_word: Mapped[str]
    help_asked_at: Mapped[datetime | None]
    snoozed_until: Mapped[date | None]
    outcome: Mapped[PlanOutcome | None] = mapped_column(Named(PlanOutcome))
    learned: Mapped[str]
    shared: Mapped[bool]
    finished_at: Mapped[datetime | None]
    version: Mapped[int]
    created_at: Mapped[datetime]
    touched_at: Mapped[datetime]

    __table_args__ = (
        Index(None, "owner_id", "touched_at"),
        Index(None, "submission_id"),
        # All that the view of every plan counts and sorts by, so that it reads no answers to do so.
        Index(
            "ix_action_plans_overview",
            "finished_at",
            "due_on",
            "cohort",
            "supervisor_id",
            "owner_id",
            "touched_at",
            "help_asked_at",
            "snoozed_until",
            "wish_to",
            "wish_granted",
            "training_ended",
        ),
        Index("ix_action_plans_open", "id", sqlite_where=_IS_OPEN, postgresql_where=_IS_OPEN),
        {"sqlite_autoincrement": True},
    )


class PlanActionRow(Base):
    """One action of a plan."""

    __tablename__ = "plan_actions"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("action_plans.id", ondelete="CASCADE"))
    position: Mapped[int]
    what: Mapped[str]
    owner: Mapped[str]
    partner: Mapped[str]
    due: Mapped[date | None]
    done_at: Mapped[datetime | None]
    evidence: Mapped[str]

    __table_args__ = (Index(None, "plan_id", "position"), {"sqlite_autoincrement": True})


PLAIN = (
    "id",
    "reference",
    "cohort",
    "title",
    "training_ended",
    "due_on",
    "step",
    "supervisor_named",
    "may_tell_supervisor",
    "help_asked_at",
    "snoozed_until",
    "outcome",
    "learned",
    "shared",
    "finished_at",
    "version",
    "created_at",
    "touched_at",
)
"""What a plan and its row call by the same name."""

WISH = ("wish_to", "wish_reason", "wish_at", "wish_granted", "wish_decided_at", "wish_word")
"""The columns of a wish, besides who decided."""

_owner, _supervisor, _decider = aliased(PersonRow), aliased(PersonRow), aliased(PersonRow)
PLAN: Select[Any] = (
    select(
        *(getattr(ActionPlanRow, name) for name in PLAIN),
        *(getattr(ActionPlanRow, name) for name in WISH),
        ActionPlanRow.answers,
        *(column for who in (_owner, _supervisor, _decider) for column in (who.id, who.name, who.team)),
        SubmissionRow.id,
        SubmissionRow.reference,
        SubmissionRow.stage,
    )
    .join(_owner, _owner.id == ActionPlanRow.owner_id)
    .outerjoin(_supervisor, _supervisor.id == ActionPlanRow.supervisor_id)
    .outerjoin(_decider, _decider.id == ActionPlanRow.wish_decided_by_id)
    .outerjoin(SubmissionRow, SubmissionRow.id == ActionPlanRow.submission_id)
)
_ACTIONS = (
    select(
        PlanActionRow.plan_id,
        PlanActionRow.id,
        PlanActionRow.what,
        PlanActionRow.owner,
        PlanActionRow.partner,
        PlanActionRow.due,
        PlanActionRow.done_at,
        PlanActionRow.evidence,
    )
    .where(PlanActionRow.plan_id.in_(bindparam("ids", expanding=True)))
    .order_by(PlanActionRow.plan_id, PlanActionRow.position, PlanActionRow.id)
)


class PlanReader(Repository):
    """Reads plans with their people and actions: two statements, however many they are."""

    __slots__ = ()

    async def _read(self, statement: Select[Any], parameters: Mapping[str, object]) -> list[ActionPlan]:
        rows = (await self._connection.execute(statement, parameters)).all()
        if not rows:
            return []
        actions: dict[int, list[PlanAction]] = {row[0]: [] for row in rows}
        for row in await self._connection.execute(_ACTIONS, {"ids": list(actions)}):
            actions[row[0]].append(_read_action(row[1:]))
        return [_read_plan(row, tuple(actions[row[0]])) for row in rows]


def _read_plan(columns: Sequence[Any], actions: tuple[PlanAction, ...]) -> ActionPlan:
    plain = dict(zip(PLAIN, columns, strict=False))
    wish = columns[len(PLAIN) : len(PLAIN) + len(WISH)]
    answers, *people = columns[len(PLAIN) + len(WISH) :]
    owner, supervisor, decider = (_read_party(people[start : start + 3]) for start in (0, 3, 6))
    submission_id, reference, stage = people[9:]
    assert owner is not None  # noqa: S101 (the join lets no plan through without its owner)
    return ActionPlan(
        **plain,
        owner=owner,
        supervisor=supervisor,
        answers=tuple(Said.model_validate(one) for one in answers),
        actions=actions,
        wish=_read_wish(wish, decider),
        linked=None
        if submission_id is None
        else Linked(submission_id, reference, is_open=stage is not Stage.CLOSED),
    )


def _read_action(columns: Sequence[Any]) -> PlanAction:
    return PlanAction(*columns)


def _read_party(columns: Sequence[Any]) -> Party | None:
    person_id, name, team = columns
    return None if person_id is None else Party(id=person_id, name=name, team=team)


def _read_wish(columns: Sequence[Any], decider: Party | None) -> Wish | None:
    to, reason, at, granted, decided_at, word = columns
    return None if to is None else Wish(to, reason, at, granted, decider, decided_at, word)
