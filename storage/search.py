"""The search index: what each text is about, on shelves that are asked apart.

One code on SQLite and PostgreSQL: a table of terms by entry, so that both databases answer alike, and the sum
of what the shared terms are worth is taken where they lie (docs/search.md has the figures).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import (
    BindParameter,
    Float,
    ForeignKey,
    Index,
    LargeBinary,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    literal,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.schema import UniqueConstraint

from domain.likeness import Asked, measure_length
from domain.search import Shelf
from storage.repository import Repository
from storage.schema import Base, Named


class SearchEntryRow(Base):
    """One text that can be found."""

    __tablename__ = "search_entries"

    id: Mapped[int] = mapped_column(primary_key=True)
    shelf: Mapped[Shelf] = mapped_column(Named(Shelf))
    subject_id: Mapped[int]
    length: Mapped[float]
    vector: Mapped[bytes | None] = mapped_column(LargeBinary)
    """Made after the text was put here, outside any unit of work; see storage/vectors.py."""
    vector_number: Mapped[int | None]
    """Grows with each vector that is kept; None until there is one."""

    __table_args__ = (
        UniqueConstraint("shelf", "subject_id"),
        Index("ix_search_entries_vector_number", "vector_number", "id"),
        {"sqlite_autoincrement": True},
    )


class SearchPostingRow(Base):
    """One term of one entry."""

    __tablename__ = "search_postings"

    shelf: Mapped[Shelf] = mapped_column(Named(Shelf), primary_key=True)
    term: Mapped[str] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("search_entries.id"), primary_key=True, index=True)

    __table_args__ = ({"sqlite_with_rowid": False},)


class SearchTermRow(Base):
    """One term of a shelf, and in how many of its entries it stands."""

    __tablename__ = "search_terms"

    shelf: Mapped[Shelf] = mapped_column(Named(Shelf), primary_key=True)
    term: Mapped[str] = mapped_column(primary_key=True)
    entries: Mapped[int]

    __table_args__ = ({"sqlite_with_rowid": False},)


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry that shares terms with what was asked: what sharing them is worth, and how long it is."""

    entry_id: int
    subject_id: int
    worth: float
    length: float


_SHELF = bindparam("on_shelf", type_=Named(Shelf))
_FIND = select(SearchEntryRow.id).where(
    SearchEntryRow.shelf == _SHELF, SearchEntryRow.subject_id == bindparam("subject")
)
_TERMS_OF = select(SearchPostingRow.term).where(SearchPostingRow.entry_id == bindparam("entry"))
_COUNT_DOWN = (
    update(SearchTermRow)
    .where(SearchTermRow.shelf == _SHELF, SearchTermRow.term == bindparam("one"))
    .values(entries=SearchTermRow.entries - 1)
)
_AMONG: BindParameter[str] = bindparam("terms", expanding=True)
_ENTRIES = select(SearchTermRow.term, SearchTermRow.entries).where(
    SearchTermRow.shelf == _SHELF, SearchTermRow.term.in_(_AMONG), SearchTermRow.entries > 0
)
_SHARED = select(SearchPostingRow.entry_id, SearchPostingRow.term).where(
    SearchPostingRow.entry_id.in_(bindparam("entries", expanding=True)), SearchPostingRow.term.in_(_AMONG)
)
_TOTAL = select(func.count()).select_from(SearchEntryRow).where(SearchEntryRow.shelf == _SHELF)


class SearchIndex(Repository):
    """What is where, by what it is about."""

    __slots__ = ()

    async def put(self, shelf: Shelf, subject_id: int, terms: Collection[str]) -> None:
        """Let a text be found by these terms alone, whatever it was found by before."""
        await self.take_out(shelf, subject_id)
        entry = {"shelf": shelf, "subject_id": subject_id, "length": measure_length(terms)}
        added = await self._connection.execute(insert(SearchEntryRow).returning(SearchEntryRow.id), entry)
        entry_id = added.scalar_one()
        if not terms:
            return
        ordered = sorted(terms)  # one order for everybody: two writers never wait for each other in a circle
        await self._connection.execute(
            insert(SearchPostingRow),
            [{"shelf": shelf, "term": term, "entry_id": entry_id} for term in ordered],
        )
        count_up = self._insert(SearchTermRow).on_conflict_do_update(
            index_elements=["shelf", "term"], set_={"entries": SearchTermRow.entries + 1}
        )
        await self._connection.execute(
            count_up, [{"shelf": shelf, "term": term, "entries": 1} for term in ordered]
        )

    async def take_out(self, shelf: Shelf, subject_id: int) -> None:
        """Let a text be found no more."""
        slots = {"on_shelf": shelf, "subject": subject_id}
        entry_id = (await self._connection.execute(_FIND, slots)).scalar_one_or_none()
        if entry_id is None:
            return
        terms = sorted((await self._connection.execute(_TERMS_OF, {"entry": entry_id})).scalars())
        if terms:
            await self._connection.execute(_COUNT_DOWN, [{"on_shelf": shelf, "one": term} for term in terms])
        await self._connection.execute(
            delete(SearchPostingRow).where(SearchPostingRow.entry_id == literal(entry_id))
        )
        await self._connection.execute(delete(SearchEntryRow).where(SearchEntryRow.id == literal(entry_id)))

    async def count(self, shelf: Shelf) -> int:
        """Tell how many texts a shelf holds."""
        return int((await self._connection.execute(_TOTAL, {"on_shelf": shelf})).scalar_one())

    async def count_entries(self, shelf: Shelf, terms: Collection[str]) -> Mapping[str, int]:
        """Tell in how many of a shelf's texts each of these terms stands; unknown ones are left out."""
        rows = await self._connection.execute(_ENTRIES, {"on_shelf": shelf, "terms": sorted(terms)})
        return {row.term: row.entries for row in rows}

    async def list_terms(self, shelf: Shelf, beginning: str, most: int) -> Sequence[str]:
        """List a shelf's terms that begin so, the most frequent first: what half a word may mean."""
        statement = (
            select(SearchTermRow.term)
            .where(
                SearchTermRow.shelf == shelf,
                SearchTermRow.term.startswith(beginning, autoescape=True),
                SearchTermRow.entries > 0,
            )
            .order_by(SearchTermRow.entries.desc(), SearchTermRow.term)
            .limit(most)
        )
        return (await self._connection.execute(statement)).scalars().all()

    async def find(self, shelf: Shelf, asked: Asked, most: int) -> list[Hit]:
        """Find the entries that share the most worth with what was asked, for their length."""
        if not asked.worth:
            return []
        worth = func.sum(
            case(dict(asked.worth), value=SearchPostingRow.term, else_=0.0), type_=Float()
        ).label("worth")
        best = (
            select(SearchPostingRow.entry_id, worth)
            .where(SearchPostingRow.shelf == shelf, SearchPostingRow.term.in_(sorted(asked.worth)))
            .group_by(SearchPostingRow.entry_id)
            .order_by(worth.desc(), SearchPostingRow.entry_id.desc())
            .limit(most * _REACH)
            .subquery()
        )
        statement = select(
            SearchEntryRow.id, SearchEntryRow.subject_id, best.c.worth, SearchEntryRow.length
        ).join(best, best.c.entry_id == SearchEntryRow.id)
        rows = await self._connection.execute(statement)
        return [Hit(*row) for row in rows]

    async def find_among(self, shelf: Shelf, asked: Asked, subject_ids: Collection[int]) -> list[Hit]:
        """Find what these share with what was asked, which may be nothing; what is gone is left out."""
        worth = (
            case(dict(asked.worth), value=SearchPostingRow.term, else_=0.0) if asked.worth else literal(0.0)
        )
        shared = and_(
            SearchPostingRow.entry_id == SearchEntryRow.id, SearchPostingRow.term.in_(sorted(asked.worth))
        )
        statement = (
            select(
                SearchEntryRow.id,
                SearchEntryRow.subject_id,
                func.coalesce(func.sum(worth, type_=Float()), 0.0),
                SearchEntryRow.length,
            )
            .outerjoin(SearchPostingRow, shared)
            .where(SearchEntryRow.shelf == shelf, SearchEntryRow.subject_id.in_(sorted(subject_ids)))
            .group_by(SearchEntryRow.id, SearchEntryRow.subject_id, SearchEntryRow.length)
        )
        return [Hit(*row) for row in await self._connection.execute(statement)]

    async def list_shared(
        self, entry_ids: Collection[int], terms: Collection[str]
    ) -> Mapping[int, frozenset[str]]:
        """Tell which of these terms stand in each of these entries: why it was found."""
        shared: dict[int, set[str]] = {entry_id: set() for entry_id in entry_ids}
        if not shared:
            return {}
        slots = {"entries": sorted(shared), "terms": sorted(terms)}
        for entry_id, term in await self._connection.execute(_SHARED, slots):
            shared[entry_id].add(term)
        return {entry_id: frozenset(found) for entry_id, found in shared.items()}


_REACH = 8
"""How many times as many are fetched as are wanted: the lengths that decide lie in another table."""
