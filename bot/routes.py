"""One table: each verb, who may use it, and what carries it out.

A press and a typed command both end here. Whether a person may act on *this* submission is checked again by
the use case; the permission here is the one of the verb itself.
"""

from collections.abc import Mapping
from types import MappingProxyType

from structlog.contextvars import bind_contextvars

from bot import (
    deliveries,
    hats,
    hats_pointed,
    held,
    hub,
    plan_care,
    plan_forms,
    plan_help,
    plan_reminders,
    plans,
    portal,
    quiet_times,
    roles,
    thinking_alone,
    walkthroughs,
    workbench,
)
from bot.alike_routes import ALIKE_ROUTES
from bot.binding import HubBind, bind_channel
from bot.first_words import carry_on
from bot.flow_routes import FLOW_ROUTES
from bot.follow_routes import FOLLOW_ROUTES
from bot.library_routes import LIBRARY_ROUTES
from bot.merge_routes import MERGE_ROUTES
from bot.recognising import match_exactly
from bot.route import Route
from bot.scene import Answer, Scene
from cards import admin_payloads as admin
from cards import care_payloads as care
from cards import payloads as p
from cards.carried import Asked, Carried
from cards.workbench_payloads import HubRelate, HubWorkbench
from dialogs import engine
from dialogs.engine import Word
from domain.delivery import Subject, SubjectKind
from domain.errors import BadInput, NotPossible
from domain.language import N_, _
from domain.people import Permission
from domain.ports import PlaceKind
from services.permission import require
from services.walkthroughs import keep_step, load_walk, take_step


async def run_held(scene: Scene, payload: p.WalkRun) -> Answer:
    """Carry out the command that was typed while a question was open; the question stays open."""
    walk = await load_walk(scene.work, scene.actor, payload.draft)
    asked = walk.state.held
    meant = match_exactly(asked.text, PlaceKind.PERSONAL) if asked is not None else None
    dropped = engine.Step(engine.drop(walk.state))
    if meant is None:
        return await scene.show(await take_step(scene.work, scene.footing, walk, dropped))
    await keep_step(scene.work, scene.footing, walk, dropped)
    scene.work.touch(Subject(SubjectKind.DRAFT, walk.draft.id))
    return await scene.change_pressed(await carry_out(scene, meant.payload))


_ROWS: tuple[Route, ...] = (
    Route(p.PortalMenu, Permission.SUBMIT, portal.show_menu),
    Route(p.PortalHelp, Permission.SUBMIT, portal.show_help),
    Route(p.PortalSubmit, Permission.SUBMIT, portal.submit),
    Route(p.PortalSubmitWith, Permission.SUBMIT, portal.submit_with),
    Route(p.PortalCarryOn, Permission.SUBMIT, carry_on),
    Route(p.PortalDrafts, Permission.SUBMIT, portal.list_drafts),
    Route(p.PortalContinue, Permission.SUBMIT, portal.carry_on),
    Route(p.SubmissionList, Permission.SUBMIT, portal.list_submissions),
    Route(p.SubmissionOpen, Permission.SUBMIT, portal.open_submission),
    Route(p.SubmissionReply, Permission.SUBMIT, portal.reply_to_hub),
    Route(p.SubmissionAdd, Permission.SUBMIT, portal.add_detail),
    Route(p.SubmissionMore, Permission.SUBMIT, portal.tell_more),
    Route(p.SubmissionWithdraw, Permission.SUBMIT, portal.withdraw),
    Route(p.SubmissionReopen, Permission.SUBMIT, portal.reopen),
    Route(p.WalkAnswer, Permission.SUBMIT, walkthroughs.answer_question),
    Route(p.WalkChoose, Permission.SUBMIT, walkthroughs.choose),
    Route(p.WalkBack, Permission.SUBMIT, walkthroughs.step_by(Word.BACK)),
    Route(p.WalkSkip, Permission.SUBMIT, walkthroughs.step_by(Word.SKIP)),
    Route(p.WalkUnknown, Permission.SUBMIT, walkthroughs.step_by(Word.DONT_KNOW)),
    Route(p.WalkReview, Permission.SUBMIT, walkthroughs.step_by(Word.REVIEW)),
    Route(p.WalkEdit, Permission.SUBMIT, walkthroughs.edit),
    Route(p.WalkPick, Permission.SUBMIT, walkthroughs.pick),
    Route(p.WalkJump, Permission.SUBMIT, walkthroughs.jump),
    Route(p.WalkWave, Permission.SUBMIT, walkthroughs.wave),
    Route(p.WalkDeeper, Permission.SUBMIT, walkthroughs.deepen),
    Route(p.WalkKeep, Permission.SUBMIT, held.keep_held),
    Route(p.WalkDrop, Permission.SUBMIT, held.drop_held),
    Route(p.WalkTakeOut, Permission.SUBMIT, held.take_out_held),
    Route(p.WalkAnew, Permission.SUBMIT, held.take_anew),
    Route(p.WalkRun, Permission.SUBMIT, run_held),
    Route(p.WalkSave, Permission.SUBMIT, walkthroughs.save),
    Route(p.WalkCancel, Permission.SUBMIT, walkthroughs.ask_to_cancel),
    Route(p.WalkCancelReally, Permission.SUBMIT, walkthroughs.cancel),
    Route(p.WalkResume, Permission.SUBMIT, walkthroughs.resume),
    Route(p.WalkSend, Permission.SUBMIT, walkthroughs.send),
    Route(p.ThinkOffer, Permission.SUBMIT, thinking_alone.offer),
    Route(p.ThinkStart, Permission.SUBMIT, thinking_alone.start),
    Route(p.PieceList, Permission.SUBMIT, thinking_alone.show_list),
    Route(p.PieceOpen, Permission.SUBMIT, thinking_alone.open_piece),
    Route(p.PieceAttach, Permission.SUBMIT, thinking_alone.attach),
    Route(p.PieceAskToAttach, Permission.SUBMIT, thinking_alone.ask_to_attach),
    Route(p.PieceKeep, Permission.SUBMIT, thinking_alone.keep),
    Route(p.PieceThrow, Permission.SUBMIT, thinking_alone.ask_to_throw),
    Route(p.PieceThrowReally, Permission.SUBMIT, thinking_alone.throw_away),
    Route(p.PieceText, Permission.SUBMIT, thinking_alone.send_text),
    Route(p.PlanList, Permission.SUBMIT, plans.show_list),
    Route(p.PlanStart, Permission.SUBMIT, plans.start),
    Route(p.PlanOpen, Permission.SUBMIT, plan_care.open_any),
    Route(p.PlanSnooze, Permission.SUBMIT, plan_reminders.snooze),
    Route(p.PlanUpdate, Permission.SUBMIT, plan_forms.update),
    Route(p.PlanTime, Permission.SUBMIT, plan_forms.ask_for_time),
    Route(p.PlanFinish, Permission.SUBMIT, plan_forms.finish),
    Route(p.PlanReopen, Permission.SUBMIT, plan_forms.reopen),
    Route(p.PlanStep, Permission.SUBMIT, plan_forms.step_to),
    Route(p.PlanEdit, Permission.SUBMIT, plan_forms.edit),
    Route(p.PlanAction, Permission.SUBMIT, plan_forms.change_action),
    Route(p.PlanRemove, Permission.SUBMIT, plan_forms.remove),
    Route(p.PlanHelp, Permission.SUBMIT, plan_help.ask),
    Route(p.PlanTick, Permission.SUBMIT, plans.tick),
    Route(p.HubTake, Permission.WORK_SUBMISSIONS, hub.take),
    Route(p.HubRelease, Permission.WORK_SUBMISSIONS, hub.release),
    Route(p.HubForward, Permission.WORK_SUBMISSIONS, hub.forward),
    Route(p.HubBack, Permission.WORK_SUBMISSIONS, hub.back),
    Route(p.HubGive, Permission.WORK_SUBMISSIONS, hub.give),
    Route(p.HubAsk, Permission.WORK_SUBMISSIONS, hub.ask),
    Route(p.HubAnswer, Permission.WORK_SUBMISSIONS, hub.answer),
    Route(p.HubNote, Permission.WORK_SUBMISSIONS, hub.note),
    Route(p.HubClose, Permission.WORK_SUBMISSIONS, hub.close),
    Route(p.HubReopen, Permission.WORK_SUBMISSIONS, hub.reopen),
    Route(p.HubOpen, Permission.WORK_SUBMISSIONS, hub.open_submission),
    Route(HubWorkbench, Permission.WORK_SUBMISSIONS, workbench.open_workbench),
    Route(HubRelate, Permission.WORK_SUBMISSIONS, workbench.relate_submissions),
    *FLOW_ROUTES,
    *FOLLOW_ROUTES,
    *ALIKE_ROUTES,
    *MERGE_ROUTES,
    Route(p.HatsStart, Permission.THINK_TOGETHER, hats.start),
    Route(p.HatsAdd, Permission.THINK_TOGETHER, hats.add),
    Route(p.HatsKeep, Permission.THINK_TOGETHER, hats_pointed.keep),
    Route(p.HatsNext, Permission.THINK_TOGETHER, hats.go_on),
    Route(p.HatsBack, Permission.THINK_TOGETHER, hats.go_back),
    Route(p.HatsFinish, Permission.THINK_TOGETHER, hats.end),
    Route(p.HatsHandOver, Permission.THINK_TOGETHER, hats.hand_over),
    Route(p.HatsLead, Permission.THINK_TOGETHER, hats.take_over),
    Route(p.HatsUnname, Permission.THINK_TOGETHER, hats.leave_out_names),
    Route(p.HatsAll, Permission.THINK_TOGETHER, hats.show_all),
    Route(p.HatsAttach, Permission.THINK_TOGETHER, hats.attach),
    Route(p.HatsSubmit, Permission.THINK_TOGETHER, hats.start_submission),
    Route(p.LeaveShow, Permission.CHOOSE_REMINDERS, quiet_times.show_leave),
    Route(p.LeaveMark, Permission.CHOOSE_REMINDERS, quiet_times.mark_leave),
    Route(p.LeaveRemove, Permission.CHOOSE_REMINDERS, quiet_times.remove_leave),
    Route(p.RemindersShow, Permission.CHOOSE_REMINDERS, quiet_times.show_reminders),
    Route(p.RemindersChoose, Permission.CHOOSE_REMINDERS, quiet_times.choose_reminder),
    Route(HubBind, Permission.BIND_HUB, bind_channel),
    Route(care.CareTyped, Permission.SUBMIT, plan_care.show_typed),
    Route(care.CareList, Permission.SEE_PLANS, plan_care.show_overview),
    Route(care.CareOpen, Permission.SEE_PLANS, plan_care.open_plan),
    Route(care.CareNudge, Permission.DECIDE_PLAN, plan_care.nudge),
    Route(care.CareHelp, Permission.DECIDE_PLAN, plan_care.offer_help),
    Route(care.CareDecide, Permission.DECIDE_PLAN, plan_care.decide),
    Route(care.CareSupervisor, Permission.SUBMIT, plan_care.ask_supervisor),
    Route(care.CareHandOver, Permission.SUBMIT, plan_care.hand_over),
    Route(admin.AdminDeliveries, Permission.RUN_SERVICE, deliveries.show_deliveries),
    Route(admin.AdminRetry, Permission.RUN_SERVICE, deliveries.retry_delivery),
    Route(admin.AdminDrop, Permission.RUN_SERVICE, deliveries.drop_delivery),
    Route(admin.RoleList, Permission.MANAGE_ROLES, roles.show_roles),
    Route(admin.RoleGive, Permission.MANAGE_ROLES, roles.give),
    Route(admin.RoleTake, Permission.MANAGE_ROLES, roles.take),
    *LIBRARY_ROUTES,
)


_HUBS_OWN = frozenset({Permission.WORK_SUBMISSIONS, Permission.SEE_QUEUE, Permission.KEEP_EVIDENCE})
_ELSEWHERE = N_(
    "People who are not of the Hub read along here. Do that in the Hub's channel, or alone with me."
)


def read_verb(payload: type[Carried]) -> str:
    """Give the verb that a payload's class carries."""
    return str(payload.model_fields["verb"].default)


ROUTES: Mapping[str, Route] = MappingProxyType({read_verb(row.payload): row for row in _ROWS})


async def carry_out(scene: Scene, payload: Carried) -> Answer:
    """Do what a press or a command means, if the person may.

    Raises:
        Refused: they may not.
        BadInput: nothing is known by that verb.
        NotPossible: people who are not of the Hub would read along.
    """
    route = ROUTES.get(payload.verb)
    if route is None:
        raise BadInput(p.NOT_OURS)
    bind_contextvars(verb=payload.verb)
    require(scene.actor, route.permission)
    if route.permission in _HUBS_OWN and scene.is_overheard:
        raise NotPossible(_(_ELSEWHERE))
    answer = await route.handle(scene, payload)
    return scene.fold_asking(answer) if isinstance(payload, Asked) and payload.folds else answer
