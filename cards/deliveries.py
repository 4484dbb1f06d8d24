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
from domain.language import N_, _, _n
from domain.plan_reminders import BY_KIND
from domain.ports import CUT, Outgoing, PlaceKind

NOTHING = N_("Nothing waits for you to decide: no delivery has been given up.")

WHATS: Mapping[str, str] = MappingProxyType(
    {
        View.WALKTHROUGH: N_("the card of an open question"),
        View.STATUS: N_("the officer's card"),
        View.FOLLOWED: N_("the card of somebody who follows it"),
        View.HUB: N_("the Hub's card"),
        View.QUESTION: N_("the Hub's question"),
        View.HATS: N_("the card of six hats"),
        View.PIECE: N_("a card of somebody's own thinking"),
        View.PLAN: N_("the card of an action plan"),
        View.PLAN_REMINDER: N_("the card that reminds of an action plan"),
        View.WORKBENCH: N_("the Hub's tools"),
        View.FOLDED: N_("a folded card"),
        NoticeKind.HUB_ASKS: N_("the Hub's question"),
        NoticeKind.HUB_ANSWERS: N_("the Hub's answer"),
        NoticeKind.CLOSED: N_("word that it is closed"),
        NoticeKind.MERGED: N_("word that it is merged into another"),
        NoticeKind.REOPENED: N_("word that it is open again"),
        NoticeKind.FOLLOWED_ANSWERED: N_("the answer, for those who follow it"),
        NoticeKind.FOLLOWED_CLOSED: N_("word that it is closed, for those who follow it"),
        NoticeKind.OFFICER_REPLIED: N_("the officer's answer"),
        NoticeKind.OFFICER_ADDED: N_("what the officer added"),
        NoticeKind.OFFICER_ATTACHED: N_("the six hats that the officer attached"),
        NoticeKind.COLLEAGUE_JOINED: N_("what a colleague of the officer added"),
        NoticeKind.OFFICER_WITHDREW: N_("word that the officer withdrew it"),
        NoticeKind.OFFICER_REOPENED: N_("word that the officer opened it again"),
        NoticeKind.WHERE_YOU_ARE: N_("word of where a conversation stands"),
        NoticeKind.EVIDENCE_DUE: N_("word of sources that are due for another look"),
        NoticeKind.DRAFT_WAITS: N_("word of something unfinished"),
        NoticeKind.DRAFT_ENDS: N_("warning that something unfinished will be deleted"),
        **dict.fromkeys(BY_KIND, N_("a reminder of an action plan")),
        NoticeKind.PLAN_NUDGED: N_("a trainer's kind word about a plan"),
        NoticeKind.PLAN_HELP_OFFERED: N_("a trainer's offer of help"),
        NoticeKind.PLAN_TIME_ASKED: N_("a wish for more time"),
        NoticeKind.PLAN_TIME_DECIDED: N_("the answer to a wish for more time"),
        NoticeKind.PLAN_HANDED_OVER: N_("word of a plan's new supervisor"),
        NoticeKind.PLAN_SUPERVISES: N_("word to a plan's new supervisor"),
        NoticeKind.PLAN_RELIEVED: N_("word to a plan's supervisor before"),
        NoticeKind.HUB_DIGEST: N_("the Hub's list of what has waited too long"),
        NoticeKind.OWN_DIGEST: N_("somebody's list of what has waited too long"),
        NoticeKind.WORK_HANDED_OVER: N_("word of work that was handed over"),
    }
)
"""What a card or a message is called in a sentence."""

_WHYS: Mapping[str, str] = MappingProxyType(
    {
        "subject removed": N_("What it was about has been removed."),
        "card not posted yet": N_("The card it belongs under could not be posted."),
        "TimedOut": N_("Teams did not answer in time."),
        CUT: N_("Teams could not be reached."),
        "TokenUnavailable": N_("The sign-in service could not be reached."),
        "BadServiceUrl": N_("The address that Teams gave us cannot be used."),
        "MessageSizeTooBig": N_("It is too large for Teams."),
        "BotNotInConversationRoster": N_("The app is not in that chat or team any more."),
        "BotDisabledByAdmin": N_("The app is switched off in the Teams admin centre."),
        "MessageWritesBlocked": N_("The person has blocked the app."),
        "ConversationBlockedByUser": N_("The person has blocked the app."),
        "ConversationNotFound": N_("That conversation is not there any more."),
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
        nothing = [heading(_("Deliveries")), remark, sentence(_(NOTHING)), aside(waiting)]
        return present(f"{note} {_(NOTHING)}", nothing)
    told = _n(
        "One delivery has been given up.", "{count} deliveries have been given up.", backlog.dead
    ).format(count=backlog.dead)
    body: list[CardElement | None] = [heading(_("Deliveries")), remark, sentence(told), aside(waiting)]
    for letter in letters:
        body += _list_parts(letter, now)
    return present(f"{note} {told}", [*body, *turn_pages(page, pages, lambda to: AdminDeliveries(page=to))])


def confirm_drop(letter: DeadLetter) -> Outgoing:
    """Ask before something is let go of."""
    question = _("Drop {what} for {whom}?").format(what=say_what(letter), whom=say_whom(letter))
    effect = (
        _("The card stays as it was, until something changes on it.")
        if letter.kind is LetterKind.POSTING
        else _("The message will not arrive. This cannot be undone.")
    )
    choices = [
        button(_("Yes, drop it"), AdminDrop(letter=letter.name, sure=True)),
        button(_("Keep it"), AdminDeliveries()),
    ]
    return present(question, [sentence(question), aside(effect), *rows(choices)])


def say_what(letter: DeadLetter) -> str:
    """Say what it is, with the submission it is about."""
    what = _(WHATS.get(letter.what, N_("a message")))
    return f"{what} ({letter.reference})" if letter.reference else what


def say_whom(letter: DeadLetter) -> str:
    """Say whom it is for."""
    if letter.is_hubs:
        return _("the Hub's channel")
    if letter.place is PlaceKind.CHANNEL:
        return _("a channel")
    return one_line(letter.person, 60) or _("somebody in a group chat")


def say_why(letter: DeadLetter) -> str:
    """Say why it was given up."""
    known = _WHYS.get(letter.error)
    if known:
        return _(known)
    if _OURS.fullmatch(letter.error):
        return _("Something went wrong on our side ({error}).").format(error=letter.error[:_LONGEST_CODE])
    return _("Teams answered: {error}.").format(
        error=one_line(letter.error, _LONGEST_CODE) or _("nothing that says why")
    )


def say_backlog(backlog: Backlog, now: datetime) -> str:
    """Say how much waits beside what was given up."""
    if not backlog.waiting:
        return _("Nothing else waits.")
    count = backlog.waiting
    if backlog.oldest is None:
        return _n("{count} more waits to go.", "{count} more wait to go.", count).format(count=count)
    return _n(
        "{count} more waits to go, the oldest for {span}.",
        "{count} more wait to go, the oldest for {span}.",
        count,
    ).format(count=count, span=say_span(backlog.oldest, now))


def _list_parts(letter: DeadLetter, now: datetime) -> list[CardElement | None]:
    when = say_moment(letter.dead_at, now)
    given_up = _n("given up {when}", "given up {when} after {count} tries", max(1, letter.tries)).format(
        when=when, count=letter.tries
    )
    choices = [
        button(
            _("Try again"), AdminRetry(letter=letter.name), tip=_("Try {name} again").format(name=letter.name)
        ),
        button(_("Drop"), AdminDrop(letter=letter.name), tip=_("Drop {name}").format(name=letter.name)),
    ]
    return [
        line(strong(capital(say_what(letter))), spacing="Medium", separator=True),
        sentence(_("For {whom}. {why}").format(whom=say_whom(letter), why=say_why(letter)), "None"),
        aside(DOT.join([letter.name, given_up]), "None"),
        *rows(choices),
    ]
