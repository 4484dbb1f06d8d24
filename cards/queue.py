"""The Hub's queue: open work by stage, unowned first, and how long each has waited."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from microsoft_teams.cards.core import CardElement, Column, ColumnSet

from cards.buttons import button, choice_box
from cards.flow_words import say_urgency
from cards.hub_boxes import MOST_COLLEAGUES
from cards.kit import DOT, aside, heading, line, present, rows, sentence, strong
from cards.pages import turn_pages
from cards.payloads import HubOpen, HubQueue
from cards.words import one_line
from dialogs.topics import TOPICS
from domain.dates import say_span
from domain.language import N_, _, _n
from domain.lifecycle import OPEN
from domain.ports import Outgoing
from domain.queue import QueuePage, QueueRow, StageTotal
from domain.sieve import LATE, ME, MINE, NO_SIEVE, NOBODY, NOBODYS, Part, Sieve, write_sieve
from domain.submission import Party

EMPTY = N_("Nothing is open. New submissions appear here as they come in.")
NOTHING_FITS = N_("Nothing that is open fits. Show everything, or choose something else.")

_VIEWS: tuple[tuple[str, Sieve], ...] = (
    (N_("Everything"), NO_SIEVE),
    (N_("Mine"), MINE),
    (N_("Nobody\u2019s"), NOBODYS),
    (N_("Overdue"), LATE),
)
"""What one press narrows the queue to."""


def queue(
    found: QueuePage,
    now: datetime,
    *,
    sieve: Sieve = NO_SIEVE,
    colleagues: Sequence[Party] = (),
) -> Outgoing:
    """List one page of the open work, in the order given: unowned first.

    Args:
        found: The page, and how much there is in all.
        now: The present moment.
        sieve: What it is narrowed by.
        colleagues: Whose work it can be narrowed to.
    """
    if not found.rows and not sieve:
        return present(_(EMPTY), [sentence(_(EMPTY))])
    name = _name_queue(sieve, colleagues)
    choose = _offer_views(sieve, colleagues)
    if not found.rows:
        return present(f"{name}. {_(NOTHING_FITS)}", [heading(name), sentence(_(NOTHING_FITS)), *choose])
    counted = _say_totals(found.totals)
    longest = min(found.rows, key=lambda row: row.waiting_since)
    body: list[CardElement] = [heading(name)]
    if counted:
        body.append(sentence(counted))
    for owned, rows_of_it in groupby(found.rows, key=lambda row: row.owner is not None):
        body.append(line(strong(_("Somebody has it") if owned else _("Nobody has it yet")), spacing="Large"))
        body.extend(queue_row(row, now) for row in rows_of_it)
    waited = say_span(longest.waiting_since, now)
    carried = write_sieve(sieve)
    return present(
        _("{name}. {counted} Waiting longest here: {reference}, {waited}.").format(
            name=name, counted=counted, reference=longest.reference, waited=waited
        ),
        [
            *body,
            *turn_pages(found.page, found.pages, lambda to: HubQueue(page=to, sieve=carried)),
            *choose,
        ],
    )


def _name_queue(sieve: Sieve, colleagues: Sequence[Party]) -> str:
    """Name what is shown: the open work, and what it is narrowed by."""
    names = {str(one.id): one_line(one.name, 60) for one in colleagues}
    said = {ME: _("what you have"), NOBODY: _("what nobody has")} | names
    narrowed = [
        said.get(value, value) if part is Part.OWNER else _("overdue") if part is Part.OVERDUE else _(value)
        for part, value in sieve.items()
    ]
    return DOT.join([_("Open work"), *(one_line(one, 60) for one in narrowed)])


def _offer_views(sieve: Sieve, colleagues: Sequence[Party]) -> list[CardElement]:
    """Give what else can be shown: a few by one press, the rest from one list."""
    views = [button(_(title), HubQueue(sieve=write_sieve(view))) for title, view in _VIEWS if view != sieve]
    topics = [(write_sieve({Part.TOPIC: one.name}), _(one.title)) for one in TOPICS]
    stages = [(write_sieve({Part.STAGE: one.value}), _(one).capitalize()) for one in OPEN]
    people = [(write_sieve({Part.OWNER: str(one.id)}), one.name) for one in colleagues[:MOST_COLLEAGUES]]
    pick = choice_box(
        "queue_pick",
        _("By stage, colleague or topic"),
        _("Choose one first."),
        [*stages, *people, *topics],
        chosen=write_sieve(sieve),
        required=False,
    )
    show = button(_("Show"), HubQueue(sieve=write_sieve(sieve)), sends_inputs=True)
    return [*rows(views, spacing="Large"), pick, *rows([show])]


def _say_totals(totals: Sequence[StageTotal]) -> str:
    """Say how much there is at each stage, and how much of it nobody has."""
    counted = [f"{total.count} {_(total.stage)}" for total in totals if total.count]
    if not counted:
        return ""
    unowned = sum(total.unowned for total in totals)
    late = sum(total.late for total in totals)
    everything = sum(total.count for total in totals)
    stages = ", ".join(counted)
    said = (
        _("{count} open, {unowned} without anybody: {stages}.").format(
            count=everything, unowned=unowned, stages=stages
        )
        if unowned
        else _("{count} open: {stages}.").format(count=everything, stages=stages)
    )
    if not late:
        return said
    return (
        said
        + " "
        + _n("{count} has something overdue.", "{count} have something overdue.", late).format(count=late)
    )


def queue_row(row: QueueRow, now: datetime) -> ColumnSet:
    """Show one open submission: what, where, whose, how long it has waited and what is due."""
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
