"""What those see who follow somebody else's submission."""

from cards.folded import withheld_card
from cards.followed import followed, list_of_followed, tell_followers
from cards.hub import hub_card
from cards.status import status
from domain.delivery import NoticeKind
from domain.following import Crowd, Following
from domain.ports import Outgoing
from tests.cards import samples as s

SINCE = Following(s.ago(days=1))
AFFECTED = Following(s.ago(days=1), is_affected=True)
CROWD = Crowd(4, 2)


def following() -> dict[str, Outgoing]:
    """Give them all."""
    told = (s.SENT, s.TAKEN, s.NOTED, s.MOVED)
    return {
        "followed": followed(s.OWNED, told, s.NOW, SINCE, Crowd(1)),
        "followed, affected": followed(
            s.OWNED, told, s.NOW, AFFECTED, CROWD, note="The Hub sees that it affects your area too."
        ),
        "followed, answered": followed(s.OWNED, (*told, s.ANSWERED), s.NOW, SINCE, CROWD),
        "followed, closed": followed(s.CLOSED, (*told, s.CLOSING), s.NOW, SINCE, CROWD),
        "followed, stopped": followed(s.OWNED, told, s.NOW, None, Crowd()),
        "followed, withheld": withheld_card("PF-2026-0007"),
        "following, a list": list_of_followed((s.OWNED, s.CLOSED)),
        "following, nothing": list_of_followed(()),
        "follower, told of the answer": tell_followers(s.OWNED, [(NoticeKind.FOLLOWED_ANSWERED, s.ANSWERED)]),
        "follower, told twice at once": tell_followers(
            s.CLOSED,
            [(NoticeKind.FOLLOWED_ANSWERED, s.ANSWERED), (NoticeKind.FOLLOWED_CLOSED, s.CLOSING)],
        ),
        "followed, merged": followed(s.CLOSED, (*told, s.MERGING), s.NOW, SINCE, CROWD),
        "status, merged": status(s.CLOSED, (*told, s.MERGING), s.NOW),
        "status, followed": status(s.OWNED, told, s.NOW, crowd=CROWD),
        "hub, followed": hub_card(s.OWNED, told, s.NOW, colleagues=s.COLLEAGUES, crowd=CROWD),
    }
