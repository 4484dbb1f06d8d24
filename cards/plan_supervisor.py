"""Who supervises a plan: asked of its owner, and said once it is settled."""

from collections.abc import Sequence

from cards.buttons import button
from cards.care_payloads import CareHandOver
from cards.kit import aside, heading, present, rows, sentence, title
from cards.people_picker import say_not_reached
from cards.plan_care import hand_over_box
from cards.plan_payloads import PlanOpen
from cards.words import one_line
from domain.action_plan import ActionPlan
from domain.language import _
from domain.people import Person, Reach
from domain.ports import Outgoing


def choose_supervisor(
    plan: ActionPlan, people: Sequence[Person], *, error: str = "", given: CareHandOver | None = None
) -> Outgoing:
    """Ask who is to supervise a plan.

    Args:
        plan: The plan.
        people: Who is likely to be picked.
        error: What does not fit in the form.
        given: What was filled in there.
    """
    question = _("Who supervises {reference} from now on?").format(reference=plan.reference)
    who = plan.supervisor.name if plan.supervisor else plan.supervisor_named
    told = (
        _("They hear of it, as you agreed when you made the plan.")
        if plan.may_tell_supervisor
        else _("They hear nothing of it, as you chose when you made the plan.")
    )
    return present(
        question,
        [
            heading(_("Supervisor")),
            title(one_line(plan.title, 200)),
            sentence(_("At present: {name}.").format(name=one_line(who, 60))) if who else None,
            sentence(question),
            aside(told),
            hand_over_box(plan, people, given).opened(error),
            *rows([button(_("Show my plan"), PlanOpen(reference=plan.reference))]),
        ],
    )


def say_supervisor(plan: ActionPlan, note: str, reach: Reach, link: str) -> Outgoing:
    """Tell a plan's owner who supervises it now, and whether they can be reached."""
    show = button(_("Show my plan"), PlanOpen(reference=plan.reference))
    return present(note, [sentence(note), say_not_reached(reach, link), *rows([show])])
