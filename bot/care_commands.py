"""What the Academy's people type about action plans, and who supervises one."""

from bot.command import PERSONAL, Command, Typed
from cards import care_payloads as care
from cards.carried import Carried
from domain.language import N_


def _name_supervisor(typed: Typed) -> Carried:
    """Read ``supervisor AP-2026-0001``, and an e-mail where one follows."""
    if typed.words.strip():
        return care.CareHandOver(reference=typed.reference, person_email=typed.words.strip()[:2_000])
    return care.CareSupervisor(reference=typed.reference)


CARE_COMMANDS: tuple[Command, ...] = (
    Command(
        ("plans", "all plans", "show the plans", "the plans"),
        lambda _: care.CareTyped(),
        N_("show the plans"),
        PERSONAL,
    ),
    Command(
        ("nudge",),
        lambda t: care.CareNudge(reference=t.reference),
        N_("nudge its owner"),
        PERSONAL,
        about_plan=True,
        takes_words=False,
    ),
    Command(
        ("offer help", "offer"),
        lambda t: care.CareHelp(reference=t.reference, words=t.words),
        N_("offer help"),
        PERSONAL,
        about_plan=True,
    ),
    Command(
        ("grant", "grant more time"),
        lambda t: care.CareDecide(reference=t.reference, granted=True, words=t.words),
        N_("grant more time"),
        PERSONAL,
        about_plan=True,
    ),
    Command(
        ("not now",),
        lambda t: care.CareDecide(reference=t.reference, words=t.words),
        N_("grant no more time for now"),
        PERSONAL,
        about_plan=True,
    ),
    Command(
        ("supervisor", "new supervisor"),
        _name_supervisor,
        N_("name the supervisor"),
        PERSONAL,
        about_plan=True,
    ),
)
