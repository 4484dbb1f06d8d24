"""One's own work in the Hub: what one has, what is due first foremost, and one's tasks."""

from collections.abc import Sequence
from datetime import datetime

from microsoft_teams.cards.core import CardElement, Column, ColumnSet

from cards.buttons import button
from cards.flow_payloads import FlowWork, TaskTick
from cards.hub_payloads import HubOpen, HubQueue
from cards.kit import DOT, aside, heading, line, plain, present, rows, sentence, strong
from cards.pages import turn_pages
from cards.queue import queue_row
from cards.words import capital, one_line, share_out, words
from domain.clock import in_london
from domain.dates import say_due
from domain.language import N_, _, _n
from domain.ports import Outgoing
from domain.queue import QueuePage
from domain.sieve import NOBODYS, write_sieve
from domain.tasks import Task

TASKS_BUDGET = 4_000
"""Bytes of the tasks' words together."""

EMPTY = N_("You have no submission and no task at present.")


def my_work(
    found: QueuePage, tasks: Sequence[Task], task_count: int, now: datetime, *, note: str = ""
) -> Outgoing:
    """Show what somebody has and what they have to do.

    Args:
        found: A page of what they own, what is due first foremost.
        tasks: Their first tasks.
        task_count: How many they have in all.
        now: The present moment.
        note: What has just come of a press.
    """
    said = _count(found, task_count)
    more = button(_("What nobody has"), HubQueue(sieve=write_sieve(NOBODYS)))
    return present(
        " ".join(part for part in (note, said) if part),
        [
            heading(_("Your work")),
            sentence(note) if note else None,
            sentence(said),
            *[queue_row(row, now) for row in found.rows],
            *turn_pages(found.page, found.pages, lambda to: FlowWork(page=to)),
            *_list_tasks(tasks, task_count, now),
        ],
        [more],
    )


def _count(found: QueuePage, task_count: int) -> str:
    count = sum(total.count for total in found.totals)
    late = sum(total.late for total in found.totals)
    if not count and not task_count:
        return _(EMPTY)
    said = [_n("You have {count} submission.", "You have {count} submissions.", count).format(count=count)]
    if late:
        said.append(
            _n("{count} has something overdue.", "{count} have something overdue.", late).format(count=late)
        )
    if task_count:
        said.append(
            _n("{count} task is to do.", "{count} tasks are to do.", task_count).format(count=task_count)
        )
    return " ".join(said)


def _list_tasks(tasks: Sequence[Task], task_count: int, now: datetime) -> list[CardElement]:
    if not tasks:
        return []
    shown: list[CardElement] = [line(strong(_("Your tasks")), spacing="Large")]
    said = share_out([words(task.words) for task in tasks], TASKS_BUDGET)
    shown += [_show_task(task, one, now) for task, one in zip(tasks, said, strict=True)]
    missing = task_count - len(tasks)
    if missing:
        hidden = _n("{count} more is not shown here.", "{count} more are not shown here.", missing)
        shown.append(aside(hidden.format(count=missing)))
    return shown


def _show_task(task: Task, said: str, now: datetime) -> ColumnSet:
    facts = say_task_facts(task, now, owner=False)
    done = button(
        _("Done"),
        TaskTick(reference=task.reference, number=task.number, done=True),
        tip=_("Done: {task}").format(task=f"{task.reference}, {task.number}"),
    )
    look = button(
        _("Open"),
        HubOpen(reference=task.reference),
        tip=_("Open {reference}").format(reference=task.reference),
    )
    return ColumnSet(
        spacing="Medium",
        separator=True,
        columns=[
            Column(
                width="stretch",
                items=[
                    line(plain(said)),
                    aside(facts, "None"),
                ],
            ),
            Column(width="auto", vertical_content_alignment="Center", items=rows([done, look])),
        ],
    )


def say_task_facts(task: Task, now: datetime, *, owner: bool = True) -> str:
    """Say of a task which it is, whose, and when it is due."""
    facts = [f"{task.reference}, {task.number}"]
    if owner:
        facts.append(one_line(task.owner.name, 60))
    if task.due_on is not None:
        facts.append(capital(say_due(task.due_on, in_london(now).date())))
    return DOT.join(facts)
