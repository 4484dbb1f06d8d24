"""What somebody's own thinking can be about and attached to: their submissions and their action plans."""

from dataclasses import replace
from datetime import datetime

from dialogs.catalogue import find_walkthrough
from domain.action_plan import PlanEvent, PlanHappened
from domain.delivery import SubjectKind
from domain.errors import NotPossible
from domain.language import _
from domain.lifecycle import Move, Side
from domain.people import Actor, Permission
from domain.piece import PLAN_LETTERS, Home, Piece, answers_to_attach
from services.action_plans import FINISHED, change_plan, load_plan
from services.permission import name_of
from services.portal import open_own
from services.submissions import Ask, load, make_move
from storage.work import Work

_OFFERED = 10
"""Latest submissions, and latest plans, among which the open ones are offered."""


async def find_home(work: Work, actor: Actor, reference: str) -> Home:
    """Give a submission or a plan of somebody's own, as something to attach to.

    Raises:
        NotFound: there is none of that reference.
        Refused: it is somebody else's.
    """
    if reference.startswith(PLAN_LETTERS):
        plan = await load_plan(work, actor, reference)
        return Home(SubjectKind.PLAN, plan.reference, plan.title, plan.is_open)
    submission = await load(work, actor, reference, Permission.CHANGE_OWN)
    return Home(SubjectKind.SUBMISSION, submission.reference, submission.title, submission.is_open)


async def open_home(work: Work, actor: Actor, reference: str) -> Home:
    """Give a submission or a plan of somebody's own, as something to think about.

    Raises:
        NotFound: there is none of that reference.
        Refused: it is somebody else's.
    """
    if not reference.startswith(PLAN_LETTERS):
        await open_own(work, actor, reference)
    return await find_home(work, actor, reference)


async def list_homes(work: Work, piece: Piece) -> tuple[Home, ...]:
    """Give what a piece can be attached to: the open ones of its writer's latest; what it is about first."""
    submissions, _all = await work.submissions.list_of_officer(piece.person_id, 0, _OFFERED)
    plans, _all = await work.action_plans.list_of_owner(piece.person_id, 0, _OFFERED)
    homes = [
        *(Home(SubjectKind.SUBMISSION, one.reference, one.title, one.is_open) for one in submissions),
        *(Home(SubjectKind.PLAN, one.reference, one.title, one.is_open) for one in plans),
    ]
    if piece.about and all(home.reference != piece.about for home in homes):
        named = await work.submissions.find(piece.about)
        if named is not None:
            homes.append(Home(SubjectKind.SUBMISSION, named.reference, named.title, named.is_open))
    still_open = [home for home in homes if home.is_open]
    return tuple(sorted(still_open, key=lambda home: home.reference != piece.about))


async def add_to_home(work: Work, actor: Actor, home: Home, piece: Piece, now: datetime) -> None:
    """Add all of a piece to what it is attached to, with a line in its history.

    Raises:
        NotFound, Refused: see find_home.
        NotPossible: it is closed, or finished.
    """
    title = find_walkthrough(piece.kind).title
    if home.is_plan:
        await _add_to_plan(work, actor, home.reference, piece, now)
        return
    ask = Ask(Move.ADD_DETAIL, Side.OFFICER, words=_say_attached(piece, title))
    submission = await make_move(work, actor, home.reference, ask, now)
    await work.submissions.add_answers(submission.id, answers_to_attach(piece, title))


async def _add_to_plan(work: Work, actor: Actor, reference: str, piece: Piece, now: datetime) -> None:
    plan = await load_plan(work, actor, reference, lock=True)
    if not plan.is_open:
        raise NotPossible(_(FINISHED))
    title = find_walkthrough(piece.kind).title
    said = answers_to_attach(piece, title)
    event = PlanEvent(PlanHappened.ATTACHED, now, name_of(actor), piece.title, about=title)
    await change_plan(work, plan, event, lambda one: replace(one, answers=(*one.answers, *said)))


def _say_attached(piece: Piece, title: str) -> str:
    about = f" on \u201c{piece.title}\u201d" if piece.title else ""
    return f"{title}{about}. All of it stands with what was sent."
