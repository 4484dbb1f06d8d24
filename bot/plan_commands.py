"""What people type about their action plans."""

from bot.command import PERSONAL, Command
from cards import payloads as p

PLAN_COMMANDS: tuple[Command, ...] = (
    Command(
        ("my plans", "my plan", "my action plans", "my action plan", "plans"),
        lambda _: p.PlanList(),
        "show your action plans",
        PERSONAL,
    ),
)
