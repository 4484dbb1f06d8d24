"""What could not be delivered: what, to whom, since when, why; never the words of it."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from microsoft_teams.cards.core import CardElement

from cards.admin_payloads import AdminDeliveries, AdminDrop, AdminRetry
from cards.buttons import button
from cards.kit import DOT, aside, heading, line, present, rows, sentence, strong
from cards.pages import turn_pages
from cards.words import capital, one_line
from domain.dates import say_moment, say_span
from domain.delivery import Backlog, DeadLetter, LetterKind, NoticeKind, View
from domain.ports import CUT, Outgoing, PlaceKind

NOTHING = "Nothing waits for you to decide: no delivery has been given up."

WHATS: Mapping[str, str] = MappingProxyType(
    {
        View.WALKTHROUGH: "the card of an open question",
        View.STATUS: "the officer's card",
        View.HUB: "the Hub's card",
        View.QUESTION: "the Hub's question",
        View.HATS: "the card of six hats",
        View.PIECE: "a card of somebody's own thinking",
        View.PLAN: "the card of an action plan",
        View.FOLDED: "a folded card",
        NoticeKind.HUB_ASKS: "the Hub's question",
        NoticeKind.HUB_ANSWERS: "the Hub's answer",
        NoticeKind.CLOSED: "word that it is closed",
        NoticeKind.REOPENED: "word that it is open again",
        NoticeKind.OFFICER_REPLIED: "the officer's answer",
        NoticeKind.OFFICER_ADDED: "what the officer added",
        NoticeKind.OFFICER_WITHDREW: "word that the officer withdrew it",
        NoticeKind.OFFICER_REOPENED: "word that the officer opened it again",
        NoticeKind.WHERE_YOU_ARE: "word of where a conversation stands",
        NoticeKind.DRAFT_WAITS: "word of something unfinished",
        NoticeKind.DRAFT_ENDS: "warning that something unfinished will be deleted",
    }
)
"""What a card or a message is called in a sentence."""

_WHYS: Mapping[str, str] = MappingProxyType(
    {
        "subject removed": "What it was about has been removed.",
        "card not posted yet": "The card it belongs under could not be posted.",
        "TimedOut": "Teams did not answer in time.",
        CUT: "Teams could not be reached.",
        "TokenUnavailable": "The sign-in service could not be reached.",
        "BadServiceUrl": "The address that Teams gave us cannot be used.",
        "MessageSizeTooBig": "It is too large for Teams.",
        "BotNotInConversationRoster": "The app is not in that chat or team any more.",
        "BotDisabledByAdmin": "The app is switched off in the Teams admin centre.",
        "MessageWritesBlocked": "The person has blocked the app.",
        "ConversationBlockedByUser": "The person has blocked the app.",
        "ConversationNotFound": "That conversation is not there any more.",
    }
)
"""Codes of Teams, and our own, in words."""

_OURS = re.compile(r"[A-Z][A-Za-z]*(?:Error|Exception)")
_LONGEST_CODE = 60
"""Characters of a code that the other side made up."""


def deliveries(  # noqa: PLR0913 (a page has these parts, and each is named at the call)
    letters: Sequence[DeadLetter],
    backlog: Backlog,
    now: datetime,
    *,
    page: int = 0,
    pages: int = 1,
    note: str = "",
) -> Outgoing:
    """List one page of what was given up, each with what can be done about it."""
    waiting = say_backlog(backlog, now)
    remark = sentence(note) if note else None
    if not letters:
        nothing = [heading("Deliveries"), remark, sentence(NOTHING), aside(waiting)]
        return present(f"{note} {NOTHING}", nothing)
    count = "One delivery has" if backlog.dead == 1 else f"{backlog.dead} deliveries have"
    told = f"{count} been given up."
    body: list[CardElement | None] = [heading("Deliveries"), remark, sentence(told), aside(waiting)]
    for letter in letters:
        body += _list_parts(letter, now)
    return present(f"{note} {told}", [*body, *turn_pages(page, pages, lambda to: AdminDeliveries(page=to))])


def confirm_drop(letter: DeadLetter) -> Outgoing:
    """Ask before something is let go of."""
    question = f"Drop {say_what(letter)} for {say_whom(letter)}?"
    effect = (
        "The card stays as it was, until something changes on it."
        if letter.kind is LetterKind.POSTING
        else "The message will not arrive. This cannot be undone."
    )
    choices = [
        button("Yes, drop it", AdminDrop(letter=letter.name, sure=True)),
        button("Keep it", AdminDeliveries()),
    ]
    return present(question, [sentence(question), aside(effect), *rows(choices)])


def say_what(letter: DeadLetter) -> str:
    """Say what it is, with the submission it is about."""
    what = WHATS.get(letter.what, "a message")
    return f"{what} ({letter.reference})" if letter.reference else what


def say_whom(letter: DeadLetter) -> str:
    """Say whom it is for."""
    if letter.is_hubs:
        return "the Hub's channel"
    if letter.place is PlaceKind.CHANNEL:
        return "a channel"
    return one_line(letter.person, 60) or "somebody in a group chat"


def say_why(letter: DeadLetter) -> str:
    """Say why it was given up."""
    known = _WHYS.get(letter.error)
    if known:
        return known
    if _OURS.fullmatch(letter.error):
        return f"Something went wrong on our side ({letter.error[:_LONGEST_CODE]})."
    return f"Teams answered: {one_line(letter.error, _LONGEST_CODE) or 'nothing that says why'}."


def say_backlog(backlog: Backlog, now: datetime) -> str:
    """Say how much waits beside what was given up."""
    if not backlog.waiting:
        return "Nothing else waits."
    oldest = f", the oldest for {say_span(backlog.oldest, now)}" if backlog.oldest else ""
    return f"{backlog.waiting} more wait{'s' if backlog.waiting == 1 else ''} to go{oldest}."


def _list_parts(letter: DeadLetter, now: datetime) -> list[CardElement | None]:
    tries = f" after {letter.tries} tries" if letter.tries > 1 else ""
    given_up = f"given up {say_moment(letter.dead_at, now)}{tries}"
    choices = [
        button("Try again", AdminRetry(letter=letter.name), tip=f"Try {letter.name} again"),
        button("Drop", AdminDrop(letter=letter.name), tip=f"Drop {letter.name}"),
    ]
    return [
        line(strong(capital(say_what(letter))), spacing="Medium", separator=True),
        sentence(f"For {say_whom(letter)}. {say_why(letter)}", "None"),
        aside(DOT.join([letter.name, given_up]), "None"),
        *rows(choices),
    ]
