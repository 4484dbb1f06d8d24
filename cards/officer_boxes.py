"""The boxes on an officer's card: answer the Hub, add detail, withdraw, reopen."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from cards.buttons import Box, button, text_box
from cards.payloads import (
    SubmissionAdd,
    SubmissionMore,
    SubmissionReopen,
    SubmissionReply,
    SubmissionWithdraw,
    ThinkOffer,
)
from domain.language import N_, _
from domain.lifecycle import Move, Side, is_legal
from domain.submission import Submission


class MakeBox(Protocol):
    """Makes a box about a submission, with what was typed into it before."""

    def __call__(self, submission: Submission, kept: str = "", *, required: bool = True) -> Box:
        """Make it; ``required`` is whether the client itself refuses an empty box."""
        ...


NO_NAMES = N_("No names of victims, suspects or witnesses, please.")


def reply_box(submission: Submission, kept: str = "", *, required: bool = True) -> Box:
    """Answer the Hub's question."""
    words = text_box(
        "words_reply",
        _("Your answer"),
        _("Write your answer first."),
        kept=kept,
        hint=_(NO_NAMES),
        required=required,
    )
    payload = SubmissionReply(reference=submission.reference)
    return Box(
        _("Answer"), (words,), button(_("Send my answer"), payload, main=True, sends_inputs=True), main=True
    )


def add_box(submission: Submission, kept: str = "", *, required: bool = True) -> Box:
    """Add detail, in one's own words or by answering more questions."""
    words = text_box(
        "words_add",
        _("What to add"),
        _("Write what to add first."),
        kept=kept,
        hint=_(NO_NAMES),
        required=required,
    )
    payload = SubmissionAdd(reference=submission.reference)
    more = button(_("Answer more questions instead"), SubmissionMore(reference=submission.reference))
    think = button(_("Think it through"), ThinkOffer(reference=submission.reference))
    # Opened on the card itself, it stands beside the card's own buttons, which are enough.
    ways = (more, think) if required else (more,)
    send = button(_("Add it"), payload, main=True, sends_inputs=True)
    return Box(_("Add detail"), (words,), send, more=ways)


def withdraw_box(submission: Submission, kept: str = "", *, required: bool = True) -> Box:
    """Withdraw, which asks first; a reason is welcome and not needed."""
    del required  # it never is
    words = text_box(
        "words_withdraw",
        _("Why, if you want to say"),
        _("Leave this empty or say why."),
        kept=kept,
        required=False,
    )
    payload = SubmissionWithdraw(reference=submission.reference, version=submission.version)
    return Box(
        _("Withdraw"),
        (words,),
        button(_("Yes, withdraw it"), payload, sends_inputs=True),
        intro=_("The Hub stops working on it. You can reopen it later."),
    )


def reopen_box(submission: Submission, kept: str = "", *, required: bool = True) -> Box:
    """Open it again, saying what has changed."""
    words = text_box(
        "words_reopen",
        _("What has changed"),
        _("Say in a sentence what has changed."),
        kept=kept,
        hint=_("So that the Hub knows where to start."),
        required=required,
    )
    payload = SubmissionReopen(reference=submission.reference, version=submission.version)
    return Box(_("Reopen"), (words,), button(_("Reopen it"), payload, main=True, sends_inputs=True))


OFFICER_BOXES: Mapping[Move, MakeBox] = MappingProxyType(
    {
        Move.REPLY: reply_box,
        Move.ADD_DETAIL: add_box,
        Move.WITHDRAW: withdraw_box,
        Move.REOPEN: reopen_box,
    }
)
"""The officer's moves, each with what makes its box; cards list them in this order."""


def choose_open_box(submission: Submission, meant: Move | None, kept: str = "") -> Move | None:
    """Choose the box that stands open: the one meant, if it may be used now.

    Where what was typed comes too late for its box, the next one that still takes words opens with them.
    """
    late = (Move.ADD_DETAIL, Move.REOPEN) if kept.strip() and meant in (Move.REPLY, Move.ADD_DETAIL) else ()
    wanted = (*([meant] if meant else []), *late)
    return next((move for move in wanted if is_legal(move, Side.OFFICER, submission)), None)


def find_box(name: str) -> Move | None:
    """Find the move whose box is meant: by the move's name, or its verb's last part (``add``)."""
    first, *_ = name.split(maxsplit=1) or [""]
    return next((move for move in OFFICER_BOXES if move.value.split()[0] == first), None)
