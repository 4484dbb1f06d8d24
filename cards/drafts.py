"""What is unfinished: listed, offered to be carried on with, or about to be thrown away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from microsoft_teams.cards.core import Action, CardElement

from cards.buttons import button
from cards.carried import Begins, Carried
from cards.kit import aside, heading, line, present, rows, sentence, strong
from cards.payloads import (
    PortalDrafts,
    PortalSubmit,
    RemindersShow,
    WalkCancel,
    WalkCancelReally,
    WalkResume,
    WalkSave,
)
from cards.words import one_line, weigh
from dialogs import engine
from dialogs.state import State
from dialogs.walkthrough import Walkthrough
from domain.dates import say_day, say_moment
from domain.draft import Draft
from domain.language import N_, _, _n
from domain.ports import Outgoing

MOST_DRAFTS = 10
CARRIED_TWICE = 6_000
"""Bytes of a payload that two buttons can carry, each twice, once for phones."""
UNNAMED = N_("Not described yet")


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft as a list shows it. ``title`` is the person's first words, ``where`` how far they have come."""

    draft_id: int
    title: str
    where: str
    changed_at: datetime


def describe_draft(draft: Draft, walkthrough: Walkthrough, state: State, title: str) -> DraftView:
    """Give a draft as a list names it: the person's first words, and how far they have come."""
    return DraftView(
        draft_id=draft.id,
        title=title or _(UNNAMED),
        where=_say_where(walkthrough, state),
        changed_at=draft.touched_at,
    )


def _say_where(walkthrough: Walkthrough, state: State) -> str:
    """Say how far a draft is; beyond what must be told, how much has been, since nothing there is owed."""
    opened = engine.open_question(walkthrough, state)
    if opened is None:
        return _("Ready to be looked through")
    section = _(opened[0].title)
    if not opened[0].extra:
        return f"{section}, {engine.say_position(walkthrough, state)}"
    told = sum(
        bool(given.text or given.unknown)
        for one, _question, given, _said in engine.summary(walkthrough, state)
        if one.extra
    )
    if not told:
        return _("{section}, nothing extra told yet").format(section=section)
    return _n("{section}, {count} extra answer", "{section}, {count} extra answers", told).format(
        section=section, count=told
    )


def drafts(views: Sequence[DraftView], now: datetime) -> Outgoing:
    """List the drafts, the latest first as they are given."""
    if not views:
        nothing = _("Nothing is unfinished.")
        return present(
            nothing, [sentence(nothing), *rows([button(_("Submit something"), PortalSubmit(), main=True)])]
        )
    count = _n("One is unfinished.", "{count} are unfinished.", len(views)).format(count=len(views))
    body: list[CardElement] = [heading(_("Unfinished"))]
    for view in views[:MOST_DRAFTS]:
        body.extend(_row(view, now))
    if len(views) > MOST_DRAFTS:
        older = len(views) - MOST_DRAFTS
        shows = _n(
            "{count} older one shows when these are done.",
            "{count} older ones show when these are done.",
            older,
        )
        body.append(aside(shows.format(count=older)))
    return present(count, body)


def in_the_middle(view: DraftView, now: datetime, begins: Begins) -> Outgoing:
    """Ask what shall become of the draft that is open before something else ``begins``."""
    question = _("This is open. Finish it first, save it for later, or throw it away?")
    choices = [
        button(_("Finish it first"), WalkResume(draft=view.draft_id, folds=True), main=True),
        button(_("Save it for later"), _decide(begins, "parks", view.draft_id)),
    ]
    if weigh(begins.model_dump_json()) <= CARRIED_TWICE:
        choices.append(button(_("Throw it away"), _decide(begins, "drops", view.draft_id)))
    return present(
        f"{question} {one_line(view.title)}",
        [
            sentence(question),
            *_describe(view, now),
            *rows(choices),
            aside(_("What you asked for comes next. Thrown away, the answers are deleted.")),
        ],
    )


def _decide(begins: Begins, what: str, draft_id: int) -> Begins:
    return begins.model_copy(update={what: draft_id, "folds": True})


def unfinished(view: DraftView, now: datetime, others: int = 0, anew: Carried | None = None) -> Outgoing:
    """Offer what is unfinished before something new is started; ``others`` are further drafts.

    ``anew`` is what starts another: a submission, where nothing else is said.
    """
    question = _("You have one unfinished. Carry on with it, or start another?")
    choices = [
        button(_("Carry on"), WalkResume(draft=view.draft_id, folds=True), main=True),
        button(_("Start another"), anew or PortalSubmit(anew=True, folds=True)),
        button(_("Throw it away"), WalkCancel(draft=view.draft_id)),
    ]
    if others:
        choices.append(
            button(
                _n("Show the other", "Show the {count} others", others).format(count=others),
                PortalDrafts(),
            )
        )
    return present(
        f"{question} {one_line(view.title)}", [sentence(question), *_describe(view, now), *rows(choices)]
    )


def left_draft(view: DraftView, ends: datetime | None = None) -> Outgoing:
    """Remind somebody, once, of what they left; ``ends`` is the day on which it will be deleted."""
    said = _("You began this and have not sent it yet. It waits for you.")
    if ends is not None:
        said = _("You began this some time ago. It will be deleted on {day} unless you carry on.").format(
            day=say_day(ends)
        )
    choices: list[Action] = [
        button(_("Carry on"), WalkResume(draft=view.draft_id), main=True),
        button(_("Throw away"), WalkCancel(draft=view.draft_id)),
    ]
    if ends is None:
        choices.append(button(_("Fewer reminders"), RemindersShow()))
    return present(
        f"{said} {one_line(view.title)}",
        [
            sentence(said),
            line(strong(one_line(view.title) or _(UNNAMED)), spacing="Medium"),
            aside(view.where, "None"),
            *rows(choices),
        ],
    )


def confirm_cancel(draft_id: int, title: str) -> Outgoing:
    """Ask before a draft is thrown away."""
    question = _("Throw this away? Your answers are deleted.")
    return present(
        question,
        [
            sentence(question),
            line(strong(one_line(title) or _(UNNAMED)), spacing="Small"),
            *rows(
                [
                    button(_("Carry on"), WalkResume(draft=draft_id, folds=True), main=True),
                    button(_("Save for later"), WalkSave(draft=draft_id)),
                    button(_("Yes, throw it away"), WalkCancelReally(draft=draft_id)),
                ]
            ),
        ],
    )


def _row(view: DraftView, now: datetime) -> list[CardElement]:
    tip = one_line(view.title, 60) or _(UNNAMED)
    resume = button(_("Carry on"), WalkResume(draft=view.draft_id), tip=_("Carry on: {tip}").format(tip=tip))
    cancel = button(
        _("Throw away"), WalkCancel(draft=view.draft_id), tip=_("Throw away: {tip}").format(tip=tip)
    )
    return [*_describe(view, now), *rows([resume, cancel])]


def _describe(view: DraftView, now: datetime) -> list[CardElement]:
    when = (
        f"{view.where} · {say_moment(view.changed_at, now)}"
        if view.where
        else say_moment(view.changed_at, now)
    )
    return [line(strong(one_line(view.title) or _(UNNAMED)), spacing="Medium"), aside(when, "None")]
