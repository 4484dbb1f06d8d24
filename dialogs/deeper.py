"""What the Hub likes to know beyond the first seven questions; every one may be passed by.

From the SARA prompts with the objective first, as forces here put it (OSARA), and the Tilley Award's headings
(aim, scale, harm, cost, data, present response, measure with its baseline). What is asked depends on what is
brought: an idea has no victims yet, and an initiative has already happened.
"""

from dialogs.bringing import brings, brings_no_idea
from dialogs.state import DEEPER
from dialogs.techniques import PICKER
from dialogs.triangle import TRIANGLE
from dialogs.walkthrough import (
    NO_NAMES,
    Answers,
    Choice,
    ChoiceAnswer,
    DayAnswer,
    Question,
    Section,
    TextAnswer,
    always,
)
from domain.submission import Kind

_AIM = Question(
    name="aim",
    label="Aim",
    prompt="What would better look like, for whom, and by when?",
    why="An aim everybody can picture makes it easier to choose what to do.",
    example="By the end of March, half as many bicycles taken from the station racks as last winter.",
    answer=TextAnswer(),
    may_skip=True,
)
_KIND_OF_AIM = Question(
    name="kind_of_aim",
    label="Kind of aim",
    prompt="Which kind of aim is that?",
    why="An honest small aim is easier to reach, and to show, than a large one.",
    example="Half as many bicycles taken: to have less of it.",
    answer=ChoiceAnswer(
        (
            Choice("eliminate", "End it altogether", ("end it", "stop it", "eliminate it", "end")),
            Choice("reduce", "Have less of it, by an amount", ("less", "less of it", "fewer", "reduce it")),
            Choice("lessen", "Make it less serious", ("less serious", "less harm", "seriousness")),
            Choice("handle", "Handle it better", ("better", "handling", "respond better")),
            Choice("refer", "Have the right body lead", ("right body", "another agency", "refer it")),
        )
    ),
    may_skip=True,
)
_FREQUENCY = Question(
    name="frequency",
    label="How often",
    prompt="How often does it happen, over what time, and is it rising?",
    why="It shows how big this is, and whether it can wait.",
    example="Two or three a week since September; one a week in the summer before.",
    answer=TextAnswer(),
    may_skip=True,
)
_HARM = Question(
    name="harm",
    label="Who is harmed",
    prompt="Who is harmed by it, and how badly?",
    why=f"Harm counts for more than numbers when the Hub decides where to start. {NO_NAMES}",
    example="Commuters without a car lose their way to work; two have given up cycling.",
    answer=TextAnswer(),
    may_skip=True,
    asked_when=brings_no_idea,
)
_COST = Question(
    name="cost",
    label="What it costs",
    prompt="What does it cost the force and others: calls, hours, money?",
    why="It shows which demand would go if this were solved. A rough figure will do.",
    example="About six calls and ten officer hours a week, most of them spent taking statements.",
    answer=TextAnswer(),
    may_skip=True,
)
_TRIED = Question(
    name="tried",
    label="Tried before",
    prompt="What was tried before, and why did it work, or not?",
    why="What did not work helps the Hub as much as what did.",
    example="Two weeks of patrols in May: it stopped, and came back within days.",
    answer=TextAnswer(),
    may_skip=True,
    asked_when=brings_no_idea,
)
_DATA = Question(
    name="data",
    label="Figures and records",
    prompt="Which figures or records have you looked at, and what is missing?",
    why="The Hub need not search for what you have, and can fill the gaps.",
    example="Recorded thefts by hour for a year. Missing: the operator's own reports and the camera times.",
    answer=TextAnswer(),
    may_skip=True,
)
_EXPLANATION = Question(
    name="explanation",
    label="Working explanation",
    prompt="In a sentence: what is your working explanation now, and what would prove it wrong?",
    why="An explanation that could be wrong can be tested, by you or by the Hub.",
    example="Nobody can see the racks. If the front racks lose as many, it is something else.",
    answer=TextAnswer(),
    may_skip=True,
)
_IN_HAND = Question(
    name="in_hand",
    label="In hand already",
    prompt="What is being done about it already, by whom, and which partners are in it?",
    why="Nothing is then done twice, and the Hub knows whom to speak to first.",
    example="The council marks bicycles once a month; the rail operator has asked for better lights.",
    answer=TextAnswer(),
    may_skip=True,
)
_MEASURE = Question(
    name="measure",
    label="Measure",
    prompt="What would you count to see a change, and how many is it now, over what time?",
    why="Without a figure from before, nobody can show afterwards that it worked.",
    example="Bicycles reported stolen from the racks: 31 from September to November.",
    answer=TextAnswer(),
    may_skip=True,
)
_PLAN = Question(
    name="plan",
    label="Who does what",
    prompt="Who would do what, and by when?",
    why="A step with somebody's name and a day on it is the one that happens. Roles are enough.",
    example="I ask the operator about the light this week; the council's officer checks the hedge in May.",
    answer=TextAnswer(),
    may_skip=True,
)
_PARTNERS = Question(
    name="partners",
    label="Partners",
    prompt="Which partners need to be in it, and which part would each of them own?",
    why="The Hub knows many of them and can open the door.",
    example="The rail operator owns the light, the council the hedge; the cycling club tells its members.",
    answer=TextAnswer(),
    may_skip=True,
)
_RESULTS = Question(
    name="results",
    label="What has happened so far",
    prompt="What has happened since you began: what changed, what did not, and what surprised you?",
    why="What went wrong is as useful to others as what went well.",
    example="Thefts halved in the first month. The second marking day drew nobody, as it rained.",
    answer=TextAnswer(),
    may_skip=True,
    asked_when=brings(Kind.INITIATIVE),
)
_REVIEW_DATE = Question(
    name="review_date",
    label="Review date",
    prompt="When will you check whether it has worked?",
    why="A day in the calendar is when somebody looks. It can move later.",
    example="31 March, or in three months.",
    answer=DayAnswer(ahead=1100, limits="Give a day from today on, within three years."),
    may_skip=True,
)
_ANYTHING_ELSE = Question(
    name="anything_else",
    label="Anything else",
    prompt="What else should the Hub know?",
    why=f"This is the place for whatever the other questions missed. {NO_NAMES}",
    example="The station is to be rebuilt next autumn, so the racks could move then.",
    answer=TextAnswer(),
    may_skip=True,
)

_OUTLINE = (
    ("objective", "Objective", (_AIM, _KIND_OF_AIM)),
    ("more_scanning", "Scanning", (_FREQUENCY, _HARM, _COST)),
    ("more_analysis", "Analysis", (*TRIANGLE, _TRIED, _DATA, _EXPLANATION)),
    ("more_response", "Response", (_IN_HAND, *PICKER, _PLAN, _PARTNERS)),
    ("more_assessment", "Assessment", (_RESULTS, _MEASURE, _REVIEW_DATE)),
    ("more", "Anything else", (_ANYTHING_ELSE,)),
)

READING = ("What it is", "Objective", "Scanning", "Analysis", "Response", "Assessment", "Anything else")
"""The sections as they are read: the objective first, although it is asked after the short form."""


def list_sections(*, on_request: bool) -> tuple[Section, ...]:
    """Give the deeper questions by section; ``on_request`` waits until the person asks for them."""
    when = _is_wanted if on_request else always
    return tuple(
        Section(name, title, questions, extra=True, asked_when=when) for name, title, questions in _OUTLINE
    )


def _is_wanted(answers: Answers) -> bool:
    return answers.get(DEEPER) == "yes"
