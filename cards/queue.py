"""The Hub's queue: open work by stage, unowned first, and how long each has waited."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from microsoft_teams.cards.core import CardElement, Column, ColumnSet

from cards.buttons import button
from cards.flow_words import say_urgency
from cards.kit import DOT, aside, heading, line, present, rows, sentence, strong
from cards.pages import turn_pages
from cards.payloads import HubOpen, HubQueue
from cards.words import one_line
from domain.dates import say_span
from domain.language import N_, _
from domain.ports import Outgoing
from domain.queue import QueueRow, StageTotal

EMPTY = N_("Nothing is open. New submissions appear here as they come in.")


def queue(
    shown: Sequence[QueueRow],
    now: datetime,
    *,
    page: int = 0,
    pages: int = 1,
    totals: Sequence[StageTotal] = (),
) -> Outgoing:
    """List one page of the open work, in the order given: unowned first, then what has waited longest."""
    if not shown:
        return present(_(EMPTY), [sentence(_(EMPTY))])
    counted = _say_totals(totals)
    longest = min(shown, key=lambda row: row.waiting_since)
    body: list[CardElement] = [heading(_("Open work"))]
    if counted:
        body.append(sentence(counted))
    for owned, rows_of_it in groupby(shown, key=lambda row: row.owner is not None):
        body.append(line(strong(_("Somebody has it") if owned else _("Nobody has it yet")), spacing="Large"))
        body.extend(_row(row, now) for row in rows_of_it)
    waited = say_span(longest.waiting_since, now)
    return present(
        _("Open work. {counted} Waiting longest here: {reference}, {waited}.").format(
            counted=counted, reference=longest.reference, waited=waited
        ),
        [*body, *turn_pages(page, pages, lambda to: HubQueue(page=to))],
    )


def _say_totals(totals: Sequence[StageTotal]) -> str:
    """Say how much there is at each stage, and how much of it nobody has."""
    counted = [f"{total.count} {_(total.stage)}" for total in totals if total.count]
    if not counted:
        return ""
    unowned = sum(total.unowned for total in totals)
    everything = sum(total.count for total in totals)
    stages = ", ".join(counted)
    if not unowned:
        return _("{count} open: {stages}.").format(count=everything, stages=stages)
    return _("{count} open, {unowned} without anybody: {stages}.").format(
        count=everything, unowned=unowned, stages=stages
    )


def _row(row: QueueRow, now: datetime) -> ColumnSet:
    waits = (
        _("waiting for the officer for {span}") if row.waiting_for_officer else _("waiting for us for {span}")
    )
    waited = waits.format(span=say_span(row.waiting_since, now))
    holder = [one_line(row.owner, 60)] if row.owner else []
    topic = one_line(_(row.topic), 40)
    facts = [row.reference, one_line(row.place, 60), topic, one_line(row.officer, 60)]
    urgency = say_urgency(row, now)
    said: list[CardElement] = [
        line(strong(one_line(row.title, 100))),
        sentence(DOT.join([_(row.stage).capitalize(), *holder, waited]), "None"),
        *([sentence(urgency, "None")] if urgency else []),
        aside(DOT.join(facts), "None"),
    ]
    show = button(
        _("Open"), HubOpen(reference=row.reference), tip=_("Open {reference}").format(reference=row.reference)
    )
    return ColumnSet(
        spacing="Medium",
        separator=True,
        columns=[
            Column(width="stretch", items=said),
            Column(width="auto", vertical_content_alignment="Center", items=rows([show])),
        ],
    )
