"""The tool for priority and due date: what is chosen and ticked is kept with one press."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from microsoft_teams.cards.core import CardElement

from cards.buttons import button, choice_box, date_box
from cards.flow_payloads import FlowSave
from cards.flow_words import DRIVERS, PRIORITIES, REASONS, TIERS, say_urgency
from cards.kit import aside
from cards.ticks import split_ticks, ticks_box
from cards.workbench import frame
from domain.flow import Tags
from domain.language import N_, _
from domain.ports import Outgoing
from domain.submission import Submission

_PICK = N_("Tick what fits, or nothing.")


def flow_card(  # noqa: PLR0913 (the picture, and what came of a press on it)
    submission: Submission,
    tags: Tags,
    now: datetime,
    *,
    note: str = "",
    error: str = "",
    typed: Mapping[str, str] | None = None,
) -> Outgoing:
    """Show how urgent a submission is and what it is counted under, to be changed.

    Args:
        submission: The submission.
        tags: What is ticked.
        now: The present moment.
        note: A sentence to say first.
        error: Why the last press kept nothing.
        typed: What stood in the boxes then, by the names of the payload's fields; it stands there still.
    """
    due = submission.due_on.isoformat() if submission.due_on else ""
    stands = {
        "priority": submission.priority.value,
        "due": due,
        "reasons": ",".join(tags.reasons),
        "tiers": ",".join(tags.tiers),
        "drivers": ",".join(tags.drivers),
        **(typed or {}),
    }
    urgency = say_urgency(submission, now)

    def tick(name: str, label: str, options: Mapping[Any, str]) -> CardElement:
        listed = [(str(value), _(title)) for value, title in options.items()]
        return ticks_box(f"flow_{name}", label, _(_PICK), listed, split_ticks(stands[name]))

    levels = [(level.value, _(title)) for level, title in PRIORITIES.items()]
    save = button(_("Save"), FlowSave(reference=submission.reference), main=True, sends_inputs=True)
    return frame(
        submission,
        _("Priority and due date"),
        [
            *([aside(urgency)] if urgency else []),
            choice_box(
                "flow_priority",
                _("Priority"),
                _("Choose a priority."),
                levels,
                chosen=stands["priority"],
                required=False,
            ),
            tick("reasons", _("Why"), REASONS),
            date_box(
                "flow_due",
                _("Due on (leave it empty for no day)"),
                _("Choose a day from today on."),
                kept=stands["due"],
                required=False,
            ),
            tick("tiers", _("Tier of prevention"), TIERS),
            tick("drivers", _("What drives the demand"), DRIVERS),
        ],
        [save],
        note=note,
        error=error,
    )
