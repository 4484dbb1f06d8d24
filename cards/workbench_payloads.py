"""What the buttons of the Hub's workbench carry."""

from typing import Literal

from cards.carried import Short
from cards.portal_payloads import OnSubmission


class HubWorkbench(OnSubmission):
    """Bring the Hub's tools for a submission into its thread, or lay another of them open."""

    verb: Literal["hub.workbench"] = "hub.workbench"
    tool: Short = ""


class HubRelate(OnSubmission):
    """Say how a submission and another one belong together; with no relation, take back what was said."""

    verb: Literal["hub.relate"] = "hub.relate"
    other: Short = ""
    relation: Short = ""
