"""The officer's card of a submission: the same from the first minute to the last."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from microsoft_teams.cards.core import Action, CardElement

from cards.buttons import button, opening
from cards.followed import say_crowd
from cards.kinds import KINDS
from cards.kit import (
    aside,
    folded,
    heading,
    line,
    marking_line,
    plain,
    present,
    problem,
    quotation,
    rows,
    sentence,
    strong,
    title,
)
from cards.officer_boxes import OFFICER_BOXES, choose_open_box, find_box
from cards.payloads import SubmissionOpen
from cards.timeline import list_history, tell, visible_to
from cards.tracker import tracker
from cards.whole import is_cut, list_answers
from cards.words import capital, cut, one_line, room_beside, words
from domain.dates import say_moment, say_since
from domain.following import NOBODY, Crowd
from domain.language import N_, _
from domain.lifecycle import Move, Side, is_legal
from domain.ports import Outgoing
from domain.submission import Event, Happened, Stage, Submission

ANSWERS_BUDGET = 6_000
HISTORY_BUDGET = 4_000
QUESTION_BUDGET = 3_000
REASON_BUDGET = 2_000
"""Bytes of words in each part; they shrink beside a long kept text, so that all stays under 40 KB."""

NEXT: Mapping[Stage, str] = MappingProxyType(
    {
        Stage.RECEIVED: N_("somebody in the Hub picks it up. You do not need to do anything."),
        Stage.SCANNING: N_("the Hub looks at how often it happens, where, and whom it affects."),
        Stage.ANALYSIS: N_("the Hub looks for the causes, and for what has worked elsewhere."),
        Stage.RESPONSE: N_("the Hub works out what to do about it, and with whom."),
        Stage.ASSESSMENT: N_("the Hub looks at whether it has worked."),
        Stage.CLOSED: N_("nothing more, unless something changes: then reopen it."),
    }
)
"""What happens next at each stage while the Hub has it."""

SAID_WITH_HOLDER = frozenset(
    {Happened.SUBMITTED, Happened.TAKEN, Happened.GIVEN, Happened.CLOSED, Happened.MERGED, Happened.WITHDRAWN}
)
"""What the sentence about who has it tells already, so that it is not said twice."""

_ENDINGS: Mapping[Happened | None, str] = MappingProxyType(
    {
        Happened.CLOSED: N_("{who} closed it {when}: {outcome}."),
        Happened.MERGED: N_("{who} merged it {when} into {about}, where work on the same problem goes on."),
        Happened.WITHDRAWN: N_("You withdrew it {when}."),
    }
)

WAITING = N_("the Hub carries on once it has your answer.")
UNOWNED = N_("another colleague in the Hub picks it up. You do not need to do anything.")


def status(  # noqa: PLR0913 (the picture, and what went wrong with a press on it)
    submission: Submission,
    events: Sequence[Event],
    now: datetime,
    *,
    note: str = "",
    error: str = "",
    kept: str = "",
    box: str = "",
    crowd: Crowd = NOBODY,
) -> Outgoing:
    """Show an officer where a submission stands.

    Args:
        submission: The submission.
        events: Its timeline; what the officer may not read is left out here once more.
        now: The present moment.
        note: A sentence to say first.
        error: What did not fit in a box; the box stands open under it.
        kept: What was typed into that box.
        box: Which box: the move's name (reply, add detail, withdraw, reopen).
        crowd: How many others follow it.
    """
    seen = visible_to(Side.OFFICER, events)
    opened = choose_open_box(submission, find_box(box), kept)
    return present(
        _summarise(submission, seen),
        [
            heading(submission.reference),
            marking_line(
                submission.marking, _(KINDS[submission.kind]), *([_("sample")] if submission.sample else [])
            ),
            sentence(note) if note else None,
            title(one_line(submission.title, 200)),
            tracker(submission),
            sentence(_say_holder(submission, seen, now), spacing="Medium"),
            aside(capital(say_crowd(crowd))) if crowd.followers else None,
            *_show_latest(submission, seen, now, kept),
            line(strong(_("Next:") + " "), plain(_say_next(submission)), spacing="Small"),
            problem(error) if error and opened is None else None,
            None if opened is None else _open(opened, submission, error, kept),
        ],
        _list_actions(submission, opened),
        [_fold_history(submission, seen, now, kept)],
    )


def _open(move: Move, submission: Submission, error: str, kept: str) -> CardElement:
    """Open a box on the card itself; the client must not insist on it while other buttons stand beside it."""
    return OFFICER_BOXES[move](submission, kept, required=False).opened(error)


def _list_actions(submission: Submission, opened: Move | None) -> list[Action]:
    boxes = [
        make(submission)
        for move, make in OFFICER_BOXES.items()
        if move is not opened and is_legal(move, Side.OFFICER, submission)
    ]
    return [*(box.behind_button() for box in boxes), opening(_("History"), "history")]


def _say_holder(submission: Submission, seen: Sequence[Event], now: datetime) -> str:
    """Say who has it and since when, or how it ended."""
    last = seen[-1].kind if seen else None
    if not submission.is_open:
        when = say_moment(submission.waiting_since, now)
        return _(_ENDINGS.get(last, N_("Closed {when}: {outcome}."))).format(
            who=one_line(seen[-1].actor.name, 60) if seen else "",
            when=when,
            outcome=submission.ending,
            about=one_line(seen[-1].about, 60) if seen else "",
        )
    if submission.owner is not None:
        since = say_since(submission.owned_since or submission.submitted_at, now)
        return _("{name} has it, since {since}.").format(
            name=one_line(submission.owner.name, 60), since=since
        )
    if submission.stage is not Stage.RECEIVED:
        return _("Nobody in the Hub has it at the moment.")
    if last is not Happened.SUBMITTED:
        return _("Nobody in the Hub has it yet.")
    when = say_moment(submission.submitted_at, now)
    return _("You sent it {when}. Nobody in the Hub has it yet.").format(when=when)


def _show_latest(
    submission: Submission, seen: Sequence[Event], now: datetime, kept: str
) -> list[CardElement]:
    """Say the last thing that happened, and show its words where they are for the officer to read."""
    if not seen:
        return []
    last = seen[-1]
    told = f"{tell(last, Side.OFFICER, submission.officer)}, {say_moment(last.at, now)}."
    shown: list[CardElement] = []
    if last.kind not in SAID_WITH_HOLDER:
        shown.append(line(strong(_("Last:") + " "), plain(told), spacing="Small"))
    asked = next((event for event in reversed(seen) if event.kind is Happened.ASKED), None)
    if submission.waiting_for_officer and asked is not None:
        if asked is not last:
            shown.append(aside(_("{name} asks:").format(name=one_line(asked.actor.name, 60))))
        shown.append(quotation(cut(words(asked.words), room_beside(kept, QUESTION_BUDGET))))
    elif last.words and last.actor.id != submission.officer.id:
        shown.append(quotation(cut(words(last.words), room_beside(kept, REASON_BUDGET))))
    return shown


def _say_next(submission: Submission) -> str:
    if submission.waiting_for_officer:
        return _(WAITING)
    if submission.owner is None and submission.stage not in (Stage.RECEIVED, Stage.CLOSED):
        return _(UNOWNED)
    return _(NEXT[submission.stage])


def _fold_history(submission: Submission, seen: Sequence[Event], now: datetime, kept: str) -> CardElement:
    room = room_beside(kept, ANSWERS_BUDGET)
    parts: list[CardElement] = [
        line(strong(_("What happened, newest first"))),
        *list_history(seen, Side.OFFICER, submission.officer, now, room_beside(kept, HISTORY_BUDGET)),
        line(strong(_("What you sent")), spacing="Medium", separator=True),
        *list_answers(submission.answers, room),
    ]
    if is_cut(submission, room):
        payload = SubmissionOpen(reference=submission.reference, whole=True)
        parts.extend(rows([button(_("Read all of it"), payload)]))
    return folded("history", parts)


def _summarise(submission: Submission, seen: Sequence[Event]) -> str:
    said = f"{submission.reference}, {_(submission.stage)}: {one_line(submission.title)}."
    return f"{said} {tell(seen[-1], Side.OFFICER, submission.officer)}." if seen else said
