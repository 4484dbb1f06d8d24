"""What the buttons carry beside what may be the same problem, while somebody describes theirs."""

from typing import Literal

from cards.carried import Number
from cards.portal_payloads import OnSubmission


class AlikeFollow(OnSubmission):
    """Follow what was offered in a draft."""

    verb: Literal["alike.follow"] = "alike.follow"
    draft: Number


class AlikeAdd(OnSubmission):
    """Send what was described in a draft along with what was offered in it."""

    verb: Literal["alike.add"] = "alike.add"
    draft: Number
    drops: bool = False
    """The draft is thrown away: everything is said."""
