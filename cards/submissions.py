"""An officer's own submissions, newest news first."""

from collections.abc import Sequence
from datetime import datetime

from microsoft_teams.cards.core import CardElement, Column, ColumnSet

from cards.buttons import button
from cards.kit import DOT, aside, heading, line, present, rows, sentence, strong
from cards.pages import turn_pages
from cards.payloads import PortalSubmit, SubmissionList, SubmissionOpen
from cards.words import capital, one_line
from domain.dates import say_moment
from domain.language import _, _n
from domain.marking import Marking
from domain.ports import Outgoing
from domain.submission import Submission


def my_submissions(
    submissions: Sequence[Submission], now: datetime, *, page: int = 0, pages: int = 1
) -> Outgoing:
    """List one page of an officer's submissions, in the order given; ``page`` counts from nought."""
    if not submissions:
        nothing = _("You have sent nothing yet. It takes about three minutes.")
        return present(
            nothing, [sentence(nothing), *rows([button(_("Submit something"), PortalSubmit(), main=True)])]
        )
    waiting = sum(one.waiting_for_officer for one in submissions)
    note = ""
    if waiting:
        note = _n("One waits for your answer.", "{count} wait for your answer.", waiting).format(
            count=waiting
        )
    body: list[CardElement] = [heading(_("My submissions"))]
    if note:
        body.append(sentence(note))
    body.extend(_row(one, now) for one in submissions)
    first = f"{submissions[0].reference}, {say_state(submissions[0])}"
    return present(
        _("Your submissions. {note} Newest news: {first}.").format(note=note, first=first),
        [*body, *turn_pages(page, pages, lambda to: SubmissionList(page=to))],
    )


def say_state(submission: Submission) -> str:
    """Say in words how a submission stands, for its officer."""
    if not submission.is_open:
        return _("closed: {outcome}").format(outcome=submission.ending)
    if submission.waiting_for_officer:
        return _("{stage}, waits for your answer").format(stage=_(submission.stage))
    holder = (
        _("{name} has it").format(name=one_line(submission.owner.name, 60))
        if submission.owner
        else _("nobody has it yet")
    )
    return f"{_(submission.stage)}, {holder}"


def _row(submission: Submission, now: datetime) -> ColumnSet:
    facts = [submission.reference, _("sent {when}").format(when=say_moment(submission.submitted_at, now))]
    if submission.changed_at > submission.submitted_at:
        facts.append(_("news {when}").format(when=say_moment(submission.changed_at, now)))
    if submission.marking is not Marking.OFFICIAL:
        facts.append(submission.marking.value)
    said: list[CardElement] = [
        line(strong(one_line(submission.title, 100))),
        sentence(capital(say_state(submission)), "None"),
        aside(DOT.join(facts), "None"),
    ]
    show = button(
        _("Open"),
        SubmissionOpen(reference=submission.reference),
        tip=_("Open {reference}").format(reference=submission.reference),
    )
    return ColumnSet(
        spacing="Medium",
        separator=True,
        columns=[
            Column(width="stretch", items=said),
            Column(width="auto", vertical_content_alignment="Center", items=rows([show])),
        ],
    )
