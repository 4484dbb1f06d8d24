"""Action plans, for the stories about their cards."""

from dataclasses import replace
from datetime import date

from domain.action_plan import ActionPlan, PlanAction, PlanOutcome, Step
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
WORST = replace(PLAN, title="🚲" * 200, answers=WORST_SAID, actions=WORST_ACTIONS)
