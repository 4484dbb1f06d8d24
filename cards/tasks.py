"""The tool for tasks: what is to be done on a submission, by whom and by when."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from microsoft_teams.cards.core import CardElement

from cards.buttons import button, choice_box, date_box, text_box
from cards.flow_payloads import TaskAdd, TaskGive, TaskTick
from cards.hub_boxes import MOST_COLLEAGUES
from cards.kit import aside, line, plain, rows, sentence, strong
from cards.my_work import say_task_facts
from cards.words import one_line, share_out, words
from cards.workbench import frame
from domain.language import _
from domain.ports import Outgoing
from domain.submission import Party, Submission
from domain.tasks import Task

TASKS_BUDGET, DONE_BUDGET = 6_000, 1_000
"""Bytes of the words of what is to be done, and of what is done."""

MOST_DONE = 3
"""Done tasks that are still shown, to be opened again."""


def tasks_card(  # noqa: PLR0913 (the picture, and what came of a press on it)
    submission: Submission,
    tasks: Sequence[Task],
    colleagues: Sequence[Party],
    now: datetime,
    *,
    note: str = "",
    error: str = "",
    typed: Mapping[str, str] | None = None,
) -> Outgoing:
    """Show the tasks of a submission, to be added to, ticked off and given.

    Args:
        submission: The submission.
        tasks: Its tasks, those to be done first.
        colleagues: Whose a task can be.
        now: The present moment.
        note: A sentence to say first.
        error: Why the last press kept nothing.
        typed: What stood in the boxes then, by the names of the payload's fields.
    """
    to_do = [task for task in tasks if task.is_open]
    done = [task for task in tasks if not task.is_open]
    shown: list[CardElement] = [part for one in _share(to_do, TASKS_BUDGET) for part in _show(*one, now)]
    if not to_do:
        shown.append(sentence(_("Nothing is to be done at present.")))
    if done:
        shown.append(line(strong(_("Done")), spacing="Medium"))
        shown += [part for one in _share(done[-MOST_DONE:], DONE_BUDGET) for part in _show(*one, now)]
    stands = typed or {}
    if submission.is_open:
        shown += _ask_for_task(submission, colleagues, stands)
        shown += _ask_for_taker(submission, to_do, colleagues, stands) if to_do else []
    return frame(submission, _("Tasks"), shown, note=note, error=error)


def _share(tasks: Sequence[Task], budget: int) -> Iterable[tuple[Task, str]]:
    """Give each task with its words, in so many bytes together."""
    return zip(tasks, share_out([words(task.words) for task in tasks], budget), strict=True)


def _show(task: Task, said: str, now: datetime) -> list[CardElement]:
    payload = TaskTick(reference=task.reference, number=task.number, done=task.is_open)
    title = _("Done") if task.is_open else _("Not done")
    press = button(title, payload, tip=f"{title}: {task.reference}, {task.number}")
    return [
        line(plain(said), spacing="Medium"),
        aside(say_task_facts(task, now), spacing="None"),
        *rows([press]),
    ]


def _list_people(colleagues: Sequence[Party]) -> list[tuple[str, str]]:
    return [(str(one.id), one.name) for one in colleagues[:MOST_COLLEAGUES]]


def _ask_for_task(
    submission: Submission, colleagues: Sequence[Party], stands: Mapping[str, str]
) -> list[CardElement]:
    add = button(_("Add the task"), TaskAdd(reference=submission.reference), main=True, sends_inputs=True)
    return [
        line(strong(_("Add a task")), spacing="Large"),
        text_box(
            "task_words",
            _("What is to be done"),
            _("Write what is to be done first."),
            kept=stands.get("words", ""),
            lines=False,
            required=False,
        ),
        choice_box(
            "task_colleague",
            _("Whose it is (yours, if you choose nobody)"),
            _("Choose a colleague."),
            _list_people(colleagues),
            chosen=stands.get("colleague", "") if "task" not in stands else "",
            required=False,
        ),
        date_box(
            "task_due",
            _("By when, if there is a day"),
            _("Choose a day from today on."),
            kept=stands.get("due", ""),
            required=False,
        ),
        *rows([add]),
    ]


def _ask_for_taker(
    submission: Submission, to_do: Sequence[Task], colleagues: Sequence[Party], stands: Mapping[str, str]
) -> list[CardElement]:
    give = button(_("Give the task"), TaskGive(reference=submission.reference), sends_inputs=True)
    return [
        line(strong(_("Give a task to somebody else")), spacing="Large"),
        choice_box(
            "give_task",
            _("Task"),
            _("Choose the task first."),
            [(str(task.number), f"{task.number}: {one_line(task.words, 24)}") for task in to_do],
            chosen=stands.get("task", ""),
            required=False,
        ),
        choice_box(
            "give_colleague",
            _("Colleague"),
            _("Choose the colleague first."),
            _list_people(colleagues),
            chosen=stands.get("colleague", "") if "task" in stands else "",
            required=False,
        ),
        *rows([give]),
    ]
