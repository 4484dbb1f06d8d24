"""An action plan: what somebody wants to change with what they learned, step by step, and with whom.

The headings are those of the plan that people take home from the training: an issue scanned and analysed, a
response, and how to assess it (College of Policing, smarter practice: Hertfordshire, 2023). Names that a
submission has too (problem, aim, analysis, measure) are the same, so that one can be made of the other.
"""

from collections.abc import Callable
from dataclasses import replace

from dialogs.thinking import WORDS, ask
from dialogs.walkthrough import (
    NO_NAMES,
    Answers,
    Choice,
    ChoiceAnswer,
    DayAnswer,
    Question,
    Section,
    TextAnswer,
    Walkthrough,
)
from domain.action_plan import Step

MOST = 3
"""Actions that are asked for; more can be added on the plan's card."""

LINE = TextAnswer(longest=200, lines=False)

TRAINING_ENDED = Question(
    name="training_ended",
    label="Training ended",
    prompt="When did your training end?",
    why="Your plan is due three months after that day. If you are not sure, say today.",
    example="On 20 November.",
    answer=DayAnswer(
        looks_back=True,
        behind=366,
        ahead=92,
        limits="Give a day in the last year, or in the next three months.",
        unsure_is_today=True,
    ),
)
COHORT = Question(
    name="cohort",
    label="Course",
    prompt="Which course was it, and when?",
    why="Your trainer finds your plan by it among those of your group. Skip it if you trained alone.",
    example="Learning for Prevention, November.",
    answer=LINE,
    may_skip=True,
)
ISSUE = Question(
    name="problem",
    label="Issue",
    prompt="In a sentence: what keeps happening, where, and who does it affect?",
    why=f"One issue from your own role is enough. {NO_NAMES}",
    example="Bicycles behind the railway station are taken on weekday afternoons; commuters find out at six.",
    answer=WORDS,
)
_AIM = ask(
    "aim",
    "Aim",
    "What would better look like, for whom, and by when?",
    "An aim everybody can picture makes it easier to choose what to do.",
    "By the end of February, half as many bicycles taken from the station racks as last winter.",
)
_SCANNING = ask(
    "scanning",
    "What is known",
    "What do you know about it: how often, since when, who is harmed?",
    f"It shows how big it is, and what you still have to find out. {NO_NAMES}",
    "Two or three a week since September. Commuters, mostly; two have given up cycling.",
)
_ANALYSIS = ask(
    "analysis",
    "Why it happens",
    "Why do you think it happens, and what makes you think so?",
    "A guess is welcome. Your plan can find out whether it holds.",
    "The racks cannot be seen from the platform, and the light above them has been out since August.",
)
STEP = Question(
    name="step",
    label="Where you are",
    prompt="Where are you with it now?",
    why="Your card then shows the step that is on. You can move it whenever you like.",
    example="You know why it happens and have begun to do something: doing something about it.",
    answer=ChoiceAnswer(
        (
            Choice(Step.SCANNING, "Finding out how big it is", ("scan", "at the start", "just starting")),
            Choice(Step.ANALYSIS, "Finding out why it happens", ("analyse", "analysing", "why")),
            Choice(Step.RESPONSE, "Doing something about it", ("respond", "acting", "doing something")),
            Choice(Step.ASSESSMENT, "Looking at whether it worked", ("assess", "checking", "did it work")),
        )
    ),
    may_skip=True,
)
_ANOTHER = ChoiceAnswer(
    (
        Choice("yes", "Yes, another action", ("another", "one more", "yes please")),
        Choice("no", "No, that is all", ("that is all", "enough", "no more", "no thanks")),
    )
)


def _is_wanted(number: int) -> Callable[[Answers], bool]:
    """Ask for a further action when the person said that there is one."""
    return lambda answers: number == 1 or answers.get(f"another_{number - 1}") == "yes"


def _is_told(number: int) -> Callable[[Answers], bool]:
    """Ask more about an action that was named."""
    return lambda answers: _is_wanted(number)(answers) and f"action_{number}" in answers


def _ask_about(number: int) -> Section:
    """Make the questions about one action; the last has no other behind it."""
    what = Question(
        f"action_{number}",
        "What",
        "What will you do first?" if number == 1 else "What will you do then?",
        "One thing, small enough to be done. You tick it off on your card.",
        TextAnswer(longest=300, lines=False),
        "Ask the rail operator to mend the light above the racks.",
        may_skip=True,
        asked_when=_is_wanted(number),
    )
    who = Question(
        f"owner_{number}",
        "Who",
        "Who does it?",
        "An action that is everybody's is nobody's. Skip it if it is you. A role is enough.",
        LINE,
        "The neighbourhood sergeant.",
        may_skip=True,
    )
    partner = Question(
        f"partner_{number}",
        "With",
        "Which partner is in it, if any?",
        "Partners own a part of most problems, and of what works.",
        LINE,
        "The rail operator.",
        may_skip=True,
    )
    due = Question(
        f"due_{number}",
        "By",
        "By when?",
        "An action with a day on it is the one that happens. It can move.",
        DayAnswer(ahead=366, limits="Give a day from today on, within a year."),
        "4 December.",
        may_skip=True,
    )
    again = Question(
        f"another_{number}",
        "Another action",
        "Is there another action?",
        "Three are plenty to begin with; more can be added later, on your card.",
        _ANOTHER,
        "Yes, if the first depends on somebody else.",
        may_skip=True,
        steers=True,
    )
    more = (who, partner, due, again) if number < MOST else (who, partner, due)
    told = tuple(replace(one, asked_when=_is_told(number)) for one in more)
    return Section(f"action_{number}", f"Action {number}", (what, *told))


_MEASURE = ask(
    "measure",
    "Measure",
    "What would you count to see a change, and how many is it now, over what time?",
    "Without a figure from before, nobody can show afterwards that it worked.",
    "Bicycles reported stolen from the racks: 31 from September to November.",
)
_TARGET = ask(
    "target",
    "Target",
    "Which figure would tell you that it worked, and by when?",
    "A figure you can miss is worth more than one you cannot.",
    "No more than 15 from December to February.",
)
_RISKS = ask(
    "risks",
    "Risks",
    "What could go wrong, and what would make that less likely?",
    "A risk with an answer is part of the plan.",
    "Thieves move to the next station; I tell them there before the racks move, and count there too.",
)
SUPERVISOR = Question(
    name="supervisor",
    label="Supervisor",
    prompt="Who is your supervisor?",
    why="Their name or their work e-mail address, so that they can back you. You can skip it.",
    example="Jo Ashby, or their work e-mail address.",
    answer=TextAnswer(longest=120, lines=False, names_people=True),
    may_skip=True,
)
MAY_TELL = Question(
    name="may_tell",
    label="May they see it",
    prompt="May your supervisor see how your plan stands?",
    why="They see it only if you agree, and hear of it only when it is late. You can change that later.",
    example="Yes, if a word from them could open a door.",
    answer=ChoiceAnswer(
        (
            Choice("yes", "Yes, they may", ("yes please", "they may", "ok")),
            Choice("no", "No, not for now", ("no thanks", "not for now", "not yet")),
        )
    ),
    may_skip=True,
    asked_when=lambda answers: "supervisor" in answers,
)
_HELP = ask(
    "help_wanted",
    "Help wanted",
    "What could the Hub or your trainer help you with?",
    "They read it with your plan. Once it is made, you can ask the Hub with one press.",
    "A force that has moved its racks, and what came of it.",
)

ACTION_PLAN = Walkthrough(
    name="action plan",
    version=1,
    title="Action plan",
    sections=(
        Section("training", "Your training", (TRAINING_ENDED, COHORT)),
        Section("issue", "The issue", (ISSUE, _AIM)),
        Section("sara", "What you know", (_SCANNING, _ANALYSIS, STEP)),
        *(_ask_about(number) for number in range(1, MOST + 1)),
        Section("measure", "How you will know", (_MEASURE, _TARGET), extra=True),
        Section("support", "Risks and support", (_RISKS, SUPERVISOR, MAY_TELL, _HELP), extra=True),
    ),
    finish="Make the plan",
    before_finish="The Academy's trainers see how your plan stands; your supervisor only if you agreed.",
    look_through="Look through",
    phrases=("action plan", "new action plan", "make a plan", "make an action plan", "new plan"),
    purpose="put what you learned to work, within three months",
)
