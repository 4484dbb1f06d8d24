"""The Hub's workbench: the list of its tools, and the frame that each of them lies in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from microsoft_teams.cards.core import Action, CardElement

from cards.buttons import button
from cards.kit import aside, heading, marking_line, present, problem, rows, sentence, title
from cards.words import one_line
from cards.workbench_payloads import HubWorkbench
from domain.language import N_, _
from domain.ports import Outgoing
from domain.submission import Submission
from domain.workbench import Tool


@dataclass(frozen=True, slots=True)
class Offer:
    """One row of the list: the tool, what its button says, and what it is for."""

    tool: Tool
    title: str
    purpose: str


OFFERS: tuple[Offer, ...] = (
    Offer(Tool.SIMILAR, N_("Similar cases"), N_("What may be the same problem, and what is linked already.")),
    Offer(Tool.FLOW, N_("Priority and due date"), N_("How urgent it is, why, and what it is counted under.")),
    Offer(Tool.EVIDENCE, N_("Evidence"), N_("What the library has on it: research, practice, who can help.")),
    Offer(Tool.TASKS, N_("Tasks"), N_("What is to be done, by whom and by when.")),
)
"""What lies on the workbench, in the order of the work; a new tool is a row here and one in the painters."""


def workbench(submission: Submission, *, note: str = "", error: str = "") -> Outgoing:
    """List the tools that can be brought to a submission."""
    body: list[CardElement] = []
    for offer in OFFERS:
        payload = HubWorkbench(reference=submission.reference, tool=offer.tool)
        body += rows([button(_(offer.title), payload)], spacing="Medium")
        body.append(aside(_(offer.purpose), spacing="None"))
    return frame(submission, _("Workbench"), body, note=note, error=error, back=False)


def frame(  # noqa: PLR0913 (a tool's card has these parts, and each is named at the call)
    submission: Submission,
    name: str,
    body: Iterable[CardElement],
    actions: Sequence[Action] = (),
    *,
    note: str = "",
    error: str = "",
    back: bool = True,
) -> Outgoing:
    """Put what a tool shows under the submission's name, with the way back to the list."""
    overview = HubWorkbench(reference=submission.reference, tool=Tool.OVERVIEW)
    leave = [button(_("All tools"), overview)] if back else []
    return present(
        _("{tool} for {reference}: {title}").format(
            tool=name, reference=submission.reference, title=one_line(submission.title)
        ),
        [
            heading(f"{submission.reference} · {name}"),
            marking_line(submission.marking),
            title(one_line(submission.title, 120)),
            sentence(note) if note else None,
            problem(error) if error else None,
            *body,
        ],
        [*actions, *leave],
    )
