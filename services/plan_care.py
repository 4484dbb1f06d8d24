"""Accompanying action plans: the Academy's people look, nudge, offer help, decide; a supervisor is named."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.action_plan import ActionPlan, PlanEvent, PlanHappened
from domain.clock import in_london
from domain.delivery import Notice, NoticeKind
from domain.errors import BadInput, NotPossible, Outdated
from domain.language import _
from domain.people import Actor, Permission, Person, Role
from domain.plan_overview import PlanFilter, PlanOverview
from domain.submission import Party
from services.action_plans import FINISHED, about, load_plan
from services.permission import name_of, require
from services.submissions import LONGEST_WORDS
from storage.work import Work

PAGE = 8
"""Plans on one card."""

_WORTH_TELLING = timedelta(days=14)
"""How long a message about a plan is still worth sending."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a wish for more time, made on the version of the plan that was seen."""

    word: str
    seen_version: int | None = None
    granted: bool = False


@dataclass(frozen=True, slots=True)
class _News:
    """What has happened to a plan: the event, and when."""

    work: Work
    plan: ActionPlan
    event_id: int
    at: datetime

    def tell(self, person_id: int, kind: NoticeKind, key: str = "") -> None:
        """Have somebody told, once for its key."""
        self.work.notify(
            Notice(
                key=f"plan:{self.plan.id}:{kind}:{key or self.event_id}",
                kind=kind,
                conversation_id=None,
                person_id=person_id,
                subject=about(self.plan),
                event_id=self.event_id,
                not_after=self.at + _WORTH_TELLING,
            )
        )


async def open_overview(
    work: Work, actor: Actor, chosen: PlanFilter, page: int, now: datetime
) -> PlanOverview:
    """Give one page of all plans that fit a filter, those that need somebody first.

    Raises:
        Refused: the actor is not of the Academy.
    """
    require(actor, Permission.SEE_PLANS)
    return await work.plan_overviews.read(chosen, page, PAGE, now)


async def look_into(work: Work, actor: Actor, reference: str) -> tuple[ActionPlan, list[PlanEvent]]:
    """Give a plan and its history to somebody who accompanies it.

    Raises:
        NotFound: no such plan.
        Refused: the actor is not of the Academy.
    """
    plan = await load_plan(work, actor, reference, Permission.SEE_PLANS)
    return plan, await work.action_plans.list_events(plan.id)


async def nudge(work: Work, actor: Actor, reference: str, now: datetime) -> ActionPlan:
    """Ask kindly after a plan: at most once a day, whoever asks.

    Raises:
        NotPossible: somebody has asked today, or the plan is finished.
    """
    plan = await _load_open(work, actor, reference, Permission.DECIDE_PLAN)
    today = in_london(now).date()
    earlier = find_nudge(await work.action_plans.list_events(plan.id))
    if earlier is not None and in_london(earlier.at).date() == today:
        raise NotPossible(
            _("{name} has nudged them today already. Once a day is enough.").format(name=earlier.actor.name)
        )
    news = await _record(work, plan, PlanEvent(PlanHappened.NUDGED, now, name_of(actor)))
    news.tell(plan.owner.id, NoticeKind.PLAN_NUDGED, str(today))
    return plan


def find_nudge(events: list[PlanEvent]) -> PlanEvent | None:
    """Give the latest nudge, or None."""
    return next((event for event in reversed(events) if event.kind is PlanHappened.NUDGED), None)


async def offer_help(work: Work, actor: Actor, reference: str, words: str, now: datetime) -> ActionPlan:
    """Offer a plan's owner help, with a word of one's own.

    Raises:
        BadInput: no word, or too many.
        NotPossible: the plan is finished.
    """
    plan = await _load_open(work, actor, reference, Permission.DECIDE_PLAN)
    said = _check(words, _("Write a word first: what you can help with, or when you have time."))
    news = await _record(work, plan, PlanEvent(PlanHappened.HELP_OFFERED, now, name_of(actor), said))
    news.tell(plan.owner.id, NoticeKind.PLAN_HELP_OFFERED)
    return plan


async def decide_wish(
    work: Work, actor: Actor, reference: str, decision: Decision, now: datetime
) -> ActionPlan:
    """Grant more time, or not; its owner is told either way.

    Raises:
        BadInput: it is not granted, and nothing says why.
        NotPossible: nobody waits for a decision.
        Outdated: the plan has changed since it was seen.
    """
    plan = await _load_open(work, actor, reference, Permission.DECIDE_PLAN)
    wish, who = plan.wish, name_of(actor)
    if wish is None or not wish.is_open:
        raise NotPossible(_("That wish has been decided already, or withdrawn. Here is how the plan stands."))
    if decision.seen_version not in (None, plan.version):
        raise Outdated(_("This plan has changed meanwhile. Here is how it stands now."))
    word = decision.word.strip()
    if not decision.granted or word:
        word = _check(word, _("Say in a sentence why: the plan's owner reads it."))
    decided = replace(wish, granted=decision.granted, decided_by=who, decided_at=now, word=word)
    due_on = wish.to if decision.granted else plan.due_on
    moved = replace(plan, wish=decided, due_on=due_on, version=plan.version + 1)
    await work.action_plans.save(moved, plan.version)
    kind = PlanHappened.TIME_GRANTED if decision.granted else PlanHappened.TIME_NOT_GRANTED
    news = await _record(work, plan, PlanEvent(kind, now, who, word, wish.to.isoformat()))
    news.tell(plan.owner.id, NoticeKind.PLAN_TIME_DECIDED)
    return moved


async def announce_wish(work: Work, plan: ActionPlan, now: datetime) -> None:
    """Have the Academy's people told of a wish for more time; they decide in that message."""
    asked = [
        event
        for event in await work.action_plans.list_events(plan.id)
        if event.kind is PlanHappened.TIME_ASKED
    ]
    if not asked:
        return
    news = _News(work, plan, asked[-1].id, now)
    for person_id in await work.grants.list_people(frozenset({Role.TRAINER})):
        if person_id != plan.owner.id:
            news.tell(person_id, NoticeKind.PLAN_TIME_ASKED, f"{asked[-1].id}:{person_id}")


async def load_to_hand_over(work: Work, actor: Actor, reference: str) -> ActionPlan:
    """Give a plan to somebody who may name its supervisor.

    Raises:
        Refused: neither its owner nor of the Academy.
        NotPossible: the plan is finished.
    """
    return await _load_open(work, actor, reference, Permission.NAME_SUPERVISOR)


async def hand_over(work: Work, actor: Actor, plan: ActionPlan, to: Person, now: datetime) -> ActionPlan:
    """Name the supervisor of a plan that was loaded to be handed over.

    Reminders for the supervisor go to the new one from now on. The one before hears of it if anything was
    ever sent to them; the new one if the owner agreed that their supervisor is told.

    Raises:
        BadInput: the plan is their own.
        NotPossible: they are its supervisor already.
    """
    if to.id == plan.owner.id:
        raise BadInput(_("A plan is supervised by somebody else than its owner. Choose somebody else."))
    before = plan.supervisor
    if before is not None and before.id == to.id:
        raise NotPossible(_("{name} is the supervisor already.").format(name=before.name))
    named = Party(id=to.id, name=to.name, team=to.team)
    moved = replace(plan, supervisor=named, supervisor_named=to.name, version=plan.version + 1)
    await work.action_plans.save(moved, plan.version)
    event = PlanEvent(PlanHappened.SUPERVISOR_NAMED, now, name_of(actor), about=to.name)
    news = await _record(work, plan, event)
    if before is not None:
        await work.tellings.withdraw(about(plan), before.id, now)
    if before is not None and await work.tellings.was_told(about(plan), before.id):
        news.tell(before.id, NoticeKind.PLAN_RELIEVED)
    if plan.may_tell_supervisor:
        news.tell(to.id, NoticeKind.PLAN_SUPERVISES)
    if actor.person.id != plan.owner.id:
        news.tell(plan.owner.id, NoticeKind.PLAN_HANDED_OVER)
    return moved


async def _load_open(work: Work, actor: Actor, reference: str, permission: Permission) -> ActionPlan:
    plan = await load_plan(work, actor, reference, permission, lock=True)
    if not plan.is_open:
        raise NotPossible(_(FINISHED))
    return plan


async def _record(work: Work, plan: ActionPlan, event: PlanEvent) -> _News:
    event_id = await work.action_plans.record(plan.id, event)
    work.touch(about(plan))
    return _News(work, plan, event_id, event.at)


def _check(words: str, empty: str) -> str:
    said = words.strip()
    if not said:
        raise BadInput(empty, field="words")
    if len(said) > LONGEST_WORDS:
        raise BadInput(
            _(
                "That is {count:,} characters; up to {longest:,} fit. Your text is kept here: "
                "shorten it, then send it again."
            ).format(count=len(said), longest=LONGEST_WORDS),
            field="words",
            kept=said,
        )
    return said
