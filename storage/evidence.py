"""The evidence library: entries, found by their reference or by what they are about."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import JSON, ColumnElement, ForeignKey, Text, bindparam, cast, func, insert, select, update
from sqlalchemy.orm import Mapped, mapped_column

from domain.errors import Outdated
from domain.evidence import Effect, Emmie, Evidence, EvidenceKind, Label, Quality
from domain.language import _
from domain.library import Filters, State
from domain.ports import JSONObject
from domain.submission import Party
from storage.people import PersonRow
from storage.repository import Repository
from storage.schema import Base, Named


class EvidenceNumberRow(Base):
    """The last number that a year has given away."""

    __tablename__ = "evidence_numbers"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


class EvidenceRow(Base):
    """One entry as it stands."""

    __tablename__ = "evidence"

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[EvidenceKind] = mapped_column(Named(EvidenceKind))
    title: Mapped[str]
    summary: Mapped[str]
    topics: Mapped[list[str]] = mapped_column(JSON)
    organisation: Mapped[str]
    label: Mapped[Label | None] = mapped_column(Named(Label))
    effect: Mapped[Effect] = mapped_column(Named(Effect))
    quality: Mapped[Quality] = mapped_column(Named(Quality))
    emmie: Mapped[JSONObject] = mapped_column(JSON)
    source: Mapped[str]
    link: Mapped[str]
    contact: Mapped[str]
    checked_on: Mapped[date]
    review_on: Mapped[date] = mapped_column(index=True)
    published: Mapped[bool]
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    version: Mapped[int]
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime] = mapped_column(index=True)

    __table_args__ = ({"sqlite_autoincrement": True},)


_PLAIN = (
    "id",
    "reference",
    "kind",
    "title",
    "summary",
    "topics",
    "organisation",
    "label",
    "effect",
    "quality",
    "emmie",
    "source",
    "link",
    "contact",
    "checked_on",
    "review_on",
    "published",
    "version",
    "created_at",
    "changed_at",
)
"""What an entry and its row call by the same name."""

_NEVER_CHANGING = frozenset({"id", "reference", "created_at"})
_ENTRY = select(
    *(getattr(EvidenceRow, name) for name in _PLAIN), PersonRow.id, PersonRow.name, PersonRow.team
).join(PersonRow, PersonRow.id == EvidenceRow.by_id)
_BY_REFERENCE = _ENTRY.where(EvidenceRow.reference == bindparam("key"))
_BY_IDS = _ENTRY.where(EvidenceRow.id.in_(bindparam("ids", expanding=True)))
_LATEST = (
    _ENTRY.order_by(EvidenceRow.changed_at.desc(), EvidenceRow.id.desc())
    .limit(bindparam("size"))
    .offset(bindparam("start"))
)
_DUE = (
    _ENTRY.where(EvidenceRow.review_on <= bindparam("day"))
    .order_by(EvidenceRow.review_on, EvidenceRow.id)
    .limit(bindparam("most"))
)
_AFTER = _ENTRY.where(EvidenceRow.id > bindparam("after")).order_by(EvidenceRow.id).limit(bindparam("most"))
_SAME = _ENTRY.where(
    EvidenceRow.kind == bindparam("kind", type_=Named(EvidenceKind)),
    func.lower(EvidenceRow.title) == bindparam("title"),
)


class EvidenceLibrary(Repository):
    """The entries. Who may read one that is not published is the service's to ask."""

    __slots__ = ()

    async def next_reference(self, year: int) -> str:
        """Give the year's next reference, ``EV-2026-0001``."""
        taken = await self._connection.execute(
            self._insert(EvidenceNumberRow)
            .values(year=year, last=1)
            .on_conflict_do_update(index_elements=["year"], set_={"last": EvidenceNumberRow.last + 1})
            .returning(EvidenceNumberRow.last)
        )
        return f"EV-{year}-{taken.scalar_one():04d}"

    async def add(self, entry: Evidence) -> Evidence:
        """Keep a new one; gives it with its id."""
        values = {name: value for name, value in _list_values(entry).items() if name != "id"}
        added = await self._connection.execute(insert(EvidenceRow).returning(EvidenceRow.id), values)
        return entry.model_copy(update={"id": added.scalar_one()})

    async def save(self, entry: Evidence, seen_version: int) -> None:
        """Keep an entry as it was changed on the version seen.

        Raises:
            Outdated: somebody else changed it first.
        """
        values = {name: value for name, value in _list_values(entry).items() if name not in _NEVER_CHANGING}
        changed = await self._connection.execute(
            update(EvidenceRow)
            .where(EvidenceRow.id == entry.id, EvidenceRow.version == seen_version)
            .values(**values)
        )
        if changed.rowcount == 0:
            raise Outdated(_("Somebody has changed this entry since. Open it again to see how it stands."))

    async def find(self, reference: str) -> Evidence | None:
        """Give an entry by its reference."""
        row = (await self._connection.execute(_BY_REFERENCE, {"key": reference})).one_or_none()
        return _read_entry(row) if row is not None else None

    async def find_many(self, ids: Sequence[int]) -> list[Evidence]:
        """Give entries by our own ids, in the order asked for; what is gone is left out."""
        found = {row[0]: row for row in await self._connection.execute(_BY_IDS, {"ids": list(ids)})}
        return [_read_entry(found[one]) for one in ids if one in found]

    async def find_same(self, kind: EvidenceKind, title: str) -> Evidence | None:
        """Give the entry of that kind with that title, in whatever letters."""
        slots = {"kind": kind, "title": title.lower()}
        row = (await self._connection.execute(_SAME, slots)).first()
        return _read_entry(row) if row is not None else None

    async def list_latest(self, page: int, size: int) -> tuple[list[Evidence], int]:
        """Give one page of all entries, the last changed first, and how many there are."""
        counted = await self._connection.execute(select(func.count()).select_from(EvidenceRow))
        rows = await self._connection.execute(_LATEST, {"size": size, "start": max(page, 0) * size})
        return [_read_entry(row) for row in rows], counted.scalar_one()

    async def list_filtered(
        self, filters: Filters, today: date, page: int, size: int
    ) -> tuple[list[Evidence], int]:
        """Give one page of the entries that pass, the last changed first, and how many do."""
        wanted = list(_list_conditions(filters, today))
        count = select(func.count()).select_from(EvidenceRow).where(*wanted)
        counted = await self._connection.execute(count)
        slots = {"size": size, "start": max(page, 0) * size}
        rows = await self._connection.execute(_LATEST.where(*wanted), slots)
        return [_read_entry(row) for row in rows], counted.scalar_one()

    async def list_after(self, entry_id: int, most: int) -> list[Evidence]:
        """Give entries in the order they were first kept, those behind one of them."""
        rows = await self._connection.execute(_AFTER, {"after": entry_id, "most": most})
        return [_read_entry(row) for row in rows]

    async def list_due(self, day: date, most: int) -> list[Evidence]:
        """Give the entries whose source shall be looked at again by a day, the longest due first."""
        rows = await self._connection.execute(_DUE, {"day": day, "most": most})
        return [_read_entry(row) for row in rows]


def _list_conditions(filters: Filters, today: date) -> Iterator[ColumnElement[bool]]:
    if filters.kind is not None:
        yield EvidenceRow.kind == filters.kind
    if filters.topic:
        # A topic stands in the list in quotation marks, so that no other one's words are taken for it.
        yield cast(EvidenceRow.topics, Text).contains(f'"{filters.topic}"', autoescape=True)
    if filters.state is not None:
        yield _IN_STATE[filters.state](today)


_IN_STATE: Mapping[State, Callable[[date], ColumnElement[bool]]] = MappingProxyType(
    {
        State.PUBLISHED: lambda _today: EvidenceRow.published.is_(True),
        State.UNPUBLISHED: lambda _today: EvidenceRow.published.is_(False),
        State.DUE: lambda today: EvidenceRow.review_on <= today,
    }
)


def _list_values(entry: Evidence) -> dict[str, Any]:
    plain = {name: getattr(entry, name) for name in _PLAIN}
    return {**plain, "topics": list(entry.topics), "emmie": entry.emmie.model_dump(), "by_id": entry.by.id}


def _read_entry(columns: Sequence[Any]) -> Evidence:
    plain = dict(zip(_PLAIN, columns, strict=False))
    by_id, name, team = columns[len(_PLAIN) :]
    plain["emmie"] = Emmie.model_validate(plain["emmie"])
    return Evidence(**plain, by=Party(id=by_id, name=name, team=team))
