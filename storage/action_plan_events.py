"""What happened to action plans, and the words, kept apart so that they can be erased."""

import secrets
from datetime import datetime

from sqlalchemy import ForeignKey, Index, bindparam, func, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from domain.action_plan import PlanEvent, PlanHappened
from domain.submission import Party
from storage.action_plan_rows import PlanReader
from storage.people import PersonRow
from storage.schema import Base, Named, clean
from storage.timeline import digest_words


class PlanEventRow(Base):
    """One thing that happened. ``digest`` vouches for the words without telling them."""

    __tablename__ = "plan_events"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("action_plans.id", ondelete="CASCADE"))
    kind: Mapped[PlanHappened] = mapped_column(Named(PlanHappened))
    actor_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    about: Mapped[str]
    digest: Mapped[str]

    __table_args__ = (Index(None, "plan_id"), {"sqlite_autoincrement": True})


class PlanEventWordsRow(Base):
    """What was written with an event, and the salt of its digest: erased together, they cannot be guessed."""

    __tablename__ = "plan_event_words"

    event_id: Mapped[int] = mapped_column(ForeignKey("plan_events.id", ondelete="CASCADE"), primary_key=True)
    salt: Mapped[str]
    words: Mapped[str]


_EVENTS = (
    select(
        PlanEventRow.kind,
        PlanEventRow.at,
        PersonRow.id,
        PersonRow.name,
        PersonRow.team,
        func.coalesce(PlanEventWordsRow.words, ""),
        PlanEventRow.about,
        PlanEventRow.id,
    )
    .join(PersonRow, PersonRow.id == PlanEventRow.actor_id)
    .outerjoin(PlanEventWordsRow, PlanEventWordsRow.event_id == PlanEventRow.id)
    .where(PlanEventRow.plan_id == bindparam("plan_id"))
    .order_by(PlanEventRow.id)
)


class PlanEvents(PlanReader):
    """What happened to plans."""

    __slots__ = ()

    async def record(self, plan_id: int, event: PlanEvent) -> int:
        """Add an event; gives its id. Words that were none leave no row and no digest."""
        words = clean(event.words)
        salt = secrets.token_hex(16)
        values = {
            "plan_id": plan_id,
            "kind": event.kind,
            "actor_id": event.actor.id,
            "at": event.at,
            "about": event.about,
            "digest": digest_words(salt, words) if words else "",
        }
        added = await self._connection.execute(insert(PlanEventRow).returning(PlanEventRow.id), values)
        event_id = added.scalar_one()
        if words:
            await self._connection.execute(
                insert(PlanEventWordsRow), {"event_id": event_id, "salt": salt, "words": words}
            )
        return event_id

    async def list_events(self, plan_id: int) -> list[PlanEvent]:
        """Give what happened, oldest first."""
        return [
            PlanEvent(kind, at, Party(id=person_id, name=name, team=team), words, about, event_id)
            for kind, at, person_id, name, team, words, about, event_id in await self._connection.execute(
                _EVENTS, {"plan_id": plan_id}
            )
        ]
