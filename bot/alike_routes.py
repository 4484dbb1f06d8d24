"""The routes beside what may be the same problem, while somebody describes theirs."""

from bot import alike
from bot.route import Route
from cards import alike_payloads as p
from domain.people import Permission

ALIKE_ROUTES: tuple[Route, ...] = (
    Route(p.AlikeFollow, Permission.FOLLOW, alike.follow_alike),
    Route(p.AlikeAdd, Permission.FOLLOW, alike.add_alike),
)
