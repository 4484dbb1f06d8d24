"""Action plans, for the stories about their cards."""

from dataclasses import replace
from datetime import date

from domain.action_plan import (
    ActionPlan,
    Linked,
    PlanAction,
    PlanEvent,
    PlanHappened,
    PlanOutcome,
    Step,
    Wish,
)
from tests.cards.samples import PRIYA, SAID, SAM, WORST_SAID, ago

ACTIONS = (
    PlanAction(1, "Count the bikes at the racks", done_at=ago(days=3), evidence="31, in a table"),
    PlanAction(2, "Ask the operator about the light", "Sam", "The rail operator", date(2026, 11, 27)),
    PlanAction(3, "Walk round with the council's officer", partner="Borough council"),
)
PLAN = ActionPlan(
    id=3,
    reference="AP-2026-0003",
    owner=SAM,
    title="Bike theft at Hitchin station",
    training_ended=date(2026, 9, 3),
    due_on=date(2026, 12, 3),
    created_at=ago(days=80),
    touched_at=ago(days=3),
    cohort="Leadership, September",
    step=Step.ANALYSIS,
    answers=SAID,
    actions=ACTIONS,
)
NEW = replace(PLAN, step=Step.SCANNING, actions=(), due_on=date(2027, 2, 24))
LATE = replace(PLAN, due_on=date(2026, 11, 23))
TODAY = replace(PLAN, due_on=date(2026, 11, 24))
SUPERVISED = replace(PLAN, supervisor=PRIYA, may_tell_supervisor=True)
FINISHED = replace(
    PLAN,
    step=Step.ASSESSMENT,
    outcome=PlanOutcome.DID_NOT,
    learned="The light alone changed nothing; the racks have to move.",
    shared=True,
    finished_at=ago(hours=1),
    version=2,
)
EVENTS = (
    PlanEvent(PlanHappened.MADE, ago(days=80), SAM),
    PlanEvent(PlanHappened.STEPPED, ago(days=40), SAM, about="analysis"),
    PlanEvent(PlanHappened.UPDATED, ago(days=20), SAM, "The operator has promised a new lamp."),
    PlanEvent(PlanHappened.TICKED, ago(days=3), SAM, "Count the bikes at the racks"),
)
ASKING = replace(
    PLAN,
    wish=Wish(date(2027, 1, 29), "The council meets in January.", ago(hours=4)),
    linked=Linked(7, "PF-2026-0007", is_open=True),
    help_asked_at=ago(hours=3),
)
GRANTED = replace(
    PLAN,
    due_on=date(2027, 1, 29),
    wish=Wish(
        to=date(2027, 1, 29),
        reason="The council.",
        at=ago(days=1),
        granted=True,
        decided_by=PRIYA,
        decided_at=ago(hours=2),
        word="Take the time you need.",
    ),
)
AT_THE_END = replace(PLAN, step=Step.ASSESSMENT)
GIVEN = {
    "training_ended": "2026-09-03",
    "cohort": "Leadership, September",
    "problem": "Bikes are stolen from the racks at Hitchin station",
    "aim": "Half as many by the end of February",
    "scanning": "Two or three a week since September",
    "step": "analysis",
    "action_1": "Ask the operator about the light",
    "partner_1": "The rail operator",
    "due_1": "2026-11-27",
    "another_1": "no",
    "measure": "Bikes reported stolen: 31 from September to November",
    "supervisor": "Jo Ashby",
    "may_tell": "yes",
}
WORST_ACTIONS = tuple(
    PlanAction(
        number,
        "🚲" * 300,
        "🚲" * 120,
        "🚲" * 120,
        date(2027, 12, 30),
        ago(days=3) if number % 2 else None,
        "🚲" * 2000,
    )
    for number in range(1, 11)
)
WORST_EVENTS = tuple(
    PlanEvent(PlanHappened.UPDATED, ago(hours=number), SAM, "🚲" * 2000) for number in range(40)
)
WORST = replace(
    PLAN,
    title="🚲" * 200,
    answers=WORST_SAID,
    actions=WORST_ACTIONS,
    wish=Wish(
        to=date(2027, 1, 29),
        reason="🚲" * 2000,
        at=ago(days=1),
        granted=False,
        decided_by=PRIYA,
        decided_at=ago(hours=2),
        word="🚲" * 2000,
    ),
)
