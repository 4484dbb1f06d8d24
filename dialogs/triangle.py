"""The problem analysis triangle: who does it, who suffers it, where; and who could hold each of them back.

From the POP Center's problem analysis triangle. Only the sides that come back are asked about.
"""

from collections.abc import Callable

from dialogs.bringing import brings_no_idea
from dialogs.walkthrough import NO_NAMES, Answers, Choice, ChoiceAnswer, Question, TextAnswer

_MORE_THAN_ONE = "more than one"


def _comes_back(side: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.get("repeats") in {side, _MORE_THAN_ONE}


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
            Choice(_MORE_THAN_ONE, "More than one of these", ("several", "both", "all of them", "a mix")),
        )
    ),
    may_skip=True,
    asked_when=brings_no_idea,
)
_OFFENDER = Question(
    name="offender",
    label="Who does it",
    prompt="What do those who do it have in common, and what makes it easy or tempting for them?",
    why=f"What draws people in is often easier to change than the people. {NO_NAMES}",
    example="Two or three boys from the nearby estate, after school; a cut lock takes them a minute.",
    answer=TextAnswer(),
    may_skip=True,
    asked_when=_comes_back("offender"),
)
_HANDLER = Question(
    name="handler",
    label="Who could influence them",
    prompt="Who do they listen to, and could that person help?",
    why="A parent, a coach or a probation officer can often do what we cannot. Their role is enough.",
    example="The school's pastoral lead knows them well; the youth club closed in the summer.",
    answer=TextAnswer(),
    may_skip=True,
    asked_when=_comes_back("offender"),
)
_VICTIM = Question(
    name="victim",
    label="Who or what suffers it",
    prompt="What do the people or things that suffer it have in common?",
    why=f"It shows what makes them the ones it happens to, without it being their fault. {NO_NAMES}",
    example="Commuters who leave a newer bicycle from seven to six, with one thin lock.",
    answer=TextAnswer(),
    may_skip=True,
    asked_when=_comes_back("victim"),
)
_GUARDIAN = Question(
    name="guardian",
    label="Who protects them",
    prompt="Who or what protects them now, and what would make that stronger?",
    why="A neighbour, a colleague or a better lock is there when we are not.",
    example="Nobody between seven and six. The cycling club would lend stronger locks.",
    answer=TextAnswer(),
    may_skip=True,
    asked_when=_comes_back("victim"),
)
_SCENE = Question(
    name="scene",
    label="What the place is like",
    prompt="What about the place makes it easy, and at which times?",
    why="A place can usually be changed, and stays changed.",
    example="A wall hides the racks, the light is out, and nobody passes between the trains.",
    answer=TextAnswer(),
    may_skip=True,
    asked_when=_comes_back("place"),
)
_MANAGER = Question(
    name="manager",
    label="Who runs the place",
    prompt="Who owns or runs the place, and what have they said or done about it?",
    why="They can change what happens there. An organisation or a role is enough.",
    example="The rail operator owns the racks; its station manager has asked for a new light.",
    answer=TextAnswer(),
    may_skip=True,
    asked_when=_comes_back("place"),
)
_ELSEWHERE = Question(
    name="not_happening",
    label="Where it does not happen",
    prompt="Where or when does it not happen, although you would expect it to?",
    why="The difference between the two often shows the cause.",
    example="Never at the racks in front of the ticket office, and never on Sundays.",
    answer=TextAnswer(),
    may_skip=True,
    asked_when=brings_no_idea,
)

TRIANGLE = (_REPEATS, _OFFENDER, _HANDLER, _VICTIM, _GUARDIAN, _SCENE, _MANAGER, _ELSEWHERE)
