"""How complete a draft is, stage by stage: for its writer alone, in words, never as a score.

Analysis and assessment weigh double, as they did for the Tilley Award (guidance for entrants, 2006 and 2009).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dialogs.path import visible
from dialogs.state import State
from dialogs.walkthrough import Walkthrough
from domain.language import _

WEIGHTS: Mapping[str, int] = MappingProxyType({"Scanning": 1, "Analysis": 2, "Response": 1, "Assessment": 2})
"""The stages, by their sections' title, and what an answer in each weighs."""


@dataclass(frozen=True, slots=True)
class StagePicture:
    """One stage: how many of its questions are answered; "I don't know" is an answer."""

    title: str
    answered: int
    asked: int

    @property
    def share(self) -> float:
        """Give how much of it is answered, from 0 to 1."""
        return self.answered / self.asked


def picture(walkthrough: Walkthrough, state: State) -> list[StagePicture]:
    """Give the four stages of what is asked now; nothing for a walkthrough that has not all of them."""
    asked: dict[str, list[bool]] = {title: [] for title in WEIGHTS}
    for section, question in visible(walkthrough, state):
        given = state.answers.get(question.name)
        if section.title in asked:
            asked[section.title].append(given is not None and bool(given.text or given.unknown))
    if not all(asked.values()):
        return []
    return [StagePicture(title, sum(answers), len(answers)) for title, answers in asked.items()]


def say_overall(stages: Sequence[StagePicture]) -> str:
    """Say where it is strongest, and where one more answer would help the Hub most."""
    if not stages:
        return ""
    lacking = [stage for stage in stages if stage.answered < stage.asked]
    if not lacking:
        return _("Every stage is answered.")
    weakest = max(lacking, key=lambda stage: WEIGHTS[stage.title] * (1 - stage.share))
    most = _(weakest.title).lower()
    best = max(stages, key=lambda stage: stage.share)
    if not best.answered:
        return _("An answer in {stage} would help the Hub most.").format(stage=most)
    strongest = _(best.title).lower()
    if strongest == most:
        return _("One more answer in {stage} would help the Hub most.").format(stage=most)
    return _("Strongest in {strongest}; {stage} would help the Hub most.").format(
        strongest=strongest, stage=most
    )
