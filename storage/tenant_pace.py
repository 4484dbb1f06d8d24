"""The tenant's rate, shared by all processes: one row says from when on nobody has taken a turn yet."""

from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Mapped, mapped_column

from domain.pace import Grant, grant_turns
from storage.repository import Repository
from storage.schema import Base, Moment


class TenantPaceRow(Base):
    """One tenant."""

    __tablename__ = "tenant_paces"

    tenant_id: Mapped[str] = mapped_column(primary_key=True)
    free_from: Mapped[datetime | None]


_FREE_FROM = (
    select(TenantPaceRow.free_from)
    .where(TenantPaceRow.tenant_id == bindparam("whose"))
    .with_for_update(key_share=True)
)
_TAKE = (
    update(TenantPaceRow)
    .where(TenantPaceRow.tenant_id == bindparam("whose"))
    .values(free_from=bindparam("next_from", type_=Moment))
)


class TenantPaces(Repository):
    """Turns to send, handed out to whoever asks."""

    async def take(self, tenant_id: str, now: datetime, many: int, a_second: float) -> Grant:
        """Take the next turns of a tenant's rate; no two processes get the same one."""
        row = (await self._connection.execute(_FREE_FROM, {"whose": tenant_id})).one_or_none()
        if row is None:
            await self._connection.execute(
                self._insert(TenantPaceRow)
                .values(tenant_id=tenant_id)
                .on_conflict_do_nothing(index_elements=["tenant_id"])
            )
            row = (await self._connection.execute(_FREE_FROM, {"whose": tenant_id})).one()
        grant = grant_turns(row.free_from, now, many, a_second)
        await self._connection.execute(_TAKE, {"whose": tenant_id, "next_from": grant.end})
        return grant
