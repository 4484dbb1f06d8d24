"""What people can type about following somebody else's submission."""

from bot.command import PERSONAL, Command
from cards.follow_payloads import FollowAffected, FollowList, FollowStart, FollowStop

FOLLOW_COMMANDS: tuple[Command, ...] = (
    Command(
        ("following", "what i follow", "my following"),
        lambda _: FollowList(),
        "show what you follow",
        PERSONAL,
    ),
    Command(
        ("follow",),
        lambda t: FollowStart(reference=t.reference),
        "follow it",
        PERSONAL,
        about_submission=True,
        takes_words=False,
    ),
    Command(
        ("stop following", "unfollow"),
        lambda t: FollowStop(reference=t.reference),
        "stop following it",
        PERSONAL,
        about_submission=True,
        takes_words=False,
    ),
    Command(
        ("affects my area too", "affects me too", "affects my area"),
        lambda t: FollowAffected(reference=t.reference),
        "say that it affects your area too",
        PERSONAL,
        about_submission=True,
        takes_words=False,
    ),
)
