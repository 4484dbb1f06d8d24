"""The routes of the verbs with which the Hub orders its work."""

from bot import flow, queue, tasks
from bot.route import Route
from cards.flow_payloads import (
    FlowDue,
    FlowHandOver,
    FlowPriority,
    FlowSave,
    FlowWork,
    TaskAdd,
    TaskGive,
    TaskTick,
)
from cards.hub_payloads import HubQueue
from domain.people import Permission

FLOW_ROUTES: tuple[Route, ...] = (
    Route(FlowSave, Permission.WORK_SUBMISSIONS, flow.save),
    Route(FlowPriority, Permission.WORK_SUBMISSIONS, flow.set_priority),
    Route(FlowDue, Permission.WORK_SUBMISSIONS, flow.set_due),
    Route(HubQueue, Permission.SEE_QUEUE, queue.show_queue),
    Route(FlowWork, Permission.SEE_QUEUE, queue.show_own_work),
    Route(FlowHandOver, Permission.WORK_SUBMISSIONS, queue.hand_work_over),
    Route(TaskAdd, Permission.WORK_SUBMISSIONS, tasks.add),
    Route(TaskTick, Permission.WORK_SUBMISSIONS, tasks.tick),
    Route(TaskGive, Permission.WORK_SUBMISSIONS, tasks.give),
)
