"""Tasks on a submission: added, ticked and given by the Hub's people, and read by them alone."""

from datetime import datetime

from domain.delivery import Subject, SubjectKind
from domain.errors import BadInput, NotFound, NotPossible
from domain.language import _
from domain.people import Actor, Permission
from domain.submission import Audience, Event, Happened, Submission
from domain.tasks import LONGEST_TASK, MOST_TASKS, Task
from services.flow import read_due
from services.hub import find_colleague
from services.permission import name_of
from services.submissions import load
from storage.work import Work


async def add_task(  # noqa: PLR0913 (each part is named at the call)
    work: Work, actor: Actor, reference: str, *, words: str, colleague: str, due: str, now: datetime
) -> Task:
    """Add a task for a colleague, or for oneself where none is named.

    Raises:
        NotFound, Refused: see services.submissions.load.
        NotPossible: the submission is closed, or has as many open tasks as anybody can keep in view.
        BadInput: there are no words or too many, the name fits nobody, or the day cannot be used.
    """
    submission = await _load_open(work, actor, reference)
    said = " ".join(words.split())
    if not said:
        raise BadInput(_("Write what is to be done first."), field="words")
    if len(said) > LONGEST_TASK:
        raise BadInput(
            _("That is {count} characters; a task holds up to {longest}. Shorten it, or make it two.").format(
                count=len(said), longest=LONGEST_TASK
            ),
            field="words",
            kept=words,
        )
    owner = await find_colleague(work, colleague) if colleague.strip() else name_of(actor)
    due_on = read_due(due, None, now)
    if sum(task.is_open for task in await work.tasks.list_of(submission.id)) >= MOST_TASKS:
        raise NotPossible(
            _("{reference} has {most} open tasks already. Tick one off first.").format(
                reference=reference, most=MOST_TASKS
            )
        )
    made = Task(submission.id, reference, 0, said, owner, due_on, None, now)
    task = await work.tasks.add(made, actor.person.id)
    await _record(work, actor, Happened.TASK_ADDED, task, now)
    return task


async def tick_task(  # noqa: PLR0913 (each part is named at the call)
    work: Work, actor: Actor, reference: str, *, number: int, done: bool, now: datetime
) -> Task:
    """Say that a task is done, or that it is not after all; said twice is said once.

    Raises:
        NotFound, Refused: see services.submissions.load; or there is no such task.
    """
    submission = await load(work, actor, reference, Permission.WORK_SUBMISSIONS, lock=True)
    task = await _find(work, submission, number)
    if task.is_open is done:
        await work.tasks.tick(task.id, now if done else None)
        kind = Happened.TASK_DONE if done else Happened.TASK_REOPENED
        await _record(work, actor, kind, task, now)
    return task


async def give_task(  # noqa: PLR0913 (each part is named at the call)
    work: Work, actor: Actor, reference: str, *, number: int, colleague: str, now: datetime
) -> Task:
    """Give a task to a colleague.

    Raises:
        NotFound, Refused: see services.submissions.load; or there is no such task.
        BadInput: the name fits nobody, or several.
        NotPossible: the submission is closed, or the task is done.
    """
    submission = await _load_open(work, actor, reference)
    task = await _find(work, submission, number)
    if not task.is_open:
        raise NotPossible(_("That task is done. Open it again first."))
    owner = await find_colleague(work, colleague)
    if owner.id != task.owner.id:
        await work.tasks.give(task.id, owner.id)
        await _record(work, actor, Happened.TASK_GIVEN, task, now, about=owner.name)
    return task


async def _load_open(work: Work, actor: Actor, reference: str) -> Submission:
    submission = await load(work, actor, reference, Permission.WORK_SUBMISSIONS, lock=True)
    if not submission.is_open:
        raise NotPossible(_("{reference} is closed. Reopen it first.").format(reference=reference))
    return submission


async def _find(work: Work, submission: Submission, number: int) -> Task:
    for task in await work.tasks.list_of(submission.id):
        if task.number == number:
            return task
    raise NotFound(
        _("{reference} has no task {number}. Type 'tasks {reference}' to see them.").format(
            reference=submission.reference, number=number
        )
    )


async def _record(  # noqa: PLR0913 (each part is named at the call)
    work: Work, actor: Actor, kind: Happened, task: Task, now: datetime, *, about: str = ""
) -> None:
    event = Event(
        kind=kind,
        at=now,
        actor=name_of(actor),
        audience=Audience.HUB,
        words=task.words,
        about=about or task.owner.name,
    )
    await work.submissions.record(task.submission_id, event)
    work.touch(Subject(SubjectKind.SUBMISSION, task.submission_id))
