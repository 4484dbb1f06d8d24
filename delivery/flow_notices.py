"""What the Hub's people are told about their work and library, drawn as things stand when it is sent."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import TypeAlias

from cards.digest import hub_digest, own_digest
from cards.hand_over import work_handed_over
from delivery.evidence import draw_due_evidence
from delivery.gone import SubjectGoneError
from delivery.waiting import OutOfDateError
from domain.delivery import NoticeKind
from domain.digest import Digest
from domain.ports import Outgoing
from services.digest import gather_digest
from storage.notices import StoredNotice
from storage.outbox import Claim
from storage.work import Work

_Draw: TypeAlias = Callable[[Work, Claim, StoredNotice, datetime], Awaitable[Outgoing]]


async def draw_flow_notice(work: Work, claim: Claim, notice: StoredNotice, now: datetime) -> Outgoing:
    """Draw one of these messages.

    Raises:
        OutOfDateError: there is nothing to say any more.
        SubjectGoneError: the colleague it is about is not known any more.
    """
    return await _DRAWN[notice.kind](work, claim, notice, now)


async def _draw_hub_digest(work: Work, _claim: Claim, _notice: StoredNotice, now: datetime) -> Outgoing:
    return hub_digest(_require_something(await gather_digest(work, now)), now)


async def _draw_own_digest(work: Work, claim: Claim, _notice: StoredNotice, now: datetime) -> Outgoing:
    person_id = claim.conversation.person_id
    if person_id is None:
        raise SubjectGoneError
    hub = await work.conversations.hub()
    if hub is None or not await work.roster.contains(hub.team_id, person_id):
        raise OutOfDateError
    return own_digest(_require_something(await gather_digest(work, now, person_id)), now)


async def _draw_hand_over(work: Work, claim: Claim, notice: StoredNotice, _now: datetime) -> Outgoing:
    giver = await work.people.find(notice.subject.id)
    if giver is None or claim.conversation.person_id is None:
        raise SubjectGoneError
    taker_id = claim.conversation.person_id
    submissions = len(await work.queue.list_owned(taker_id))
    return work_handed_over(giver.name, submissions, await work.tasks.count_open_of(taker_id))


async def _draw_due_evidence(work: Work, claim: Claim, _notice: StoredNotice, now: datetime) -> Outgoing:
    return await draw_due_evidence(work, claim.conversation.id, now)


def _require_something(digest: Digest) -> Digest:
    if digest.is_empty:
        raise OutOfDateError
    return digest


_DRAWN: Mapping[NoticeKind, _Draw] = MappingProxyType(
    {
        NoticeKind.EVIDENCE_DUE: _draw_due_evidence,
        NoticeKind.HUB_DIGEST: _draw_hub_digest,
        NoticeKind.OWN_DIGEST: _draw_own_digest,
        NoticeKind.WORK_HANDED_OVER: _draw_hand_over,
    }
)

FLOW_NEWS = frozenset(_DRAWN)
"""The kinds of message that are drawn here."""
