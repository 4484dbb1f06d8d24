"""Short messages: what the Hub says to an officer, what an officer does for the Hub to see, and sorry."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from microsoft_teams.cards.core import Action, CardElement

from cards.buttons import button
from cards.hub_boxes import HUB_BOXES, Desk
from cards.kit import line, marking_line, plain, present, problem, quotation, sentence, strong
from cards.officer_boxes import OFFICER_BOXES, choose_open_box
from cards.payloads import SubmissionOpen
from cards.whole import A_CARD
from cards.words import cut, one_line, words
from domain.delivery import NoticeKind
from domain.language import N_, _
from domain.lifecycle import Move, Side, is_legal
from domain.ports import Outgoing
from domain.submission import Event, Submission

News: TypeAlias = tuple[NoticeKind, Event]
"""One thing the officer hears of."""

WORDS_BUDGET = 12_000
"""Bytes of a person's words in one message; the card of the submission holds all of it."""

SORRY = N_(
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
    beside: Sequence[News] = (),
) -> Outgoing:
    """Bring a question to the officer, with a box to answer it until it is ``settled``.

    ``beside`` is all that was told in the same message, the question among it; nothing when it came alone.
    """
    opened = None if settled and not kept.strip() else choose_open_box(submission, Move.REPLY, kept)
    # The one box of this card, and the other button sends no inputs: here the client may insist on words.
    box = OFFICER_BOXES[opened](submission, kept).opened(error) if opened else None
    after = problem(error) if error else sentence(note) if note else None
    return _to_officer(submission, beside or [(NoticeKind.HUB_ASKS, event)], box or after)


def hub_answers(submission: Submission, event: Event) -> Outgoing:
    """Bring an answer to the officer."""
    return _to_officer(submission, [(NoticeKind.HUB_ANSWERS, event)])


def closed(submission: Submission, event: Event) -> Outgoing:
    """Say that the Hub has closed it, how and why."""
    return _to_officer(submission, [(NoticeKind.CLOSED, event)])


def merged(submission: Submission, event: Event) -> Outgoing:
    """Say that the work goes on with another submission, which its officer follows from now on."""
    return _to_officer(submission, [(NoticeKind.MERGED, event)])


def reopened(submission: Submission, event: Event) -> Outgoing:
    """Say that the Hub has opened it again."""
    return _to_officer(submission, [(NoticeKind.REOPENED, event)])


def tell_together(submission: Submission, news: Sequence[News]) -> Outgoing:
    """Tell the officer several things at once: one message, not three, when several come together."""
    asked = [event for kind, event in news if kind is NoticeKind.HUB_ASKS]
    if asked:
        return hub_asks(submission, asked[-1], settled=not submission.waiting_for_officer, beside=news)
    return _to_officer(submission, news)


def where_you_are(*, in_channel: bool) -> Outgoing:
    """Say, in place of an answer that did not get through, how to go on."""
    word = "help" if in_channel else "menu"
    return Outgoing(
        text=_(
            "My last answer to you did not get through. Nothing you wrote is lost. Type '{word}' and "
            "we go on from there."
        ).format(word=word)
    )


def officer_replied(submission: Submission, event: Event) -> Outgoing:
    """Tell the Hub's thread that the officer has answered."""
    return _to_hub(submission, event, N_("{name} answered"), (Move.ANSWER, Move.ASK))


def officer_added(submission: Submission, event: Event) -> Outgoing:
    """Tell the Hub's thread that the officer has added detail."""
    return _to_hub(submission, event, N_("{name} added detail"))


def colleague_joined(submission: Submission, event: Event) -> Outgoing:
    """Tell the Hub's thread that somebody else meets the same, and what they wrote."""
    return _to_hub(submission, event, N_("{name} meets the same"))


def officer_attached(submission: Submission, event: Event) -> Outgoing:
    """Tell the Hub's thread that the officer has attached six hats; all of them stand on the card."""
    told = N_("{name} attached six hats on \u201c{about}\u201d")
    return _to_hub(submission, event.model_copy(update={"words": ""}), told)


def officer_withdrew(submission: Submission, event: Event) -> Outgoing:
    """Tell the Hub's thread that the officer has withdrawn it."""
    return _to_hub(submission, event, N_("{name} withdrew this"))


def officer_reopened(submission: Submission, event: Event) -> Outgoing:
    """Tell the Hub's thread that the officer has opened it again."""
    return _to_hub(submission, event, N_("{name} opened this again"))


NOTICES: Mapping[NoticeKind, Callable[[Submission, Event], Outgoing]] = MappingProxyType(
    {
        NoticeKind.HUB_ASKS: hub_asks,
        NoticeKind.HUB_ANSWERS: hub_answers,
        NoticeKind.CLOSED: closed,
        NoticeKind.MERGED: merged,
        NoticeKind.REOPENED: reopened,
        NoticeKind.OFFICER_REPLIED: officer_replied,
        NoticeKind.OFFICER_ADDED: officer_added,
        NoticeKind.COLLEAGUE_JOINED: colleague_joined,
        NoticeKind.OFFICER_ATTACHED: officer_attached,
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
    return present(text, [problem(text), sentence(_("What you wrote:"), "Small") if back else None, back])


def _tell_closing(submission: Submission, event: Event) -> str:
    outcome = one_line(_(event.about) if event.about else submission.ending, 60)
    return _("{name} in the Hub has closed this: {outcome}.").format(
        name=one_line(event.actor.name, 60), outcome=outcome
    )


def _tell_merging(_submission: Submission, event: Event) -> str:
    return _(
        "{name} in the Hub has merged this into {about}, which is about the same problem. Work goes on "
        "there, and you hear of its answer. If yours is another problem, reopen it and say why."
    ).format(name=one_line(event.actor.name, 60), about=event.about)


_TOLD: Mapping[NoticeKind, Callable[[Submission, Event], str]] = MappingProxyType(
    {
        NoticeKind.HUB_ASKS: lambda _submission, event: _("{name} in the Hub asks you:").format(
            name=one_line(event.actor.name, 60)
        ),
        NoticeKind.HUB_ANSWERS: lambda _submission, event: _("{name} in the Hub writes to you:").format(
            name=one_line(event.actor.name, 60)
        ),
        NoticeKind.CLOSED: _tell_closing,
        NoticeKind.MERGED: _tell_merging,
        NoticeKind.REOPENED: lambda _submission, event: _("{name} in the Hub has opened this again.").format(
            name=one_line(event.actor.name, 60)
        ),
    }
)
"""What the officer is told of each."""


def _to_officer(submission: Submission, news: Sequence[News], box: CardElement | None = None) -> Outgoing:
    payload = SubmissionOpen(reference=submission.reference)
    show: list[Action] = [button(_("Show my submission"), payload, main=box is None)]
    for kind, event in news:
        if kind is NoticeKind.MERGED and event.about:
            there = _("Show {reference}").format(reference=event.about)
            show.append(button(there, SubmissionOpen(reference=event.about)))
    told = [(_TOLD[kind](submission, event), event) for kind, event in news]
    said: list[CardElement | None] = []
    for what, event in told:
        said += [sentence(what), _quote(event, WORDS_BUDGET // len(told))]
    return present(
        f"{submission.reference}: "
        + " ".join(f"{what} {one_line(event.words, 200)}".strip() for what, event in told),
        [
            line(strong(submission.reference), plain(f"  {one_line(submission.title)}")),
            marking_line(submission.marking),
            *said,
            box,
        ],
        show,
    )


def _to_hub(submission: Submission, event: Event, deed: str, answers: tuple[Move, ...] = ()) -> Outgoing:
    told = _(deed).format(name=one_line(event.actor.name, 60), about=one_line(event.about, 60))
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


def _quote(event: Event, budget: int = WORDS_BUDGET) -> CardElement | None:
    return quotation(cut(words(event.words), budget)) if event.words.strip() else None
