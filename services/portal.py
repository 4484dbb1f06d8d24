"""What an officer does: sends a submission, follows it, answers the Hub."""

from dataclasses import dataclass

from dialogs import engine
from domain.conversation import Conversation
from domain.delivery import Posting, Subject, SubjectKind, View
from domain.draft import Draft, DraftStatus
from domain.errors import NotPossible, Refused
from domain.language import _
from domain.lifecycle import Move, Side
from domain.people import Actor, Permission
from domain.ports import JSONObject
from domain.submission import Event, Happened, Kind, Stage, Submission
from domain.targets import set_deadline
from services.hats_outcome import add_summary
from services.permission import name_of, require
from services.search import put_submission
from services.submissions import Ask, load, make_move, post_to_hub
from services.walkthroughs import Footing, Walk, end_walk
from storage.work import Work

PAGE = 5
"""Submissions on one card of 'my submissions'."""

LONGEST_TITLE = 90
"""Characters of a title on a card."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of somebody's submissions, newest news first."""

    submissions: tuple[Submission, ...]
    page: int
    pages: int


async def send_submission(work: Work, actor: Actor, footing: Footing, walk: Walk) -> Submission:
    """Make a submission of a finished walkthrough: it gets its reference, and the Hub its card.

    Raises:
        NotPossible: questions that must be answered are still open.
    """
    require(actor, Permission.SUBMIT)
    _require_complete(walk)
    answers = engine.plain_answers(walk.state)
    officer = name_of(actor)
    submission = await work.submissions.add(
        set_deadline(
            Submission(
                id=0,
                reference=await work.submissions.next_reference(footing.now.year),
                kind=Kind(answers["kind"]),
                title=make_title(answers["problem"]),
                topic=answers["topic"],
                place=answers["place"],
                answers=engine.as_said(walk.walkthrough, walk.state, with_skipped=True),
                officer=officer,
                stage=Stage.RECEIVED,
                submitted_at=footing.now,
                changed_at=footing.now,
                waiting_since=footing.now,
            ),
            (),
        )
    )
    await work.submissions.record(
        submission.id, Event(kind=Happened.SUBMITTED, at=footing.now, actor=officer)
    )
    if walk.state.hats is not None:
        await add_summary(work, actor, submission, walk.state.hats, footing.now)
    await put_submission(work, submission)
    await end_walk(work, footing, walk, DraftStatus.SENT)
    await post_to_hub(work, submission)
    return submission


async def send_more(work: Work, actor: Actor, footing: Footing, walk: Walk) -> Submission:
    """Add what was told in a later walkthrough to the submission it is about.

    Raises:
        NotPossible: nothing was answered, or the submission is closed.
    """
    present = await load(work, actor, walk.state.about, Permission.CHANGE_OWN)
    answers = engine.as_said(walk.walkthrough, walk.state)
    said = tuple(one for one in answers if one.text != present.says(one.name))
    if not said:
        raise NotPossible(_("There is nothing to add yet. Answer one of the questions, or cancel."))
    words = "More on: " + ", ".join(one.label.lower() for one in said) + "."
    submission = await make_move(
        work, actor, present.reference, Ask(Move.ADD_DETAIL, Side.OFFICER, words=words), footing.now
    )
    await work.submissions.add_answers(submission.id, said)
    await put_submission(work, await work.submissions.find_by_id(submission.id) or submission)
    await end_walk(work, footing, walk, DraftStatus.SENT)
    return submission


async def send_reply(work: Work, actor: Actor, footing: Footing, walk: Walk) -> Submission:
    """Send an answer to the Hub's question that was typed in the chat.

    When the question was settled meanwhile, the words go along as a detail: nothing is lost.
    """
    present = await load(work, actor, walk.state.about, Permission.CHANGE_OWN)
    move = Move.REPLY if present.waiting_for_officer else Move.ADD_DETAIL
    return await _send_answer(work, actor, footing, walk, move)


async def send_detail(work: Work, actor: Actor, footing: Footing, walk: Walk) -> Submission:
    """Send on a detail that its writer was asked about first."""
    return await _send_answer(work, actor, footing, walk, Move.ADD_DETAIL)


async def _send_answer(work: Work, actor: Actor, footing: Footing, walk: Walk, move: Move) -> Submission:
    words = engine.plain_answers(walk.state).get(walk.walkthrough.name, "")
    ask = Ask(move, Side.OFFICER, words=words)
    submission = await make_move(work, actor, walk.state.about, ask, footing.now)
    await end_walk(work, footing, walk, DraftStatus.SENT)
    return submission


def _require_complete(walk: Walk) -> None:
    missing = engine.missing(walk.walkthrough, walk.state)
    if missing:
        labels = ", ".join(question.label.lower() for question in missing)
        raise NotPossible(_("Before it goes to the Hub, please answer: {labels}.").format(labels=labels))


def make_title(problem: str) -> str:
    """Make a card's title of the problem's first words, cut between words."""
    line = " ".join(problem.split())
    if len(line) <= LONGEST_TITLE:
        return line
    return line[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(",;:-") + "…"


async def list_own(work: Work, actor: Actor, page: int) -> Page:
    """Give one page of what somebody has sent, newest news first."""
    rows, total = await work.submissions.list_of_officer(actor.person.id, page, PAGE)
    pages = max(1, -(-total // PAGE))
    if page >= pages:
        return await list_own(work, actor, pages - 1)
    return Page(tuple(rows), page, pages)


async def list_drafts(work: Work, actor: Actor) -> list[Draft]:
    """Give what somebody has begun and not sent."""
    return await work.drafts.list_unfinished(actor.person.id)


async def bring_status(
    work: Work, submission: Submission, footing: Footing, conversation: Conversation
) -> tuple[Posting, list[Posting]]:
    """Bring the officer's card down to the bottom of the chat; the earlier one folds to a line."""
    subject = Subject(SubjectKind.SUBMISSION, submission.id)
    shape: JSONObject = {"reference": submission.reference, "title": submission.title}
    folded = [
        await work.postings.fold(earlier.id, shape, held_until=footing.until)
        for earlier in await work.postings.list_of(subject, View.STATUS)
    ]
    live = await work.postings.place(conversation, subject, View.STATUS, held_until=footing.until)
    return live, folded


async def open_own(work: Work, actor: Actor, reference: str) -> Submission:
    """Give an officer one of their own submissions.

    Raises:
        NotFound: no such submission.
        Refused: it is somebody else's.
    """
    submission = await load(work, actor, reference, Permission.SEE_SUBMISSION)
    if submission.officer.id != actor.person.id:
        raise Refused(_("That one was sent by somebody else. Open it in the Hub's channel."))
    return submission
