"""The 25 techniques of situational prevention, as a picker: first by what they change, then five of that.

The five mechanisms and their five techniques each are Cornish and Clarke's (2003, as the POP Center gives
them); the plain words and the examples are ours.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from dialogs.walkthrough import Answers, Choice, ChoiceAnswer, Question

_MECHANISMS = (
    Choice("effort", "Make it harder to do", ("effort", "harder"), "Gates, locks, tools kept out of reach."),
    Choice("risk", "Make it riskier to try", ("risk", "riskier"), "Open views, staff, people who look out."),
    Choice("reward", "Make it worth less", ("rewards", "worth less"), "Marked goods, nothing left on show."),
    Choice(
        "provocation", "Take the heat out of it", ("provocations", "heat"), "Shorter queues, rivals apart."
    ),
    Choice("excuse", "Leave no excuse", ("excuses", "no excuses"), "Clear rules, signs, bins where needed."),
)


def _technique(name: str, title: str, example: str) -> Choice:
    return Choice(name, title, example=example)


_TECHNIQUES: Mapping[str, tuple[Choice, ...]] = MappingProxyType(
    {
        "effort": (
            _technique("harden targets", "Make the target stronger", "Racks bolted down, better locks."),
            _technique("control access", "Control who gets in", "A gate, a door code, a fob."),
            _technique("screen exits", "Check on the way out", "Tags on goods, a ticket to leave."),
            _technique(
                "deflect offenders", "Steer people elsewhere", "A closed alley, a bus from elsewhere."
            ),
            _technique("control tools", "Control the tools", "Age checks on spray paint, plastic glasses."),
        ),
        "risk": (
            _technique("extend guardianship", "More people looking out", "Walking in twos, a street group."),
            _technique("natural surveillance", "Open up the view", "Hedges cut, the light mended."),
            _technique("reduce anonymity", "Make people less anonymous", "Name badges, school uniform."),
            _technique("place managers", "Give the place a keeper", "A warden, two clerks on late shifts."),
            _technique("formal surveillance", "Strengthen formal watching", "An alarm, a camera, a guard."),
        ),
        "reward": (
            _technique("conceal targets", "Hide what is wanted", "Tools out of sight, blinds at night."),
            _technique("remove targets", "Take the target away", "Less cash in the till, no bags in cars."),
            _technique("identify property", "Mark what is owned", "Frame numbers listed, tools marked."),
            _technique("disrupt markets", "Spoil the market", "Checks at pawnshops and online adverts."),
            _technique("deny benefits", "Take the benefit away", "Graffiti cleaned at once, phones blocked."),
        ),
        "provocation": (
            _technique("reduce frustration", "Ease frustration", "Shorter queues, polite staff, seats."),
            _technique("avoid disputes", "Keep rivals apart", "Separate ways out, fixed taxi fares."),
            _technique("reduce temptation", "Lower the temptation", "Less on show, calmer lighting."),
            _technique("peer pressure", "Break the group's push", "Friends given different tasks or places."),
            _technique("discourage imitation", "Discourage copying", "Damage mended fast, no names given."),
        ),
        "excuse": (
            _technique("set rules", "Agree the rules", "A tenancy rule, a code for the park."),
            _technique("post instructions", "Put up clear signs", "No parking here, private yard."),
            _technique("alert conscience", "Prompt people's conscience", "A speed display by the school."),
            _technique("assist compliance", "Make it easy to comply", "Bins, toilets, a place to skate."),
            _technique(
                "control drink and drugs", "Limit drink and drugs", "Servers trained, no street drinks."
            ),
        ),
    }
)

_EXAMPLES: Mapping[str, str] = MappingProxyType(
    {
        "effort": "A cut lock takes a minute: make the target stronger.",
        "risk": "The racks are hidden behind a wall: open up the view.",
        "reward": "Stolen frames sell in a day: mark what is owned.",
        "provocation": "Two groups leave by one door at closing time: keep rivals apart.",
        "excuse": "Nobody knows where cycling is allowed: put up clear signs.",
    }
)
_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "effort": "To make it harder",
        "risk": "To make it riskier",
        "reward": "To make it worth less",
        "provocation": "To take the heat out",
        "excuse": "To leave no excuse",
    }
)

MECHANISM = Question(
    name="mechanism",
    label="What would change",
    prompt="Which change would most put people off doing it?",
    why="There are five ways, each with five techniques that have worked somewhere. Skip it if none fits.",
    example="The racks cannot be seen, so make it riskier to try.",
    answer=ChoiceAnswer(_MECHANISMS),
    may_skip=True,
)
_SECOND_MECHANISM = Question(
    name="second_mechanism",
    label="What else would change",
    prompt="Is there another of the five worth having as well?",
    why="Two that work together often last longer than one. Skip it if one is enough.",
    example="Racks that can be seen, and frames that are marked, so that they are worth less.",
    answer=ChoiceAnswer(_MECHANISMS),
    may_skip=True,
)


def ask_second_mechanism() -> tuple[Question, ...]:
    """Give the question about a second mechanism, one for each first: the four others are offered."""
    return tuple(
        replace(
            _SECOND_MECHANISM,
            answer=ChoiceAnswer(tuple(other for other in _MECHANISMS if other is not first)),
            asked_when=_chosen(MECHANISM.name, first.name),
        )
        for first in _MECHANISMS
    )


def ask_technique(mechanism: str) -> tuple[Question, ...]:
    """Give the question about a mechanism's five techniques, one for each mechanism; one at most is asked."""
    return tuple(
        Question(
            name=f"technique_{name}",
            label=_LABELS[name],
            prompt=f"{_LABELS[name]}: which of these five comes nearest?",
            why="The Hub can then look for places that have tried it. Skip it if none fits.",
            example=_EXAMPLES[name],
            answer=ChoiceAnswer(choices),
            may_skip=True,
            asked_when=_chosen(mechanism, name),
        )
        for name, choices in _TECHNIQUES.items()
    )


def _chosen(question: str, mechanism: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.get(question) == mechanism


PICKER = (
    MECHANISM,
    *ask_technique(MECHANISM.name),
    *ask_second_mechanism(),
    *ask_technique(_SECOND_MECHANISM.name),
)
"""All of it, in the order of asking."""
