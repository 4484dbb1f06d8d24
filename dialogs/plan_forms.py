"""What is asked about a plan that is under way: news of it, an action, more time, and how it ended.

Each is a box on the plan's card as well. What is filled in there is read by the same questions, so that one
that cannot be taken yet opens here, with all that was written kept.
"""

from dialogs.action_plan import LINE
from dialogs.thinking import WORDS
from dialogs.walkthrough import (
    NO_NAMES,
    Choice,
    ChoiceAnswer,
    DayAnswer,
    Question,
    Section,
    TextAnswer,
    Walkthrough,
)
from domain.action_plan import PlanOutcome

_STAYS = "It stands on your plan at once."

UPDATE = Question(
    name="update",
    label="What is new",
    prompt="What is new with your plan?",
    why=f"A sentence is enough. Your trainer can read it. {NO_NAMES}",
    example="The operator has promised a new lamp for Friday.",
    answer=WORDS,
)
PLAN_UPDATE = Walkthrough(
    name="plan update",
    version=1,
    title="Update",
    sections=(Section("update", "Update", (UPDATE,)),),
    finish="Keep it",
    before_finish=_STAYS,
    look_through="Look through",
)

ACTION = Question(
    name="what",
    label="What",
    prompt="What is to be done?",
    why="One thing, small enough to be done. You tick it off on your card.",
    example="Ask the rail operator to mend the light above the racks.",
    answer=TextAnswer(longest=300, lines=False),
)
ACTION_OWNER = Question(
    name="owner",
    label="Who",
    prompt="Who does it?",
    why="Skip it if it is you. A role is enough.",
    example="The neighbourhood sergeant.",
    answer=LINE,
    may_skip=True,
)
ACTION_PARTNER = Question(
    name="partner",
    label="With",
    prompt="Which partner is in it, if any?",
    why="Partners own a part of most problems, and of what works.",
    example="The rail operator.",
    answer=LINE,
    may_skip=True,
)
ACTION_DUE = Question(
    name="due",
    label="By",
    prompt="By when?",
    why="An action with a day on it is the one that happens. It can move.",
    example="4 December.",
    answer=DayAnswer(behind=366, ahead=366, limits="Give a day within a year."),
    may_skip=True,
)
ACTION_EVIDENCE = Question(
    name="evidence",
    label="To show for it",
    prompt="What is there to show for it?",
    why="A figure, a letter, a picture somewhere: whoever looks at your plan later sees that it was done.",
    example="The lamp is lit; the operator's e-mail of 2 December.",
    answer=TextAnswer(longest=300, lines=False),
    may_skip=True,
)
PLAN_ACTION = Walkthrough(
    name="plan action",
    version=1,
    title="Action",
    sections=(
        Section("action", "Action", (ACTION, ACTION_OWNER, ACTION_PARTNER, ACTION_DUE, ACTION_EVIDENCE)),
    ),
    finish="Keep it",
    before_finish=_STAYS,
    look_through="Look through",
)

NEW_DAY = Question(
    name="to",
    label="New day",
    prompt="Until when would you like to have?",
    why="Choose a day you can keep. Most plans move once.",
    example="29 January.",
    answer=DayAnswer(ahead=183, limits="Give a day that is still to come, within half a year."),
)
REASON = Question(
    name="reason",
    label="What is in the way",
    prompt="What is in the way?",
    why=f"A sentence is enough. Your trainer reads it and decides. {NO_NAMES}",
    example="The council meets in January; until then the racks stay where they are.",
    answer=WORDS,
)
PLAN_TIME = Walkthrough(
    name="plan time",
    version=1,
    title="More time",
    sections=(Section("time", "More time", (NEW_DAY, REASON)),),
    finish="Ask for more time",
    before_finish="The Academy decides and tells you. Until then the plan keeps its day.",
    look_through="Look through",
)

OUTCOME = Question(
    name="outcome",
    label="How it ended",
    prompt="How did it end?",
    why="What did not work is a result too: it saves somebody else the same way.",
    example="The light helped a little, the racks did not move: it worked in part.",
    answer=ChoiceAnswer(
        (
            Choice(PlanOutcome.WORKED, "It worked", ("worked", "yes", "success")),
            Choice(PlanOutcome.PARTLY, "It worked in part", ("partly", "in part", "a little", "half")),
            Choice(PlanOutcome.DID_NOT, "It did not work", ("did not", "didn't work", "no", "failed")),
            Choice(
                PlanOutcome.NOT_IMPLEMENTED,
                "It was not put into practice",
                ("not done", "never started", "not implemented", "not put into practice"),
            ),
        )
    ),
)
LEARNED = Question(
    name="learned",
    label="What was learned",
    prompt="What did you learn that you would tell a colleague?",
    why=f"One sentence helps whoever has the same problem next. {NO_NAMES}",
    example="Ask the operator first: the lamp was theirs, and mended within a week.",
    answer=WORDS,
    may_skip=True,
)
SHARE = Question(
    name="share",
    label="Share it",
    prompt="May others learn from it?",
    why="With yes, the Academy may pass on what you learned, without your name.",
    example="Yes, if it would have helped you.",
    answer=ChoiceAnswer(
        (
            Choice("yes", "Yes, share it", ("yes please", "share it")),
            Choice("no", "No, keep it with the plan", ("no thanks", "keep it")),
        )
    ),
    may_skip=True,
)
PLAN_FINISH = Walkthrough(
    name="plan finish",
    version=1,
    title="Finish the plan",
    sections=(Section("finish", "Finish the plan", (OUTCOME, LEARNED, SHARE)),),
    finish="Finish the plan",
    before_finish="Nothing more is asked of you then. You can reopen it.",
    look_through="Look through",
)

PLAN_FORMS = (PLAN_UPDATE, PLAN_ACTION, PLAN_TIME, PLAN_FINISH)
