"""The coach: what a kind colleague would ask about the words that stand there, and about what is missing.

Every rule is a row. None of them blocks anything, and what they say goes to the writer alone. A rule looks at
answers that were given in words: "I don't know" and a few short words are left in peace.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dialogs.coach_words import (
    A_DATE,
    A_FIGURE,
    A_GUESS,
    A_SIGN,
    A_TEST,
    BEGINS_WITH_AN_ANSWER,
    BEYOND_PATROLS,
    COMES_AGAIN,
    FAR_AND_WIDE,
    NOT_LOOKED,
    ONE_TIME,
    OUR_OWN_LACK,
    PATROLS,
    SOMEBODY_ELSE,
    SOMETHING_TO_COUNT,
    flatten,
)
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
        return pattern.search(flatten(self.answers.get(name, ""))) is not None

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


def _brings_no_idea(draft: Draft) -> bool:
    return draft.answers.get("kind") != Kind.IDEA


def _has_no_analysis(draft: Draft) -> bool:
    return draft.is_open_to("analysis") and draft.is_open_to("explanation")


def _names_no_partner(draft: Draft) -> bool:
    told = ("plan", "partners", "in_hand", "response")
    return (
        draft.tells("plan")
        and draft.is_open_to("partners")
        and not any(draft.says(name, SOMEBODY_ELSE) for name in told)
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
        lambda draft: draft.tells("analysis") and draft.says("analysis", OUR_OWN_LACK),
        f"{_POP_TRIANGLE}: look for what brings offender, target and place together",
    ),
    Rule(
        "guess without a sign",
        "analysis",
        "What have you seen or heard that makes you think so?",
        lambda draft: (
            draft.tells("analysis") and draft.says("analysis", A_GUESS) and not draft.says("analysis", A_SIGN)
        ),
        f"{_POP_SARA}, analysis: understand the events and conditions that come before the problem",
    ),
    Rule(
        "explanation without a test",
        "explanation",
        "What would you expect to see if that were wrong?",
        lambda draft: draft.tells("explanation") and not draft.says("explanation", A_TEST),
        f"{_POP_SARA}, analysis: develop a working hypothesis, and test it",
    ),
    Rule(
        "data not looked at",
        "data",
        "Which figure would tell you most? Name it, and the Hub can look for it.",
        lambda draft: (
            draft.tells("data") and draft.says("data", NOT_LOOKED) and not draft.says("data", A_FIGURE)
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
            and not draft.says("assessment", SOMETHING_TO_COUNT)
            and not draft.says("assessment", A_FIGURE)
        ),
        f"{_TILLEY}: how was the effect measured?",
    ),
    Rule(
        "measure without a baseline",
        "measure",
        "How many is it now? Without a figure from before, nobody can show a change.",
        lambda draft: draft.tells("measure") and not draft.says("measure", A_FIGURE),
        f"{_POP_SARA}, assessment: collect data before and after",
    ),
    Rule(
        "aim without figure or date",
        "aim",
        "How much better, and by when? A rough figure or a month will do.",
        lambda draft: draft.tells("aim") and not (draft.says("aim", A_FIGURE) or draft.says("aim", A_DATE)),
        f"{_TILLEY}: the objectives; {_POP_SARA}, response: state specific objectives",
    ),
    Rule(
        "patrols alone",
        "response",
        "Patrols help while they last. What would still be there when they stop?",
        lambda draft: (
            draft.tells("response")
            and draft.says("response", PATROLS)
            and not draft.says("response", BEYOND_PATROLS)
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
        "problem in a word",
        "problem",
        "A few more words would help: what happens, to whom, and when?",
        lambda draft: _brings_no_idea(draft) and "problem" in draft.answers and not draft.tells("problem"),
        "POP Center, Problem Analysis for Problem Solvers: name the behaviour and who is affected",
    ),
    Rule(
        "problem names an answer",
        "problem",
        "That names an answer already. What is it that keeps happening?",
        lambda draft: _brings_no_idea(draft) and draft.says("problem", BEGINS_WITH_AN_ANSWER),
        f"{_POP_SARA}, scanning: identify recurring problems first",
    ),
    Rule(
        "one incident",
        "problem",
        "That sounds like one time. Has it happened before, or close by?",
        lambda draft: (
            _brings_no_idea(draft)
            and draft.tells("problem")
            and draft.says("problem", ONE_TIME)
            and not draft.says("problem", COMES_AGAIN)
        ),
        "POP Center, Problem Analysis for Problem Solvers: the CHEERS test (recurring, similar)",
    ),
    Rule(
        "place too wide",
        "place",
        "Is there a street or a spot where most of it happens?",
        lambda draft: _brings_no_idea(draft) and draft.says("place", FAR_AND_WIDE),
        f"{_POP_SARA}, scanning: most of a problem is in a few places; {_COLLEGE_HOT_SPOTS}",
    ),
)
"""Analysis and assessment come first, since they weigh most: of several at the review the first are said."""


def find_rule(name: str) -> Rule | None:
    """Give the rule of that name, or None for one of an earlier release."""
    return next((rule for rule in RULES if rule.name == name), None)
