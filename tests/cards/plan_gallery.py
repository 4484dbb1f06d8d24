"""Every card of action plans."""

from dataclasses import replace
from datetime import date

from cards.plan import plan_card
from cards.plan_editing import plan_editing
from cards.plan_reminders import plan_reminder, plans_digest, tell_of_plans
from cards.plans import my_plans
from cards.question import question
from cards.review import review
from dialogs.action_plan import ACTION_PLAN
from dialogs.engine import start
from dialogs.plan_forms import PLAN_FINISH, PLAN_TIME
from dialogs.state import REVIEW
from domain.delivery import NoticeKind
from domain.people import Reach
from domain.plan_reminders import PLAN_REMINDERS, Reader
from domain.ports import Outgoing
from tests.cards import plan_samples as plan
from tests.cards import samples as s


def plans() -> dict[str, Outgoing]:
    """A plan in each state, and the list of one's own."""
    return {
        "question, a day": question(ACTION_PLAN, start(ACTION_PLAN), 12),
        "question, a day too far away": question(
            ACTION_PLAN,
            start(ACTION_PLAN),
            12,
            note="That would be Friday 1 January 2027. Give a day in the last year.",
        ),
        "review of an action plan": review(
            ACTION_PLAN, start(ACTION_PLAN, given=plan.GIVEN).model_copy(update={"at": REVIEW}), 12
        ),
        "plan": plan_card(plan.PLAN, s.NOW, events=plan.EVENTS),
        "plan, with the Hub, asked for time": plan_card(
            plan.ASKING, s.NOW, events=plan.EVENTS, linked=s.WAITING
        ),
        "plan, more time granted": plan_card(plan.GRANTED, s.NOW, linked=s.CLOSED),
        "plan, at the last step": plan_card(plan.AT_THE_END, s.NOW),
        "plan, to be changed": plan_editing(plan.PLAN, s.NOW, note="Taken out."),
        "plan, to be changed, without actions": plan_editing(plan.NEW, s.NOW),
        "worst, plan to be changed": plan_editing(plan.WORST, s.NOW),
        "question, how it ended": question(PLAN_FINISH, start(PLAN_FINISH), 12),
        "question, until when": question(PLAN_TIME, start(PLAN_TIME, given={"reason": "The council"}), 12),
        "plan, new": plan_card(plan.NEW, s.NOW, note="Your plan is made. This card stays with it."),
        "plan, due today": plan_card(plan.TODAY, s.NOW),
        "plan, late": plan_card(plan.LATE, s.NOW, error="That action is not in the plan any more."),
        "plan, supervisor not met": plan_card(plan.SUPERVISED, s.NOW, reach=Reach.NOT_YET),
        "plan, finished": plan_card(plan.FINISHED, s.NOW),
        "worst, plan": plan_card(plan.WORST, s.NOW, events=plan.WORST_EVENTS, linked=s.WAITING),
        **_reminders(),
        "my plans": my_plans([plan.PLAN, plan.FINISHED], s.NOW, page=0, pages=2),
        "my plans, none": my_plans([], s.NOW),
    }


def _reminders() -> dict[str, Outgoing]:
    kinds = [row.kind for row in PLAN_REMINDERS if row.reader is Reader.OWNER]
    put_off = replace(plan.PLAN, snoozed_until=date(2026, 12, 1))
    return {
        **{f"reminder, {kind}": plan_reminder(plan.PLAN, kind, s.NOW) for kind in kinds},
        "reminder, no action left": plan_reminder(plan.NEW, NoticeKind.PLAN_WEEK_2, s.NOW),
        "reminder, late": plan_reminder(plan.LATE, NoticeKind.PLAN_LATE, s.NOW),
        "reminder, put off": plan_reminder(put_off, NoticeKind.PLAN_SOON, s.NOW, note="Put off."),
        "reminder, a day too far": plan_reminder(
            plan.PLAN,
            NoticeKind.PLAN_SOON,
            s.NOW,
            error="Choose a day from tomorrow.",
            box="snooze",
            chosen="2026-11-03",
        ),
        "reminder, finished since": plan_reminder(plan.FINISHED, NoticeKind.PLAN_SOON, s.NOW),
        "worst, reminder": plan_reminder(plan.WORST, NoticeKind.PLAN_WEEK_2, s.NOW),
        "reminders, several": plans_digest([plan.PLAN, plan.LATE, plan.NEW], s.NOW),
        "worst, reminders": plans_digest([plan.WORST] * 40, s.NOW),
        "supervisor": tell_of_plans([plan.LATE], Reader.SUPERVISOR, s.NOW),
        "coordinator": tell_of_plans([plan.LATE, plan.LATE], Reader.COORDINATOR, s.NOW),
        "worst, coordinator": tell_of_plans([plan.WORST] * 50, Reader.COORDINATOR, s.NOW),
    }
