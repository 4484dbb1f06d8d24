"""Short messages: what the Hub says to an officer, what an officer does for the Hub to see, and sorry."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from microsoft_teams.cards.core import Action, CardElement

from cards.buttons import button
from cards.hub_boxes import HUB_BOXES, Desk
from cards.kit import line, marking_line, plain, present, problem, quotation, sentence, strong
from cards.officer_boxes import OFFICER_BOXES, choose_open_box
from cards.payloads import SubmissionOpen
from cards.whole import A_CARD
from cards.words import cut, one_line, words
from domain.delivery import NoticeKind
from domain.lifecycle import Move, Side, is_legal
from domain.ports import Outgoing
from domain.submission import Event, Submission

WORDS_BUDGET = 12_000
"""Bytes of a person's words in one message; the card of the submission holds all of it."""

SORRY = (
    "Something went wrong on our side; nothing you wrote is lost. "
    "Try again, or tell the Hub desk this code: {code}."
)


def hub_asks(  # noqa: PLR0913 (the picture, and what came of a press on it)
    submission: Submission,
    event: Event,
    *,
    settled: bool = False,
    note: str = "",
    error: str = "",
    kept: str = "",
) -> Outgoing:
    """Bring a question to the officer, with a box to answer it until it is ``settled``."""
    told = f"{one_line(event.actor.name, 60)} in the Hub asks you:"
    opened = None if settled and not kept.strip() else choose_open_box(submission, Move.REPLY, kept)
    # The one box of this card, and the other button sends no inputs: here the client may insist on words.
    box = OFFICER_BOXES[opened](submission, kept).opened(error) if opened else None
    after = problem(error) if error else sentence(note) if note else None
    return _to_officer(submission, event, told, box or after)


def hub_answers(submission: Submission, event: Event) -> Outgoing:
    """Bring an answer to the officer."""
    return _to_officer(submission, event, f"{one_line(event.actor.name, 60)} in the Hub writes to you:")


def closed(submission: Submission, event: Event) -> Outgoing:
    """Say that the Hub has closed it, how and why."""
    outcome = event.about or submission.outcome or ""
    told = f"{one_line(event.actor.name, 60)} in the Hub has closed this: {one_line(outcome, 60)}."
    return _to_officer(submission, event, told)


def reopened(submission: Submission, event: Event) -> Outgoing:
    """Say that the Hub has opened it again."""
    return _to_officer(
        submission, event, f"{one_line(event.actor.name, 60)} in the Hub has opened this again."
    )


def officer_replied(submission: Submission, event: Event) -> Outgoing:
    """Tell the Hub's thread that the officer has answered."""
    return _to_hub(submission, event, "answered", (Move.ANSWER, Move.ASK))


def officer_added(submission: Submission, event: Event) -> Outgoing:
    """Tell the Hub's thread that the officer has added detail."""
    return _to_hub(submission, event, "added detail")


def officer_withdrew(submission: Submission, event: Event) -> Outgoing:
    """Tell the Hub's thread that the officer has withdrawn it."""
    return _to_hub(submission, event, "withdrew this")


def officer_reopened(submission: Submission, event: Event) -> Outgoing:
    """Tell the Hub's thread that the officer has opened it again."""
    return _to_hub(submission, event, "opened this again")


NOTICES: Mapping[NoticeKind, Callable[[Submission, Event], Outgoing]] = MappingProxyType(
    {
        NoticeKind.HUB_ASKS: hub_asks,
        NoticeKind.HUB_ANSWERS: hub_answers,
        NoticeKind.CLOSED: closed,
        NoticeKind.REOPENED: reopened,
        NoticeKind.OFFICER_REPLIED: officer_replied,
        NoticeKind.OFFICER_ADDED: officer_added,
        NoticeKind.OFFICER_WITHDREW: officer_withdrew,
        NoticeKind.OFFICER_REOPENED: officer_reopened,
    }
)
"""What the bot sends of its own accord: the kind of notice to what draws it."""


def say(text: str) -> Outgoing:
    """Say a sentence on its own: done, refused, or where things are."""
    return present(text, [sentence(text)])


def refuse(text: str, kept: str = "") -> Outgoing:
    """Say why something cannot be done; what was typed is given back with it."""
    back = quotation(cut(words(kept), A_CARD)) if kept.strip() else None
    return present(text, [problem(text), sentence("What you wrote:", "Small") if back else None, back])


def sorry(code: str) -> Outgoing:
    """Say that it was our fault; ``code`` is the reference that stands in the log."""
    text = SORRY.format(code=one_line(code, 20))
    return present(text, [problem(text)])


def _to_officer(submission: Submission, event: Event, told: str, box: CardElement | None = None) -> Outgoing:
    payload = SubmissionOpen(reference=submission.reference)
    show: list[Action] = [button("Show my submission", payload, main=box is None)]
    return present(
        f"{submission.reference}: {told} {one_line(event.words, 200)}",
        [
            line(strong(submission.reference), plain(f"  {one_line(submission.title)}")),
            marking_line(submission.marking),
            sentence(told),
            _quote(event),
            box,
        ],
        show,
    )


def _to_hub(submission: Submission, event: Event, deed: str, answers: tuple[Move, ...] = ()) -> Outgoing:
    told = f"{one_line(event.actor.name, 60)} {deed}"
    ending = ":" if event.words.strip() else "."
    legal = [move for move in answers if is_legal(move, Side.HUB, submission)]
    return present(
        f"{submission.reference}: {told}{ending} {one_line(event.words, 200)}",
        [
            line(strong(submission.reference), plain(f"  {told}{ending}")),
            marking_line(submission.marking),
            _quote(event),
        ],
        [HUB_BOXES[move](Desk(submission)).behind_button() for move in legal],
    )


def _quote(event: Event) -> CardElement | None:
    return quotation(cut(words(event.words), WORDS_BUDGET)) if event.words.strip() else None
