"""The Hub's card of a submission: one for all its readers; who may press is checked on pressing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from microsoft_teams.cards.core import Action, CardElement, TextRun

from cards.buttons import button, opening
from cards.flow_words import say_urgency
from cards.followed import say_crowd
from cards.hub_boxes import HUB_BOXES, Desk, make_action
from cards.kinds import KINDS
from cards.kit import (
    DOT,
    aside,
    folded,
    heading,
    line,
    marking_line,
    plain,
    present,
    problem,
    quiet,
    rows,
    sentence,
    strong,
    title,
)
from cards.payloads import HubOpen
from cards.timeline import list_history, list_lines, visible_to
from cards.tracker import tracker
from cards.whole import is_cut, list_answers
from cards.words import one_line, room_beside
from cards.workbench_payloads import HubWorkbench
from domain.dates import say_moment, say_span
from domain.following import NOBODY, Crowd
from domain.language import _
from domain.lifecycle import Move, Side, list_legal_moves
from domain.people import Reach
from domain.ports import Outgoing
from domain.submission import Event, Happened, Party, Submission

ANSWERS_BUDGET = 7_000
LATEST_BUDGET = 2_400
HISTORY_BUDGET = 4_000
"""Bytes of words in each part; they shrink beside a long kept text, so that all stays under 40 KB."""

_TALK = frozenset(
    {Happened.ANSWERED, Happened.REPLIED, Happened.ASKED, Happened.DETAIL_ADDED, Happened.REOPENED}
)
"""What the Hub and the officer say to each other: whose turn it is, the last of these tells."""

LATEST = 3
"""Lines of the timeline that are always in sight."""

SECOND = (Move.ASK, Move.ANSWER, Move.CLOSE)
"""What stands beside the main action; everything else that is legal is behind More."""

MORE = (
    Move.TAKE,
    Move.ASK,
    Move.ANSWER,
    Move.NOTE,
    Move.GIVE,
    Move.FORWARD,
    Move.BACK,
    Move.RELEASE,
    Move.CLOSE,
)


def hub_card(  # noqa: PLR0913 (the picture, and what went wrong with a press on it)
    submission: Submission,
    events: Sequence[Event],
    now: datetime,
    *,
    colleagues: tuple[Party, ...],
    note: str = "",
    error: str = "",
    kept: str = "",
    chosen: str = "",
    box: str = "",
    reach: Reach = Reach.REACHED,
    link: str = "",
    crowd: Crowd = NOBODY,
) -> Outgoing:
    """Show the Hub a submission and what can be done with it.

    Args:
        submission: The submission.
        events: Its whole timeline, notes included.
        now: The present moment.
        colleagues: Whom it can be given to.
        note: A sentence to say first.
        error: What did not fit in a box, or why a press changed nothing.
        kept: What was typed into that box.
        chosen: What was chosen in it: the colleague's number, or the outcome.
        box: Which box stands open under the error: ask, answer, note, give, close or reopen.
        reach: Whether the officer can be reached in Teams.
        crowd: How many follow it.
        link: The address at which they would find this assistant.
    """
    seen = visible_to(Side.HUB, events)
    moves = [move for move in list_legal_moves(submission, Side.HUB) if move is not Move.GIVE or colleagues]
    opened = next((move for move in moves if move in HUB_BOXES and move.value == box), None)
    moves = [move for move in moves if move is not opened]
    main = choose_main(submission, seen)
    second = _choose_second(moves, main)
    behind = [move for move in MORE if move in moves and move not in (main, *second)]
    return present(
        _summarise(submission),
        [
            sentence(note) if note else None,
            *_describe(submission, seen, now, crowd),
            _say_reach(reach, link) if submission.is_open else None,
            *_show_timeline(submission, seen, now, kept),
            problem(error) if error and opened is None else None,
            None if opened is None else _open(opened, Desk(submission, colleagues, kept, chosen), error),
        ],
        _list_actions(submission, [main, *second] if main in moves else second, main, more=bool(behind)),
        [
            _fold_answers(submission, room_beside(kept, ANSWERS_BUDGET)),
            _fold_more(behind, Desk(submission, colleagues)),
        ],
    )


def choose_main(submission: Submission, seen: Sequence[Event]) -> Move:
    """Choose the one action that fits: take it, then answer, then close; on a closed one, reopen."""
    if not submission.is_open:
        return Move.REOPEN
    if submission.owner is None:
        return Move.TAKE
    return Move.CLOSE if _find_answer(seen) else Move.ANSWER


def _find_answer(seen: Sequence[Event]) -> Event | None:
    """Give the Hub's answer, where nothing was asked or said after it."""
    said = [event for event in seen if event.kind in _TALK]
    return said[-1] if said and said[-1].kind is Happened.ANSWERED else None


def _choose_second(moves: Sequence[Move], main: Move) -> list[Move]:
    """Put one more beside the main action: a note on a closed one, else what the Hub does most."""
    if main is Move.REOPEN:
        return [move for move in (Move.NOTE,) if move in moves]
    return [move for move in SECOND if move in moves and move is not main][:1]


def _list_actions(submission: Submission, moves: Sequence[Move], main: Move, *, more: bool) -> list[Action]:
    actions = [make_action(move, Desk(submission, main=move is main)) for move in moves]
    actions.append(opening(_("What was sent"), "sent"))
    actions.append(button(_("Tools"), HubWorkbench(reference=submission.reference)))
    if more:
        actions.append(opening(_("More"), "more"))
    return actions


def _open(move: Move, desk: Desk, error: str) -> CardElement:
    """Open a box on the card itself; the client must not insist on it while other buttons stand beside it."""
    return HUB_BOXES[move](replace(desk, required=False)).opened(error)


def _describe(
    submission: Submission, seen: Sequence[Event], now: datetime, crowd: Crowd
) -> list[CardElement]:
    """Say what, where, from whom, whose and how long, in what five seconds take."""
    sender = DOT.join(part for part in (submission.officer.name, submission.officer.team) if part)
    facts = [_(KINDS[submission.kind]), *([_("sample")] if submission.sample else [])]
    return [
        heading(submission.reference),
        marking_line(submission.marking, *facts),
        title(one_line(submission.title, 200)),
        line(
            strong(_("Where:") + " "),
            plain(one_line(submission.place, 120)),
            quiet(DOT.join(("", one_line(_(submission.topic), 60), *filter(None, [say_crowd(crowd)])))),
        ),
        line(
            strong(_("From:") + " "),
            plain(one_line(sender, 120)),
            quiet(f"{DOT}{say_moment(submission.submitted_at, now)}"),
            spacing="Small",
        ),
        sentence(_say_whose(submission, seen, now), spacing="Small"),
        tracker(submission),
        *_show_urgency(submission, now),
    ]


def _show_urgency(submission: Submission, now: datetime) -> list[CardElement]:
    """Show what is out of the ordinary, on one line."""
    urgency = say_urgency(submission, now) if submission.is_open else ""
    return [aside(urgency)] if urgency else []


def _say_reach(reach: Reach, link: str) -> CardElement | None:
    """Say that what is written to the officer does not arrive, and what to do about it."""
    if reach is Reach.REACHED:
        return None
    if reach is Reach.LOST:
        return sentence(
            _("The officer cannot be reached in Teams. What you write waits until they are back.")
        )
    waits = _("Not reached yet: the officer has not opened this assistant. What you write waits for them.")
    # The address is to be copied as it is, so nothing in it is broken up.
    where = [plain(" " + _("Pass this on to them:") + " "), TextRun(text=link)] if link else []
    return line(plain(waits), *where)


def _say_whose(submission: Submission, seen: Sequence[Event], now: datetime) -> str:
    if not submission.is_open:
        return _("Closed {when}: {outcome}.").format(
            when=say_moment(submission.waiting_since, now), outcome=submission.ending
        )
    waited = say_span(submission.waiting_since, now)
    holder = (
        _("{name} has it.").format(name=one_line(submission.owner.name, 60))
        if submission.owner
        else _("Nobody has it.")
    )
    answer = _find_answer(seen)
    if answer is not None and not submission.waiting_for_officer:
        answered = _("We answered {when}.").format(when=say_moment(answer.at, now))
        return f"{holder} {answered}"
    waits = (
        _("Waiting for the officer for {span}.")
        if submission.waiting_for_officer
        else _("Waiting for us for {span}.")
    )
    return f"{holder} {waits.format(span=waited)}"


def _show_timeline(
    submission: Submission, seen: Sequence[Event], now: datetime, kept: str
) -> list[CardElement]:
    latest, earlier = seen[-LATEST:], seen[:-LATEST]
    shown: list[CardElement] = [
        aside(_("Latest"), spacing="Medium"),
        *list_lines(
            list(reversed(latest)), Side.HUB, submission.officer, now, room_beside(kept, LATEST_BUDGET)
        ),
    ]
    if earlier:
        older = list_history(earlier, Side.HUB, submission.officer, now, room_beside(kept, HISTORY_BUDGET))
        shown += [*rows([opening(_("Whole history"), "history")]), folded("history", older)]
    return shown if seen else []


def _fold_answers(submission: Submission, room: int) -> CardElement:
    parts: list[CardElement] = [
        line(strong(_("What was sent"))),
        *list_answers(submission.answers, room),
    ]
    if is_cut(submission, room):
        payload = HubOpen(reference=submission.reference, whole=True)
        parts.extend(rows([button(_("Read all of it"), payload)]))
    return folded("sent", parts)


def _fold_more(behind: Sequence[Move], desk: Desk) -> CardElement | None:
    return folded("more", rows([make_action(move, desk) for move in behind])) if behind else None


def _summarise(submission: Submission) -> str:
    holder = (
        _("{name} has it").format(name=one_line(submission.owner.name, 60))
        if submission.owner
        else _("nobody has it yet")
    )
    what = one_line(submission.title)
    where = one_line(submission.place)
    return f"{submission.reference}, {_(submission.stage)}: {what}. {where}. {holder}."
