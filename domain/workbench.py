"""The Hub's workbench: what can be brought to a submission, one tool at a time, in its thread."""

from enum import StrEnum


class Tool(StrEnum):
    """What lies on the workbench; the Hub's card has one button for all of them."""

    OVERVIEW = "overview"
    """The list of the others."""
    SIMILAR = "similar"
    """What may be the same problem."""
    FLOW = "flow"
    """How urgent it is, and what it is counted under."""
    EVIDENCE = "evidence"
    """What the library has on it."""
    TASKS = "tasks"
    """What is to be done, by whom and by when."""
