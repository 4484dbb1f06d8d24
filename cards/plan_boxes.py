"""The boxes on the card of an action plan: what is new, more time, help, and how it ended."""

from collections.abc import Iterator

from microsoft_teams.cards.core import Action

from cards.buttons import Box, button, choice_box, date_box, text_box
from cards.care_payloads import CareSupervisor
from cards.payloads import (
    PlanEdit,
    PlanFinish,
    PlanHelp,
    PlanReopen,
    PlanStep,
    PlanTime,
    PlanUpdate,
    ThinkOffer,
)
from dialogs.plan_forms import OUTCOME, SHARE
from dialogs.walkthrough import ChoiceAnswer, Question
from domain.action_plan import ActionPlan, Step
from domain.language import N_, _
from domain.plan_state import find_following

_STEP_DONE = {
    Step.SCANNING: N_("Scanning is done"),
    Step.ANALYSIS: N_("Analysis is done"),
    Step.RESPONSE: N_("Response is done"),
}
"""What the button says that moves on from each step; behind assessment stands finishing."""


def step_button(plan: ActionPlan) -> Action | None:
    """Give the button that moves on to the next step of SARA; behind the last there is none."""
    following = find_following(plan.step)
    if following is None:
        return None
    return button(_(_STEP_DONE[plan.step]), PlanStep(reference=plan.reference, step=following))


def list_plan_actions(plan: ActionPlan) -> Iterator[Action]:
    """Give what its owner can do with a plan, the likeliest first."""
    if not plan.is_open:
        yield button(_("Reopen it"), PlanReopen(reference=plan.reference))
        return
    step = step_button(plan)
    yield update_box(plan).behind_button()
    yield step or finish_box(plan).behind_button()
    yield help_box(plan).behind_button()
    if plan.wish is None or not plan.wish.is_open:
        yield time_box(plan).behind_button()
    yield button(_("Change the plan"), PlanEdit(reference=plan.reference))
    yield button(_("Supervisor"), CareSupervisor(reference=plan.reference))
    if step is not None:
        yield finish_box(plan).behind_button()


def update_box(plan: ActionPlan) -> Box:
    """Tell what is new."""
    words = text_box(
        "words_update", _("What is new"), _("Write what is new first."), hint=_("A sentence is enough.")
    )
    send = button(_("Keep it"), PlanUpdate(reference=plan.reference), main=True, sends_inputs=True)
    return Box(_("Update"), (words,), send)


def time_box(plan: ActionPlan) -> Box:
    """Ask for more time."""
    day = date_box("to", _("New day"), _("Choose a day first."))
    words = text_box(
        "words_time", _("What is in the way"), _("Say in a sentence what is in the way."), lines=True
    )
    send = button(_("Ask for more time"), PlanTime(reference=plan.reference), main=True, sends_inputs=True)
    intro = _("The Academy decides and tells you. Most plans move once.")
    return Box(_("More time"), (day, words), send, intro=intro)


def help_box(plan: ActionPlan) -> Box:
    """Ask for help: of the Hub, or of one's own thinking."""
    ask = button(_("Ask the Hub"), PlanHelp(reference=plan.reference), main=True)
    think = button(_("Think it through"), ThinkOffer(reference=plan.reference))
    intro = _("The Hub looks for what has worked elsewhere. You see your request before it goes.")
    return Box(_("I need help"), (), ask, intro=intro, more=(think,))


def finish_box(plan: ActionPlan) -> Box:
    """Say how it ended."""
    words = text_box(
        "words_finish",
        _("What you learned"),
        _("Leave this empty, or say it in a sentence."),
        hint=_("What you would tell a colleague."),
        required=False,
    )
    return Box(
        _("Finish"),
        (
            choice_box("outcome", _("How it ended"), _("Choose how it ended."), _list_options(OUTCOME)),
            words,
            choice_box("share", _(SHARE.prompt), _("Choose one."), _list_options(SHARE), required=False),
        ),
        button(_("Finish the plan"), PlanFinish(reference=plan.reference), main=True, sends_inputs=True),
        intro=_("What did not work is a result too: it saves somebody else the same way."),
    )


def _list_options(question: Question) -> list[tuple[str, str]]:
    answer = question.answer
    return [(one.name, _(one.title)) for one in answer.choices] if isinstance(answer, ChoiceAnswer) else []
