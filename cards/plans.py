"""Somebody's own action plans, those under way first."""

from collections.abc import Sequence
from datetime import datetime

from microsoft_teams.cards.core import CardElement, Column, ColumnSet

from cards.buttons import button
from cards.kit import DOT, aside, heading, line, present, rows, sentence, strong
from cards.pages import turn_pages
from cards.plan import say_when
from cards.plan_payloads import PlanList, PlanOpen, PlanStart
from cards.words import capital, one_line
from domain.action_plan import ActionPlan
from domain.language import _
from domain.ports import Outgoing


def my_plans(plans: Sequence[ActionPlan], now: datetime, *, page: int = 0, pages: int = 1) -> Outgoing:
    """List one page of somebody's plans, in the order given; ``page`` counts from nought."""
    if not plans:
        nothing = _("You have no action plan yet.")
        begin = button(_("Make an action plan"), PlanStart(), main=True)
        return present(nothing, [sentence(nothing), *rows([begin])])
    first = plans[0]
    return present(
        _("Your action plans. First: {title}, {when}.").format(
            title=one_line(first.title), when=say_when(first, now)
        ),
        [
            heading(_("My action plans")),
            *(_row(plan, now) for plan in plans),
            *turn_pages(page, pages, lambda to: PlanList(page=to)),
            *rows([button(_("Make another"), PlanStart(anew=True))], spacing="Medium"),
        ],
    )


def _row(plan: ActionPlan, now: datetime) -> ColumnSet:
    done = sum(action.is_done for action in plan.actions)
    facts = [plan.reference]
    if plan.actions:
        facts.append(_("{done} of {all} actions done").format(done=done, all=len(plan.actions)))
    said: list[CardElement] = [
        line(strong(one_line(plan.title, 100))),
        sentence(capital(say_when(plan, now)), "None"),
        aside(DOT.join(facts), "None"),
    ]
    show = button(
        _("Open"),
        PlanOpen(reference=plan.reference),
        tip=_("Open {reference}").format(reference=plan.reference),
    )
    return ColumnSet(
        spacing="Medium",
        separator=True,
        columns=[
            Column(width="stretch", items=said),
            Column(width="auto", vertical_content_alignment="Center", items=rows([show])),
        ],
    )
