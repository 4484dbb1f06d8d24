"""The routes of merging submissions."""

from bot import merging
from bot.route import Route
from cards import merge_payloads as p
from domain.people import Permission

MERGE_ROUTES: tuple[Route, ...] = (
    Route(p.HubMerge, Permission.WORK_SUBMISSIONS, merging.merge_submissions),
    Route(p.HubPart, Permission.WORK_SUBMISSIONS, merging.part_submissions),
)
