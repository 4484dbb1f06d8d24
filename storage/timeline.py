"""The timeline of a submission: who did what when, and the words, kept apart so that they can be erased."""

import hashlib
import secrets
from datetime import datetime

from sqlalchemy import ForeignKey, Index, bindparam, func, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from domain.submission import Audience, Event, Happened, Party
from storage.people import PersonRow
from storage.repository import Repository
from storage.schema import Base, Named, clean


class EventRow(Base):
    """One thing that happened. ``digest`` vouches for the words without telling them."""

    __tablename__ = "events"

    id: Mapped[int] = mapped_column(primary_key=True)
    submission_id: Mapped[int] = mapped_column(ForeignKey("submissions.id", ondelete="CASCADE"))
    kind: Mapped[Happened] = mapped_column(Named(Happened))
    actor_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    audience: Mapped[Audience] = mapped_column(Named(Audience))
    about: Mapped[str]
    digest: Mapped[str]

    __table_args__ = (Index(None, "submission_id"), {"sqlite_autoincrement": True})


class EventWordsRow(Base):
    """What was written with an event, and the salt of its digest: erased together, they cannot be guessed."""

    __tablename__ = "event_words"

    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), primary_key=True)
    salt: Mapped[str]
    words: Mapped[str]


def digest_words(salt: str, words: str) -> str:
    """Give the SHA-256 of the salt and the words, in hexadecimal."""
    return hashlib.sha256((salt + words).encode()).hexdigest()


_EVENTS = (
    select(
        EventRow.id,
        EventRow.kind,
        EventRow.at,
        EventRow.audience,
        EventRow.about,
        func.coalesce(EventWordsRow.words, ""),
        PersonRow.id,
        PersonRow.name,
        PersonRow.team,
    )
    .join(PersonRow, PersonRow.id == EventRow.actor_id)
    .outerjoin(EventWordsRow, EventWordsRow.event_id == EventRow.id)
    .where(
        EventRow.submission_id == bindparam("submission_id"),
        EventRow.audience.in_(bindparam("audiences", expanding=True)),
    )
    .order_by(EventRow.id)
)
_OCCURRENCES = (
    select(EventRow.kind, EventRow.at)
    .where(EventRow.submission_id == bindparam("submission_id"))
    .order_by(EventRow.id)
)


class Timeline(Repository):
    """What happened to submissions."""

    async def record(self, submission_id: int, event: Event) -> int:
        """Add an event; gives its id. Words that were none leave no row and no digest."""
        words = clean(event.words)
        salt = secrets.token_hex(16)
        values = {
            "submission_id": submission_id,
            "kind": event.kind,
            "actor_id": event.actor.id,
            "at": event.at,
            "audience": event.audience,
            "about": event.about,
            "digest": digest_words(salt, words) if words else "",
        }
        added = await self._connection.execute(insert(EventRow).returning(EventRow.id), values)
        event_id = added.scalar_one()
        if words:
            await self._connection.execute(
                insert(EventWordsRow), {"event_id": event_id, "salt": salt, "words": words}
            )
        return event_id

    async def list_events(self, submission_id: int, audience: Audience | None = None) -> list[Event]:
        """Give what happened, oldest first: all of it, or what that audience and everyone may read."""
        readers = (audience, Audience.EVERYONE) if audience else tuple(Audience)
        events = await self._connection.execute(
            _EVENTS, {"submission_id": submission_id, "audiences": readers}
        )
        return [
            Event(
                id=event_id,
                kind=kind,
                at=at,
                actor=Party(id=actor_id, name=name, team=team),
                audience=read_by,
                words=words,
                about=about,
            )
            for event_id, kind, at, read_by, about, words, actor_id, name, team in events
        ]

    async def list_occurrences(self, submission_id: int) -> list[tuple[Happened, datetime]]:
        """Give what happened and when, oldest first, without anybody's words."""
        found = await self._connection.execute(_OCCURRENCES, {"submission_id": submission_id})
        return [(kind, at) for kind, at in found]
