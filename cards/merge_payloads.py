"""What the buttons carry that merge submissions, or undo it."""

from typing import Literal

from cards.carried import Short, Words
from cards.portal_payloads import Decision, OnSubmission


class HubMerge(Decision):
    """Merge a submission into another one."""

    verb: Literal["hub.merge"] = "hub.merge"
    other: Short = ""
    at: Short = ""
    """The submission whose workbench was pressed, where it is not the one that is merged."""
    words: Words = ""


class HubPart(OnSubmission):
    """Undo a merging; whichever of the two was merged."""

    verb: Literal["hub.part"] = "hub.part"
    other: Short = ""
