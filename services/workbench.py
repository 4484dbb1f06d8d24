"""The Hub's workbench: one card in a submission's thread, on which one tool lies open at a time."""

from domain.delivery import Posting, Subject, SubjectKind, View
from domain.people import Actor, Permission
from domain.ports import JSONObject
from domain.submission import Submission
from domain.workbench import Tool
from services.submissions import load
from services.walkthroughs import Footing
from storage.work import Work


async def open_tool(  # noqa: PLR0913 (each part is named at the call)
    work: Work, actor: Actor, reference: str, *, tool: Tool, footing: Footing, thread_id: str
) -> tuple[Submission, Posting]:
    """Lay a tool open: on the workbench that was pressed, else on a new one below; earlier ones fold.

    Raises:
        NotFound, Refused: see services.submissions.load.
    """
    submission = await load(work, actor, reference, Permission.WORK_SUBMISSIONS)
    subject = Subject(SubjectKind.SUBMISSION, submission.id)
    shape: JSONObject = {"tool": tool}
    pressed = footing.pressed
    if pressed is not None and pressed.view is View.WORKBENCH and pressed.subject == subject:
        present = await work.postings.become(pressed.id, subject, View.WORKBENCH, footing.until, shape)
        return submission, present
    line: JSONObject = {"reference": submission.reference, "title": submission.title}
    for earlier in await work.postings.list_of(subject, View.WORKBENCH):
        if earlier.conversation_id == footing.conversation.id:
            await work.postings.fold(earlier.id, line, held_until=None)
    placed = await work.postings.place(
        footing.conversation,
        subject,
        View.WORKBENCH,
        shape=shape,
        thread_id=thread_id,
        held_until=footing.until,
    )
    return submission, placed
