"""What the buttons carry that are about following somebody else's submission."""

from typing import Literal

from cards.carried import Carried
from cards.portal_payloads import OnSubmission


class FollowStart(OnSubmission):
    """Follow a submission."""

    verb: Literal["follow.start"] = "follow.start"


class FollowAffected(OnSubmission):
    """Say that a submission affects one's own area too, or that it does not after all."""

    verb: Literal["follow.affected"] = "follow.affected"
    affected: bool = True


class FollowStop(OnSubmission):
    """Follow a submission no more."""

    verb: Literal["follow.stop"] = "follow.stop"


class FollowOpen(OnSubmission):
    """Show the card of a submission that one follows."""

    verb: Literal["follow.open"] = "follow.open"


class FollowList(Carried):
    """List what one follows."""

    verb: Literal["follow.list"] = "follow.list"
