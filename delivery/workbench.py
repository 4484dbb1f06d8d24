"""The Hub's workbench, drawn as things stand: a painter for each tool."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import TypeAlias

from cards.evidence_tool import evidence_tool
from cards.flow import flow_card
from cards.similar import similar_card
from cards.tasks import tasks_card
from cards.workbench import workbench
from domain.ports import Outgoing
from domain.remark import Remark
from domain.submission import Submission
from domain.workbench import Tool
from services.hub import list_colleagues
from services.library import suggest_entries
from services.related import list_fellows
from storage.work import Work


@dataclass(frozen=True, slots=True)
class _Bench:
    """What a painter needs."""

    work: Work
    submission: Submission
    now: datetime
    remark: Remark


_Painter: TypeAlias = Callable[[_Bench], Awaitable[Outgoing]]


async def draw_tool(
    work: Work, submission: Submission, tool: Tool, now: datetime, remark: Remark
) -> Outgoing:
    """Draw the workbench of a submission with one tool laid open."""
    return await _PAINTERS[tool](_Bench(work, submission, now, remark))


async def _paint_overview(bench: _Bench) -> Outgoing:
    return workbench(bench.submission, note=bench.remark.note, error=bench.remark.error)


async def _paint_similar(bench: _Bench) -> Outgoing:
    fellows = await list_fellows(bench.work, bench.submission)
    remark = bench.remark
    return similar_card(bench.submission, fellows, note=remark.note, error=remark.error, typed=remark.chosen)


async def _paint_flow(bench: _Bench) -> Outgoing:
    tags = await bench.work.submission_tags.find(bench.submission.id)
    remark = bench.remark
    return flow_card(
        bench.submission, tags, bench.now, note=remark.note, error=remark.error, typed=remark.inputs
    )


async def _paint_evidence(bench: _Bench) -> Outgoing:
    matches = await suggest_entries(bench.work, bench.submission)
    return evidence_tool(bench.submission, matches, note=bench.remark.note, error=bench.remark.error)


async def _paint_tasks(bench: _Bench) -> Outgoing:
    remark = bench.remark
    return tasks_card(
        bench.submission,
        await bench.work.tasks.list_of(bench.submission.id),
        await list_colleagues(bench.work),
        bench.now,
        note=remark.note,
        error=remark.error,
        typed=remark.inputs,
    )


_PAINTERS: Mapping[Tool, _Painter] = MappingProxyType(
    {
        Tool.OVERVIEW: _paint_overview,
        Tool.SIMILAR: _paint_similar,
        Tool.FLOW: _paint_flow,
        Tool.EVIDENCE: _paint_evidence,
        Tool.TASKS: _paint_tasks,
    }
)
