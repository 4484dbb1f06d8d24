"""A risk assessment: up to three risks, each how likely, how bad, what would reduce it, and whose it is."""

from collections.abc import Callable
from dataclasses import replace

from dialogs.thinking import PROBLEM, YOURS, ask
from dialogs.walkthrough import Answers, Choice, ChoiceAnswer, Question, Section, Walkthrough

MOST = 3
"""Risks in one assessment: those that matter, not all there could be."""

_LIKELIHOOD = ChoiceAnswer(
    (
        Choice("unlikely", "Unlikely", ("rare", "not likely", "hardly")),
        Choice("possible", "Possible", ("maybe", "perhaps", "could happen")),
        Choice("likely", "Likely", ("probable", "often", "very likely")),
    )
)
_HARM = ChoiceAnswer(
    (
        Choice("low", "Low", ("minor", "small", "little")),
        Choice("medium", "Medium", ("moderate", "middling", "some")),
        Choice("high", "High", ("severe", "serious", "major", "bad")),
    )
)
_ANOTHER = ChoiceAnswer(
    (
        Choice("yes", "Yes, another risk", ("another", "one more", "yes please")),
        Choice("no", "No, that is all", ("that is all", "enough", "no more", "no thanks")),
    )
)


def _is_told(number: int) -> Callable[[Answers], bool]:
    """Ask more about a risk that was named."""
    return lambda answers: f"risk_{number}" in answers


def _is_wanted(number: int) -> Callable[[Answers], bool]:
    """Ask for a further risk when the person said that there is one."""
    return lambda answers: number == 1 or answers.get(f"another_{number - 1}") == "yes"


def _ask_about(number: int) -> Section:
    """Make the questions about one risk; the last has no other behind it."""
    told = _is_told(number)
    risk = ask(
        f"risk_{number}",
        "What could go wrong",
        "What could go wrong?",
        "One thing at a time: what happens, and to whom.",
        "Thieves move on to the racks at the next station.",
    )
    more = (
        Question(
            f"likelihood_{number}",
            "How likely",
            "How likely is it?",
            "A feeling from experience is enough.",
            _LIKELIHOOD,
            "Possible: it happened when the shops put cameras up.",
            may_skip=True,
        ),
        Question(
            f"harm_{number}",
            "How much harm",
            "How much harm would it do?",
            "Rare and severe can matter more than frequent and small.",
            _HARM,
            "Medium: the same losses, in another place.",
            may_skip=True,
        ),
        ask(
            f"reduce_{number}",
            "What would reduce it",
            "What would make it less likely, or less harmful?",
            "A risk with an answer is a plan.",
            "Tell the next station before the racks move, and count there too.",
        ),
        ask(
            f"owner_{number}",
            "Who owns it",
            "Who keeps an eye on it?",
            "A risk that is everybody's is nobody's. A role is enough.",
            "The neighbourhood sergeant, until the end of March.",
        ),
    )
    again = Question(
        f"another_{number}",
        "Another risk",
        "Is there another risk?",
        "Three at most: those that would keep you awake.",
        _ANOTHER,
        "Yes, if something else could hurt somebody.",
        may_skip=True,
        steers=True,
    )
    asked = (*more, again) if number < MOST else more
    return Section(
        f"risk_{number}",
        f"Risk {number}",
        (
            replace(risk, asked_when=_is_wanted(number)),
            *(replace(one, asked_when=_both(_is_wanted(number), told)) for one in asked),
        ),
    )


def _both(first: Callable[[Answers], bool], second: Callable[[Answers], bool]) -> Callable[[Answers], bool]:
    return lambda answers: first(answers) and second(answers)


RISK_ASSESSMENT = Walkthrough(
    name="risk assessment",
    version=1,
    title="Risk assessment",
    sections=(
        Section("start", "Risk assessment", (PROBLEM,)),
        *(_ask_about(number) for number in range(1, MOST + 1)),
    ),
    finish="Finish",
    before_finish=YOURS,
    look_through="Look through and finish",
    ends_early=True,
    phrases=("risk assessment", "risks", "assess risks", "assess the risks"),
    purpose="note what could go wrong, and what would make it less likely",
)
