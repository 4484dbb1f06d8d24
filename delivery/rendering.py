"""A posting's picture: what its subject looks like now, in the view that hangs there."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import TypeAlias

from cards.folded import folded_answer, folded_card, folded_draft, folded_on
from cards.hats import folded_hats
from cards.hub import hub_card
from cards.messages import News, hub_asks
from cards.question import question
from cards.review import review
from cards.status import status
from delivery.followed import paint_followed
from delivery.gone import SubjectGoneError
from delivery.plan_rendering import draw_plan
from delivery.sitting import Sitting, load_submission
from delivery.thinking import load_hats, paint_hats, paint_piece
from delivery.workbench import draw_tool
from dialogs.catalogue import find_walkthrough
from dialogs.state import REVIEW
from domain.alike import Offered
from domain.delivery import NoticeKind, Posting, View
from domain.directions import Directions
from domain.draft import UNFINISHED, DraftStatus
from domain.language import N_, _
from domain.links import link_to_chat
from domain.people import Reach
from domain.ports import JSON, JSONObject, Outgoing
from domain.remark import NOTHING, Remark
from domain.submission import Audience, Event, Submission
from domain.workbench import Tool
from services.hub import list_colleagues
from services.offering import describe_offers
from services.people import find_reach
from services.walkthroughs import Walk, restore_walk
from storage.work import Work

_Painter: TypeAlias = Callable[[Sitting], Awaitable[Outgoing]]

_ENDINGS: Mapping[DraftStatus, str] = MappingProxyType(
    {
        DraftStatus.OPEN: N_("further down now"),
        DraftStatus.PARKED: N_("saved for later"),
        DraftStatus.SENT: N_("sent to the Hub"),
        DraftStatus.FINISHED: N_("finished. Type 'my thinking' to open it"),
        DraftStatus.PLANNED: N_("your plan is made. Type 'my plans' to open it"),
        DraftStatus.CANCELLED: N_("thrown away"),
    }
)


NATIONAL = Directions()
"""Where people are pointed to, unless the force has settings of its own."""


async def render(  # noqa: PLR0913 (each part is named at the call)
    work: Work,
    posting: Posting,
    now: datetime,
    remark: Remark = NOTHING,
    *,
    directions: Directions = NATIONAL,
    walk: Walk | None = None,
) -> Outgoing:
    """Draw a posting as things stand; ``directions`` say where the force sends what the Hub is not for.

    ``walk`` is the posting's walkthrough, where a step has just led it to where it stands.

    Raises:
        SubjectGoneError: its subject has been removed.
    """
    return await _PAINTERS[posting.view](Sitting(work, posting, now, remark, directions, walk))


async def _load_walk(sitting: Sitting) -> Walk:
    draft = await sitting.work.drafts.find(sitting.posting.subject.id)
    if draft is None:
        raise SubjectGoneError
    if sitting.walk is not None and sitting.walk.draft.id == draft.id:
        return replace(sitting.walk, draft=draft)
    return restore_walk(draft)


async def _paint_walkthrough(sitting: Sitting) -> Outgoing:
    walk = await _load_walk(sitting)
    if walk.draft.status is not DraftStatus.OPEN:
        return _fold_ended(walk)
    offers = await describe_offers(sitting.work, walk)
    return draw_walk(walk, sitting.remark, sitting.directions, offers)


def draw_walk(walk: Walk, remark: Remark, directions: Directions, offers: Sequence[Offered] = ()) -> Outgoing:
    """Draw the living card of an open walkthrough: its question, or its review."""
    if walk.state.at == REVIEW:
        return review(walk.walkthrough, walk.state, walk.draft.id, note=remark.note or remark.error)
    return question(
        walk.walkthrough,
        walk.state,
        walk.draft.id,
        note=remark.note or remark.error,
        kept=remark.kept,
        directions=directions,
        offers=offers,
    )


def _fold_ended(walk: Walk) -> Outgoing:
    parked = walk.draft.status is DraftStatus.PARKED
    return folded_draft(
        _(walk.walkthrough.title), _(_ENDINGS[walk.draft.status]), resume=walk.draft.id if parked else None
    )


async def _paint_folded(sitting: Sitting) -> Outgoing:
    shape = sitting.posting.shape
    if "reference" in shape:
        return folded_card(
            str(shape["reference"]),
            str(shape.get("title", "")),
            moved=bool(shape.get("moved")),
            stopped=bool(shape.get("stopped")),
        )
    if "thrown" in shape:
        return folded_draft(
            _(find_walkthrough(str(shape["thrown"])).title), _(_ENDINGS[DraftStatus.CANCELLED])
        )
    if "hats" in shape:
        return folded_hats(await load_hats(sitting))
    if "event" in shape:
        return await _draw_question(sitting, settled=True)
    return _fold_walk(await _load_walk(sitting), shape)


def _fold_walk(walk: Walk, shape: JSONObject) -> Outgoing:
    name = str(shape.get("question", REVIEW))
    if shape.get("left"):
        return folded_on(walk.walkthrough, name, walk.state)
    unfinished = walk.draft.status in UNFINISHED
    if name == REVIEW or (name not in walk.state.answers and not unfinished):
        return _fold_ended(walk)
    return folded_answer(walk.walkthrough, walk.state, walk.draft.id, name, can_change=unfinished)


async def _paint_question(sitting: Sitting) -> Outgoing:
    return await _draw_question(sitting, settled=False)


async def _draw_question(sitting: Sitting, *, settled: bool) -> Outgoing:
    submission = await load_submission(sitting)
    event = await find_event(sitting.work, submission, sitting.posting.shape.get("event"))
    remark = sitting.remark
    return hub_asks(
        submission,
        event,
        settled=settled,
        note=remark.note,
        error=remark.error,
        kept=remark.kept,
        beside=await _find_news(sitting, submission),
    )


async def _find_news(sitting: Sitting, submission: Submission) -> list[News]:
    """Find what was told in the same message as a question, where it did not come alone."""
    beside = sitting.posting.shape.get("beside")
    if not isinstance(beside, list):
        return []
    told = [pair for pair in beside if isinstance(pair, list)]
    return [
        (NoticeKind(str(kind)), await find_event(sitting.work, submission, event_id))
        for kind, event_id in told
    ]


async def find_event(work: Work, submission: Submission, event_id: JSON) -> Event:
    """Find one event of a submission.

    Raises:
        SubjectGoneError: it has been removed.
    """
    for event in await work.submissions.list_events(submission.id, None):
        if event.id == event_id:
            return event
    raise SubjectGoneError


async def _paint_status(sitting: Sitting) -> Outgoing:
    submission = await load_submission(sitting)
    events = await sitting.work.submissions.list_events(submission.id, Audience.EVERYONE)
    remark = sitting.remark
    return status(
        submission,
        events,
        sitting.now,
        note=remark.note,
        error=remark.error,
        kept=remark.kept,
        box=remark.box,
        crowd=await sitting.work.followers.count(submission.id),
    )


async def _paint_hub(sitting: Sitting) -> Outgoing:
    submission = await load_submission(sitting)
    if sitting.posting.shape.get("copy") and not await _is_of_the_hub(sitting):
        return folded_card(submission.reference, submission.title, moved=True)
    events = await sitting.work.submissions.list_events(submission.id, None)
    reach = Reach.REACHED if submission.sample else await find_reach(sitting.work, submission.officer.id)
    remark = sitting.remark
    return hub_card(
        submission,
        events,
        sitting.now,
        colleagues=await list_colleagues(sitting.work),
        note=remark.note,
        error=remark.error,
        kept=remark.kept,
        chosen=remark.chosen,
        box=remark.box,
        reach=reach,
        crowd=await sitting.work.followers.count(submission.id),
        link=await _find_link(sitting) if reach is Reach.NOT_YET else "",
    )


async def _find_link(sitting: Sitting) -> str:
    """Find the address that opens a chat with this assistant."""
    where = await sitting.work.conversations.find(sitting.posting.conversation_id)
    return link_to_chat(where.place) if where else ""


async def _is_of_the_hub(sitting: Sitting) -> bool:
    """Tell whether a copy of the Hub's card still lies where the Hub's people alone read it."""
    hub = await sitting.work.conversations.hub()
    where = await sitting.work.conversations.find(sitting.posting.conversation_id)
    if hub is None or where is None:
        return False
    if where.person_id is None:
        return where.team_id == hub.team_id
    return await sitting.work.roster.contains(hub.team_id, where.person_id)


async def _paint_plan(sitting: Sitting) -> Outgoing:
    return await draw_plan(sitting.work, sitting.posting, sitting.now, sitting.remark)


async def _paint_workbench(sitting: Sitting) -> Outgoing:
    submission = await load_submission(sitting)
    tool = Tool(str(sitting.posting.shape.get("tool", Tool.OVERVIEW)))
    return await draw_tool(sitting.work, submission, tool, sitting.now, sitting.remark)


_PAINTERS: Mapping[View, _Painter] = MappingProxyType(
    {
        View.WALKTHROUGH: _paint_walkthrough,
        View.FOLDED: _paint_folded,
        View.QUESTION: _paint_question,
        View.STATUS: _paint_status,
        View.FOLLOWED: paint_followed,
        View.HUB: _paint_hub,
        View.HATS: paint_hats,
        View.PIECE: paint_piece,
        View.PLAN: _paint_plan,
        View.PLAN_REMINDER: _paint_plan,
        View.WORKBENCH: _paint_workbench,
    }
)
