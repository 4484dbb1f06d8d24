"""How the Hub orders its work, card by card."""

from dataclasses import replace
from datetime import date

from cards.digest import hub_digest, own_digest
from cards.flow import flow_card
from cards.hand_over import ask_to_hand_over, work_handed_over
from cards.my_work import my_work
from cards.queue import queue
from cards.tasks import tasks_card
from domain.digest import Digest, Pile, Stale
from domain.flow import NO_TAGS, Driver, Pending, Priority, Reason, Tags, Tier
from domain.ports import Outgoing
from domain.queue import QueuePage, StageTotal
from domain.sieve import Part
from domain.submission import Stage
from domain.tasks import LONGEST_TASK, MOST_TASKS, Task
from services.digest import A_FEW
from tests.cards import samples as s

URGENT = s.OWNED.model_copy(
    update={
        "priority": Priority.HIGH,
        "due_on": date(2026, 12, 3),
        "pending": Pending.ANSWER,
        "deadline_at": s.ago(days=1),
    }
)
TAGS = Tags((Reason.HARM, Reason.PREVENTABLE), (Tier.SECONDARY,), (Driver.YOUTH, Driver.CRIME_AND_DRUGS))

LATE_TASK = Task(
    7,
    "PF-2026-0007",
    1,
    "Ring the operator about the light",
    s.PRIYA,
    date(2026, 11, 20),
    None,
    s.ago(days=9),
)
TASK = Task(
    7,
    "PF-2026-0007",
    2,
    "Count the racks on the north side, and ask the station what they would cost",
    s.LEE,
    None,
    None,
    s.ago(days=3),
)
DONE_TASK = Task(7, "PF-2026-0007", 3, "Look up what Kent did", s.PRIYA, None, s.ago(days=1), s.ago(days=3))
MINE = QueuePage(s.ROWS[4:6], 0, 2, (StageTotal(Stage.SCANNING, 12, 0, 3),))
DIGEST = Digest((Pile(Stale.LATE, 7, s.ROWS[:4]), Pile(Stale.UNOWNED, 1, s.ROWS[:1])), (LATE_TASK,))


def flow() -> dict[str, Outgoing]:
    """Give every state of these cards."""
    return {
        "flow, priority": flow_card(s.OWNED, NO_TAGS, s.NOW),
        "flow, priority set": flow_card(URGENT, TAGS, s.NOW, note="Saved, for the Hub alone."),
        "flow, priority refused": flow_card(
            URGENT,
            TAGS,
            s.NOW,
            error="Thursday 12 February is over. Choose today or a later day.",
            typed={"due": "2026-02-12", "priority": "low", "reasons": "harm"},
        ),
        "queue, narrowed": queue(
            QueuePage(s.ROWS[:3], 0, 1, (StageTotal(Stage.RECEIVED, 3, 3, 2),)),
            s.NOW,
            sieve={Part.TOPIC: "burglary", Part.OVERDUE: "yes"},
            colleagues=s.COLLEAGUES,
        ),
        "queue, nothing fits": queue(
            QueuePage((), 0, 1, ()), s.NOW, sieve={Part.OWNER: "3"}, colleagues=s.COLLEAGUES
        ),
        "my work": my_work(MINE, [LATE_TASK, TASK], 14, s.NOW, note="Task 3 of PF-2026-0007 is done."),
        "my work, nothing": my_work(QueuePage((), 0, 1, ()), [], 0, s.NOW),
        "tasks": tasks_card(URGENT, [LATE_TASK, TASK, DONE_TASK], s.COLLEAGUES, s.NOW),
        "digest": hub_digest(DIGEST, s.NOW),
        "digest, own": own_digest(Digest((), (LATE_TASK,)), s.NOW),
        "digest, as much as there can be": hub_digest(
            Digest(
                tuple(Pile(why, 99, s.ROWS[:A_FEW]) for why in Stale),
                (replace(LATE_TASK, words="🚲" * LONGEST_TASK),) * 9,
            ),
            s.NOW,
        ),
        "hand over": ask_to_hand_over(s.PRIYA, s.LEE, 12, 3),
        "hand over, done": work_handed_over("Priya Nair", 14, 0),
        "tasks, none": tasks_card(URGENT, [], s.COLLEAGUES, s.NOW),
        "tasks, refused": tasks_card(
            URGENT,
            [TASK],
            s.COLLEAGUES,
            s.NOW,
            error="Write what is to be done first.",
            typed={"words": "", "colleague": "3", "due": "2026-12-03"},
        ),
        "tasks, as many as there can be": tasks_card(
            URGENT,
            [replace(TASK, number=number, words="🚲" * LONGEST_TASK) for number in range(1, MOST_TASKS + 1)],
            s.COLLEAGUES * 30,
            s.NOW,
        ),
        "my work, as much as there can be": my_work(
            QueuePage(s.ROWS[:10], 0, 2, ()),
            [replace(TASK, number=number, words="🚲" * LONGEST_TASK) for number in range(1, 7)],
            40,
            s.NOW,
        ),
    }
