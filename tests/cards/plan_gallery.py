"""Every card of action plans."""

from cards.plan import plan_card
from cards.plans import my_plans
from cards.question import question
from cards.review import review
from dialogs.action_plan import ACTION_PLAN
from dialogs.engine import start
from dialogs.state import REVIEW
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
        "plan": plan_card(plan.PLAN, s.NOW),
        "plan, new": plan_card(plan.NEW, s.NOW, note="Your plan is made. This card stays with it."),
        "plan, due today": plan_card(plan.TODAY, s.NOW),
        "plan, late": plan_card(plan.LATE, s.NOW, error="That action is not in the plan any more."),
        "plan, finished": plan_card(plan.FINISHED, s.NOW),
        "worst, plan": plan_card(plan.WORST, s.NOW),
        "my plans": my_plans([plan.PLAN, plan.FINISHED], s.NOW, page=0, pages=2),
        "my plans, none": my_plans([], s.NOW),
    }
