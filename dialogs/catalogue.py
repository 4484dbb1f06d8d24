"""Every walkthrough there is: adding one is one file and one row here.

A row among THINKING is all that a way of thinking something through needs: its command, its button and its
summary follow from the walkthrough's own words. One that is sent to the Hub also needs a row in
``bot/walkthroughs.py`` that says what its last button does.
"""

from collections.abc import Mapping
from types import MappingProxyType

from dialogs.action_plan import ACTION_PLAN
from dialogs.decision_model import DECISION_MODEL
from dialogs.detail import DETAIL
from dialogs.plan_forms import PLAN_FORMS
from dialogs.reply import REPLY
from dialogs.risk_assessment import RISK_ASSESSMENT
from dialogs.six_hats import SIX_HATS
from dialogs.submission import SUBMISSION
from dialogs.tell_more import TELL_MORE
from dialogs.walkthrough import Walkthrough
from domain.errors import NotFound
from domain.language import _

THINKING: tuple[Walkthrough, ...] = (SIX_HATS, DECISION_MODEL, RISK_ASSESSMENT)
"""Ways of thinking something through: what comes of them is their writer's own."""

CATALOGUE: Mapping[str, Walkthrough] = MappingProxyType(
    {
        walkthrough.name: walkthrough
        for walkthrough in (SUBMISSION, TELL_MORE, REPLY, DETAIL, ACTION_PLAN, *PLAN_FORMS, *THINKING)
    }
)


def find_walkthrough(name: str) -> Walkthrough:
    """Give the walkthrough of that name.

    Raises:
        NotFound: there is none (a draft of a release that had more).
    """
    walkthrough = CATALOGUE.get(name)
    if walkthrough is None:
        raise NotFound(_("That kind of conversation is no longer offered. What you wrote in it is kept."))
    return walkthrough
