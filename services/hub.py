"""What the Hub does: its channel, its cards, and the colleagues work can be given to."""

from datetime import datetime

from domain.conversation import Conversation
from domain.delivery import Posting, Subject, SubjectKind, View
from domain.errors import BadInput
from domain.language import _
from domain.lifecycle import HUB_OUTCOMES, Move, Side, say_outcomes
from domain.people import Actor, Permission
from domain.ports import JSONObject
from domain.submission import Outcome, Party, Submission
from services.permission import require
from services.submissions import Ask, load, make_move, post_to_hub
from services.walkthroughs import Footing
from storage.work import Work


async def bind_channel(work: Work, actor: Actor, conversation: Conversation, team_id: str) -> int:
    """Make a channel the Hub's and post what is open there; gives how many items that is.

    Raises:
        Refused: only an administrator may.
    """
    require(actor, Permission.BIND_HUB)
    await work.conversations.bind_hub(conversation.id, team_id)
    return await post_open_work(work)


async def post_open_work(work: Work) -> int:
    """Post in the Hub's channel what is open and has no thread there yet; gives how many items are open."""
    open_work = await work.submissions.list_open()
    for submission in open_work:
        await post_to_hub(work, submission)
    return len(open_work)


async def list_colleagues(work: Work) -> tuple[Party, ...]:
    """Give the people of the Hub's team, by name."""
    hub = await work.conversations.hub()
    members = await work.roster.list_members(hub.team_id) if hub else []
    return tuple(sorted(members, key=lambda member: member.name))


async def find_colleague(work: Work, named: str) -> Party:
    """Find whom the Hub's card or a typed name means.

    Raises:
        BadInput: nobody of the Hub's team is called that, or more than one is.
    """
    colleagues = await list_colleagues(work)
    wanted = named.strip().casefold()
    exact = [one for one in colleagues if wanted in (str(one.id), one.name.casefold())]
    found = exact or [one for one in colleagues if wanted and wanted in one.name.casefold()]
    if len(found) == 1:
        return found[0]
    names = ", ".join(one.name for one in (found or colleagues))
    raise BadInput(
        _("Choose one of the Hub's team: {names}.").format(names=names)
        if names
        else _("The Hub's team is not known yet."),
        field="colleague",
        kept=named,
    )


async def give(  # noqa: PLR0913 (each part is named at the call)
    work: Work, actor: Actor, reference: str, *, named: str, seen_version: int | None, now: datetime
) -> Submission:
    """Give a submission to a colleague of the Hub's team.

    Raises:
        BadInput: the name fits nobody, or several.
    """
    require(actor, Permission.WORK_SUBMISSIONS)
    colleague = await find_colleague(work, named)
    ask = Ask(Move.GIVE, Side.HUB, seen_version=seen_version, to=colleague)
    return await make_move(work, actor, reference, ask, now)


def read_outcome(named: str) -> Outcome:
    """Read an outcome as it was chosen or typed.

    Raises:
        BadInput: it is none the Hub closes with.
    """
    wanted = named.strip().casefold()
    for outcome in HUB_OUTCOMES:
        if wanted == outcome.value:
            return outcome
    raise BadInput(say_outcomes(), field="outcome", kept=named)


async def bring_card(work: Work, actor: Actor, reference: str, footing: Footing, thread_id: str) -> Posting:
    """Bring a submission's card down into the thread where somebody asked for it.

    Earlier copies fold to a line; the card that heads the submission's own thread stays.

    Raises:
        NotFound, Refused: see load.
    """
    submission = await load(work, actor, reference, Permission.WORK_SUBMISSIONS)
    subject = Subject(SubjectKind.SUBMISSION, submission.id)
    shape: JSONObject = {"reference": submission.reference, "title": submission.title}
    for earlier in await work.postings.list_of(subject, View.HUB):
        if earlier.shape.get("copy"):
            await work.postings.fold(earlier.id, shape, held_until=None)
    return await work.postings.place(
        footing.conversation,
        subject,
        View.HUB,
        shape={"copy": True},
        thread_id=thread_id,
        held_until=footing.until,
    )
