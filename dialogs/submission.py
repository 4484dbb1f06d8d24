"""A new submission: seven questions through SARA, and more for those who want to tell the Hub more.

Problem, analysis and response are asked in the words that suit what is brought; whichever way, the answer is
kept under one name.
"""

from dataclasses import replace

from dialogs import deeper
from dialogs.bringing import brings
from dialogs.topics import TOPICS
from dialogs.walkthrough import (
    NO_NAMES,
    Answers,
    Choice,
    ChoiceAnswer,
    Question,
    Section,
    TextAnswer,
    Walkthrough,
)
from domain.submission import Kind


def _brings_a_problem(answers: Answers) -> bool:
    """Ask also while nothing is chosen, so that people see from the start how many questions there are."""
    return answers.get("kind") not in {Kind.IDEA, Kind.INITIATIVE}


_KIND = Question(
    name="kind",
    label="What it is",
    prompt="What would you like to bring to the Hub?",
    why="The next questions depend on it. You can change it later.",
    example="Bicycles taken from the same racks every week are a problem. A new way to lock them is an idea.",
    answer=ChoiceAnswer(
        (
            Choice(
                Kind.OPERATIONAL_ISSUE,
                "A problem I keep meeting",
                ("problem", "issue", "operational", "a problem", "keeps happening"),
            ),
            Choice(Kind.IDEA, "An idea", ("idea", "suggestion", "a thought", "proposal")),
            Choice(
                Kind.INITIATIVE,
                "Something we have started",
                ("initiative", "project", "pilot", "trial", "started", "scheme", "operation"),
            ),
        )
    ),
)

_PROBLEM = Question(
    name="problem",
    label="In short",
    prompt="In a sentence: what keeps happening, where, and who does it affect?",
    why=f"With it the Hub looks for the same problem elsewhere. {NO_NAMES}",
    example="Bicycles behind the railway station are taken on weekday afternoons; commuters find out at six.",
    answer=TextAnswer(),
    asked_when=_brings_a_problem,
)
_PROBLEM_OF_IDEA = replace(
    _PROBLEM,
    prompt="In a sentence: what is your idea, and what would it make better?",
    why=f"With it the Hub sees whether anybody has tried it. {NO_NAMES}",
    example="Let the station's staff report a cut lock to us by text, so that we get there while it matters.",
    asked_when=brings(Kind.IDEA),
)
_PROBLEM_OF_INITIATIVE = replace(
    _PROBLEM,
    prompt="In a sentence: what have you started, and which problem is it meant to change?",
    why=f"The Hub can put you in touch with others who do the same. {NO_NAMES}",
    example="We mark bicycles at the station once a month, because so many are taken there and never found.",
    asked_when=brings(Kind.INITIATIVE),
)

_TOPIC = Question(
    name="topic",
    label="Topic",
    prompt="Which topic is nearest?",
    why="It then reaches the person in the Hub who knows the field. The nearest will do.",
    example="Bicycles taken from a station: theft.",
    answer=ChoiceAnswer(TOPICS, many=True),
)
_PLACE = Question(
    name="place",
    label="Where",
    prompt="Where is it?",
    why="The Hub looks for what such places have in common. A street or a spot is enough.",
    example="The bicycle racks behind the railway station, on the side of the car park.",
    answer=TextAnswer(longest=300, lines=False),
)

_ANALYSIS = Question(
    name="analysis",
    label="Why it happens",
    prompt="Why do you think it happens, and what have you seen that makes you think so?",
    why=f"You know it best; a guess is welcome, and the Hub will test it. {NO_NAMES}",
    example="The racks cannot be seen from the platform, and the light above them has been out since August.",
    answer=TextAnswer(),
    may_skip=True,
    asked_when=_brings_a_problem,
)
_ANALYSIS_OF_IDEA = replace(
    _ANALYSIS,
    label="Why it would work",
    prompt="Why do you think it would work, and what have you seen that makes you think so?",
    why="It tells the Hub which research and which forces to ask.",
    example="A car park nearby did this last year, and its staff now call us while somebody is still there.",
    asked_when=brings(Kind.IDEA),
)
_ANALYSIS_OF_INITIATIVE = replace(
    _ANALYSIS,
    prompt="Why do you think the problem happens, and why did you choose this answer to it?",
    asked_when=brings(Kind.INITIATIVE),
)

_RESPONSE = Question(
    name="response",
    label="What to do",
    prompt="What has been tried, or what would you try?",
    why="What did not work helps the Hub as much as what did.",
    example="Extra patrols helped for two weeks. I would ask the operator to move the racks to the entrance.",
    answer=TextAnswer(),
    may_skip=True,
    asked_when=_brings_a_problem,
)
_RESPONSE_OF_IDEA = replace(
    _RESPONSE,
    prompt="What would it take to try it: who, with what, and what could get in the way?",
    why="It helps the Hub to find the people and the means.",
    example="One telephone, the operator's agreement, and somebody to read the texts on late shifts.",
    asked_when=brings(Kind.IDEA),
)
_RESPONSE_OF_INITIATIVE = replace(
    _RESPONSE,
    prompt="What have you done so far, and with whom?",
    example="Four marking days with the council since May; about ninety bicycles so far.",
    asked_when=brings(Kind.INITIATIVE),
)

_ASSESSMENT = Question(
    name="assessment",
    label="How we would know",
    prompt="How would we know that it got better?",
    why="Saying it now makes it possible to show it later.",
    example="Fewer bicycles reported stolen there by spring, and no more than before at the next station.",
    answer=TextAnswer(),
    may_skip=True,
)

SUBMISSION = Walkthrough(
    name="submission",
    version=2,
    title="New submission",
    sections=(
        Section("start", "What it is", (_KIND,)),
        Section(
            "scanning",
            "Scanning",
            (_PROBLEM, _PROBLEM_OF_IDEA, _PROBLEM_OF_INITIATIVE, _TOPIC, _PLACE),
        ),
        Section("analysis", "Analysis", (_ANALYSIS, _ANALYSIS_OF_IDEA, _ANALYSIS_OF_INITIATIVE)),
        Section("response", "Response", (_RESPONSE, _RESPONSE_OF_IDEA, _RESPONSE_OF_INITIATIVE)),
        Section("assessment", "Assessment", (_ASSESSMENT,)),
        *deeper.list_sections(on_request=True),
    ),
    finish="Send to the Hub",
    before_finish="The Hub's team reads it, and you see here what they do with it. You can add to it later.",
    reading=deeper.READING,
)
