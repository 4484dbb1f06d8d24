"""The coach: what a kind colleague would ask about the words that stand there, and about what is missing.

Every rule is a row. None of them blocks anything, and what they say goes to the writer alone. A rule looks at
answers that were given in words: "I don't know" and a few short words are left in peace.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from domain.submission import Kind

ENOUGH_WORDS = 4
"""A text with fewer words is short on purpose."""

_POP_SARA = "POP Center, The SARA Model"
_POP_TRIANGLE = "POP Center, The Problem Analysis Triangle"
_TILLEY = "Tilley Award, guidance for entrants (2006, 2009)"
_COLLEGE_NEIGHBOURHOOD = "College of Policing, neighbourhood policing guideline"
_COLLEGE_HOT_SPOTS = "College of Policing, crime reduction toolkit: hot-spots policing (June 2017)"


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule looks at: the answers in words that are asked for now, and which questions were settled."""

    answers: Mapping[str, str]
    settled: frozenset[str] = frozenset()
    """Questions with any answer: words, "I don't know", or passed by."""
    unknown: frozenset[str] = frozenset()
    """Questions that were answered with "I don't know"."""

    def says(self, name: str, pattern: re.Pattern[str]) -> bool:
        """Tell whether an answer holds a pattern."""
        return pattern.search(_plain(self.answers.get(name, ""))) is not None

    def tells(self, name: str) -> bool:
        """Tell whether there is an answer of more than a few words."""
        return len(self.answers.get(name, "").split()) >= ENOUGH_WORDS

    def is_open_to(self, name: str) -> bool:
        """Tell whether a question has no answer in words, and nobody has said that they do not know."""
        return name not in self.answers and name not in self.unknown


@dataclass(frozen=True, slots=True)
class Rule:
    """One hint: ``question`` is the one it is about, ``when`` says whether it fits, ``source`` whence it is.

    It may be said once that question, or the one it names as ``after``, has been answered.
    """

    name: str
    question: str
    hint: str
    when: Callable[[Draft], bool]
    source: str
    after: str = ""


def _find(*phrases: str) -> re.Pattern[str]:
    """Look for any of these as whole words; ``*`` stands for the rest of a word."""
    joined = "|".join(re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"\b(?:{joined})\b")


_BEGINS_WITH_AN_ANSWER = re.compile(
    r"^(?:i think |perhaps |maybe )?(?:we|they|the council|the police|somebody) "
    r"(?:need|should|must|want|could do with)\b"
    r"|^(?:there should be|put|install|fit|get) (?:up |in |more |a |an |some )*"
    r"(?:cctv|cameras?|lights?|lighting|patrols?|officers?|signs?|fences?|gates?)\b"
    r"|^more (?:cctv|cameras|lighting|patrols|officers)\b"
)
_ONE_TIME = _find("last night", "yesterday", "this morning", "last week a", "the other day")
_COMES_AGAIN = _find(
    *("keep*", "every", "each", "often", "again", "repeat*", "regular*", "always", "most", "weekly", "daily"),
    *("times", "several", "two or three", "third", "second", "another", "never", "since"),
)
_FAR_AND_WIDE = _find(
    *(
        "everywhere",
        "all over",
        "the whole of",
        "whole town",
        "whole county",
        "whole district",
        "across town",
    ),
    *("across the county", "across the district", "across the borough", "across the force", "force wide"),
    *("county wide", "countywide", "borough wide", "nationwide", "various places", "various locations"),
)
_OUR_OWN_LACK = _find(
    *("not enough police", "not enough officers", "not enough patrols", "lack of police", "lack of officers"),
    *("lack of patrols", "no police", "no officers", "no patrols", "too few officers", "too few police"),
    *("short staffed", "understaffed", "under resourced", "lack of resources", "no resources", "police cuts"),
    *("never any police", "more police", "more officers", "more patrols"),
)
_PATROLS = _find(
    "patrol*", "visibility", "high visibility", "police presence", "uniformed presence", "foot beat"
)
_BEYOND_PATROLS = _find(
    *("ask*", "light*", "lock*", "gate*", "council", "owner*", "landlord*", "school*", "licen*", "sign*"),
    *("design*", "cctv", "camera*", "move*", "mark*", "partner*", "operator*", "club*", "parent*", "shop*"),
    *("staff", "order", "manager*", "resident*", "youth", "housing", "letter*", "train*", "talk*", "map*"),
    *("where", "speak*", "meet*", "work with", "problem solving"),
)
_A_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|half|halve[ds]?|third|quarter|twice|none|"
    r"no more|zero|nobody|per ?cent|every)\b"
)
_A_DATE = re.compile(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december|"
    r"by may|in may|of may|\d+ may|may \d+|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|"
    r"spring|summer|autumn|winter|christmas|easter|tomorrow|today|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|days?|weeks?|fortnight|months?|quarter|year|\d{1,2}[/.]\d{1,2}|20\d\d)\b"
)
_SOMETHING_TO_COUNT = _find(
    *(
        "count*",
        "number*",
        "fewer",
        "less",
        "more",
        "rate*",
        "report*",
        "calls",
        "survey*",
        "figure*",
        "data",
    ),
    *("record*", "how many", "how often", "half", "per cent", "percent", "crimes", "incidents", "complaints"),
    *(
        "ask*",
        "questionnaire*",
        "compare*",
        "compared",
        "measure*",
        "statistics",
        "repeat*",
        "nobody",
        "none",
    ),
)
_NOT_LOOKED = re.compile(
    r"\b(?:not (?:yet )?(?:looked|checked|seen|had)|haven'?t (?:looked|checked|seen|had)|"
    r"no (?:data|figures|records)|"
    r"nothing (?:yet|so far)|none (?:yet|so far)|not yet)\b"
)
_A_TEST = _find(
    *("wrong", "if", "unless", "would show", "would mean", "test*", "disprove*", "otherwise", "expect*"),
    *("rule* out", "compare*", "differ*"),
)
_SOMEBODY_ELSE = _find(
    *("council", "owner*", "landlord*", "school*", "college*", "housing", "operator*", "company", "shop*"),
    *("partner*", "nhs", "hospital*", "health", "probation", "fire", "ambulance", "charit*", "church*"),
    *(
        "mosque*",
        "club*",
        "resident*",
        "neighbour*",
        "parent*",
        "business*",
        "retailer*",
        "manager*",
        "staff",
    ),
    *("licensing", "social", "youth", "parish", "borough", "county", "agency", "agencies", "volunteer*"),
    *("community", "watch", "pub*", "bus", "rail", "store*", "landlady", "authorit*"),
)


def _brings_no_idea(draft: Draft) -> bool:
    return draft.answers.get("kind") != Kind.IDEA


def _has_no_analysis(draft: Draft) -> bool:
    return draft.is_open_to("analysis") and draft.is_open_to("explanation")


def _names_no_partner(draft: Draft) -> bool:
    told = ("plan", "partners", "in_hand", "response")
    return (
        draft.tells("plan")
        and draft.is_open_to("partners")
        and not any(draft.says(name, _SOMEBODY_ELSE) for name in told)
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "response without analysis",
        "analysis",
        "This jumps to a response: what makes you think it is the cause?",
        lambda draft: _brings_no_idea(draft) and draft.tells("response") and _has_no_analysis(draft),
        f"{_POP_SARA}: analysis comes before response; {_TILLEY}: analysis counts double",
        after="response",
    ),
    Rule(
        "cause is our own lack",
        "analysis",
        "That cause lies with us. What makes it happen there, and not a street away?",
        lambda draft: draft.tells("analysis") and draft.says("analysis", _OUR_OWN_LACK),
        f"{_POP_TRIANGLE}: look for what brings offender, target and place together",
    ),
    Rule(
        "explanation without a test",
        "explanation",
        "What would you expect to see if that were wrong?",
        lambda draft: draft.tells("explanation") and not draft.says("explanation", _A_TEST),
        f"{_POP_SARA}, analysis: develop a working hypothesis, and test it",
    ),
    Rule(
        "data not looked at",
        "data",
        "Which figure would tell you most? Name it, and the Hub can look for it.",
        lambda draft: (
            draft.tells("data") and draft.says("data", _NOT_LOOKED) and not draft.says("data", _A_FIGURE)
        ),
        f"{_POP_SARA}, analysis: identify the data to be collected",
    ),
    Rule(
        "no measure",
        "assessment",
        "No measure yet: how would you know?",
        lambda draft: (
            draft.is_open_to("assessment")
            and draft.is_open_to("measure")
            and "response" in draft.answers
            and "assessment" in draft.settled
        ),
        f"{_POP_SARA}, assessment; {_TILLEY}: assessment counts double",
    ),
    Rule(
        "assessment without a measure",
        "assessment",
        "What would you count or ask, before and after, to see that?",
        lambda draft: (
            draft.tells("assessment")
            and draft.is_open_to("measure")
            and not draft.says("assessment", _SOMETHING_TO_COUNT)
            and not draft.says("assessment", _A_FIGURE)
        ),
        f"{_TILLEY}: how was the effect measured?",
    ),
    Rule(
        "measure without a baseline",
        "measure",
        "How many is it now? Without a figure from before, nobody can show a change.",
        lambda draft: draft.tells("measure") and not draft.says("measure", _A_FIGURE),
        f"{_POP_SARA}, assessment: collect data before and after",
    ),
    Rule(
        "review date without a date",
        "review_date",
        "Which month would that be? It can move later.",
        lambda draft: (
            draft.tells("review_date")
            and not draft.says("review_date", _A_DATE)
            and not draft.says("review_date", _A_FIGURE)
        ),
        f"{_TILLEY}: when and how was the effect evaluated?",
    ),
    Rule(
        "aim without figure or date",
        "aim",
        "How much better, and by when? A rough figure or a month will do.",
        lambda draft: draft.tells("aim") and not (draft.says("aim", _A_FIGURE) or draft.says("aim", _A_DATE)),
        f"{_TILLEY}: the objectives; {_POP_SARA}, response: state specific objectives",
    ),
    Rule(
        "patrols alone",
        "response",
        "Patrols help while they last. What would still be there when they stop?",
        lambda draft: (
            draft.tells("response")
            and draft.says("response", _PATROLS)
            and not draft.says("response", _BEYOND_PATROLS)
        ),
        f"{_COLLEGE_HOT_SPOTS}: with problem solving about twice as effective",
    ),
    Rule(
        "no partner",
        "partners",
        "Everything in it is ours to do. Who else owns a part of this?",
        _names_no_partner,
        f"{_COLLEGE_NEIGHBOURHOOD}: solve problems with partners",
    ),
    Rule(
        "problem names an answer",
        "problem",
        "That names an answer already. What is it that keeps happening?",
        lambda draft: _brings_no_idea(draft) and draft.says("problem", _BEGINS_WITH_AN_ANSWER),
        f"{_POP_SARA}, scanning: identify recurring problems first",
    ),
    Rule(
        "one incident",
        "problem",
        "That sounds like one time. Has it happened before, or close by?",
        lambda draft: (
            _brings_no_idea(draft)
            and draft.tells("problem")
            and draft.says("problem", _ONE_TIME)
            and not draft.says("problem", _COMES_AGAIN)
        ),
        "POP Center, Problem Analysis for Problem Solvers: the CHEERS test (recurring, similar)",
    ),
    Rule(
        "place too wide",
        "place",
        "Is there a street or a spot where most of it happens?",
        lambda draft: _brings_no_idea(draft) and draft.says("place", _FAR_AND_WIDE),
        f"{_POP_SARA}, scanning: most of a problem is in a few places; {_COLLEGE_HOT_SPOTS}",
    ),
)
"""Analysis and assessment come first, since they weigh most: of several at the review the first are said."""


def find_rule(name: str) -> Rule | None:
    """Give the rule of that name, or None for one of an earlier release."""
    return next((rule for rule in RULES if rule.name == name), None)


def _plain(text: str) -> str:
    """Take capitals, curly apostrophes and hyphens away."""
    folded = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("-", " ")
    return " ".join(folded.split())
