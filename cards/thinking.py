"""Thinking something through: the ways on offer, the summary of what came of one, and the list of them."""

from collections.abc import Sequence
from datetime import datetime

from microsoft_teams.cards.core import Action, CardElement, Column, ColumnSet

from cards.buttons import Box, button, choice_box, text_box
from cards.kit import (
    DOT,
    aside,
    heading,
    line,
    marking_line,
    plain,
    present,
    problem,
    rows,
    sentence,
    strong,
    title,
)
from cards.pages import turn_pages
from cards.payloads import (
    PieceAttach,
    PieceKeep,
    PieceList,
    PieceOpen,
    PieceText,
    PieceThrow,
    PieceThrowReally,
    PlanOpen,
    SubmissionOpen,
    ThinkOffer,
    ThinkStart,
)
from cards.whole import list_answers
from cards.words import one_line, weigh, words
from dialogs.catalogue import THINKING, find_walkthrough
from domain.dates import say_moment
from domain.language import N_, _
from domain.marking import Marking
from domain.piece import PLAN_LETTERS, Home, Piece
from domain.ports import Outgoing
from domain.submission import Said

ANSWERS_BUDGET = 20_000
"""Bytes of words on a summary; the text that can be sent to oneself has all of them."""

PRIVATE = N_("for you alone")
UNNAMED = N_("Not named")


def think_choices(about: Home | None = None) -> Outgoing:
    """Offer the ways of thinking something through, perhaps about a submission or a plan."""
    question = _("How would you like to think it through?")
    reference = about.reference if about else ""
    named = line(strong(about.reference), plain(f"  {one_line(about.title)}")) if about else None
    ways: list[CardElement] = [
        line(strong(_(way.title)), plain(f": {_(way.purpose)}"), spacing="Small") for way in THINKING
    ]
    starts = [button(_(way.title), ThinkStart(kind=way.name, reference=reference)) for way in THINKING]
    return present(
        f"{question} {', '.join(_(way.title) for way in THINKING)}.",
        [
            heading(_("Think it through")),
            named,
            sentence(question + " " + _("It stays yours alone unless you attach it.")),
            *ways,
            *rows([*starts, button(_("My thinking"), PieceList())], spacing="Medium"),
        ],
    )


def piece_card(  # noqa: PLR0913 (the picture, and what came of a press on it)
    piece: Piece,
    attachable: Sequence[Home],
    now: datetime,
    *,
    note: str = "",
    error: str = "",
    typed: str = "",
) -> Outgoing:
    """Show what somebody has thought through, with what they can do with it.

    Args:
        piece: The piece.
        attachable: The open submissions and plans of its writer's, the likeliest first.
        now: The present moment.
        note: A sentence to say first.
        error: Why it could not be attached; the box stands open under it.
        typed: The reference that was typed there.
    """
    way = _(find_walkthrough(piece.kind).title)
    facts = [
        say_moment(piece.made_at, now),
        _(PRIVATE) if piece.is_private else _("with {reference}").format(reference=piece.attached_to),
    ]
    box = _attach_box(piece, attachable, typed) if error and piece.is_private and attachable else None
    return present(
        f"{way}: {one_line(piece.title) or _(UNNAMED)}. {note}".strip(),
        [
            heading(way),
            marking_line(Marking.OFFICIAL, *facts),
            sentence(note) if note else None,
            title(one_line(piece.title, 200)) if piece.title else None,
            *list_answers(_list_said(piece), ANSWERS_BUDGET),
            aside(_("Some answers are cut short here. The text has all of it.")) if _is_cut(piece) else None,
            problem(error) if error and box is None else None,
            None if box is None else box.opened(error),
        ],
        _list_actions(piece, attachable, box_is_open=box is not None),
    )


def _list_said(piece: Piece) -> list[Said]:
    """Give the answers that the title above them does not say already."""
    return [said for said in piece.said if said.text != piece.title]


def _is_cut(piece: Piece) -> bool:
    return sum(weigh(words(said.text)) for said in piece.said) > ANSWERS_BUDGET


def _list_actions(piece: Piece, attachable: Sequence[Home], *, box_is_open: bool) -> list[Action]:
    text = button(_("Send it to me as text"), PieceText(piece=piece.id))
    throw = button(_("Throw it away"), PieceThrow(piece=piece.id))
    if not piece.is_private:
        return [_show_home(piece.attached_to), text, throw]
    actions: list[Action] = []
    first = attachable[0] if attachable else None
    if first is not None and first.reference == piece.about:
        named = PieceAttach(piece=piece.id, reference=first.reference)
        actions.append(button(_("Attach to {reference}").format(reference=first.reference), named))
    elif attachable and not box_is_open:
        actions.append(_attach_box(piece, attachable).behind_button())
    return [*actions, button(_("Keep it private"), PieceKeep(piece=piece.id)), text, throw]


def _show_home(reference: str) -> Action:
    if reference.startswith(PLAN_LETTERS):
        return button(_("Show my plan"), PlanOpen(reference=reference))
    return button(_("Show my submission"), SubmissionOpen(reference=reference))


def _attach_box(piece: Piece, attachable: Sequence[Home], typed: str = "") -> Box:
    options = [(one.reference, f"{one.reference}: {one_line(one.title, 60)}") for one in attachable]
    return Box(
        _("Attach to a submission"),
        (
            choice_box("chosen", _("What you have open"), _("Choose one of them."), options, required=False),
            text_box(
                "typed",
                _("Or its reference"),
                _("Type a reference, for example PF-2026-0001."),
                kept=typed,
                hint="PF-2026-0001",
                lines=False,
                required=False,
            ),
        ),
        button(_("Attach it"), PieceAttach(piece=piece.id), sends_inputs=True),
        intro=_("With a submission the Hub then reads all of it; with an action plan the Academy can."),
    )


def confirm_attach(piece: Piece, home: Home) -> Outgoing:
    """Ask before somebody's own thinking goes to the Hub, or stands where the Academy can read it."""
    asked = (
        _("Attach this to {reference}? The Academy can then read all of it.")
        if home.is_plan
        else _("Attach this to {reference}? The Hub then reads all of it.")
    )
    question = asked.format(reference=home.reference)
    way = _(find_walkthrough(piece.kind).title)
    return present(
        question,
        [
            sentence(question),
            line(strong(f"{way}: "), plain(one_line(piece.title) or _(UNNAMED)), spacing="Small"),
            line(strong(f"{home.reference}: "), plain(one_line(home.title)), spacing="Small"),
            *rows(
                [
                    button(_("Attach it"), PieceAttach(piece=piece.id, reference=home.reference)),
                    button(_("Keep it private"), PieceKeep(piece=piece.id)),
                ]
            ),
        ],
    )


def confirm_throw(piece: Piece) -> Outgoing:
    """Ask before a piece is deleted; what it is attached to keeps its copy, and that is said."""
    question = _("Throw this away? It is deleted.")
    stays = _("{reference} keeps its copy of it, which others may read.").format(reference=piece.attached_to)
    return present(
        f"{question} {_name(piece)}",
        [
            sentence(question),
            line(strong(_name(piece)), spacing="Small"),
            None if piece.is_private else sentence(stays, "Small"),
            *rows(
                [
                    button(_("Yes, throw it away"), PieceThrowReally(piece=piece.id, folds=True)),
                    button(_("Keep it"), PieceOpen(piece=piece.id, folds=True), main=True),
                ]
            ),
        ],
    )


def my_thinking(pieces: Sequence[Piece], now: datetime, *, first: int, page: int, pages: int) -> Outgoing:
    """List one page of what somebody has thought through; ``first`` is the number of its first line."""
    if not pieces:
        nothing = _("You have thought nothing through here yet.")
        return present(
            nothing, [sentence(nothing), *rows([button(_("Think it through"), ThinkOffer(), main=True)])]
        )
    return present(
        _("What you have thought through. The newest: {what}.").format(what=_name(pieces[0])),
        [
            heading(_("My thinking")),
            aside(_("Only you can read what is not attached. Open one to attach it, or to throw it away.")),
            *(_row(piece, number, now) for number, piece in enumerate(pieces, first)),
            *turn_pages(page, pages, lambda to: PieceList(page=to)),
        ],
    )


def _name(piece: Piece) -> str:
    return f"{_(find_walkthrough(piece.kind).title)}, {one_line(piece.title) or _(UNNAMED)}"


def _row(piece: Piece, number: int, now: datetime) -> ColumnSet:
    whose = (
        _(PRIVATE) if piece.is_private else _("attached to {reference}").format(reference=piece.attached_to)
    )
    way = _(find_walkthrough(piece.kind).title)
    said: list[CardElement] = [
        line(strong(f"{number}. {one_line(piece.title, 100) or _(UNNAMED)}")),
        aside(DOT.join((way, say_moment(piece.made_at, now), whose)), "None"),
    ]
    show = button(_("Open"), PieceOpen(piece=piece.id), tip=_("Open {number}").format(number=number))
    return ColumnSet(
        spacing="Medium",
        separator=True,
        columns=[
            Column(width="stretch", items=said),
            Column(width="auto", vertical_content_alignment="Center", items=rows([show])),
        ],
    )
