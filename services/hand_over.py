"""Handing over: everything open of a colleague who leaves goes to another, in one unit of work."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.delivery import Notice, NoticeKind, Subject, SubjectKind
from domain.errors import BadInput, NotPossible
from domain.language import _
from domain.lifecycle import Move, Side
from domain.people import Actor, Permission
from domain.submission import Audience, Event, Happened, Party
from services.hub import find_colleague, list_colleagues
from services.permission import name_of, require
from services.submissions import Ask, make_move
from storage.work import Work

_WORTH_TELLING = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class HandOver:
    """Whose work goes to whom, and how much it is."""

    giver: Party
    taker: Party
    submissions: int
    tasks: int


async def plan_hand_over(work: Work, actor: Actor, giver: str, taker: str) -> HandOver:
    """Find whom somebody means, and count what would go over.

    Raises:
        Refused: the actor is not of the Hub.
        BadInput: a name fits nobody, or several, or both are the same.
        NotPossible: there is nothing to hand over.
    """
    require(actor, Permission.WORK_SUBMISSIONS)
    leaving = _find_giver(await _list_givers(work), giver)
    staying = await find_colleague(work, taker)
    if leaving.id == staying.id:
        raise BadInput(_("Name two different colleagues: whose work it is, and who takes it over."))
    submissions = len(await work.queue.list_owned(leaving.id))
    tasks = await work.tasks.count_open_of(leaving.id)
    if not submissions and not tasks:
        raise NotPossible(_("{name} has no open work to hand over.").format(name=leaving.name))
    return HandOver(leaving, staying, submissions, tasks)


async def hand_over(work: Work, actor: Actor, giver: str, taker: str, now: datetime) -> HandOver:
    """Hand over what is open now; each has a line in its timeline, and who takes it gets one message.

    Raises:
        Refused, BadInput, NotPossible: see plan_hand_over.
    """
    plan = await plan_hand_over(work, actor, giver, taker)
    for reference in await work.queue.list_owned(plan.giver.id):
        await make_move(work, actor, reference, Ask(Move.GIVE, Side.HUB, to=plan.taker), now)
    for task in await work.tasks.list_open_of(plan.giver.id, plan.tasks):
        await work.submissions.find(task.reference, lock=True)
        await work.tasks.give(task.id, plan.taker.id)
        event = Event(
            kind=Happened.TASK_GIVEN,
            at=now,
            actor=name_of(actor),
            audience=Audience.HUB,
            words=task.words,
            about=plan.taker.name,
        )
        await work.submissions.record(task.submission_id, event)
        work.touch(Subject(SubjectKind.SUBMISSION, task.submission_id))
    work.notify(
        Notice(
            key=f"hand over {plan.giver.id} to {plan.taker.id} {now.isoformat()}",
            kind=NoticeKind.WORK_HANDED_OVER,
            conversation_id=None,
            subject=Subject(SubjectKind.COLLEAGUE, plan.giver.id),
            event_id=0,
            not_after=now + _WORTH_TELLING,
            person_id=plan.taker.id,
        )
    )
    return plan


async def _list_givers(work: Work) -> Sequence[Party]:
    """Give the Hub's team, and who has left it but still has something."""
    found = {one.id: one for one in (*await work.queue.list_owners(), *await list_colleagues(work))}
    return sorted(found.values(), key=lambda one: one.name)


def _find_giver(people: Sequence[Party], named: str) -> Party:
    wanted = named.strip().casefold()
    exact = [one for one in people if wanted in (str(one.id), one.name.casefold())]
    found = exact or [one for one in people if wanted and wanted in one.name.casefold()]
    if len(found) == 1:
        return found[0]
    names = ", ".join(one.name for one in (found or people))
    raise BadInput(
        _("Whose work is it? Choose one of: {names}.").format(names=names), field="giver", kept=named
    )
