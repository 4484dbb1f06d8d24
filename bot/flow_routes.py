"""The routes of the verbs with which the Hub orders its work."""

from bot import flow
from bot.route import Route
from cards.flow_payloads import FlowDue, FlowPriority, FlowSave
from domain.people import Permission

FLOW_ROUTES: tuple[Route, ...] = (
    Route(FlowSave, Permission.WORK_SUBMISSIONS, flow.save),
    Route(FlowPriority, Permission.WORK_SUBMISSIONS, flow.set_priority),
    Route(FlowDue, Permission.WORK_SUBMISSIONS, flow.set_due),
)
