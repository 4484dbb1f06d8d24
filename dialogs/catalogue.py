"""Every walkthrough there is: adding one is one file and one row here."""

from collections.abc import Mapping
from types import MappingProxyType

from dialogs.detail import DETAIL
from dialogs.reply import REPLY
from dialogs.submission import SUBMISSION
from dialogs.tell_more import TELL_MORE
from dialogs.walkthrough import Walkthrough
from domain.errors import NotFound

CATALOGUE: Mapping[str, Walkthrough] = MappingProxyType(
    {walkthrough.name: walkthrough for walkthrough in (SUBMISSION, TELL_MORE, REPLY, DETAIL)}
)


def find_walkthrough(name: str) -> Walkthrough:
    """Give the walkthrough of that name.

    Raises:
        NotFound: there is none (a draft of a release that had more).
    """
    walkthrough = CATALOGUE.get(name)
    if walkthrough is None:
        raise NotFound("That kind of conversation is no longer offered. What you wrote in it is kept.")
    return walkthrough
