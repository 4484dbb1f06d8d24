"""A submission as those see it who follow it: where it stands, and never its officer's words."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from microsoft_teams.cards.core import Action, CardElement

from cards.buttons import button
from cards.follow_payloads import FollowAffected, FollowOpen, FollowStart, FollowStop
from cards.kit import (
    DOT,
    aside,
    heading,
    line,
    marking_line,
    plain,
    present,
    problem,
    quiet,
    quotation,
    rows,
    sentence,
    strong,
    title,
)
from cards.tracker import tracker
from cards.words import cut, one_line, words
from domain.dates import say_moment
from domain.delivery import NoticeKind
from domain.following import Crowd, Following
from domain.language import N_, _, _n
from domain.ports import Outgoing
from domain.submission import Audience, Event, Happened, Submission

_WORDS_BUDGET = 6_000
"""Bytes of the Hub's words on one card."""

_TOLD: Mapping[Happened, str] = MappingProxyType(
    {
        Happened.SUBMITTED: N_("It was sent to the Hub"),
        Happened.TAKEN: N_("{who} in the Hub took it on"),
        Happened.RELEASED: N_("It is back in the Hub's queue"),
        Happened.GIVEN: N_("{about} in the Hub has it now"),
        Happened.MOVED: N_("The Hub moved it to {about}"),
        Happened.ASKED: N_("The Hub asked the officer who sent it"),
        Happened.REPLIED: N_("The officer who sent it answered the Hub"),
        Happened.ANSWERED: N_("{who} in the Hub answered"),
        Happened.DETAIL_ADDED: N_("The officer who sent it added detail"),
        Happened.MERGED: N_("The Hub merged it into {about}, where work on the same goes on"),
        Happened.CLOSED: N_("{who} in the Hub closed it ({about})"),
        Happened.REOPENED: N_("It is open again"),
        Happened.WITHDRAWN: N_("The officer who sent it withdrew it"),
    }
)
"""What followers hear of; what is not here is none of their business."""

_OURS = frozenset({Happened.MOVED, Happened.CLOSED})
"""Events about a stage or an outcome, which are our own words."""

_QUOTED = frozenset({Happened.ANSWERED, Happened.CLOSED, Happened.MERGED})
"""Events whose words are the Hub's, and meant for everybody who waits for them."""


def followed(  # noqa: PLR0913 (the picture, and what came of a press on it)
    submission: Submission,
    events: Sequence[Event],
    now: datetime,
    following: Following | None,
    crowd: Crowd,
    *,
    note: str = "",
    error: str = "",
) -> Outgoing:
    """Show somebody the submission of somebody else that they follow."""
    seen = list_told(events)
    last = seen[-1] if seen else None
    told = f"{_tell(last)}, {say_moment(last.at, now)}." if last else ""
    quoted = last is not None and last.kind in _QUOTED and last.words.strip()
    counted = say_crowd(crowd)
    return present(
        f"{submission.reference}, {_(submission.stage)}: {one_line(submission.title)}. {told}",
        [
            heading(submission.reference),
            marking_line(submission.marking, _("you follow it") if following else _("not followed")),
            sentence(note) if note else None,
            problem(error) if error else None,
            title(one_line(submission.title, 200)),
            line(
                strong(_("Where:") + " "),
                plain(one_line(submission.place, 120)),
                quiet(DOT + one_line(_(submission.topic), 60)),
            ),
            tracker(submission),
            line(strong(_("Last:") + " "), plain(told), spacing="Medium") if told else None,
            quotation(cut(words(last.words), _WORDS_BUDGET)) if last and quoted else None,
            aside(counted) if counted else None,
        ],
        _list_actions(submission, following),
    )


def _list_actions(submission: Submission, following: Following | None) -> list[Action]:
    reference = submission.reference
    if following is None:
        return [button(_("Follow it"), FollowStart(reference=reference), main=True)]
    affected = following.is_affected
    vote = _("Not my area after all") if affected else _("This affects my area too")
    return [
        button(vote, FollowAffected(reference=reference, affected=not affected), main=not affected),
        button(_("Stop following"), FollowStop(reference=reference)),
    ]


def list_told(events: Sequence[Event]) -> list[Event]:
    """Give the events that followers hear of, oldest first; the Hub's own notes are never among them."""
    told = [event for event in events if event.kind in _TOLD and event.audience is Audience.EVERYONE]
    return sorted(told, key=lambda event: (event.at, event.id))


def say_crowd(crowd: Crowd) -> str:
    """Say how many areas a submission affects, and how many people follow it; nothing where nobody does."""
    if not crowd.followers:
        return ""
    follow = _n("{count} person follows it", "{count} people follow it", crowd.followers).format(
        count=crowd.followers
    )
    if not crowd.affected:
        return follow
    areas = _n("affects {count} area", "affects {count} areas", crowd.areas).format(count=crowd.areas)
    return f"{areas}{DOT}{follow}"


def list_of_followed(submissions: Sequence[Submission]) -> Outgoing:
    """List what somebody follows."""
    if not submissions:
        return present(
            nothing := _(
                "You follow nothing yet. When you describe a problem, I show you who is on it already."
            ),
            [sentence(nothing)],
        )
    body: list[CardElement] = []
    for one in submissions:
        show = button(
            _("Open"),
            FollowOpen(reference=one.reference),
            tip=_("Open {reference}").format(reference=one.reference),
        )
        body += [
            line(strong(one_line(one.title, 100)), spacing="Medium"),
            aside(DOT.join((one.reference, _(one.stage), one_line(one.place, 60))), "None"),
            *rows([show]),
        ]
    return present(
        _("What you follow: {titles}.").format(
            titles="; ".join(one_line(one.title, 60) for one in submissions)
        ),
        [heading(_("What you follow")), *body],
    )


def tell_followers(submission: Submission, news: Sequence[tuple[NoticeKind, Event]]) -> Outgoing:
    """Tell a follower what they wait for: that it was answered, or closed; several as one message."""
    said: list[CardElement | None] = []
    for _kind, event in news:
        said.append(sentence(f"{_tell(event)}."))
        if event.words.strip():
            said.append(quotation(cut(words(event.words), _WORDS_BUDGET // len(news))))
    summary = " ".join(f"{_tell(event)}: {one_line(event.words, 200)}" for _kind, event in news)
    return present(
        f"{submission.reference}: {summary}",
        [
            line(strong(submission.reference), plain(f"  {one_line(submission.title)}")),
            marking_line(submission.marking, _("you follow it")),
            *said,
        ],
        [button(_("Show what I follow"), FollowOpen(reference=submission.reference), main=True)],
    )


FOLLOWED_NEWS = frozenset({NoticeKind.FOLLOWED_ANSWERED, NoticeKind.FOLLOWED_CLOSED})
"""The messages that followers get."""


def _tell(event: Event) -> str:
    about = _(event.about) if event.kind in _OURS else event.about
    return _(_TOLD[event.kind]).format(who=one_line(event.actor.name, 60), about=one_line(about, 60))
