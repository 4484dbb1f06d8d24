"""Following somebody else's submission: who may, and how many do."""

from dataclasses import dataclass
from datetime import datetime

from domain.marking import Marking
from domain.submission import Submission


@dataclass(frozen=True, slots=True)
class Following:
    """That somebody follows a submission."""

    since: datetime
    is_affected: bool = False
    """They said that it affects their area too."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many follow a submission, and how many of them said that it affects their area too."""

    followers: int = 0
    affected: int = 0

    @property
    def areas(self) -> int:
        """Count the areas that it affects: the officer's own, and one for everybody who said so."""
        return self.affected + 1


NOBODY = Crowd()


def may_be_followed(submission: Submission) -> bool:
    """Tell whether others than its officer and the Hub may know of a submission."""
    return submission.marking is Marking.OFFICIAL
