"""How complete a draft is, stage by stage: for its writer alone, in words, never as a score.

Analysis and assessment weigh double, as they did for the Tilley Award (guidance for entrants, 2006 and 2009).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dialogs.path import visible
from dialogs.state import Given, State
from dialogs.walkthrough import ChoiceAnswer, Question, TextAnswer, Walkthrough
from domain.language import _

WEIGHTS: Mapping[str, int] = MappingProxyType({"Scanning": 1, "Analysis": 2, "Response": 1, "Assessment": 2})
"""The stages, by their sections' title, and what an answer in each weighs."""


ENOUGH_WORDS = 4
"""With fewer words an answer names something, and tells nothing of it yet; a line is short by nature."""


@dataclass(frozen=True, slots=True)
class StagePicture:
    """One stage: how many of its questions are answered; "I don't know" is an answer.

    ``told`` are the answers that say something in words: neither a choice that was picked, nor a word or two,
    nor not knowing. ``to_tell`` are the questions that ask for words.
    """

    title: str
    answered: int
    asked: int
    told: int = 0
    to_tell: int = 0

    @property
    def share(self) -> float:
        """Give how much of it is answered, from 0 to 1."""
        return self.answered / self.asked

    @property
    def strength(self) -> float:
        """Give how much of it is told in words, from 0 to 1."""
        return self.told / self.to_tell if self.to_tell else 0


def picture(walkthrough: Walkthrough, state: State) -> list[StagePicture]:
    """Give the four stages of what is asked now; nothing for a walkthrough that has not all of them."""
    asked: dict[str, list[tuple[Question, Given]]] = {title: [] for title in WEIGHTS}
    for section, question in visible(walkthrough, state):
        if section.title in asked:
            asked[section.title].append((question, state.answers.get(question.name, Given())))
    if not all(asked.values()):
        return []
    return [
        StagePicture(
            title,
            sum(bool(given.text or given.unknown) for _question, given in answers),
            len(answers),
            sum(_tells(question, given) for question, given in answers),
            sum(not isinstance(question.answer, ChoiceAnswer) for question, _given in answers),
        )
        for title, answers in asked.items()
    ]


def _tells(question: Question, given: Given) -> bool:
    if given.unknown or isinstance(question.answer, ChoiceAnswer):
        return False
    is_a_line = isinstance(question.answer, TextAnswer) and not question.answer.lines
    return len(given.text.split()) >= (1 if is_a_line else ENOUGH_WORDS)


def say_overall(stages: Sequence[StagePicture]) -> str:
    """Say where it is strongest, and where one more answer would help the Hub most."""
    if not stages:
        return ""
    lacking = [stage for stage in stages if stage.answered < stage.asked]
    if not lacking:
        return _("Every stage is answered.")
    weakest = max(lacking, key=lambda stage: WEIGHTS[stage.title] * (1 - stage.share))
    most = _(weakest.title).lower()
    best = max(stages, key=lambda stage: stage.strength)
    if not best.told:
        return _("An answer in {stage} would help the Hub most.").format(stage=most)
    strongest = _(best.title).lower()
    if strongest == most:
        return _("One more answer in {stage} would help the Hub most.").format(stage=most)
    return _("Strongest in {strongest}; {stage} would help the Hub most.").format(
        strongest=strongest, stage=most
    )
