"""The boxes and the plain buttons on the Hub's card, a row for each move."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from microsoft_teams.cards.core import Action

from cards.buttons import Box, button, choice_box, text_box
from cards.officer_boxes import NO_NAMES
from cards.payloads import (
    HubAnswer,
    HubAsk,
    HubBack,
    HubClose,
    HubForward,
    HubGive,
    HubNote,
    HubRelease,
    HubReopen,
    HubTake,
)
from domain.language import _
from domain.lifecycle import HUB_OUTCOMES, Move, neighbour
from domain.submission import Party, Submission

MOST_COLLEAGUES = 60
"""People in the list to give to; the Hub has twenty posts (Hertfordshire, 2022)."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a box needs: the submission, the colleagues, what was typed, and whether the client may insist."""

    submission: Submission
    colleagues: Sequence[Party] = field(default=())
    kept: str = ""
    chosen: str = ""
    """What was chosen from a list: the colleague's number, or the outcome."""
    required: bool = True
    main: bool = False


def _ask(desk: Desk) -> Box:
    words = text_box(
        "words_ask",
        _("Your question to the officer"),
        _("Write the question first."),
        kept=desk.kept,
        hint=_(NO_NAMES),
        required=desk.required,
    )
    payload = HubAsk(reference=desk.submission.reference)
    send = button(_("Send the question"), payload, main=True, sends_inputs=True)
    return Box(_("Ask"), (words,), send, main=desk.main)


def _answer(desk: Desk) -> Box:
    words = text_box(
        "words_answer",
        _("Your answer to the officer"),
        _("Write the answer first."),
        kept=desk.kept,
        hint=_("What you found, and what they could try."),
        required=desk.required,
    )
    payload = HubAnswer(reference=desk.submission.reference)
    send = button(_("Send the answer"), payload, main=True, sends_inputs=True)
    return Box(_("Answer"), (words,), send, main=desk.main)


def _note(desk: Desk) -> Box:
    words = text_box(
        "words_note",
        _("Note for the Hub"),
        _("Write the note first."),
        kept=desk.kept,
        hint=_("The officer does not see it."),
        required=desk.required,
    )
    payload = HubNote(reference=desk.submission.reference)
    return Box(_("Note"), (words,), button(_("Keep the note"), payload, main=True, sends_inputs=True))


def _give(desk: Desk) -> Box:
    options = [
        (str(person.id), person.name)
        for person in desk.colleagues
        if desk.submission.owner is None or person.id != desk.submission.owner.id
    ][:MOST_COLLEAGUES]
    who = choice_box(
        "colleague",
        _("Colleague"),
        _("Choose the colleague first."),
        options,
        chosen=desk.chosen,
        required=desk.required,
    )
    payload = HubGive(reference=desk.submission.reference, version=desk.submission.version)
    return Box(_("Give to a colleague"), (who,), button(_("Give it"), payload, main=True, sends_inputs=True))


def _close(desk: Desk) -> Box:
    outcome = choice_box(
        "outcome",
        _("How it ends"),
        _("Choose how it ends."),
        [(one.value, _(one).capitalize()) for one in HUB_OUTCOMES],
        chosen=desk.chosen,
        required=desk.required,
    )
    words = text_box(
        "words_close",
        _("Why, in a sentence"),
        _("Say why first: the officer reads it."),
        kept=desk.kept,
        hint=_("The officer reads this."),
        required=desk.required,
    )
    payload = HubClose(reference=desk.submission.reference, version=desk.submission.version)
    send = button(_("Close it"), payload, main=True, sends_inputs=True)
    return Box(_("Close"), (outcome, words), send, main=desk.main)


def _reopen(desk: Desk) -> Box:
    words = text_box(
        "words_reopen",
        _("Why, if you want to say"),
        _("Leave this empty or say why."),
        kept=desk.kept,
        hint=_("The officer reads this."),
        required=False,
    )
    payload = HubReopen(reference=desk.submission.reference, version=desk.submission.version)
    send = button(_("Reopen it"), payload, main=True, sends_inputs=True)
    return Box(_("Reopen"), (words,), send, main=desk.main)


def _take(desk: Desk) -> Action:
    payload = HubTake(reference=desk.submission.reference, version=desk.submission.version)
    return button(_("Take it over") if desk.submission.owner else _("Take it"), payload, main=desk.main)


def _release(desk: Desk) -> Action:
    payload = HubRelease(reference=desk.submission.reference, version=desk.submission.version)
    return button(_("Put back in the queue"), payload)


def _forward(desk: Desk) -> Action:
    payload = HubForward(reference=desk.submission.reference, version=desk.submission.version)
    return button(_("On to {stage}").format(stage=_(neighbour(desk.submission.stage, 1))), payload)


def _back(desk: Desk) -> Action:
    payload = HubBack(reference=desk.submission.reference, version=desk.submission.version)
    return button(_("Back to {stage}").format(stage=_(neighbour(desk.submission.stage, -1))), payload)


HUB_BOXES: Mapping[Move, Callable[[Desk], Box]] = MappingProxyType(
    {
        Move.ASK: _ask,
        Move.ANSWER: _answer,
        Move.NOTE: _note,
        Move.GIVE: _give,
        Move.CLOSE: _close,
        Move.REOPEN: _reopen,
    }
)
"""Moves that need something filled in."""

HUB_BUTTONS: Mapping[Move, Callable[[Desk], Action]] = MappingProxyType(
    {Move.TAKE: _take, Move.FORWARD: _forward, Move.BACK: _back, Move.RELEASE: _release}
)
"""Moves that are one press; each can be undone by another."""


def make_action(move: Move, desk: Desk) -> Action:
    """Make the button of a move: the move itself, or what opens its box."""
    if move in HUB_BOXES:
        return HUB_BOXES[move](desk).behind_button()
    return HUB_BUTTONS[move](desk)
