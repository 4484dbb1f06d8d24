"""What somebody brings, as questions ask about it: an idea harms nobody yet, an initiative has happened."""

from collections.abc import Callable

from dialogs.state import BRINGS
from dialogs.walkthrough import Answers
from domain.submission import Kind


def brings(*kinds: Kind) -> Callable[[Answers], bool]:
    """Ask only people who bring one of these; where it is not known, none of them."""
    return lambda answers: (answers.get("kind") or answers.get(BRINGS)) in kinds


def brings_no_idea(answers: Answers) -> bool:
    """Ask about what happens already; an idea has no victims and no scene yet."""
    return not brings(Kind.IDEA)(answers)
