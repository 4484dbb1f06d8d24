"""Bringing in what the Portal before this one held: quietly, each entry once, with its officer and end."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from dialogs.topics import TOPICS
from domain.clock import LONDON, in_london
from domain.old_entries import OldEntry, RefusedEntry, read_old_entries
from domain.people import Actor, Permission
from domain.picked import Picked
from domain.submission import Event, Happened, Party, Said, Stage, Submission
from domain.targets import set_deadline
from services.people import find_or_await
from services.permission import name_of, require
from services.portal import make_title
from services.search import put_submission
from services.submissions import post_to_hub
from storage.work import Work

_NOON = time(12)
"""The old list has days and no hours."""

TOPIC_NAMES: Mapping[str, str] = {
    word.casefold(): topic.name for topic in TOPICS for word in (topic.name, topic.title, *topic.words)
}


@dataclass(frozen=True, slots=True)
class OldReport:
    """What became of a file's rows."""

    added: int
    there: int
    """Brought in before."""
    refused: tuple[RefusedEntry, ...]


async def bring_in_old_entries(
    work: Work, actor: Actor, content: bytes, tenant_id: str, now: datetime
) -> OldReport:
    """Keep a file's entries, each whole or not at all; the same file again adds nothing.

    Nobody is told: what is closed is history, and what is open gets its thread in the Hub's channel.

    Raises:
        Refused: the actor is not of the Hub.
        BadInput: the file as a whole cannot be read.
    """
    require(actor, Permission.WORK_SUBMISSIONS)
    entries, refused = read_old_entries(content, in_london(now).date(), TOPIC_NAMES)
    known = await work.old_entries.list_known([entry.number for entry in entries])
    new = [entry for entry in entries if entry.number not in known]
    for entry in sorted(new, key=lambda one: (one.sent_on, one.line)):
        person = await find_or_await(work, Picked(email=entry.email), tenant_id, now)
        officer = Party(id=person.id, name=person.name, team=person.team)
        await _keep(work, actor, entry, officer)
    return OldReport(len(new), len(entries) - len(new), tuple(refused))


async def _keep(work: Work, actor: Actor, entry: OldEntry, officer: Party) -> None:
    sent_at, hub = _at_noon(entry.sent_on), name_of(actor)
    ended_at = _at_noon(entry.closed_on) if entry.closed_on else None
    submission = await work.submissions.add(
        set_deadline(
            Submission(
                id=0,
                reference=await work.submissions.next_reference(entry.sent_on.year),
                kind=entry.kind,
                title=make_title(entry.problem),
                topic=entry.topic,
                place=entry.place,
                answers=(Said(name="problem", label="Problem", section="Scanning", text=entry.problem),),
                officer=officer,
                stage=Stage.CLOSED if ended_at else Stage.RECEIVED,
                stage_before_closing=Stage.RECEIVED if ended_at else None,
                outcome=entry.outcome,
                reason=entry.reason,
                submitted_at=sent_at,
                changed_at=ended_at or sent_at,
                waiting_since=ended_at or sent_at,
            ),
            (),
        )
    )
    await work.old_entries.add(entry.number, submission.id)
    events = [Event(kind=Happened.SUBMITTED, at=sent_at, actor=officer)]
    if entry.answer:
        events.append(Event(kind=Happened.ANSWERED, at=ended_at or sent_at, actor=hub, words=entry.answer))
    if ended_at:
        about = str(entry.outcome or "")
        events.append(Event(kind=Happened.CLOSED, at=ended_at, actor=hub, words=entry.reason, about=about))
    for event in events:
        await work.submissions.record(submission.id, event)
    await put_submission(work, submission)
    if ended_at is None:
        await post_to_hub(work, submission)


def _at_noon(day: date) -> datetime:
    return datetime.combine(day, _NOON, LONDON)
