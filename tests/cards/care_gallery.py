"""Every card of those who accompany action plans."""

from dataclasses import replace
from datetime import date

from cards.care_payloads import CareHandOver
from cards.plan_care import DECIDE, HAND_OVER, HELP, CareRemark, plan_to_accompany
from cards.plan_news import PLAN_NEWS
from cards.plan_overview import plan_overview
from cards.plan_supervisor import choose_supervisor, say_supervisor
from domain.action_plan import PlanEvent, PlanHappened, Step, Wish
from domain.delivery import NoticeKind
from domain.language import _
from domain.people import Reach
from domain.picked import NOT_AN_EMAIL
from domain.plan_overview import Choice, PlanFilter, PlanLine, PlanOverview
from domain.plan_state import PlanState
from domain.ports import Outgoing
from tests.cards import plan_samples as plan
from tests.cards import samples as s

LINK = "https://teams.microsoft.com/l/chat/0/0?users=28:00000000-0000-0000-0000-000000000000"
LINES = (
    PlanLine(
        "AP-2026-0007",
        "Quad bikes on the common",
        "Dana Finch",
        "Leadership, September",
        "Jo Ashby",
        PlanState.STUCK,
        Step.ANALYSIS,
        date(2026, 12, 3),
        None,
        3,
        1,
        is_help_wanted=True,
    ),
    PlanLine(
        "AP-2026-0003",
        "Bike theft at Hitchin station",
        "Sam Reed",
        "Leadership, September",
        "",
        PlanState.LATE,
        Step.RESPONSE,
        date(2026, 11, 20),
        None,
        4,
        2,
        is_wish_open=True,
    ),
    PlanLine(
        "AP-2026-0009",
        "Shoplifting by the same four people",
        "Lee Marsh",
        "Practitioner, October",
        "Jo Ashby",
        PlanState.ON_TRACK,
        Step.SCANNING,
        date(2027, 1, 15),
        None,
        0,
        0,
    ),
    PlanLine(
        "AP-2026-0001",
        "Fewer missed calls at the front desk",
        "Priya Nair",
        "",
        "",
        PlanState.DONE,
        Step.ASSESSMENT,
        date(2026, 9, 1),
        s.ago(days=40),
        2,
        2,
    ),
)
COUNTS = {PlanState.STUCK: 3, PlanState.LATE: 5, PlanState.ON_TRACK: 21, PlanState.DONE: 12}
COHORTS = (
    Choice("a1b2c3d4e5f60718", "Leadership, September", 24),
    Choice("P, October", "P, October", 17),
)
SUPERVISORS = (Choice("4", "Jo Ashby", 9),)
OVERVIEW = PlanOverview(LINES, 0, 6, COUNTS, 40, 2, PlanFilter(), COHORTS, SUPERVISORS)
WORST_LINE = replace(LINES[1], title="🚲" * 300, owner="🚲" * 200, cohort="🚲" * 300, supervisor="🚲" * 200)
WORST_CHOICES = tuple(Choice(f"{number:016x}", "🚲" * 200, 99_999) for number in range(80))

WISH = Wish(date(2027, 1, 15), "The operator's new light comes in January.", s.ago(days=1))
WISHED = replace(plan.LATE, wish=WISH, help_asked_at=s.ago(hours=5))
NUDGED = PlanEvent(PlanHappened.NUDGED, s.ago(hours=2), s.LEE, id=5)
OFFERED = PlanEvent(
    PlanHappened.HELP_OFFERED, s.ago(days=2), s.LEE, "I have time on Thursday afternoon.", id=4
)
NAMED = PlanEvent(PlanHappened.SUPERVISOR_NAMED, s.ago(hours=1), s.LEE, about="Jo Ashby", id=6)
GRANTED = replace(WISHED, wish=replace(WISH, granted=True), due_on=WISH.to)
REFUSED = replace(WISHED, wish=replace(WISH, granted=False))
DECIDED = PlanEvent(PlanHappened.TIME_NOT_GRANTED, s.ago(hours=1), s.LEE, "Tell me first what is done.", id=7)


def care() -> dict[str, Outgoing]:
    """All plans, one of them, and what its owner and its supervisors hear."""
    few = replace(OVERVIEW, counts={PlanState.LATE: 1, PlanState.DONE: 1}, people=2, wishes=0, pages=1)
    cohort = replace(OVERVIEW, chosen=PlanFilter(PlanState.LATE, "a1b2c3d4e5f60718", 4))
    nothing = PlanOverview((), 0, 1, {}, 0, 0)
    return {
        "all plans": plan_overview(OVERVIEW, s.NOW),
        "all plans, of a cohort and a supervisor": plan_overview(cohort, s.NOW),
        "all plans, few": plan_overview(replace(few, lines=LINES[1:2]), s.NOW),
        "all plans, none fits": plan_overview(replace(nothing, chosen=PlanFilter(cohort="June")), s.NOW),
        "all plans, none": plan_overview(nothing, s.NOW),
        "worst, all plans": plan_overview(
            replace(
                OVERVIEW,
                lines=(WORST_LINE,) * 8,
                page=3,
                counts=dict.fromkeys(PlanState, 99_999),
                chosen=PlanFilter(PlanState.STUCK, f"{7:016x}", 7),
                cohorts=WORST_CHOICES,
                supervisors=WORST_CHOICES,
            ),
            s.NOW,
        ),
        **_one(),
        **_news(),
    }


def _one() -> dict[str, Outgoing]:
    people, events = s.ACQUAINTED, (OFFERED, NUDGED)
    error = CareRemark(error="Write a word first: what you can help with.", box=HELP, kept="")
    not_why = CareRemark(error="Say in a sentence why: the plan's owner reads it.", box=DECIDE, kept="No")
    handing = CareRemark(
        error=_(NOT_AN_EMAIL), box=HAND_OVER, handed=CareHandOver(reference="AP-2026-0003", person_email="jo")
    )
    named = CareRemark(note="Jo Ashby supervises AP-2026-0003 now.", reach=Reach.NOT_YET, link=LINK)
    worst = CareRemark(error="That is 9,000 characters.", box=HELP, kept="🚲" * 9_000)
    return {
        "a plan to accompany": plan_to_accompany(plan.PLAN, (), people, s.NOW),
        "a plan to accompany, a wish": plan_to_accompany(WISHED, events, people, s.NOW),
        "a plan to accompany, no word": plan_to_accompany(plan.PLAN, events, people, s.NOW, error),
        "a plan to accompany, no reason": plan_to_accompany(WISHED, events, people, s.NOW, not_why),
        "a plan to accompany, no e-mail": plan_to_accompany(plan.PLAN, (), people, s.NOW, handing),
        "a plan to accompany, handed over": plan_to_accompany(plan.PLAN, (), people, s.NOW, named),
        "a plan to accompany, finished": plan_to_accompany(plan.FINISHED, events, people, s.NOW),
        "worst, a plan to accompany": plan_to_accompany(
            replace(plan.WORST, wish=WISH), events, people, s.NOW, worst
        ),
        "supervisor, asked": choose_supervisor(plan.PLAN, people),
        "supervisor, no e-mail": choose_supervisor(
            replace(plan.PLAN, may_tell_supervisor=True, supervisor=s.LEE),
            people,
            error=_(NOT_AN_EMAIL),
            given=CareHandOver(reference="AP-2026-0003", person_email="jo"),
        ),
        "supervisor, named": say_supervisor(plan.PLAN, "Jo supervises it now.", Reach.NOT_YET, LINK),
    }


def _news() -> dict[str, Outgoing]:
    events = {"plan nudged": NUDGED, "plan help offered": OFFERED, "plan time decided": DECIDED}
    return {
        **{
            f"{kind}, told": draw(REFUSED, events.get(kind, NAMED), s.NOW) for kind, draw in PLAN_NEWS.items()
        },
        "plan time asked, to be decided": PLAN_NEWS[NoticeKind.PLAN_TIME_ASKED](WISHED, NAMED, s.NOW),
        "plan time granted, told": PLAN_NEWS[NoticeKind.PLAN_TIME_DECIDED](
            GRANTED, replace(DECIDED, words=""), s.NOW
        ),
        **{
            f"worst, {kind}": draw(plan.WORST, replace(OFFERED, words="🚲" * 4_000), s.NOW)
            for kind, draw in PLAN_NEWS.items()
        },
    }
