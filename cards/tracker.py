"""Where a submission stands along the five stages: a mark and a word for each, never a colour alone."""

from microsoft_teams.cards.core import RichTextBlock, TextRun

from cards.kit import line
from domain.language import _
from domain.lifecycle import OPEN
from domain.submission import Stage, Submission

STEADY = "\u00a0"
"""A space at which no line breaks, so that a stage stays with its mark and its word."""


def tracker(submission: Submission) -> RichTextBlock:
    """Draw the stages as one line that wraps between stages alone."""
    return line(*_list_steps(submission), spacing="Small")


def _list_steps(submission: Submission) -> list[TextRun]:
    stage = submission.stage if submission.is_open else submission.stage_before_closing or Stage.RECEIVED
    here = OPEN.index(stage)
    runs: list[TextRun] = []
    for place, step in enumerate(OPEN):
        if runs:
            runs.append(TextRun(text="   ", is_subtle=True))
        runs.append(_step(step, place - here, closed=not submission.is_open))
    return runs


def _step(step: Stage, ahead: int, *, closed: bool) -> TextRun:
    """Mark one stage: behind, here, the next, or later."""
    name = _(step).capitalize()
    if ahead < 0:
        return TextRun(text=_join("✓", name, _("done")))
    if closed and ahead == 0:
        return TextRun(text=_join("■", name, _("closed here")), weight="Bolder")
    if closed:
        return TextRun(text=_join("○", name, _("not reached")), is_subtle=True)
    if ahead == 0:
        return TextRun(text=_join("●", name, _("now")), weight="Bolder")
    return TextRun(text=_join("○", name, _("next") if ahead == 1 else _("later")), is_subtle=True)


def _join(mark: str, name: str, word: str) -> str:
    return f"{mark} {name} ({word})".replace(" ", STEADY)
