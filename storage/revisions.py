"""Which migrations the database has had, as one cheap statement says it."""

from sqlalchemy import Select, String, column, select, table

from storage.repository import Repository

_PRESENT: Select[str] = select(column("version_num", String)).select_from(table("alembic_version"))
"""The table is Alembic's own, so it is not among ours."""


class Revisions(Repository):
    """The database's own account of its migrations."""

    async def present(self) -> frozenset[str]:
        """Give the migrations that were run last, one for each branch."""
        return frozenset(revision for (revision,) in await self._connection.execute(_PRESENT))
