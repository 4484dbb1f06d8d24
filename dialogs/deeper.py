"""What the Hub likes to know beyond the first seven questions; every one may be passed by.

From the SARA prompts, the problem analysis triangle and the Tilley Award's headings (aim, scale, harm, cost,
what repeats, data, present response, measure with its baseline).
"""

from collections.abc import Callable
from dataclasses import replace

from dialogs.state import DEEPER
from dialogs.walkthrough import Answers, Choice, ChoiceAnswer, Question, Section, TextAnswer, always

NO_NAMES = "No names of victims or suspects, please."

_AIM = Question(
    name="aim",
    label="Aim",
    prompt="What would better look like, for whom, and by when?",
    why="An aim everybody can picture makes it easier to choose what to do.",
    example="By the end of March, half as many bicycles taken from the station racks as last winter.",
    answer=TextAnswer(),
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
_REPEATS = Question(
    name="repeats",
    label="What repeats",
    prompt="What comes back most: the same people doing it, the same people suffering it, or the same place?",
    why="Each points to a different kind of answer, and to a different partner.",
    example="Different victims and different thieves, but always the racks behind the station: a place.",
    answer=ChoiceAnswer(
        (
            Choice(
                "offender", "The same people doing it", ("offenders", "suspects", "repeat offender", "doing")
            ),
            Choice(
                "victim",
                "The same people suffering it",
                ("victims", "target", "repeat victim", "suffering", "the same victims"),
            ),
            Choice(
                "place", "The same place", ("location", "places", "repeat location", "hot spot", "hotspot")
            ),
            Choice("more than one", "More than one of these", ("several", "both", "all of them", "a mix")),
        )
    ),
    may_skip=True,
)
_DATA = Question(
    name="data",
    label="Figures and records",
    prompt="Which figures or records have you looked at, and what is missing?",
    why="So that the Hub does not search for what you have, and can fill the gaps.",
    example="Recorded thefts by hour for a year. Missing: the operator's own reports and the camera times.",
    answer=TextAnswer(),
    may_skip=True,
)
_IN_HAND = Question(
    name="in_hand",
    label="In hand already",
    prompt="What is being done about it already, by whom, and which partners are in it?",
    why="So that nothing is done twice, and the Hub knows whom to speak to first.",
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
    ("more_scanning", "Scanning", (_AIM, _FREQUENCY, _HARM, _COST)),
    ("more_analysis", "Analysis", (_REPEATS, _DATA)),
    ("more_response", "Response", (_IN_HAND,)),
    ("more_assessment", "Assessment", (_MEASURE,)),
    ("more", "Anything else", (_ANYTHING_ELSE,)),
)


def _is_wanted(answers: Answers) -> bool:
    return answers.get(DEEPER) == "yes"


def _is_wanted_of_problems(answers: Answers) -> bool:
    """Ask who is harmed by something that exists; an idea harms nobody yet."""
    return _is_wanted(answers) and answers.get("kind") != "idea"


def list_sections(*, on_request: bool) -> tuple[Section, ...]:
    """Give the deeper questions by section; ``on_request`` waits until the person asks for them."""
    return tuple(
        Section(
            name,
            title,
            tuple(replace(question, asked_when=_condition(question, on_request)) for question in questions),
        )
        for name, title, questions in _OUTLINE
    )


def _condition(question: Question, on_request: bool) -> Callable[[Answers], bool]:
    if not on_request:
        return always
    return _is_wanted_of_problems if question is _HARM else _is_wanted
