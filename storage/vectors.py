"""The vectors of what can be found: made after a text was put on its shelf, read by every process."""

from collections.abc import Mapping, Sequence

from sqlalchemy import bindparam, func, select, update

from domain.meaning import KeptVector
from domain.search import Shelf
from storage.repository import Repository
from storage.search import SearchEntryRow

_UNREAD = (
    select(SearchEntryRow.id, SearchEntryRow.shelf, SearchEntryRow.subject_id)
    .where(SearchEntryRow.vector_number.is_(None))
    .order_by(SearchEntryRow.id.desc())
    .limit(bindparam("most"))
)
_LAST = select(func.max(SearchEntryRow.vector_number))
_KEEP = (
    update(SearchEntryRow)
    .where(SearchEntryRow.id == bindparam("entry"))
    .values(vector=bindparam("made"), vector_number=bindparam("number"))
)
_AFTER = (
    select(
        SearchEntryRow.vector_number, SearchEntryRow.shelf, SearchEntryRow.subject_id, SearchEntryRow.vector
    )
    .where(SearchEntryRow.vector_number > bindparam("after"))
    .order_by(SearchEntryRow.vector_number)
    .limit(bindparam("most"))
)


class Vectors(Repository):
    """What has which vector."""

    __slots__ = ()

    async def list_unread(self, most: int) -> Sequence[tuple[int, Shelf, int]]:
        """List entries without a vector, the newest first: entry, shelf and subject."""
        rows = await self._connection.execute(_UNREAD, {"most": most})
        return [(entry, shelf, subject_id) for entry, shelf, subject_id in rows]

    async def keep(self, vectors: Mapping[int, bytes]) -> None:
        """Keep entries' vectors; an entry that was put anew or taken out meanwhile has none to keep.

        One process at a time does this, so that the numbers it gives are in the order they can be seen.
        """
        last = (await self._connection.execute(_LAST)).scalar_one() or 0
        numbered = [
            {"entry": entry, "made": vectors[entry], "number": last + place}
            for place, entry in enumerate(sorted(vectors), 1)
        ]
        if numbered:
            await self._connection.execute(_KEEP, numbered)

    async def list_after(self, number: int, most: int) -> list[KeptVector]:
        """List the vectors that were kept after this number, the oldest first."""
        rows = await self._connection.execute(_AFTER, {"after": number, "most": most})
        return [
            KeptVector(number or 0, shelf, subject_id, vector or b"")
            for number, shelf, subject_id, vector in rows
        ]

    async def forget_others(self, mark: bytes) -> None:
        """Forget the vectors of another model, so that they are made anew."""
        begins = func.substr(SearchEntryRow.vector, 1, len(mark))
        await self._connection.execute(
            update(SearchEntryRow)
            .where(SearchEntryRow.vector_number.is_not(None), begins != mark)
            .values(vector=None, vector_number=None)
        )
