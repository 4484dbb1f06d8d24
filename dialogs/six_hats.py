"""Six hats alone: one problem seen in six ways (Edward de Bono's method), one after the other.

The six stand in the order the programme gives them: facts, benefits, cautions, feelings, ideas, planning. A
person may take the usual order instead, which has blue at both ends, or begin with one hat and stop there.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from dialogs.thinking import PROBLEM, YOURS, ask
from dialogs.walkthrough import Answers, Choice, ChoiceAnswer, Question, Section, Walkthrough
from domain.six_hats import HATS, Hat


@dataclass(frozen=True, slots=True)
class _Hat:
    """One way of looking, and what it asks somebody who thinks alone."""

    hat: Hat
    questions: tuple[Question, ...]

    @property
    def name(self) -> str:
        return self.hat.value

    @property
    def title(self) -> str:
        """Show the colour as a sign, and say it in words."""
        return f"{HATS[self.hat].mark} {HATS[self.hat].label}"

    @property
    def looks_at(self) -> str:
        return HATS[self.hat].label.partition(": ")[2]


_WHITE = _Hat(
    Hat.WHITE,
    (
        ask(
            "white_known",
            "Known",
            "What do you know about it, and from where?",
            "Facts first keep the rest honest. Say where each comes from.",
            "31 bicycles reported since September (crime system); the light has been out since August.",
        ),
        ask(
            "white_missing",
            "Not known",
            "What do you not know yet?",
            "A gap that is named can be filled, by you or by somebody else.",
            "How many are never reported, and what the cameras at the entrance show.",
        ),
        ask(
            "white_figure",
            "Figure that decides",
            "Which figure would change your mind?",
            "It shows what is worth finding out before anything is done.",
            "If most are taken at night, moving the racks would not help.",
        ),
    ),
)
_YELLOW = _Hat(
    Hat.YELLOW,
    (
        ask(
            "yellow_best",
            "Best result",
            "What is the best result you can really imagine, and who gains from it?",
            "It gives you something to aim for, and shows who would help you to get there.",
            "Commuters cycle again, and the operator has fewer complaints.",
        ),
        ask(
            "yellow_working",
            "What works already",
            "What works already, and which demand would go?",
            "Building on what works costs less than starting anew.",
            "Marked bicycles come back. About six calls a week would go.",
        ),
    ),
)
_BLACK = _Hat(
    Hat.BLACK,
    (
        ask(
            "black_fails",
            "How it could fail",
            "Imagine that it failed. Why did it?",
            "Looking back from a failure shows what looking ahead leaves out.",
            "The operator moved the racks, and thieves moved to the next station.",
        ),
        ask(
            "black_harm",
            "Who could be harmed",
            "Who could be harmed, and which legal, ethical or money risks are there?",
            "Nobody is then surprised by it later.",
            "Young people near the racks are stopped more often, without a reason.",
        ),
    ),
)
_RED = _Hat(
    Hat.RED,
    (
        ask(
            "red_own",
            "Gut feeling",
            "What does your gut say?",
            "No reason is needed. A feeling often knows something first.",
            "I am tired of writing the same report, and I doubt that anybody reads it.",
        ),
        ask(
            "red_others",
            "How others feel",
            "How will residents, victims and colleagues feel about it?",
            "Whether people come along depends on it.",
            "Commuters feel left alone; the late turn would be glad of fewer statements.",
        ),
    ),
)
_GREEN = _Hat(
    Hat.GREEN,
    (
        ask(
            "green_other",
            "Other ways",
            "Which three things could you try other than patrol or arrest?",
            "The third idea is often the new one.",
            "Move the racks to the entrance, lend good locks, let station staff text us.",
        ),
        ask(
            "green_eyes",
            "As others see it",
            "What would a school, a landlord or a nurse do about it?",
            "Other trades solve the same problems with other tools.",
            "A landlord would light it and lock the gate after the last train.",
        ),
        ask(
            "green_free",
            "Without money",
            "What could you do with no budget at all?",
            "What costs nothing can start this week.",
            "Ask the operator to park its bicycles in the worst spot, under the camera.",
        ),
    ),
)
_BLUE_FOCUS = ask(
    "blue_deciding",
    "What is decided",
    "What exactly are you deciding?",
    "A clear question keeps the thinking together.",
    "Whether to ask the operator to move the racks before winter.",
)
_BLUE_NEXT = ask(
    "blue_next",
    "Next step",
    "What is the next step, who does it, and by when?",
    "Thinking ends with something that somebody does.",
    "I ring the station manager by Friday and ask for a date.",
)
_BLUE = _Hat(Hat.BLUE, (_BLUE_FOCUS, _BLUE_NEXT))

IN_ORDER = (_WHITE, _YELLOW, _BLACK, _RED, _GREEN, _BLUE)
"""In the programme's order."""

_USUAL = (
    replace(_BLUE, questions=(_BLUE_FOCUS,)),
    _WHITE,
    _RED,
    _YELLOW,
    _BLACK,
    _GREEN,
    replace(_BLUE, questions=(_BLUE_NEXT,)),
)
_NAMES = frozenset(hat.name for hat in IN_ORDER)

_ORDER = Question(
    name="order",
    label="Which hat first",
    prompt="All six hats, or one to begin with?",
    why="Each hat looks at one side only. You can skip any question, and change this later.",
    example="In a hurry, take the black hat alone: what could go wrong.",
    answer=ChoiceAnswer(
        (
            Choice("programme", "All six, facts first", ("all", "all six", "all of them", "programme")),
            Choice("usual", "All six, planning first and last", ("usual", "the usual order")),
            *(Choice(hat.name, hat.title, (f"{hat.name} hat", hat.looks_at)) for hat in IN_ORDER),
        )
    ),
    may_skip=True,
    steers=True,
)
_OTHERS = Question(
    name="others",
    label="The other hats",
    prompt="Would you like to go on with the other hats?",
    why="One side may be enough for today.",
    example="Yes, if there is time to look at the benefits too.",
    answer=ChoiceAnswer(
        (
            Choice("yes", "Yes, the other five", ("go on", "yes please", "the others")),
            Choice("no", "No, this one is enough", ("enough", "no thanks", "that is enough")),
        )
    ),
    may_skip=True,
    steers=True,
)


def _in_order(name: str) -> Callable[[Answers], bool]:
    """Ask in this order; the programme's is taken where none was chosen."""
    return lambda answers: answers.get("order", "programme") == name


def _one_was_picked(answers: Answers) -> bool:
    return answers.get("order") in _NAMES


def _wants_the_others(answers: Answers) -> bool:
    return _one_was_picked(answers) and answers.get("others") == "yes"


def _wear(hat: _Hat, when: Callable[[Answers], bool], place: str) -> Section:
    """Make the section of one hat, asked when it is this hat's turn at this place."""
    asked = tuple(replace(question, asked_when=when) for question in hat.questions)
    return Section(f"{hat.name}_{place}", hat.title, asked)


SIX_HATS = Walkthrough(
    name="six hats",
    version=1,
    title="Six hats",
    sections=(
        Section("start", "Six hats", (PROBLEM, _ORDER)),
        *(_wear(hat, _in_order("programme"), "programme") for hat in IN_ORDER),
        *(_wear(hat, _in_order("usual"), f"usual_{number}") for number, hat in enumerate(_USUAL)),
        *(_wear(hat, _in_order(hat.name), "first") for hat in IN_ORDER),
        Section("others", "Six hats", (replace(_OTHERS, asked_when=_one_was_picked),)),
        *(_wear(hat, _wants_the_others, "after") for hat in IN_ORDER),
    ),
    finish="Finish",
    before_finish=YOURS,
    look_through="Look through and finish",
    ends_early=True,
    phrases=("six hats", "6 hats", "hats", "thinking hats", "six thinking hats"),
    purpose="look at it from six sides, one after the other",
)
