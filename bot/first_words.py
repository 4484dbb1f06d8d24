"""Words that tell the whole problem before anybody asked for it: kept for the question they answer."""

from dialogs import engine
from dialogs.engine import Step
from dialogs.submission import SUBMISSION
from services.walkthroughs import Walk

SENTENCE = 4
"""Words from which on a message is somebody telling something, not a command or a choice gone wrong."""

_KEPT = "I have kept your words for the next question. First, which of these is it?"


def tell_the_problem(walk: Walk, text: str) -> bool:
    """Tell whether a text at the first question of a submission is the problem itself."""
    opened = engine.open_question(walk.walkthrough, walk.state)
    return (
        walk.walkthrough is SUBMISSION
        and not walk.state.answers
        and len(text.split()) >= SENTENCE
        and opened is not None
        and not engine.is_choice(opened[1], text)
    )


def keep_for_the_problem(text: str) -> Step:
    """Lay the words into the answer they give, and ask the first question again."""
    return Step(engine.start(SUBMISSION, given={"problem": text}), note=_KEPT)
