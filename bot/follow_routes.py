"""The routes of following somebody else's submission."""

from bot import following
from bot.route import Route
from cards import follow_payloads as p
from domain.people import Permission

FOLLOW_ROUTES: tuple[Route, ...] = (
    Route(p.FollowStart, Permission.FOLLOW, following.start_following),
    Route(p.FollowAffected, Permission.FOLLOW, following.change_affected),
    Route(p.FollowStop, Permission.FOLLOW, following.stop),
    Route(p.FollowOpen, Permission.FOLLOW, following.open_followed),
    Route(p.FollowList, Permission.FOLLOW, following.show_list),
)
